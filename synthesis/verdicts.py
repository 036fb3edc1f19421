"""Verdicts (toetsingsuitkomsten): what a printed rule proposes, and what a person makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from synthesis.evidence import Evidence
from synthesis.quotes import Quote
from synthesis.theory import Assumption

OVERALL = "totaal"
"""The column of the overall verdict; the others are perspectives and `synthesis.evidence.LITERATURE`."""


class Outcome(StrEnum):
    """The verdict of a cell; the stored names are those of the rule tables (synthesis.md, 4.3 to 4.5)."""

    SUBSTANTIATED = "onderbouwd"
    NUANCED = "genuanceerd"
    DIVIDED = "verdeeld"
    NOT_SUBSTANTIATED = "niet_onderbouwd"
    CONTRADICTED = "weersproken"
    TOO_LITTLE = "onvoldoende_bewijs"
    NOT_EXAMINED = "niet_onderzocht"


class Flag(StrEnum):
    """What a reader must know beside a verdict."""

    NARROW_BASE = "smalle_basis"
    ONE_SOURCE = "een_bron"
    DIVIDED = "verdeeld"
    SOURCES_DISAGREE = "tegenspraak_tussen_bronnen"


class ColumnKind(StrEnum):
    """Which words a verdict speaks: perceived effect, studies, all columns together, or whether a norm is shared."""

    PERSPECTIVE = "perspectief"
    LITERATURE = "literatuur"
    OVERALL = "totaal"
    NORMATIVE = "normatief"


@dataclass(frozen=True, slots=True)
class Override:
    """A person's verdict instead of the rule's, with the reason and the hash of the evidence it was based on."""

    id: str
    assumption: str
    column: str
    value: Outcome
    reason: str
    by: str
    made_at: datetime
    inputs_hash: str


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
    the evidence changed after the override was made.
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

    @property
    def decided(self) -> Outcome:
        """What counts: the person's verdict when there is one, else the rule's."""
        return self.override.value if self.override else self.outcome


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An assumption (by key) in a column: the verdict with the evidence behind it and its quotes.

    `verdict` is None for a normative assumption that no person judged yet: norms are not counted (4.3). `detail` is
    what the cell prints beside the words: "12 van de 22", "2 sterk direct, 1 matig direct".
    """

    assumption: str
    column: str
    verdict: Verdict | None
    evidence: tuple[Evidence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AssumptionMatrix:
    """Assumption × evidence source: one cell for each column, and one overall (column "totaal")."""

    assumptions: tuple[Assumption, ...]
    columns: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    overall: tuple[MatrixCell, ...]

    def cell(self, assumption: str, column: str) -> MatrixCell:
        """The cell of an assumption (key) in a column; the column "totaal" gives the overall one."""
        found = self.overall if column == OVERALL else self.cells
        return next(each for each in found if (each.assumption, each.column) == (assumption, column))
