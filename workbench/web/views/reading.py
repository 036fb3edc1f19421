"""The reading page: one document, turn by turn, with its codings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from corpus.documents import DocumentKind
from corpus.errors import QueryError
from study.config import ACROSS_PHASES, Phase
from workbench.actions.searching import find_places
from workbench.web.desk import Desk, DeskOf
from workbench.web.opened import open_document
from workbench.web.pages import show
from workbench.web.spans import Mark, Sought, make_marks, mark_turns
from workbench.web.threads import grow_branches, reply_depths
from workbench.web.views.colours import UNKNOWN, code_classes, perspective_class

router = APIRouter()
SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Aim:
    """What of the document is shown, by the names in the address: one passage, the codings of one coder, the turns of
    one voice, what is looked for, and the place (code points) that is pointed at."""

    passage: str = ""
    codeur: str = ""
    wie: str = ""
    zoek: str = ""
    van: int = 0
    tot: int = 0

    def address(self, **other: str | int) -> str:
        """The same document with another aim; a passage or place is named anew each time."""
        kept = {
            each.name: getattr(self, each.name) for each in fields(self) if each.name not in ("passage", "van", "tot")
        }
        query = urlencode({name: value for name, value in (kept | other).items() if value != ""})
        return f"?{query}" if query else "?"

    @property
    def place(self) -> tuple[int, int] | None:
        """The place that is pointed at."""
        return (self.van, self.tot) if self.tot > self.van >= 0 else None


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the reader is among the marks: the number of the one looked at, and the ones before and after it."""

    number: int
    total: int
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for in the document: the places found, which of them is looked at, and its neighbours."""

    places: tuple[tuple[int, int], ...] = ()
    number: int = 0
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    problem: str = ""


@router.get("/documenten/{document_id}")
def read_document(request: Request, desk: DeskOf, document_id: str, aim: Annotated[Aim, Depends()]) -> Response:
    """The document, with one passage or place pointed at when it is asked for."""
    opened = open_document(desk, document_id)
    shown = [each for each in opened.codings if not aim.codeur or each.coder == aim.codeur or each.id == aim.passage]
    marks = make_marks(shown)
    search = search_document(desk, document_id, aim)
    spoken = [each for each in opened.segments if not aim.wie or opened.speaker(each).name == aim.wie]
    turns = mark_turns(opened.document.text, spoken, marks, sought=Sought(search.places, aim.place))
    reachable = [mark for turn in turns for mark in turn.marks]
    target = next((each for each in reachable if aim.passage in each.ids), None)
    is_tree = opened.document.kind is DocumentKind.COMMUNITY and not aim.wie
    return show(
        request,
        "reading.html",
        opened=opened,
        aim=aim,
        turns=turns,
        branches=grow_branches(turns) if is_tree else (),
        search=search,
        target=target,
        walk=walk_marks(reachable, aim.passage),
        depths=reply_depths(each.segment for each in turns),
        ordinals={each.id: each.ordinal for each in spoken},
        contents=opened.contents(),
        speakers={each.id: opened.speaker(each) for each in opened.segments},
        new_questions={segment.id: question for segment, question in opened.contents()},
        names={each.key: each.name for each in opened.codes},
        classes=code_classes(desk),
        unknown=UNKNOWN,
        people_marks={each.key: perspective_class(place) for place, each in enumerate(desk.settings.perspectives)},
        phase_labels={each.key: each.label for each in _phases(desk)},
    )


def search_document(desk: Desk, document_id: str, aim: Aim) -> Search:
    """The places of what is looked for; the one pointed at is a step away from those before and after it."""
    if not aim.zoek.strip():
        return Search()
    try:
        places = find_places(desk.study, aim.zoek, document_id)
    except QueryError as problem:
        return Search(problem=str(problem))
    here = aim.place or (-1, -1)
    earlier, later = [each for each in places if each < here], [each for each in places if each > here]
    return Search(
        places,
        number=places.index(here) + 1 if here in places else 0,
        before=earlier[-1] if earlier else None,
        after=later[0] if later else None,
    )


def walk_marks(marks: Sequence[Mark], passage: str) -> Walk:
    """Which mark is looked at, and its neighbours; before the first one when none is."""
    place = next((number for number, each in enumerate(marks) if passage in each.ids), None)
    if place is None:
        return Walk(0, len(marks), None, marks[0] if marks else None)
    after = marks[place + 1] if place + 1 < len(marks) else None
    return Walk(place + 1, len(marks), marks[place - 1] if place else None, after)


def _phases(desk: Desk) -> tuple[Phase, ...]:
    return (*desk.settings.phases, desk.settings.phase(ACROSS_PHASES))
