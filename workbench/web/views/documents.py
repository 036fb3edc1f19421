"""The documents: listed, filtered and sorted, with the way to search, to bring in and to what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from math import ceil
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from coding.codings import Coding
from corpus.documents import Document, DocumentKind, DocumentStatus
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from workbench.actions.listing import Listed, list_documents, seen_documents
from workbench.web.desk import DeskOf
from workbench.web.pages import show

router = APIRouter()
A_PAGE = 100
CODED, NOT_CODED = "ja", "nee"
ORDERS: dict[str, Callable[[Listed], Any]] = {
    "titel": lambda each: each.title.casefold(),
    "datum": lambda each: each.held_on or date.max,
    "beurten": lambda each: -each.turns,
    "lengte": lambda each: -each.characters,
    "coderingen": lambda each: -each.codings,
}
"""The columns that the list can be sorted by; those with numbers have the most first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to and sorted by, by the names in the address; empty text is no wish."""

    perspectief: str = ""
    instrument: str = ""
    soort: str = ""
    status: str = ""
    gecodeerd: str = ""
    volgorde: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return not (self.perspectief or self.instrument or self.soort or self.status or self.gecodeerd)

    def address(self, **other: str | int) -> str:
        """The list with another order or page."""
        values = {each.name: getattr(self, each.name) for each in fields(self)} | other
        query = urlencode({name: value for name, value in values.items() if value})
        return f"/documenten?{query}" if query else "/documenten"

    def fits(self, each: Listed) -> bool:
        """Whether a document is on this list."""
        return (
            (not self.soort or each.kind == self.soort)
            and (not self.instrument or (each.instrument is not None and each.instrument.key == self.instrument))
            and (not self.perspectief or self.perspectief in each.perspectives)
            and (not self.status or each.status == self.status)
            and (not self.gecodeerd or (each.codings > 0) is (self.gecodeerd == CODED))
        )


@router.get("/documenten")
def show_documents(
    request: Request, desk: DeskOf, wanted: Annotated[Wanted, Depends()], bladzijde: int = 1
) -> Response:
    """The documents that fit the filters, a page at a time."""
    every = desk.kept("documents", LISTED, lambda: list_documents(desk.study), is_blind=True)
    everything = seen_documents(desk.study, every)
    rows = sort_rows([each for each in everything if wanted.fits(each)], wanted.volgorde)
    pages = max(1, ceil(len(rows) / A_PAGE))
    page = min(max(bladzijde, 1), pages)
    return show(
        request,
        "documents.html",
        wanted=wanted,
        rows=rows[(page - 1) * A_PAGE : page * A_PAGE],
        shown=len(rows),
        total=len(everything),
        page=page,
        pages=pages,
        instruments=desk.records(Instrument),
        kinds=tuple(DocumentKind),
        statuses=tuple(DocumentStatus),
        labels={each.key: each.label for each in desk.settings.perspectives},
    )


LISTED = (Document, Segment, Participant, Instrument, Coding)


def sort_rows(rows: Sequence[Listed], order: str) -> list[Listed]:
    """The rows sorted; of those that are equal, and without an order, as the files are called."""
    return sorted(rows, key=ORDERS[order]) if order in ORDERS else list(rows)
