"""Coding work: a document as its coder finds it, with the codings that may be seen and what can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coding.adjudication import Adjudication
from coding.codings import Coding
from coding.disagreements import Disagreement, find_disagreements
from coding.rounds import CodingRound, RoundUnit
from coding.suggestions import Suggestion
from corpus.documents import Document
from corpus.segments import Role, Segment
from study.folder import Study
from study.store import Store
from workbench.actions.coding_history import History, history_of
from workbench.actions.coding_steps import revision_of
from workbench.actions.coding_words import open_round
from workbench.actions.memos import memos_about
from workbench.actions.sight import sight_of

PAIR = 2


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the turns that count how many hold a coding of this coder's own."""

    coded: int
    of: int


@dataclass(frozen=True, slots=True)
class CodingWork:
    """One document for one coder; `codings` are those that may be seen, `memos` counts them by coding (id), `units`
    are what the open round asks to be coded here, `differences` those of closed rounds that wait for a decision."""

    document: Document
    segments: tuple[Segment, ...]
    codings: tuple[Coding, ...]
    suggestions: tuple[Suggestion, ...]
    memos: dict[str, int]
    history: History
    round: CodingRound | None
    units: tuple[RoundUnit, ...]
    differences: tuple[Disagreement, ...]
    is_blind: bool
    revision: int
    coder: str

    @property
    def progress(self) -> Progress:
        """How far this coder is."""
        return progress_of(self.segments, (each for each in self.codings if each.coder == self.coder))


def open_work(study: Study, document_id: str, *, by: str) -> CodingWork:
    """The document as this coder finds it; raises `NotFound`."""
    with study.reading() as store:
        document = store.get(Document, document_id)
        every = store.find(Coding, document_id=document_id)
        codings = sight_of(store, by=by).see(every)
        round_id = open_round(store, document_id, by=by)
        return CodingWork(
            document,
            segments_of(store, document_id),
            codings,
            tuple(each for each in store.find(Suggestion, document_id=document_id) if each.accepted is None),
            {
                key: len(some)
                for key, some in memos_about(store, Coding.__name__, [each.id for each in codings]).items()
            },
            history_of(store, document_id, by=by),
            store.get(CodingRound, round_id) if round_id else None,
            store.find(RoundUnit, document_id=document_id, round_id=round_id) if round_id else (),
            open_differences(store, document_id) if len(codings) == len(every) else (),
            len(codings) < len(every),
            revision_of(store),
            by,
        )


def open_differences(store: Store, document_id: str) -> tuple[Disagreement, ...]:
    """The differences in closed rounds on this document about which nothing was decided yet."""
    units = store.find(RoundUnit, document_id=document_id)
    rounds = {each.id: each for each in store.find_all(CodingRound, [unit.round_id for unit in units])}
    codings = store.find(Coding, document_id=document_id)
    found: list[Disagreement] = []
    for each in rounds.values():
        if each.closed_at is None or len(each.coders) < PAIR:
            continue
        decided = {(one.start, one.end, one.code) for one in store.find(Adjudication, round_id=each.id)}
        mine = [unit for unit in units if unit.round_id == each.id]
        differ = find_disagreements(mine, codings, coders=each.coders, codes=each.codes or None)
        found += [one for one in differ if (one.start, one.end, one.code) not in decided]
    return tuple(found)


def segments_of(store: Store, document_id: str) -> tuple[Segment, ...]:
    """The turns of a document in the order of its text."""
    return tuple(sorted(store.find(Segment, document_id=document_id), key=lambda each: (each.start, each.ordinal)))


def progress_of(segments: Iterable[Segment], codings: Iterable[Coding]) -> Progress:
    """Of the turns of respondents and groups (all turns, where nobody is one) how many share a character with a
    coding."""
    every = [each for each in segments if each.start < each.end]
    counted = [each for each in every if each.role in (Role.RESPONDENT, Role.GROUP)] or every
    spans = sorted((each.start, each.end) for each in codings)
    return Progress(sum(_touched(counted, spans)), len(counted))


def _touched(segments: Iterable[Segment], spans: list[tuple[int, int]]) -> Iterable[bool]:
    """Of each turn whether one of the spans (sorted) shares a character with it; turns are in order of the text."""
    open_until, place = -1, 0
    for each in segments:
        while place < len(spans) and spans[place][0] < each.end:
            open_until = max(open_until, spans[place][1])
            place += 1
        yield open_until > each.start


def documents_to_code(study: Study, *, by: str) -> tuple[tuple[Document, Progress], ...]:
    """Every document with how far this coder is, in the order of the documents."""
    with study.reading() as store:
        documents, segments = store.records(Document, Segment)
        own = store.find(Coding, coder=by)
    turns: dict[str, list[Segment]] = {}
    for segment in segments:
        turns.setdefault(segment.document_id, []).append(segment)
    spans: dict[str, list[Coding]] = {}
    for coding in own:
        spans.setdefault(coding.document_id, []).append(coding)
    return tuple(
        (each, progress_of(sorted(turns.get(each.id, ()), key=lambda turn: turn.start), spans.get(each.id, ())))
        for each in documents
    )
