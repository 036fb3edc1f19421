"""Nearest by meaning: from a turn to the turns that are most like it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from corpus.documents import Document
from corpus.nearest import Meanings, learn_meanings
from corpus.participants import Participant
from corpus.segments import Segment
from workbench.actions.nearest import likeness_words, turns_like
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import PageNotFound
from workbench.web.pages import show

router = APIRouter()


@router.get("/zoeken/lijkt-op/{segment_id}")
def show_alike(request: Request, desk: DeskOf, segment_id: str) -> Response:
    """The turns most like this one; what is learned of the turns is kept until they change."""
    meanings = meanings_of(desk)
    here = next((each for each in desk.records(Segment) if each.id == segment_id), None)
    if here is None:
        raise PageNotFound
    codes = {each.id: each.code for each in desk.records(Participant)}
    return show(
        request,
        "nearest.html",
        alike=turns_like(here, meanings),
        who=lambda segment: codes.get(segment.participant_id) or segment.speaker or "",
        likeness_words=likeness_words,
    )


def meanings_of(desk: Desk) -> Meanings:
    """The turns with what is learned of them, kept until they change."""
    return desk.kept("meanings", (Document, Segment), lambda: _learn(desk))


def _learn(desk: Desk) -> Meanings:
    """Read inside, so that what is kept is never older than the moment it is kept for."""
    return learn_meanings(desk.records(Document), desk.records(Segment))
