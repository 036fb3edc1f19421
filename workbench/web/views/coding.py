"""The coding page: one document to work on for hours, and the steps that its script asks for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from workbench.actions.coding_history import read_history
from workbench.actions.coding_memos import memo_on
from workbench.actions.coding_steps import (
    Asked,
    Done,
    Putting,
    change_codings,
    code_spans,
    decide_suggestions,
    remove_codings,
    undo_coding,
)
from workbench.actions.coding_work import documents_to_code, open_work
from workbench.web.coding_forms import Known, StepForm
from workbench.web.coding_state import coding_values, standing, state_of
from workbench.web.desk import Desk, DeskOf
from workbench.web.offsets import Offsets
from workbench.web.pages import show
from workbench.web.spans import text_pieces
from workbench.web.views.colours import code_colours, perspective_class
from workbench.web.visitors import VisitorOf

router = APIRouter()
SEE_OTHER = 303


@router.get("/codeer")
def list_work(request: Request, desk: DeskOf, visitor: VisitorOf) -> Response:
    """Every document with how far the visitor is, and the first that waits."""
    if visitor.name is None:
        return _who(request)
    rows = documents_to_code(desk.study, by=visitor.named(known=desk.coders_with(visitor.name)))
    waiting = next((each for each, progress in rows if progress.coded < progress.of), None)
    return show(request, "coding_list.html", rows=rows, waiting=waiting)


@router.get("/codeer/{document_id}")
def code_document(request: Request, desk: DeskOf, visitor: VisitorOf, document_id: str) -> Response:
    """The page: the text and what a script needs to work on it."""
    if visitor.name is None:
        return _who(request)
    work = open_work(desk.study, document_id, by=visitor.named(known=desk.coders_with(visitor.name)))
    return show(
        request,
        "coding.html",
        work=work,
        pieces=text_pieces(work.document.text, work.segments),
        people={each.key: perspective_class(place) for place, each in enumerate(desk.settings.perspectives)},
        voices=desk.voices,
        places=desk.places(document_id),
    )


@router.get("/codeer/{document_id}/stand")
def read_state(desk: DeskOf, visitor: VisitorOf, document_id: str) -> Response:
    """The codings and everything else as they are now."""
    work = open_work(desk.study, document_id, by=visitor.named(known=desk.coders_with(visitor.name)))
    return JSONResponse(state_of(desk, work, colours=code_colours(desk)))


@router.post("/codeer/{document_id}/stap")
def take_step(desk: DeskOf, visitor: VisitorOf, document_id: str, step: StepForm) -> Response:
    """One step of the coder: code, change, remove, accept, reject or memo."""
    asked = _asked(desk, visitor, document_id, step)
    places = desk.places(document_id)
    return _answer(asked, _do(desk, asked, step, places), places)


@router.post("/codeer/{document_id}/ongedaan")
def undo_step(desk: DeskOf, visitor: VisitorOf, document_id: str, known: Known) -> Response:
    """Take back the coder's last step on this document."""
    asked = _asked(desk, visitor, document_id, known)
    history = read_history(desk.study, document_id, by=asked.by)
    return _answer(asked, undo_coding(desk.study, asked, history.undo), desk.places(document_id))


@router.post("/codeer/{document_id}/opnieuw")
def redo_step(desk: DeskOf, visitor: VisitorOf, document_id: str, known: Known) -> Response:
    """Do again what was taken back last."""
    asked = _asked(desk, visitor, document_id, known)
    history = read_history(desk.study, document_id, by=asked.by)
    return _answer(asked, undo_coding(desk.study, asked, history.redo), desk.places(document_id))


def _who(request: Request) -> Response:
    """Ask who is coding, and come back."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/naam?{urlencode({'terug': request.url.path + query})}", SEE_OTHER)


def _do(desk: Desk, asked: Asked, step: StepForm, places: Offsets) -> Done:
    """Carry out what the step names."""
    study = desk.study
    match step.verb:
        case "code":
            spans = [(places.from_utf16(start), places.from_utf16(end)) for start, end in step.spans]
            return code_spans(study, asked, Putting(spans, step.codes, step.given()))
        case "change":
            return change_codings(study, asked, step.codings, step.set.values(places))
        case "remove":
            return remove_codings(study, asked, step.codings)
        case "memo":
            return memo_on(study, asked, step.about_kind, step.about_id, step.text, label=step.label)
        case _:
            return decide_suggestions(study, asked, step.suggestions, accepted=step.verb == "accept")


def _asked(desk: Desk, visitor: VisitorOf, document_id: str, known: Known) -> Asked:
    return Asked(known.id, document_id, known.seen, known.digest, visitor.named(known=desk.coders_with(visitor.name)))


def _answer(asked: Asked, done: Done, places: Offsets) -> Response:
    """What changed on the page."""
    here = [each for each in (*done.added, *done.changed) if each.document_id == asked.document_id]
    values = {each.id: coding_values(each, places, by=asked.by, memos=done.memos) for each in here}
    return JSONResponse(
        {
            "step": done.step,
            "revision": done.revision,
            "added": _values(done.added, values),
            "changed": _values(done.changed, values),
            "removed": done.removed,
            "decided": done.decided,
            **standing(done.history),
        }
    )


def _values(codings: Any, values: dict[str, Any]) -> list[dict[str, Any]]:
    return [values[each.id] for each in codings if each.id in values]
