"""Listing: the documents with what is in them, without reading their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from coding.rounds import is_coder
from coding.tables import coders_of_documents
from corpus.documents import DocumentKind, DocumentStatus
from corpus.instruments import Instrument
from corpus.segments import Role
from corpus.tables import listed_documents, voices_of_documents
from study.folder import Study
from study.store import Store
from workbench.actions.sight import sight_of
from workbench.looker import current_looker


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as the list shows it; `coders` and how many codings each of them made."""

    id: str
    title: str
    kind: DocumentKind
    status: DocumentStatus
    held_on: date | None
    source: str
    instrument: Instrument | None
    characters: int
    turns: int
    perspectives: tuple[str, ...]
    coders: tuple[tuple[str, int], ...]

    @property
    def codings(self) -> int:
        """How many codings there are in all."""
        return sum(number for _coder, number in self.coders)


def list_documents(study: Study) -> tuple[Listed, ...]:
    """Every document in its order; with many thousands of turns this counts, and reads no words."""
    with study.reading() as store:
        instruments = {each.id: each for each in store.find(Instrument)}
        voices = _by_document(store)
        coders: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for document_id, coder, number in store.rows(coders_of_documents()):
            coders[document_id].append((coder, number))
        return tuple(
            Listed(
                id=row.id,
                title=row.title,
                kind=DocumentKind(row.kind),
                status=DocumentStatus(row.status),
                held_on=row.held_on,
                source=row.source,
                instrument=(instrument := instruments.get(row.instrument_id)),
                characters=row.characters,
                turns=sum(voices[row.id].values()),
                perspectives=_perspectives(voices[row.id], instrument),
                coders=tuple(coders[row.id]),
            )
            for row in store.rows(listed_documents())
        )


def seen_documents(study: Study, rows: Iterable[Listed]) -> tuple[Listed, ...]:
    """The documents without the numbers of coders to whom whoever looks is blind now."""
    looker = current_looker()
    with study.reading() as store:
        hidden = sight_of(store, by=looker).rounds
    return tuple(
        replace(each, coders=tuple(one for one in each.coders if is_coder(looker, [one[0]])))
        if each.id in hidden
        else each
        for each in rows
    )


Voices = dict[tuple[Role, str | None], int]


def _by_document(store: Store) -> dict[str, Voices]:
    found: dict[str, Voices] = defaultdict(dict)
    for document_id, role, perspective, turns in store.rows(voices_of_documents()):
        found[document_id][Role(role), perspective] = turns
    return found


def _perspectives(voices: Voices, instrument: Instrument | None) -> tuple[str, ...]:
    """Whose eyes a document looks through: its respondents', and its instrument's when anybody speaks."""
    spoken = {perspective for _role, perspective in voices if perspective is not None}
    if instrument and instrument.perspective and any(role is not Role.NONE for role, _perspective in voices):
        spoken.add(instrument.perspective)
    return tuple(sorted(spoken))
