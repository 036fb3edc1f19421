"""Searching: the turns that a query asks for, counted for each document, a page of them with the words around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from corpus.documents import DocumentKind
from corpus.instruments import Instrument
from corpus.search.hits import Context, Counted, Searched, count_hits, page_of, show_context
from corpus.search.matching import marks, matches, read_words
from corpus.search.parsing import parse_query
from corpus.search.query import Query
from corpus.search.tables import finders, searched_documents, spans_of, spoken_numbers, texts_of
from corpus.segments import Role
from study.folder import Study
from study.store import Store
from workbench.actions.coded_turns import coded_turns
from workbench.actions.indexing import complete_index
from workbench.actions.material import Material
from workbench.progress import Progress, silent

PAGE = 50
AT_ONCE = 500
"""So many turns are read in one go."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Where is looked: only in turns of this perspective, with this code or phase, …; None is everywhere.

    `instrument` is its key, `document` an id.
    """

    perspective: str | None = None
    phase: str | None = None
    code: str | None = None
    instrument: str | None = None
    document: str | None = None
    kind: DocumentKind | None = None
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

    Documents that are not in the index yet are put in first. `material` saves reading it again when codings narrow.
    """
    query, narrowed = parse_query(typed), narrowed or Narrowed()
    complete_index(study, progress=progress)
    coded = coded_turns(study, material, code=narrowed.code, phase=narrowed.phase) if narrowed.is_by_coding else None
    with study.reading() as store:
        documents = [Searched(*row) for row in store.rows(searched_documents())]
        some = _narrow(store, documents, narrowed)
        numbers = _numbers(store, query, documents)
        if narrowed.is_by_voice:
            spoken = spoken_numbers(perspective=narrowed.perspective, respondents=narrowed.respondents)
            numbers = _only(numbers, store.rows(spoken))
        if coded is not None:
            firsts = {each.id: each.first for each in documents}
            numbers = _only(numbers, (firsts[key] + ordinal for key, ordinal in coded if key in firsts))
        counted = count_hits(numbers, some)
        return _show(store, query, counted, page=page, size=size)


def _only(numbers: Sequence[int], allowed: Iterable[int]) -> list[int]:
    among = set(allowed)
    return [each for each in numbers if each in among]


def _narrow(store: Store, documents: Iterable[Searched], narrowed: Narrowed) -> list[Searched]:
    """The documents of this instrument, kind and id; raises `NotFound` for an instrument that is not there."""
    instrument = store.only(Instrument, key=narrowed.instrument).id if narrowed.instrument else None
    return [
        each
        for each in documents
        if (instrument is None or each.instrument_id == instrument)
        and (narrowed.kind is None or each.kind == narrowed.kind)
        and (narrowed.document is None or each.id == narrowed.document)
    ]


def _numbers(store: Store, query: Query, documents: Sequence[Searched]) -> list[int]:
    """The numbers of the turns that are found; what a database cannot decide is matched here."""
    found: set[int] = set()
    for select, is_exact in finders(store.dialect, query):
        numbers = store.rows(select)
        found.update(numbers if is_exact else _matched(store, query, sorted(numbers), documents))
    return sorted(found)


def _matched(store: Store, query: Query, numbers: Sequence[int], documents: Sequence[Searched]) -> Iterable[int]:
    for each in count_hits(numbers, documents):
        for row, text in _texts(store, each):
            if matches(query, read_words(text)):
                yield each.document.first + row.ordinal


def _show(store: Store, query: Query, counted: Sequence[Counted], *, page: int, size: int) -> Results:
    total = sum(len(each.ordinals) for each in counted)
    pages = max(1, ceil(total / size))
    page = min(max(page, 1), pages)
    totals = {each.document.id: len(each.ordinals) for each in counted}
    shown = (
        Shown(each.document, tuple(_hits(store, query, each)), totals[each.document.id])
        for each in page_of(counted, first=(page - 1) * size, size=size)
    )
    return Results(
        total=total,
        documents=tuple((each.document, len(each.ordinals)) for each in counted),
        shown=tuple(shown),
        page=page,
        pages=pages,
    )


def _hits(store: Store, query: Query, counted: Counted) -> Iterable[Hit]:
    for row, text in _texts(store, counted):
        context = show_context(text, marks(query, read_words(text)), at=row.start)
        yield Hit(
            row.id, row.ordinal, row.code or row.speaker or "", row.perspective, Role(row.role), row.starts_at, context
        )


def _texts(store: Store, counted: Counted) -> Iterable[tuple[Any, str]]:
    """The turns of a document that were found, as rows of `spans_of`, each with its text."""
    ((_id, whole),) = store.rows(texts_of((counted.document.id,)))
    for first in range(0, len(counted.ordinals), AT_ONCE):
        for row in store.rows(spans_of(counted.document.id, counted.ordinals[first : first + AT_ONCE])):
            yield row, whole[row.start : row.end]
