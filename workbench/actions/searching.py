"""Searching: the turns that a query asks for, counted for each document, a page of them with the words around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from corpus.instruments import Instrument
from corpus.search.hits import Context, Counted, Searched, count_hits, page_of, show_context
from corpus.search.matching import marks, matches, read_words
from corpus.search.parsing import parse_query
from corpus.search.query import Query
from corpus.search.tables import finders, not_indexed, searched_documents, spoken_ordinals, texts_of, turns_at
from corpus.segments import Role
from study.folder import Study
from study.store import Store
from workbench.actions.coded_turns import coded_turns
from workbench.actions.codings import find_document
from workbench.actions.indexing import complete_index
from workbench.actions.material import Material
from workbench.progress import Progress, silent

PAGE = 25
AT_ONCE = 500
"""So many turns are read in one go."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Where is looked: only in turns of this perspective, with this code or phase, …; None is everywhere.

    `instrument` is its key, `document` its id or name.
    """

    perspective: str | None = None
    phase: str | None = None
    code: str | None = None
    instrument: str | None = None
    document: str | None = None
    kind: str | None = None
    respondents: bool = False

    @property
    def is_by_coding(self) -> bool:
        """Whether the codings decide."""
        return self.code is not None or self.phase is not None

    @property
    def is_by_voice(self) -> bool:
        """Whether it matters who speaks."""
        return self.perspective is not None or self.respondents


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that was found, with the words around the first place; `who` is a code, else the label."""

    segment_id: str
    ordinal: int
    who: str
    perspective: str | None
    role: Role
    starts_at: float | None
    context: Context


@dataclass(frozen=True, slots=True)
class Shown:
    """A document with those of its hits that are on this page; `total` is how many it has."""

    document: Searched
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: in all, for each document, and the hits of one page."""

    total: int = 0
    documents: tuple[tuple[Searched, int], ...] = ()
    shown: tuple[Shown, ...] = ()
    page: int = 1
    pages: int = 1


def search_turns(
    study: Study,
    typed: str,
    narrowed: Narrowed | None = None,
    *,
    page: int = 1,
    size: int = PAGE,
    material: Material | None = None,
    progress: Progress = silent,
) -> Results:
    """The turns that were asked for, ordered by document and place; raises a `QueryError` for what cannot be read.

    Raises too when there is no such perspective, phase, code, instrument or document.
    Documents that are not in the index yet are put in first. `material` saves reading it again when codings narrow.
    """
    asked = _Asked(parse_query(typed), narrowed or Narrowed(), page, size)
    if asked.where.perspective is not None:
        study.settings.perspective(asked.where.perspective)
    coded = (
        coded_turns(study, material, code=asked.where.code, phase=asked.where.phase)
        if asked.where.is_by_coding
        else None
    )
    with study.reading() as store:
        if not store.rows(not_indexed()):
            return _answer(store, asked, coded)
    complete_index(study, progress=progress)
    with study.reading() as store:
        return _answer(store, asked, coded)


def find_places(study: Study, typed: str, document: str) -> tuple[tuple[int, int], ...]:
    """Every place in a document (id) that a query finds, as spans [start, end) of its text, in order."""
    query = parse_query(typed)
    complete_index(study)
    with study.reading() as store:
        documents = [Searched(*row) for row in store.rows(searched_documents())]
        here = [each for each in documents if each.id == document]
        found = count_hits(_numbers(store, query, documents), here)
        return tuple(
            (turn.start + start, turn.start + end)
            for turn, text in _turns(store, found)
            for start, end in marks(query, read_words(text))
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for, where, and which page of it is shown."""

    query: Query
    where: Narrowed
    page: int
    size: int


def _answer(store: Store, asked: _Asked, coded: Collection[tuple[str, int]] | None) -> Results:
    everything = [Searched(*row) for row in store.rows(searched_documents())]
    documents = _narrow(store, everything, asked.where)
    numbers = _numbers(store, asked.query, documents)
    if asked.where.is_by_voice:
        numbers = _only(numbers, _said_by(store, asked.where, count_hits(numbers, documents)))
    if coded is not None:
        firsts = {each.id: each.first for each in documents}
        numbers = _only(numbers, (firsts[key] + ordinal for key, ordinal in coded if key in firsts))
    return _show(store, asked, count_hits(numbers, documents))


def _said_by(store: Store, where: Narrowed, counted: Sequence[Counted]) -> Iterable[int]:
    """The numbers of the turns in these documents that are said by whom is meant."""
    here = [each.document.id for each in counted]
    spoken = spoken_ordinals(here, perspective=where.perspective, respondents=where.respondents)
    for first, ordinals in store.rows(spoken):
        yield from (first + int(each) for each in ordinals.split(","))


def _only(numbers: Sequence[int], allowed: Iterable[int]) -> list[int]:
    among = set(allowed)
    return [each for each in numbers if each in among]


def _narrow(store: Store, documents: Iterable[Searched], narrowed: Narrowed) -> list[Searched]:
    """The documents of this instrument, kind and name; raises `NotFound` or `DocumentNotFound`."""
    instrument = store.only(Instrument, key=narrowed.instrument).id if narrowed.instrument else None
    document = find_document(store, narrowed.document).id if narrowed.document else None
    return [
        each
        for each in documents
        if (instrument is None or each.instrument_id == instrument)
        and (narrowed.kind is None or each.kind == narrowed.kind)
        and (document is None or each.id == document)
    ]


def _numbers(store: Store, query: Query, documents: Sequence[Searched]) -> list[int]:
    """The numbers of the turns that are found; what a database cannot decide is matched here."""
    found: set[int] = set()
    for select, is_exact in finders(store.dialect, query):
        [listed] = store.rows(select)
        numbers = sorted(map(int, listed.split(","))) if listed else []
        found.update(numbers if is_exact else _matched(store, query, numbers, documents))
    return sorted(found)


def _matched(store: Store, query: Query, numbers: Sequence[int], documents: Sequence[Searched]) -> Iterable[int]:
    counted = count_hits(numbers, documents)
    firsts = {each.document.id: each.document.first for each in counted}
    for turn, text in _turns(store, counted):
        if matches(query, read_words(text)):
            yield firsts[turn.document_id] + turn.ordinal


def _show(store: Store, asked: _Asked, counted: Sequence[Counted]) -> Results:
    total = sum(len(each.ordinals) for each in counted)
    pages = max(1, ceil(total / asked.size))
    page = min(max(asked.page, 1), pages)
    here = page_of(counted, first=(page - 1) * asked.size, size=asked.size)
    hits: dict[str, list[Hit]] = defaultdict(list)
    for turn, text in _turns(store, here):
        hits[turn.document_id].append(_hit(turn, text, asked.query))
    totals = {each.document.id: len(each.ordinals) for each in counted}
    return Results(
        total=total,
        documents=tuple((each.document, len(each.ordinals)) for each in counted),
        shown=tuple(Shown(each.document, tuple(hits[each.document.id]), totals[each.document.id]) for each in here),
        page=page,
        pages=pages,
    )


def _hit(turn: Any, text: str, query: Query) -> Hit:
    return Hit(
        segment_id=turn.id,
        ordinal=turn.ordinal,
        who=turn.code or turn.speaker or "",
        perspective=turn.perspective,
        role=Role(turn.role),
        starts_at=turn.starts_at,
        context=show_context(text, marks(query, read_words(text)), at=turn.start),
    )


def _turns(store: Store, counted: Iterable[Counted]) -> Iterable[tuple[Any, str]]:
    """The turns that were found, as rows of `turns_at`, each with its text."""
    places = [(each.document.id, ordinal) for each in counted for ordinal in each.ordinals]
    for first in range(0, len(places), AT_ONCE):
        some = places[first : first + AT_ONCE]
        # A text is read once: cut out turn by turn by the database, it would be read for each of them.
        texts = dict(map(tuple, store.rows(texts_of({document_id for document_id, _ordinal in some}))))
        for turn in store.rows(turns_at(some)):
            yield turn, texts[turn.document_id][turn.start : turn.end]
