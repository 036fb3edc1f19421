"""Codings: added by hand, taken from a sheet, listed; each checked against the text and the codebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coding.codebook import Code
from coding.codings import Coding, Vocabulary, code_span
from corpus.documents import Document
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from workbench.actions.saving import put
from workbench.errors import DocumentNotFound, OtherWords, QuoteNotFound, UnreadableFile
from workbench.row_files import read_rows
from workbench.toml_files import Entry

ACTOR_GROUP = "actor"
NEEDED = ("document", "code")
FACETS = ("phase", "actor", "valence", "kind")
OWN = "eigen"
"""What `draad export passages` says of a facet that stands on the coding itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a coding goes: by offsets, or by the words themselves when they stand in the document once."""

    document: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None


def find_document(store: Store, name: str) -> Document:
    """The document with this file name, stem, title or id; raises `DocumentNotFound`."""
    return named_document(store.records(Document)[0], name)


def named_document(documents: Iterable[Document], name: str) -> Document:
    """The one of these documents with this file name, stem, title or id; raises `DocumentNotFound`."""
    for each in documents:
        if name in (each.source, Path(each.source).stem, each.title, each.id):
            return each
    raise DocumentNotFound(name=name)


def add_coding(study: Study, place: Place, *, by: str, **facets: Any) -> Coding:
    """Store one coding with its facets (code, phase, actor, valence, kind, intensity).

    When this person made the same one before, that one is returned and nothing is stored.
    """
    with study.store(by=by) as store:
        document = find_document(store, place.document)
        start, end = find_span(place, document)
        words = vocabulary(store, study.settings)
        coding = code_span(document, start, end, coder=by, vocabulary=words, made_at=datetime.now(UTC), **facets)
        for each in store.find(Coding, document_id=document.id, start=start, end=end, coder=by):
            if replace(each, id=coding.id, made_at=coding.made_at) == coding:
                return each
        store.add(coding)
    return coding


def vocabulary(store: Store, settings: Settings) -> Vocabulary:
    """The words that codings of this study may use: its codes, phases and actors."""
    codes: tuple[Code, ...] = store.records(Code)[0]
    actors = frozenset(each.key for each in codes if each.group == ACTOR_GROUP)
    phases = frozenset(each.key for each in settings.phases)
    return Vocabulary(frozenset(each.key for each in codes), phases, actors)


def import_codings(study: Study, file: Path, *, by: str) -> tuple[int, int]:
    """Store the codings of a CSV or JSON Lines file with the columns of `draad export passages`.

    Needed are document, start and end (or text), and code; coder, phase, actor, valence, kind and intensity may follow.
    A facet that the export says was lent by another coding (`phase_via` and its like) is not made this one's own.
    Returns how many were stored and how many were there already.
    """
    rows = read_rows(file)
    missing = [name for name in NEEDED if name not in rows.heads]
    if missing:
        raise UnreadableFile(file=file.name, reason=_("the column “{name}” is missing", name=missing[0]))
    with study.store(by=by) as store:
        documents: tuple[Document, ...] = store.records(Document)[0]
        reader = _Reader(study.settings.id, documents, vocabulary(store, study.settings), by)
        codings = {each.id: each for each in map(reader.coding, rows.entries)}
        stored = put(store, *codings.values())
    return stored, len(codings) - stored


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes codings of rows; holds what they may refer to."""

    study_id: str
    documents: tuple[Document, ...]
    words: Vocabulary
    by: str

    def coding(self, row: Entry) -> Coding:
        with row.placed():
            document = named_document(self.documents, row.text("document"))
            place = Place(document.source, whole(row, "start"), whole(row, "end"), row.text_or_none("text"))
            start, end = find_span(place, document)
            made = code_span(
                document, start, end, coder=row.text("coder", self.by), vocabulary=self.words, **_facets(row)
            )
        return identified(made, self.study_id, document)


def _facets(row: Entry) -> dict[str, Any]:
    """What the row says of the coding itself; a facet lent by another coding stays with that one."""
    own = {name: row.text_or_none(name) for name in FACETS if row.values.get(f"{name}_via", OWN) == OWN}
    return {"code": row.text_or_none("code"), "intensity": whole(row, "intensity"), **own}


def identified(coding: Coding, study_id: str, document: Document) -> Coding:
    """The coding under an id that follows from its content, so that bringing it in twice changes nothing."""
    content = f"{coding.coder}/{coding.start}-{coding.end}/{coding.code}/{coding.phase}/{coding.actor}/{coding.valence}"
    return replace(coding, id=imported_id(study_id, document.digest, content), made_at=None)


def whole(row: Entry, name: str) -> int | None:
    """The whole number in a cell; None when it is empty."""
    value = row.values.get(name)
    try:
        return None if value is None else int(value)
    except (TypeError, ValueError):
        raise row.refuse(_("“{name}” must be a whole number", name=name)) from None


def find_span(place: Place, document: Document) -> tuple[int, int]:
    """Where the place is in the document.

    Raises `QuoteNotFound` when the words are not there once, `OtherWords` when they are not those between the offsets.
    """
    if place.start is not None and place.end is not None:
        there = document.text[max(place.start, 0) : max(place.end, 0)]
        if place.quote and there.split() != place.quote.split():
            raise OtherWords(document=document.source, start=place.start, end=place.end)
        return place.start, place.end
    if not place.quote or document.text.count(place.quote) != 1:
        raise QuoteNotFound(document=document.source)
    start = document.text.index(place.quote)
    return start, start + len(place.quote)
