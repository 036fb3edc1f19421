"""Bulk coding: all answers to a question, all turns of a speaker or all turns with certain words coded in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Role, Segment
from study.folder import Study
from study.store import Store
from workbench.actions.coding_steps import (
    Asked,
    Done,
    Putting,
    done_before,
    make_codings,
    new_ones,
    what_was_done,
)
from workbench.actions.coding_words import read_words
from workbench.actions.searching import Narrowed, search_turns
from workbench.errors import NothingChosen

MANY = "code many"
"""What the journal calls coding many passages at once."""
ALL = 1_000_000
SPOKEN = (Role.RESPONDENT, Role.GROUP, Role.NONE)

By = Literal["question", "speaker", "search"]
Where = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which turns are meant: those that answer a question (id), of a participant (id), or that hold the words of a
    query; in one document (id), or everywhere. `without` are turns left out (document id, start, end)."""

    by: By
    value: str
    document_id: str | None = None
    without: Collection[Where] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn that would be coded, in its document; `has` are the codes (keys) that this coder put on it."""

    document: Document
    segment: Segment
    has: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """The turns that were found, in the order of the documents."""

    passages: tuple[Passage, ...] = field(default_factory=tuple)

    @property
    def documents(self) -> int:
        """In how many documents they are."""
        return len({each.document.id for each in self.passages})

    def already(self, code: str | None) -> int:
        """How many of them have this code from this coder."""
        return sum(code in each.has for each in self.passages)


def preview_many(study: Study, chosen: Chosen, *, by: str) -> Preview:
    """The turns that would be coded; raises `NothingChosen` without a value, and what a query can be refused for."""
    found = _found_by_words(study, chosen)
    with study.reading() as store:
        return Preview(tuple(_passages(store, chosen, found, by=by)))


def code_many(study: Study, asked: Asked, chosen: Chosen, putting: Putting) -> tuple[Done, int]:
    """Put codes on all of these turns in one step that is taken back as one; returns how many codings were made.

    Raises as `preview_many` and `coding_steps.code_spans`.
    """
    found = _found_by_words(study, chosen)
    with study.store(by=asked.by, what=MANY, step=asked.step) as store:
        before = done_before(store, asked)
        if before is None:
            for document, passages in _by_document(_passages(store, chosen, found, by=asked.by)).items():
                _code(store, study, document, passages, putting, by=asked.by)
        made = store.journal(step=asked.step, kind=Coding.__name__)
        return what_was_done(store, asked), len(made)


def _code(
    store: Store, study: Study, document: Document, passages: Iterable[Passage], putting: Putting, *, by: str
) -> None:
    words = read_words(store, study.settings, document, by=by, codes=putting.codes)
    spans = [(each.segment.start, each.segment.end) for each in passages]
    made = make_codings(document, words, Putting(spans, putting.codes, putting.facets), by=by)
    store.add(*new_ones(store, made))


def _by_document(passages: Iterable[Passage]) -> Mapping[Document, list[Passage]]:
    found: dict[Document, list[Passage]] = {}
    for each in passages:
        found.setdefault(each.document, []).append(each)
    return found


def _found_by_words(study: Study, chosen: Chosen) -> frozenset[str]:
    """The turns (ids) that a query finds."""
    if not chosen.value.strip():
        raise NothingChosen
    if chosen.by != "search":
        return frozenset()
    results = search_turns(study, chosen.value, Narrowed(document=chosen.document_id), size=ALL)
    return frozenset(hit.segment_id for shown in results.shown for hit in shown.hits)


def _passages(store: Store, chosen: Chosen, found: Collection[str], *, by: str) -> Iterable[Passage]:
    segments = sorted(_segments(store, chosen, found), key=lambda each: (each.document_id, each.start))
    documents = {each.id: each for each in store.find_all(Document, [each.document_id for each in segments])}
    own = _own(store, documents, by=by)
    left_out = {tuple(each) for each in chosen.without}
    for each in segments:
        if each.start < each.end and (each.document_id, each.start, each.end) not in left_out:
            has = own.get((each.document_id, each.start, each.end), frozenset())
            yield Passage(documents[each.document_id], each, has)


def _segments(store: Store, chosen: Chosen, found: Collection[str]) -> Iterable[Segment]:
    """The turns that are meant; what an interviewer asks is no answer."""
    here: dict[str, Any] = {} if chosen.document_id is None else {"document_id": chosen.document_id}
    if chosen.by == "question":
        return [each for each in store.find(Segment, question_id=chosen.value, **here) if each.role in SPOKEN]
    if chosen.by == "speaker":
        return store.find(Segment, participant_id=chosen.value, **here)
    return store.find_all(Segment, tuple(found))


def _own(store: Store, documents: Iterable[str], *, by: str) -> dict[Where, frozenset[str]]:
    found: dict[Where, frozenset[str]] = {}
    for key in documents:
        for each in store.find(Coding, document_id=key, coder=by):
            place = each.document_id, each.start, each.end
            found[place] = found.get(place, frozenset()) | {each.code or ""}
    return found
