"""Rounds of double coding: open one, look how far it is, close it, and see how far its coders agree."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from coding.agreement import AgreementLabel
from coding.codebook import Code, CodeGroup
from corpus.documents import Document
from corpus.instruments import Instrument
from study.errors import StudyError
from workbench.actions.coding_rounds import (
    RoundPlan,
    close_round,
    list_rounds,
    open_round,
    remove_round,
    reopen_round,
    round_work,
)
from workbench.actions.round_results import round_results
from workbench.web.desk import Desk, DeskOf
from workbench.web.downloads import Form as FileForm
from workbench.web.downloads import download
from workbench.web.forms import FormOf, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.visitors import VisitorOf, tidy_name

router = APIRouter()
SEE_OTHER = 303
UNITS = ("turn", "sentence", "character")
RESULT_FIELDS = (
    *("code", "unit", "n_documents", "n_units", "prevalence", "alpha", "low", "high", "label"),
    *("positive_agreement", "both", "only_a", "only_b", "kappa"),
)


@router.get("/rondes")
def list_all(request: Request, desk: DeskOf) -> Response:
    """All rounds, and the form for a new one."""
    return _list(request, desk, {})


@router.post("/rondes")
def open_one(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Open a round as the form says."""
    values = texts_in(form)
    try:
        opened, _sample = open_round(desk.study, _plan(desk, values), by=visitor.named(known=desk.coders))
    except StudyError as problem:
        return _list(request, desk, values, problem)
    return RedirectResponse(f"/rondes/{opened.id}", SEE_OTHER)


@router.get("/rondes/{round_id}")
def show_round(request: Request, desk: DeskOf, round_id: str, gemaakt: int = 0) -> Response:
    """A round: its units and progress while it is open, how far its coders agree when it is closed."""
    work = round_work(desk.study, round_id)
    results = None if work.is_open else round_results(desk.study, round_id)
    names = {each.key: each.name for each in desk.records(Code)}
    labels = {each.value: each.words for each in AgreementLabel}
    return show(
        request, "coding_round.html", work=work, results=results, names=names, labels=labels, request_made=gemaakt
    )


@router.post("/rondes/{round_id}/sluiten")
def close_one(
    request: Request, desk: DeskOf, visitor: VisitorOf, round_id: str, onaf: Annotated[str, Form()] = ""
) -> Response:
    """Close the round."""
    close_round(desk.study, round_id, by=visitor.named(known=desk.coders), unfinished=bool(onaf))
    return RedirectResponse(f"/rondes/{round_id}", SEE_OTHER)


@router.post("/rondes/{round_id}/heropenen")
def reopen_one(desk: DeskOf, visitor: VisitorOf, round_id: str) -> Response:
    """Open the round again."""
    reopen_round(desk.study, round_id, by=visitor.named(known=desk.coders))
    return RedirectResponse(f"/rondes/{round_id}", SEE_OTHER)


@router.post("/rondes/{round_id}/weg")
def remove_one(desk: DeskOf, visitor: VisitorOf, round_id: str) -> Response:
    """Take the round away; codings stay."""
    remove_round(desk.study, round_id, by=visitor.named(known=desk.coders))
    return RedirectResponse("/rondes", SEE_OTHER)


@router.get("/rondes/{round_id}/overeenstemming.{form}")
def save_results(desk: DeskOf, round_id: str, form: FileForm) -> Response:
    """Agreement per code as a file."""
    results = round_results(desk.study, round_id)
    return download(results.rows, RESULT_FIELDS, name=results.work.round.title, form=form)


def _list(request: Request, desk: Desk, values: dict[str, str], problem: StudyError | None = None) -> Response:
    return show(
        request,
        "coding_rounds.html",
        status=status_of(problem) if problem else 200,
        sentence=str(problem) if problem else "",
        rounds=list_rounds(desk.study),
        values=values,
        groups=desk.records(CodeGroup),
        instruments=desk.records(Instrument),
        coders=desk.coders,
    )


def _plan(desk: Desk, values: dict[str, Any]) -> RoundPlan:
    groups = {each.strip() for each in values.get("groep", "").split(",") if each.strip()}
    coders = tuple(name for each in values.get("codeurs", "").split(",") if (name := tidy_name(each)))
    known = {each.casefold(): each for each in desk.coders}
    number = _number(values.get("aantal", ""), 10)
    by_code = values.get("hoe") == "code"
    return RoundPlan(
        tidy_name(values.get("titel", "")),
        tuple(known.get(each.casefold(), each) for each in coders),
        unit=values.get("eenheid", "turn") if values.get("eenheid") in UNITS else "turn",
        codes=tuple(each.key for each in desk.records(Code) if each.group in groups),
        share=None if by_code else min(max(number, 1), 100) / 100,
        per_code=max(number, 1) if by_code else None,
        seed=_number(values.get("zaad", ""), 1),
        documents=_documents(desk, values.get("instrument", "")),
    )


def _documents(desk: Desk, instrument: str) -> frozenset[str]:
    ids = {each.id for each in desk.records(Instrument) if each.key == instrument}
    return frozenset(each.id for each in desk.records(Document) if each.instrument_id in ids)


def _number(text: str, other: int) -> int:
    return int(text) if text.strip().isdecimal() else other
