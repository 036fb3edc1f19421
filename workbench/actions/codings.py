"""Codings: added by hand, taken from a sheet, listed; each checked against the text and the codebook."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coding.codebook import Code
from coding.codings import Coding, StatementKind, Valence, Vocabulary, code_span
from corpus.documents import Document
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from workbench.actions.saving import put
from workbench.errors import BadEntry, DocumentNotFound, QuoteNotFound, UnreadableFile
from workbench.toml_files import Entry

ACTOR_GROUP = "actor"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a coding goes: by offsets, or by the words themselves when they stand in the document once."""

    document: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None


def find_document(store: Store, name: str) -> Document:
    """The document with this file name, stem, title or id; raises `DocumentNotFound`."""
    documents: tuple[Document, ...] = store.records(Document)[0]
    for each in documents:
        if name in (each.source, Path(each.source).stem, each.title, each.id):
            return each
    raise DocumentNotFound(name=name)


def add_coding(study: Study, place: Place, *, by: str, **facets: Any) -> Coding:
    """Store one coding with its facets (code, phase, actor, valence, kind, intensity)."""
    with study.store(by=by) as store:
        document = find_document(store, place.document)
        start, end = _span(place, document)
        words = vocabulary(store, study.settings)
        coding = code_span(document, start, end, coder=by, vocabulary=words, made_at=datetime.now(UTC), **facets)
        store.add(coding)
    return coding


def vocabulary(store: Store, settings: Settings) -> Vocabulary:
    """The words that codings of this study may use: its codes, phases and actors."""
    codes: tuple[Code, ...] = store.records(Code)[0]
    actors = frozenset(each.key for each in codes if each.group == ACTOR_GROUP)
    phases = frozenset(each.key for each in settings.phases)
    return Vocabulary(frozenset(each.key for each in codes), phases, actors)


def import_codings(study: Study, file: Path, *, by: str) -> int:
    """Store the codings of a CSV or JSON Lines file with the columns of `draad export passages`; how many were new.

    Needed are document, start and end (or text), and code; coder, phase, actor, valence, kind and intensity may follow.
    """
    with study.store(by=by) as store:
        documents = {
            name: each for each in store.records(Document)[0] for name in (each.source, Path(each.source).stem)
        }
        words = vocabulary(store, study.settings)
        codings = [_coding(row, study.settings, documents, words, by) for row in _rows(file)]
        return put(store, *codings)


def _rows(file: Path) -> Iterator[Entry]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            if file.suffix == ".jsonl":
                rows: list[dict[str, Any]] = [json.loads(line) for line in stream if line.strip()]
            else:
                sample = stream.read(4096)
                stream.seek(0)
                rows = list(csv.DictReader(stream, delimiter=";" if sample.count(";") > sample.count(",") else ","))
    except (OSError, UnicodeDecodeError, csv.Error, json.JSONDecodeError) as problem:
        raise UnreadableFile(file=file.name, reason=problem) from problem
    missing = {"document", "code"} - set(rows[0] if rows else {})
    if missing:
        raise UnreadableFile(file=file.name, reason=_("the column “{name}” is missing", name=sorted(missing)[0]))
    for number, row in enumerate(rows, start=1):
        yield Entry(file, _("line"), number, {name: value for name, value in row.items() if value not in (None, "")})


def _coding(row: Entry, settings: Settings, documents: Mapping[str, Document], words: Vocabulary, by: str) -> Coding:
    name = row.text("document")
    if name not in documents:
        raise DocumentNotFound(name=name)
    document = documents[name]
    quote = row.text_or_none("text")
    start, end = _span(Place(name, _number(row, "start"), _number(row, "end"), quote), document)
    coder = row.text("coder", by)
    made = code_span(
        document,
        start,
        end,
        coder=coder,
        vocabulary=words,
        code=row.text_or_none("code"),
        phase=row.text_or_none("phase"),
        actor=row.text_or_none("actor"),
        valence=row.choice_or_none("valence", Valence),
        kind=row.choice_or_none("kind", StatementKind),
        intensity=_number(row, "intensity"),
    )
    return identified(made, settings.id, document)


def identified(coding: Coding, study_id: str, document: Document) -> Coding:
    """The coding under an id that follows from its content, so that bringing it in twice changes nothing."""
    content = f"{coding.coder}/{coding.start}-{coding.end}/{coding.code}/{coding.phase}/{coding.actor}/{coding.valence}"
    return replace(coding, id=imported_id(study_id, document.digest, content), made_at=None)


def _number(row: Entry, name: str) -> int | None:
    value = row.values.get(name)
    if value is None:
        return None
    try:
        return int(value)
    except (TypeError, ValueError):
        raise BadEntry(
            file=row.file.name,
            table=row.table,
            number=row.number,
            reason=_("“{name}” must be a whole number", name=name),
        ) from None


def _span(place: Place, document: Document) -> tuple[int, int]:
    if place.start is not None and place.end is not None:
        return place.start, place.end
    if not place.quote or document.text.count(place.quote) != 1:
        raise QuoteNotFound(document=document.source)
    start = document.text.index(place.quote)
    return start, start + len(place.quote)
