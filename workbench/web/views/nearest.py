"""Nearest by meaning: from a turn to the turns that are most like it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from corpus.documents import Document
from corpus.nearest import learn_meanings
from corpus.participants import Participant
from corpus.segments import Segment
from study.messages import translate as _
from workbench.actions.nearest import turns_like
from workbench.web.desk import DeskOf
from workbench.web.errors import PageNotFound
from workbench.web.pages import show

router = APIRouter()
STRONG, FAIR = 0.6, 0.4


@router.get("/zoeken/lijkt-op/{segment_id}")
def show_alike(request: Request, desk: DeskOf, segment_id: str) -> Response:
    """The turns most like this one; what is learned of the turns is kept until they change."""
    documents, segments = desk.records(Document), desk.records(Segment)
    here = next((each for each in segments if each.id == segment_id), None)
    if here is None:
        raise PageNotFound
    meanings = desk.kept("meanings", (Document, Segment), lambda: learn_meanings(documents, segments))
    codes = {each.id: each.code for each in desk.records(Participant)}
    return show(
        request,
        "nearest.html",
        alike=turns_like(here, documents, meanings),
        who=lambda segment: codes.get(segment.participant_id) or segment.speaker or "",
        likeness_words=likeness_words,
    )


def likeness_words(likeness: float) -> str:
    """How much a turn is like another, in words: the number says less than it seems to."""
    if likeness >= STRONG:
        return _("much alike")
    return _("alike") if likeness >= FAIR else _("a little alike")
