"""The assumption-testing matrix: every assumption held against literature and each perspective."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from study.config import Perspective, Thresholds
from synthesis.eligible import Eligible
from synthesis.evidence import LITERATURE, Evidence, LiteratureSearch, Stance
from synthesis.overall import weigh_columns
from synthesis.quotes import Quote, find_medoid_quote
from synthesis.salience import USUAL_THRESHOLDS
from synthesis.stances import Joined, Voice, join_evidence, stance_of_each
from synthesis.theory import Assumption, AssumptionKind
from synthesis.verdicts import OVERALL, AssumptionMatrix, ColumnKind, MatrixCell, Override, Tally, Verdict
from synthesis.weighing import judge_stances, judge_studies, tipping_stances

if TYPE_CHECKING:
    import pandas as pd

_COUNTED = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


def test_assumptions(
    assumptions: Iterable[Assumption],
    evidence: Iterable[Evidence],
    passages: pd.DataFrame,
    asked: pd.DataFrame | Eligible,
    searches: Iterable[LiteratureSearch] = (),
    overrides: Iterable[Override] = (),
    *,
    perspectives: Sequence[Perspective],
    thresholds: Thresholds = USUAL_THRESHOLDS,
) -> AssumptionMatrix:
    """The matrix: a verdict by the printed rules for each assumption in each column, and what people decided instead.

    Columns are literature and the perspectives. A passage counts for its speaker's perspective, one respondent one
    stance, over those who were asked (`synthesis.eligible.add_assumptions` adds who was asked about an assumption to
    `asked`); a study counts once. Nothing is tested of a normative assumption: people set it (synthesis.md, 4.3-4.5).
    """
    ordered = tuple(sorted(assumptions, key=lambda each: (each.ordinal, each.key)))
    trial = _Trial(
        joined=join_evidence(
            evidence,
            passages,
            assumptions=[each.key for each in ordered],
            perspectives=[each.key for each in perspectives],
        ),
        eligible=asked if isinstance(asked, Eligible) else Eligible(asked),
        searches=tuple(searches),
        overrides={(each.assumption, each.column): each for each in overrides},
        thresholds=thresholds,
    )
    columns = (LITERATURE, *(each.key for each in perspectives))
    rows = [[_cell(each, column, trial) for column in columns] for each in ordered]
    return AssumptionMatrix(
        assumptions=ordered,
        columns=columns,
        cells=tuple(cell for row in rows for cell in row),
        overall=tuple(_overall(each, row, trial) for each, row in zip(ordered, rows, strict=True)),
        loose=trial.joined.loose,
    )


# pytest collects what is called test_…; this is a verb of the field.
test_assumptions.__test__ = False  # type: ignore[attr-defined]  # functions take any attribute


@dataclass(frozen=True, slots=True)
class _Trial:
    """What every cell is judged with."""

    joined: Joined
    eligible: Eligible
    searches: tuple[LiteratureSearch, ...]
    overrides: Mapping[tuple[str, str], Override]
    thresholds: Thresholds


def _cell(assumption: Assumption, column: str, trial: _Trial) -> MatrixCell:
    cell = _literature(assumption, trial) if column == LITERATURE else _perspective(assumption, column, trial)
    return _decide(assumption, cell, trial)


def _decide(assumption: Assumption, cell: MatrixCell, trial: _Trial) -> MatrixCell:
    """The cell with what a person decided; a norm has nothing but that."""
    override = trial.overrides.get((assumption.key, cell.column))
    verdict = cell.verdict
    if assumption.kind is AssumptionKind.NORMATIVE or verdict is None:
        if override is None:
            return replace(cell, verdict=None)
        verdict = Verdict(override.value, "hand", ColumnKind.NORMATIVE, inputs_hash=cell.inputs_hash)
    if override is None:
        return cell
    stale = override.inputs_hash != cell.inputs_hash
    return replace(cell, verdict=replace(verdict, override=override, stale=stale))


def _perspective(assumption: Assumption, perspective: str, trial: _Trial) -> MatrixCell:
    voices = trial.joined.voices.get((assumption.key, perspective), ())
    stances = stance_of_each(voices)
    asked = trial.eligible.of_assumption(perspective, assumption.key).people
    circle = asked or (trial.eligible.everybody(perspective) if stances else frozenset())
    tally = _tally(stances, circle)
    digest = _hash(assumption, perspective, [_voice_content(each) for each in voices], len(circle))
    verdict = judge_stances(tally, examined=bool(circle), thresholds=trial.thresholds)
    names = {each.quote.participant_id: each.quote.participant for each in voices}
    tipping = tipping_stances(verdict)
    fragile = sorted(names[who] or "" for who, stance in stances.items() if who in circle and stance in tipping)
    return MatrixCell(
        assumption.key,
        perspective,
        replace(verdict, fragile=tuple(fragile), inputs_hash=digest),
        tuple(each.evidence for each in voices),
        _quotes_of(voices),
        digest,
    )


def _tally(stances: Mapping[str, Stance], circle: frozenset[str]) -> Tally:
    counted = Counter(stance for who, stance in stances.items() if who in circle)
    return Tally(
        supports=Fraction(counted[Stance.SUPPORTS]),
        nuances=Fraction(counted[Stance.NUANCES]),
        contradicts=Fraction(counted[Stance.CONTRADICTS]),
        eligible=len(circle),
        silent=len(circle) - counted.total(),
        outside=len(stances) - counted.total(),
    )


def _literature(assumption: Assumption, trial: _Trial) -> MatrixCell:
    rows = trial.joined.studies.get(assumption.key, ())
    logs = [each for each in trial.searches if assumption.key in each.assumptions]
    content = [*map(_study_content, rows), *map(_search_content, logs)]
    digest = _hash(assumption, LITERATURE, content, len(logs))
    verdict = replace(judge_studies(rows, searched=bool(logs)), inputs_hash=digest)
    quotes = [
        replace(trial.joined.quoted[each.id], stance=each.stance) for each in rows if each.id in trial.joined.quoted
    ]
    return MatrixCell(assumption.key, LITERATURE, verdict, rows, tuple(quotes), digest)


def _overall(assumption: Assumption, cells: Sequence[MatrixCell], trial: _Trial) -> MatrixCell:
    """The overall cell, from what counts in each column: a person's verdict goes before the rule's."""
    decided = {each.column: each.verdict.decided for each in cells if each.verdict}
    said = [[each.column, each.inputs_hash, str(decided.get(each.column, ""))] for each in cells]
    digest = _hash(assumption, OVERALL, said, len(cells))
    if assumption.kind is AssumptionKind.NORMATIVE:
        return _decide(assumption, MatrixCell(assumption.key, OVERALL, None, inputs_hash=digest), trial)
    found = weigh_columns(decided)
    verdict = Verdict(
        found.outcome, found.rule, ColumnKind.OVERALL, found.flags, inputs_hash=digest, sources=found.sources
    )
    return _decide(assumption, MatrixCell(assumption.key, OVERALL, verdict, inputs_hash=digest), trial)


def _quotes_of(voices: Sequence[Voice]) -> tuple[Quote, ...]:
    """One quote for each stance, the one that stands for the others, in the order for, nuance, against."""
    quotes = []
    for stance in _COUNTED:
        said = [each.quote for each in voices if each.evidence.stance is stance]
        medoid = find_medoid_quote(said[:200])
        if medoid:
            quotes.append(replace(medoid, stance=stance))
    return tuple(quotes)


def _hash(assumption: Assumption, column: str, content: Sequence[Sequence[object]], size: int) -> str:
    """The hash of what a verdict rests on: content only, so that it survives a round trip through another database."""
    lines = sorted(json.dumps(list(each), ensure_ascii=False) for each in content)
    whole = json.dumps([assumption.key, assumption.statement, str(assumption.kind), column, size, lines])
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def _voice_content(voice: Voice) -> tuple[object, ...]:
    quote = voice.quote
    who = quote.participant or voice.role
    return str(voice.evidence.stance), quote.document, quote.start, quote.end, quote.text, who


def _study_content(evidence: Evidence) -> tuple[object, ...]:
    appraisal = str(evidence.quality or ""), str(evidence.relevance or "")
    return str(evidence.stance), evidence.study or "", *appraisal, evidence.page or ""


def _search_content(search: LiteratureSearch) -> tuple[object, ...]:
    return search.query, search.held_on.isoformat(), search.hits, search.read
