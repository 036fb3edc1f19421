"""The codebook: the tree of codes with how to use them, how much they are used, and every passage of a code."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code, CodeGroup, in_tree_order
from workbench.actions.codebook import Usage, code_usage, import_codebook
from workbench.web.desk import MATERIAL, Desk, DeskOf
from workbench.web.errors import CodeNotFound
from workbench.web.pages import show
from workbench.web.passages import passages_of
from workbench.web.uploads import put_down
from workbench.web.views.colours import code_classes
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
A_PAGE = 50
"""So many passages stand on a page of a code."""


@router.get("/codeboek")
def show_codebook(request: Request, desk: DeskOf) -> Response:
    """The tree, group by group."""
    usage = used(desk)
    codes = in_tree_order(desk.records(CodeGroup), desk.records(Code))
    groups = {group.key: [each for each in codes if each.group == group.key] for group in desk.records(CodeGroup)}
    return show(
        request,
        "codebook.html",
        groups=[(group, groups[group.key]) for group in desk.records(CodeGroup)],
        usage=usage,
        classes=code_classes(desk),
    )


@router.post("/codeboek")
def bring_in(
    desk: DeskOf,
    visitor: VisitorOf,
    bestand: Annotated[UploadFile | None, File()] = None,
    naam: Annotated[str, Form()] = "",
) -> Response:
    """Bring in a codebook; codes that are there already are brought up to date."""
    name = visitor.named(naam)
    with put_down([bestand] if bestand else []) as files:
        import_codebook(desk.study, files[0], by=name)
    answer = RedirectResponse("/codeboek", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.get("/codeboek/{key}")
def show_code(request: Request, desk: DeskOf, key: str, bladzijde: int = 1) -> Response:
    """A code with all its passages, a page at a time."""
    code = next((each for each in desk.records(Code) if each.key == key), None)
    if code is None:
        raise CodeNotFound(name=key)
    table = desk.material.passages
    codings = table.loc[table["code"] == key, "coding_id"].drop_duplicates().tolist()
    pages = max(1, -(-len(codings) // A_PAGE))
    number = min(max(bladzijde, 1), pages)
    return show(
        request,
        "code.html",
        code=code,
        usage=used(desk)[key],
        passages=passages_of(desk, codings[(number - 1) * A_PAGE : number * A_PAGE]),
        page_number=number,
        pages=pages,
        mark=code_classes(desk).get(key, ""),
    )


def used(desk: Desk) -> dict[str, Usage]:
    """How much each code (key) is used."""
    return desk.kept("usage", MATERIAL, lambda: {each.key: each for each in code_usage(desk.study)})
