"""Suggestions for the document on the coding page, and the list of codings that say more than one thing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from workbench.actions.ambiguous import ambiguous_codings
from workbench.actions.suggesting import suggest_codes
from workbench.web.desk import DeskOf
from workbench.web.pages import show
from workbench.web.views.nearest import meanings_of
from workbench.web.visitors import VisitorOf

router = APIRouter()


@router.post("/codeer/{document_id}/voorstellen")
def make_suggestions(desk: DeskOf, visitor: VisitorOf, document_id: str) -> Response:
    """Propose codes for the turns that are not coded."""
    name = visitor.named(known=desk.coders_with(visitor.name))
    return JSONResponse({"count": suggest_codes(desk.study, document_id, by=name, meanings=meanings_of(desk))})


@router.get("/meerduidig")
def show_ambiguous(request: Request, desk: DeskOf) -> Response:
    """The codings that borrow more than one phase, actor, valence or kind, each with the way to mend it."""
    return show(request, "ambiguous.html", found=ambiguous_codings(desk.material))
