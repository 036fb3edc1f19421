"""Found names: what the rules found in each text, kept for as long as the workbench runs."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Annotated, cast

from fastapi import Depends, Request

from corpus.documents import Document
from corpus.names.found import FoundName
from workbench.actions.name_groups import Review
from workbench.actions.pseudonyms import Pseudonyms

LOOK_AT_ONCE = 2_000_000
"""So many signs of new text are looked through for one page; the next visit goes on from there."""


class FoundNames:
    """The finds in each document; looked for again when its text changed, or what the study knows."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[str, tuple[int, tuple[FoundName, ...]]] = {}

    def review(self, names: Pseudonyms, document_id: str) -> Review:
        """The names in a document, with what was decided."""
        material = names.material(document_id)
        return names.review_found(material, self._found(names, material.document))

    def reviews(self, names: Pseudonyms) -> Iterator[tuple[Document, Review | None]]:
        """The documents with people's words; None for those that are left for the next visit."""
        room = LOOK_AT_ONCE
        for material in map(names.material, names.documents()):
            document = material.document
            is_new = self._mark(names, document) != self._kept.get(document.id, (None,))[0]
            if is_new and room <= 0:
                yield document, None
                continue
            room -= len(document.text) if is_new else 0
            yield document, names.review_found(material, self._found(names, document))

    def _found(self, names: Pseudonyms, document: Document) -> tuple[FoundName, ...]:
        mark = self._mark(names, document)
        with self._lock:
            kept = self._kept.get(document.id)
        if kept is not None and kept[0] == mark:
            return kept[1]
        found = names.suggester.suggest(document.text)
        with self._lock:
            self._kept[document.id] = mark, found
        return found

    def _mark(self, names: Pseudonyms, document: Document) -> int:
        return hash((document.text, names.suggester.known_mark))


def found_names_of(request: Request) -> FoundNames:
    """The found names of this application."""
    return cast(FoundNames, request.app.state.found_names)


FoundNamesOf = Annotated[FoundNames, Depends(found_names_of)]
