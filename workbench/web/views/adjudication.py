"""Differences of a round, side by side in the text, and the screen where is decided what belongs there after all."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code
from workbench.actions.round_results import Difference, decide, round_results, settle
from workbench.web.desk import DeskOf
from workbench.web.downloads import Form as FileForm
from workbench.web.downloads import download
from workbench.web.pages import show
from workbench.web.views.colours import UNKNOWN, code_classes
from workbench.web.visitors import VisitorOf

router = APIRouter()
SEE_OTHER = 303
A_PAGE = 20
FIELDS = ("document", "start", "end", "code", "text", "coders", "decision", "reason", "by")


@router.get("/rondes/{round_id}/verschillen")
def show_differences(
    request: Request, desk: DeskOf, round_id: str, code: str = "", wat: str = "", bladzijde: int = 1
) -> Response:
    """The differences, of one code or of all, decided or not, a page at a time."""
    results = round_results(desk.study, round_id)
    every = results.differences
    found = [each for each in every if _fits(each, code, wat)]
    pages = max(1, -(-len(found) // A_PAGE))
    page = min(max(bladzijde, 1), pages)
    return show(
        request,
        "coding_differences.html",
        work=results.work,
        coders=results.coders,
        found=found[(page - 1) * A_PAGE : page * A_PAGE],
        shown=len(found),
        total=len(every),
        decided=sum(each.decision is not None for each in every),
        codes=sorted({each.found.code for each in every}),
        names={each.key: each.name for each in desk.records(Code)},
        classes=code_classes(desk),
        unknown=UNKNOWN,
        wanted={"code": code, "wat": wat},
        page=page,
        pages=pages,
    )


@router.post("/rondes/{round_id}/verschillen")
def decide_one(
    *,
    desk: DeskOf,
    visitor: VisitorOf,
    round_id: str,
    document: Annotated[str, Form()],
    begin: Annotated[int, Form()],
    eind: Annotated[int, Form()],
    code: Annotated[str, Form()],
    besluit: Annotated[str, Form()] = "",
    reden: Annotated[str, Form()] = "",
    filter_code: Annotated[str, Form()] = "",
    filter_wat: Annotated[str, Form()] = "",
    bladzijde: Annotated[int, Form()] = 1,
) -> Response:
    """Write down a decision and go back to where the visitor was."""
    name = visitor.named(known=desk.coders)
    decide(desk.study, round_id, (document, begin, eind), code, is_present=besluit == "wel", reason=reden, by=name)
    query = urlencode({"code": filter_code, "wat": filter_wat, "bladzijde": bladzijde})
    return RedirectResponse(f"/rondes/{round_id}/verschillen?{query}#v-{document}-{begin}-{code}", SEE_OTHER)


@router.post("/rondes/{round_id}/vaststellen")
def settle_round(
    request: Request, desk: DeskOf, visitor: VisitorOf, round_id: str, codeur: Annotated[str, Form()] = ""
) -> Response:
    """Make codings of what was agreed and decided."""
    number = settle(desk.study, round_id, by=visitor.named(known=desk.coders), coder=codeur)
    return RedirectResponse(f"/rondes/{round_id}?gemaakt={number}", SEE_OTHER)


@router.get("/rondes/{round_id}/verschillen.{form}")
def save_differences(desk: DeskOf, round_id: str, form: FileForm) -> Response:
    """The differences with what was decided, as a file."""
    results = round_results(desk.study, round_id)
    return download(map(_row, results.differences), FIELDS, name=f"{results.work.round.title} verschillen", form=form)


def _fits(each: Difference, code: str, what: str) -> bool:
    return (not code or each.found.code == code) and (not what or (each.decision is not None) is (what == "besloten"))


def _row(each: Difference) -> dict[str, object]:
    decision = each.decision
    return {
        "document": each.title,
        "start": each.found.start,
        "end": each.found.end,
        "code": each.found.code,
        "text": each.text,
        "coders": [name for name, put in each.found.by.items() if put],
        "decision": "" if decision is None else "wel" if decision.is_present else "niet",
        "reason": decision.reason if decision else "",
        "by": decision.by if decision else "",
    }
