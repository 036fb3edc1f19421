"""Tables of codes: by an attribute of passages and people, by each other, and cases by themes."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code, CodeGroup, in_tree_order
from workbench.actions.retrieving import (
    attributes_of,
    cooccurrence_of,
    crosstab_of,
    framework_of,
    write_summary,
)
from workbench.web.desk import Desk, DeskOf
from workbench.web.downloads import Form as FileForm
from workbench.web.downloads import download
from workbench.web.pages import show
from workbench.web.visitors import VisitorOf
from workbench.web.words import ATTRIBUTES

router = APIRouter()
SEE_OTHER = 303
HIDDEN = 3
"""Cells with fewer respondents than this are not told outside (synthesis.md, section 8)."""


@router.get("/kruistabel")
def show_crosstab(
    request: Request, desk: DeskOf, kenmerk: str = "perspective", groep: str = "", tel: str = "mensen"
) -> Response:
    """Codes by an attribute, respondents and mentions apart."""
    table = crosstab_of(desk.material, kenmerk, group=groep)
    return show(
        request,
        "crosstab.html",
        table=table,
        attribute=kenmerk,
        attributes=[
            (each, ATTRIBUTES.get(each, each.removeprefix("kenmerk."))) for each in attributes_of(desk.material)
        ],
        labels=value_labels(desk, kenmerk),
        names=_names(desk),
        groups=desk.records(CodeGroup),
        group=groep,
        counting=tel,
        most=max(1, int((table.respondents if tel == "mensen" else table.mentions).max(initial=1))),
    )


@router.get("/kruistabel/tabel.{form}")
def save_crosstab(
    desk: DeskOf, form: FileForm, kenmerk: str = "perspective", groep: str = "", buiten: str = ""
) -> Response:
    """The table as a sheet; for outside without cells of one or two respondents."""
    table = crosstab_of(desk.material, kenmerk, group=groep)
    labels, names = value_labels(desk, kenmerk), _names(desk)
    fields = [
        "code",
        *(f"{labels.get(each, each)} ({what})" for each in table.values for what in ("respondenten", "passages")),
    ]
    rows = []
    for line, code in enumerate(table.codes):
        cells: list[object] = []
        for place in range(len(table.values)):
            people, said = int(table.respondents[line, place]), int(table.mentions[line, place])
            hide = bool(buiten) and 0 < people < HIDDEN
            cells += [f"<{HIDDEN}" if hide else people, "" if hide else said]
        rows.append(dict(zip(fields, [names.get(code, code), *cells], strict=True)))
    return download(rows, fields, name=f"kruistabel {kenmerk}", form=form)


@router.get("/samen")
def show_cooccurrence(request: Request, desk: DeskOf, groep: str = "", tel: str = "beurten") -> Response:
    """Codes that come together in one turn."""
    table = cooccurrence_of(desk.material, group=groep)
    counts = table.respondents if tel == "mensen" else table.turns
    off = [int(counts[one, other]) for one in range(len(counts)) for other in range(one)]
    return show(
        request,
        "cooccurrence.html",
        codes=table.codes,
        counts=counts.tolist(),
        names=_names(desk),
        groups=desk.records(CodeGroup),
        group=groep,
        counting=tel,
        most=max(off, default=0) or 1,
    )


@router.get("/samen/tabel.{form}")
def save_cooccurrence(desk: DeskOf, form: FileForm, groep: str = "", tel: str = "beurten") -> Response:
    """The table as a sheet."""
    table = cooccurrence_of(desk.material, group=groep)
    counts, names = (table.respondents if tel == "mensen" else table.turns), _names(desk)
    heads = [names.get(each, each) for each in table.codes]
    rows = [{"code": heads[line]} | dict(zip(heads, map(int, row), strict=True)) for line, row in enumerate(counts)]
    return download(rows, ["code", *heads], name="codes samen", form=form)


@router.get("/matrix")
def show_framework(
    request: Request, desk: DeskOf, thema: Annotated[list[str] | None, Query()] = None, perspectief: str = ""
) -> Response:
    """Cases by themes; without a choice the tops of the first group of codes."""
    themes = thema or _first_themes(desk)
    matrix = framework_of(desk.study, desk.material, themes=themes, perspective=perspectief)
    return show(
        request,
        "framework.html",
        matrix=matrix,
        themes=themes,
        perspective=perspectief,
        codes=in_tree_order(desk.records(CodeGroup), desk.records(Code)),
        query=request.url.query,
    )


@router.post("/matrix")
def keep_summary(
    *,
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    deelnemer: Annotated[str, Form()],
    code: Annotated[str, Form()],
    tekst: Annotated[str, Form()] = "",
    terug: Annotated[str, Form()] = "",
) -> Response:
    """Write what one case says about one theme."""
    write_summary(desk.study, deelnemer, code, tekst, by=visitor.named(known=desk.coders))
    return RedirectResponse(f"/matrix?{terug}#{urlencode({'c': deelnemer})}-{code}", SEE_OTHER)


@router.get("/matrix/tabel.{form}")
def save_framework(
    desk: DeskOf, form: FileForm, thema: Annotated[list[str] | None, Query()] = None, perspectief: str = ""
) -> Response:
    """The matrix as a sheet: the summary, or else the passages."""
    matrix = framework_of(desk.study, desk.material, themes=thema or _first_themes(desk), perspective=perspectief)
    heads = [each.name for each in matrix.themes]
    rows = []
    for person in matrix.people:
        cells = [matrix.cells[person.id, each.key] for each in matrix.themes]
        texts = [each.summary or "\n".join(text for _key, text in each.passages) for each in cells]
        rows.append(
            {"deelnemer": person.code, "perspectief": person.perspective} | dict(zip(heads, texts, strict=True))
        )
    return download(rows, ["deelnemer", "perspectief", *heads], name="matrix", form=form)


def value_labels(desk: Desk, attribute: str) -> dict[str, str]:
    """What the values of an attribute are called."""
    if attribute == "perspective":
        return {each.key: each.label for each in desk.settings.perspectives}
    if attribute == "phase":
        return {each.key: each.label for each in desk.settings.phases} | {"x": desk.settings.phase("x").label}
    return _names(desk) if attribute == "actor" else {}


def _names(desk: Desk) -> dict[str, str]:
    return {each.key: each.name for each in desk.records(Code)}


def _first_themes(desk: Desk) -> list[str]:
    substantive = {each.key for each in desk.records(CodeGroup) if each.substantive}
    ordered = in_tree_order(desk.records(CodeGroup), desk.records(Code))
    return [each.key for each in ordered if each.group in substantive and each.parent is None and not each.retired][:5]
