"""The journal on screen: who did what when, with a button that takes a step back or does it again."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from workbench.actions.journal import journal_people, read_journal
from workbench.actions.step_words import RECORD_WORDS, counted_words, step_words
from workbench.actions.undoing import undo_step
from workbench.web.desk import DeskOf
from workbench.web.pages import show
from workbench.web.visitors import VisitorOf

router = APIRouter()
SEE_OTHER = 303


@router.get("/journaal")
def show_journal(request: Request, desk: DeskOf, wie: str = "", wat: str = "", voor: int = 0) -> Response:
    """A page of steps, the newest first."""
    people, kinds = journal_people(desk.study)
    page = read_journal(desk.study, by=wie or None, kind=wat or None, before=voor or None)
    more = urlencode({"wie": wie, "wat": wat, "voor": page.before}) if page.before else ""
    return show(
        request,
        "journal.html",
        steps=page.steps,
        more=more,
        wanted={"wie": wie, "wat": wat},
        people=people,
        kinds=[(each, RECORD_WORDS.get(each, each)) for each in kinds],
        step_words=step_words,
        counted_words=counted_words,
        is_first=not voor,
    )


@router.post("/journaal/ongedaan")
def take_back(
    desk: DeskOf, visitor: VisitorOf, stap: Annotated[str, Form()], terug: Annotated[str, Form()] = ""
) -> Response:
    """Take a step back; of an undoing that does the step again."""
    undo_step(desk.study, stap, by=visitor.named(known=desk.coders))
    return RedirectResponse(f"/journaal?{terug}" if terug else "/journaal", SEE_OTHER)
