"""Verdicts (toetsingsuitkomsten): what a printed rule proposes, and what a person makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from study.ids import new_id
from study.messages import N_
from study.messages import translate as _
from synthesis.errors import (
    NotANormVerdict,
    NotSearched,
    OverrideReasonTooShort,
    OverrideWithoutPerson,
    UnknownAssumption,
    UnknownColumn,
)
from synthesis.evidence import LITERATURE, Evidence, Quality, Relevance
from synthesis.outcomes import NORM_OUTCOMES, verdict_words
from synthesis.outcomes import ColumnKind as ColumnKind
from synthesis.outcomes import Flag as Flag
from synthesis.outcomes import Outcome as Outcome
from synthesis.quotes import Quote
from synthesis.theory import Assumption, AssumptionKind

OVERALL = "totaal"
"""The column of the overall verdict; the others are perspectives and `synthesis.evidence.LITERATURE`."""
SHORTEST_REASON = 20
"""A reason of fewer characters tells a reader nothing (synthesis.md, 4.5)."""


@dataclass(frozen=True, slots=True)
class Override:
    """A person's verdict instead of the rule's, with the reason and the hash of the evidence it was based on.

    Raises `OverrideReasonTooShort` for a reason of fewer than 20 characters, `OverrideWithoutPerson` without a name.
    """

    id: str
    assumption: str
    column: str
    value: Outcome
    reason: str
    by: str
    made_at: datetime
    inputs_hash: str

    def __post_init__(self) -> None:
        check_reason(self.reason)
        if not self.by.strip():
            raise OverrideWithoutPerson(assumption=self.assumption, column=self.column)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a column weighs: respondents in a perspective, points (halves possible) in literature.

    S supports, Q nuances, C contradicts, N looked and found nothing (literature only); `eligible` (E) were asked and
    `silent` of them took no stance; `outside` took one without being asked.
    """

    supports: Fraction = Fraction(0)
    nuances: Fraction = Fraction(0)
    contradicts: Fraction = Fraction(0)
    nothing_found: Fraction = Fraction(0)
    eligible: int = 0
    silent: int = 0
    outside: int = 0

    @property
    def total(self) -> Fraction:
        """T: everything that is weighed; in literature the N points are in it without supporting anything."""
        return self.supports + self.nuances + self.contradicts + self.nothing_found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say about an assumption in a column, and what a person decided instead.

    `rule` is the number in the printed table ("R2", "L3/R3", "O4"; "hand" where a person set it without a rule).
    `stable` says whether the outcome survives the loss of any one respondent or study (None where the question does
    not arise) and `fragile` names those whose loss changes it (participant codes, study names); `stale` is True when
    the evidence changed after the override was made. `sources` are the columns with a verdict behind an overall one.
    """

    outcome: Outcome
    rule: str
    kind: ColumnKind
    flags: tuple[Flag, ...] = ()
    tally: Tally = Tally()
    stable: bool | None = None
    fragile: tuple[str, ...] = ()
    inputs_hash: str = ""
    override: Override | None = None
    stale: bool = False
    sources: tuple[str, ...] = ()

    @property
    def decided(self) -> Outcome:
        """What counts: the person's verdict when there is one, else the rule's."""
        return self.override.value if self.override else self.outcome

    @property
    def words(self) -> str:
        """What is printed for the verdict that counts, in the words of its column."""
        return verdict_words(self.decided, self.kind, sources=self.sources)

    @property
    def proposed_words(self) -> str:
        """What the rule proposes, in the words of its column; printed before a person's verdict."""
        return verdict_words(self.outcome, self.kind, sources=self.sources)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An assumption (by key) in a column: the verdict with the evidence behind it and its quotes.

    `verdict` is None for a normative assumption that no person judged yet: norms are not counted (4.3).
    `inputs_hash` is that of the evidence, also where there is no verdict.
    """

    assumption: str
    column: str
    verdict: Verdict | None
    evidence: tuple[Evidence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    inputs_hash: str = ""

    @property
    def detail(self) -> str:
        """What the cell prints beside the words: who says what, or which studies; never a score."""
        if self.verdict is None or self.verdict.kind in {ColumnKind.OVERALL, ColumnKind.NORMATIVE}:
            return ""
        return (
            studies_words(self.evidence) if self.verdict.kind is ColumnKind.LITERATURE else stances_words(self.verdict)
        )


@dataclass(frozen=True, slots=True)
class AssumptionMatrix:
    """Assumption × evidence source: one cell for each column, and one overall (column "totaal").

    `loose` is evidence that belongs to no cell and counts nowhere: on an assumption or a passage that is no longer
    there, or in a text that nobody of a perspective said, such as the policy itself.
    """

    assumptions: tuple[Assumption, ...]
    columns: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    overall: tuple[MatrixCell, ...]
    loose: tuple[Evidence, ...] = ()

    def cell(self, assumption: str, column: str) -> MatrixCell:
        """The cell of an assumption (key) in a column; the column "totaal" gives the overall one."""
        found = self.overall if column == OVERALL else self.cells
        return next(each for each in found if (each.assumption, each.column) == (assumption, column))


def check_reason(reason: str) -> None:
    """Nothing, when the reason is long enough to be read; else `OverrideReasonTooShort`."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise OverrideReasonTooShort(length=len(reason.strip()), least=SHORTEST_REASON)


def override_verdict(
    matrix: AssumptionMatrix,
    assumption: str,
    *,
    column: str,
    value: Outcome,
    reason: str,
    by: str,
    made_at: datetime,
) -> Override:
    """A person's verdict on a cell of the matrix (column "totaal" for the overall one), tied to its evidence of today.

    Raises `UnknownAssumption`, `UnknownColumn`, `OverrideReasonTooShort`, `OverrideWithoutPerson`, `NotANormVerdict`
    for a norm that is judged in other words than shared, partly or not, and `NotSearched` for a literature that was
    never searched and yet would hold no support.
    """
    known = {each.key: each for each in matrix.assumptions}
    if assumption not in known:
        raise UnknownAssumption(assumption=assumption, known=", ".join(known) or "–")
    if column not in {*matrix.columns, OVERALL}:
        raise UnknownColumn(column=column, known=", ".join((*matrix.columns, OVERALL)))
    if known[assumption].kind is AssumptionKind.NORMATIVE and value not in NORM_OUTCOMES:
        raise NotANormVerdict(assumption=assumption, value=str(value))
    cell = matrix.cell(assumption, column)
    if column == LITERATURE and value is Outcome.NOT_SUBSTANTIATED and _was_not_searched(cell):
        raise NotSearched(assumption=assumption)
    return Override(new_id(), assumption, column, value, reason, by, made_at, cell.inputs_hash)


def _was_not_searched(cell: MatrixCell) -> bool:
    return cell.verdict is not None and cell.verdict.rule == "L-"


def stances_words(verdict: Verdict) -> str:
    """Who of a perspective says what: “12 steunen, 7 nuanceren, 3 weerspreken; 2 zwijgen”, or r of T at rule R0."""
    tally = verdict.tally
    if verdict.rule == "R-":
        return ""
    if tally.total == 0:
        return _("nobody took a stance")
    if verdict.rule == "R0":
        return _("{r} of the {total} support this", r=tally.supports, total=tally.total)
    said = _("{s} for, {q} with nuance, {c} against", s=tally.supports, q=tally.nuances, c=tally.contradicts)
    return _("{said}; {silent} silent", said=said, silent=tally.silent) if tally.silent else said


_QUALITY = {Quality.STRONG: N_("strong"), Quality.MODERATE: N_("moderate"), Quality.WEAK: N_("weak")}
_RELEVANCE = {Relevance.DIRECT: N_("direct"), Relevance.INDIRECT: N_("indirect")}


def studies_words(evidence: Iterable[Evidence]) -> str:
    """The studies of a cell by quality and relevance: “2 sterk direct, 1 matig indirect”."""
    once = {each.study: (each.quality, each.relevance) for each in evidence if each.study}
    counted = Counter(once.values())
    kinds = [(quality, relevance) for quality in (*_QUALITY, None) for relevance in (*_RELEVANCE, None)]
    return ", ".join(f"{counted[kind]} {_study_words(*kind)}" for kind in kinds if counted[kind])


def _study_words(quality: Quality | None, relevance: Relevance | None) -> str:
    first = _(_QUALITY[quality]) if quality else _("not appraised")
    return f"{first} {_(_RELEVANCE[relevance])}" if relevance else first
