"""Rounds of double coding: opened with units drawn by chance, looked after, closed, and what came of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from coding.adjudication import Adjudication
from coding.codebook import Code, known_code
from coding.codings import Coding
from coding.errors import NoCoders, NothingToDraw, RoundClosed, RoundNotDone, RoundOverlaps, RoundUnknown, TitleMissing
from coding.rounds import CodingRound, RoundUnit, is_coder
from coding.sampling import Sample, draw_sample
from corpus.documents import Document
from corpus.segments import Role, Segment, Unit
from corpus.sentences import split_sentences
from study.folder import Study
from study.ids import new_id
from study.store import Store

OPEN, CLOSE, REOPEN, REMOVE = "open round", "close round", "reopen round", "remove round"
"""What the journal calls what happens to rounds."""
SPOKEN = frozenset({Unit.TURN, Unit.POST, Unit.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """A round as somebody wants it: who codes, in which unit, with which codes (keys; none is all), how many units.

    Units are a share of all (`share`), or per code so many with it and without it (`per_code`). `documents` (ids)
    keeps it to some documents; one coder codes again what he or she coded before.
    """

    title: str
    coders: tuple[str, ...]
    unit: str = "turn"
    codes: tuple[str, ...] = ()
    share: float | None = None
    per_code: int | None = None
    seed: int = 1
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoundWork:
    """A round with its units, and per coder on how many of them something was coded in it."""

    round: CodingRound
    units: tuple[RoundUnit, ...]
    documents: tuple[Document, ...]
    done: tuple[tuple[str, int], ...]
    adjudications: tuple[Adjudication, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still being coded."""
        return self.round.closed_at is None


def open_round(study: Study, plan: RoundPlan, *, by: str) -> tuple[CodingRound, Sample]:
    """Draw the units and open the round.

    Raises `TitleMissing`, `NoCoders`, `UnknownCode`, `NothingToDraw` when no unit is left, and `RoundOverlaps` when
    one of the coders is in an open round on the same documents.
    """
    _check_plan(plan)
    with study.store(by=by, what=OPEN) as store:
        codes = frozenset(each.key for each in store.records(Code)[0])
        for each in plan.codes:
            known_code(each, codes)
        sample = _draw(store, plan)
        if not sample.units:
            raise NothingToDraw
        _check_free(store, plan, {each.document_id for each in sample.units})
        opened = CodingRound(
            new_id(),
            plan.title.strip(),
            plan.coders,
            plan.unit,
            plan.codes,
            _how(plan),
            plan.seed,
            datetime.now(UTC),
            by,
        )
        store.add(opened)
        store.add(*(RoundUnit(new_id(), opened.id, each.document_id, each.start, each.end) for each in sample.units))
    return opened, sample


def find_round(store: Store, name: str) -> CodingRound:
    """The round with this id or title; raises `RoundUnknown`."""
    rounds: tuple[CodingRound, ...] = store.records(CodingRound)[0]
    for each in rounds:
        if name in (each.id, each.title):
            return each
    raise RoundUnknown(name=name, known=", ".join(each.title for each in rounds) or "–")


def round_work(study: Study, name: str) -> RoundWork:
    """The round with what was done in it; raises `RoundUnknown`."""
    with study.reading() as store:
        return _work(store, find_round(store, name))


def list_rounds(study: Study) -> tuple[RoundWork, ...]:
    """All rounds, the newest first."""
    with study.reading() as store:
        return tuple(_work(store, each) for each in reversed(store.records(CodingRound)[0]))


def close_round(study: Study, name: str, *, by: str, unfinished: bool = False) -> CodingRound:
    """Close the round: from now on its coders see each other's work.

    Raises `RoundNotDone` while somebody coded nothing in it, unless `unfinished` says that it is meant so.
    """
    with study.store(by=by, what=CLOSE) as store:
        work = _work(store, find_round(store, name))
        idle = [coder for coder, number in work.done if not number]
        if idle and not unfinished:
            raise RoundNotDone(coders=", ".join(idle))
        closed = replace(work.round, closed_at=work.round.closed_at or datetime.now(UTC))
        store.replace(closed)
    return closed


def reopen_round(study: Study, name: str, *, by: str) -> CodingRound:
    """Open a closed round again; raises `RoundClosed` once something was decided about a difference in it."""
    with study.store(by=by, what=REOPEN) as store:
        work = _work(store, find_round(store, name))
        if work.adjudications:
            raise RoundClosed(title=work.round.title)
        opened = replace(work.round, closed_at=None)
        store.replace(opened)
    return opened


def units_as_segments(units: Sequence[RoundUnit]) -> tuple[Segment, ...]:
    """The units of a round as turns, as agreement counts them."""
    return tuple(
        Segment(each.id, each.document_id, number, Unit.TURN, each.start, each.end) for number, each in enumerate(units)
    )


def _check_plan(plan: RoundPlan) -> None:
    if not plan.title.strip():
        raise TitleMissing
    if not plan.coders or len({each.casefold() for each in plan.coders}) < len(plan.coders):
        raise NoCoders


def _check_free(store: Store, plan: RoundPlan, documents: Collection[str]) -> None:
    for each in store.records(CodingRound)[0]:
        if each.closed_at is None and any(is_coder(name, each.coders) for name in plan.coders):
            there = {unit.document_id for unit in store.find(RoundUnit, round_id=each.id)}
            if there & set(documents):
                raise RoundOverlaps(title=each.title)


def _draw(store: Store, plan: RoundPlan) -> Sample:
    """The units that can be coded, drawn as the plan says."""
    segments, codings = store.records(Segment, Coding)
    wanted = plan.documents or _all_of(store, plan)
    spoken = [each for each in segments if each.document_id in wanted and _counts(each)]
    units = _sentences(store, spoken) if plan.unit == "sentence" else spoken
    codes = plan.codes or None
    return draw_sample(units, codings, seed=plan.seed, share=plan.share, per_code=plan.per_code, codes=codes)


def _all_of(store: Store, plan: RoundPlan) -> frozenset[str]:
    """The documents in which somebody speaks, else all; for one coder those that he or she coded before."""
    if len(plan.coders) == 1:
        return frozenset(each.document_id for each in store.find(Coding, coder=plan.coders[0]))
    talk: tuple[Segment, ...] = store.records(Segment)[0]
    spoken = frozenset(each.document_id for each in talk if each.role in (Role.RESPONDENT, Role.GROUP))
    return spoken or frozenset(each.document_id for each in talk)


def _counts(segment: Segment) -> bool:
    """Whether a turn was there to be coded: a question of an interviewer is not."""
    return segment.role is not Role.INTERVIEWER and segment.unit in SPOKEN


def _sentences(store: Store, segments: Sequence[Segment]) -> list[Segment]:
    texts = {each.id: each.text for each in store.find_all(Document, [each.document_id for each in segments])}
    return [
        replace(each, unit=Unit.SENTENCE, start=each.start + start, end=each.start + end)
        for each in segments
        for start, end in split_sentences(texts[each.document_id][each.start : each.end])
    ]


def _how(plan: RoundPlan) -> dict[str, float]:
    return {"per_code": plan.per_code} if plan.per_code is not None else {"share": plan.share or 0.1}


def _work(store: Store, coding_round: CodingRound) -> RoundWork:
    units = store.find(RoundUnit, round_id=coding_round.id)
    made = store.find(Coding, round_id=coding_round.id)
    documents = store.find_all(Document, [each.document_id for each in units])
    done = tuple((coder, _touched(units, made, coder)) for coder in coding_round.coders)
    return RoundWork(coding_round, units, documents, done, store.find(Adjudication, round_id=coding_round.id))


def _touched(units: Sequence[RoundUnit], codings: Sequence[Coding], coder: str) -> int:
    """On how many units this coder put something in the round."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for each in codings:
        if is_coder(coder, [each.coder]):
            spans.setdefault(each.document_id, []).append((each.start, each.end))
    return sum(
        any(start < unit.end and end > unit.start for start, end in spans.get(unit.document_id, ())) for unit in units
    )


def remove_round(study: Study, name: str, *, by: str) -> CodingRound:
    """Take a round away with its units; what was coded in it stays. Raises `RoundClosed` once something was decided."""
    with study.store(by=by, what=REMOVE) as store:
        work = _work(store, find_round(store, name))
        if work.adjudications:
            raise RoundClosed(title=work.round.title)
        store.remove(*work.units)
        store.remove(work.round)
    return work.round
