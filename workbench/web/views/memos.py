"""Memos: all of them on one page to find, change and export, and those on one record as a part of its page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from study.errors import StudyError
from study.messages import N_
from workbench.actions.memo_pages import KINDS, STUDY, MemoRow, list_memos, memo_authors, memos_on
from workbench.actions.memos import remove_memo, write_memo
from workbench.web.desk import DeskOf
from workbench.web.downloads import as_file, download
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.visitors import VisitorOf

router = APIRouter()
SEE_OTHER = 303
MEMO_KINDS = {
    "Document": N_("documents"),
    "Coding": N_("passages"),
    "Code": N_("codes"),
    "Finding": N_("findings"),
    "Participant": N_("participants"),
    "CodingRound": N_("rounds"),
    STUDY: N_("the study itself"),
}
FIELDS = ("made_at", "author", "label", "kind", "about", "text", "changed_at")


@router.get("/memos")
def show_memos(
    request: Request,
    desk: DeskOf,
    soort: str = "",
    wie: str = "",
    woord: str = "",
    zoek: str = "",
    bewerk: str = "",
) -> Response:
    """The memos that fit, with the form of a new one on the study."""
    authors, labels = memo_authors(desk.study)
    return show(
        request,
        "memos.html",
        memos=list_memos(desk.study, kind=soort, author=wie, label=woord, words=zoek),
        wanted={"soort": soort, "wie": wie, "woord": woord, "zoek": zoek},
        authors=authors,
        labels=labels,
        kinds=MEMO_KINDS,
        editing=bewerk,
        study_kind=STUDY,
    )


@router.post("/memos")
def keep_memo(
    *,
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    tekst: Annotated[str, Form()] = "",
    label: Annotated[str, Form()] = "",
    soort: Annotated[str, Form()] = STUDY,
    over: Annotated[str, Form()] = "",
    memo: Annotated[str, Form()] = "",
) -> Response:
    """Write a memo, or give one another text."""
    name = visitor.named(known=desk.coders)
    kind = soort if soort in KINDS else STUDY
    about = over or desk.settings.id
    write_memo(desk.study, kind, about, tekst, by=name, label=label, memo_id=memo or None)
    if request.headers.get("hx-request") == "true":
        return _part(request, desk, kind, about)
    return RedirectResponse("/memos", SEE_OTHER)


@router.post("/memos/{memo_id}/weg")
def take_away(request: Request, desk: DeskOf, visitor: VisitorOf, memo_id: str) -> Response:
    """Take a memo away; the journal can bring it back."""
    memo = remove_memo(desk.study, memo_id, by=visitor.named(known=desk.coders))
    if request.headers.get("hx-request") == "true":
        return _part(request, desk, memo.about_kind, memo.about_id)
    return RedirectResponse("/memos", SEE_OTHER)


@router.get("/memos/over/{kind}/{about_id:path}")
def show_about(request: Request, desk: DeskOf, kind: str, about_id: str) -> Response:
    """The memos on one record, as a part of its page."""
    return _part(request, desk, kind, about_id)


@router.get("/memos/alle.{form}")
def save_memos(desk: DeskOf, form: str, soort: str = "", wie: str = "", woord: str = "", zoek: str = "") -> Response:
    """The memos that fit as a file: CSV, Excel or Markdown."""
    memos = list_memos(desk.study, kind=soort, author=wie, label=woord, words=zoek)
    if form == "md":
        return as_file("\n".join(map(_as_text, memos)), name="memos.md", media="text/markdown; charset=utf-8")
    rows = [{name: getattr(each, name) for name in FIELDS} for each in memos]
    return download(rows, FIELDS, name="memos", form="xlsx" if form == "xlsx" else "csv")


def _part(request: Request, desk: DeskOf, kind: str, about_id: str) -> Response:
    try:
        memos = memos_on(desk.study, kind, about_id)
    except StudyError as problem:
        return show(request, "problem.html", status=status_of(problem), sentence=str(problem))
    return show(request, "memo_part.html", memos=memos, kind=kind, about_id=about_id)


def _as_text(memo: MemoRow) -> str:
    head = " · ".join(filter(None, (memo.about, memo.label, memo.author, memo.made_at.date().isoformat())))
    return f"## {head}\n\n{memo.text}\n"
