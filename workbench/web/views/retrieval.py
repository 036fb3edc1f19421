"""Retrieval: passages by a question put together on a form or typed, in their context, and saved as a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from coding.codebook import Code, CodeGroup, in_tree_order
from coding.codings import StatementKind, Valence
from coding.errors import UnreadableQuery
from coding.retrieval import contexts
from study.config import ACROSS_PHASES
from workbench.actions.retrieving import FOUND_FIELDS, Found, find_passages, found_rows
from workbench.web.desk import Desk, DeskOf
from workbench.web.downloads import Form as FileForm
from workbench.web.downloads import download
from workbench.web.pages import show
from workbench.web.passages import passages_of
from workbench.web.problems import status_of

router = APIRouter()
A_PAGE = 50
CONTEXT = 90


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it stands in the address: typed, or put together of choices; `diep` takes codes below along."""

    vraag: str = ""
    code: str = ""
    verband: str = ""
    tweede: str = ""
    beurten: int = 1
    fase: str = ""
    perspectief: str = ""
    waardering: str = ""
    soort: str = ""
    codeur: str = ""
    zonder: str = ""
    vorm: str = ""

    def question(self) -> str:
        """The question in words: what was typed, with what was chosen added to it."""
        parts = [f"({self.vraag})"] if self.vraag.strip() and self._chosen() else [self.vraag.strip()]
        if self.code:
            parts.append(self._codes())
        names = {
            "fase": self.fase,
            "perspectief": self.perspectief,
            "waardering": self.waardering,
            "soort": self.soort,
            "codeur": self.codeur,
        }
        parts += [f'{name}:"{value}"' for name, value in names.items() if value]
        return " en ".join(each for each in parts if each)

    def _codes(self) -> str:
        one, other = f'code:"{self.code}"', f'code:"{self.tweede}"'
        if not self.tweede:
            return one
        joined = {
            "of": f"({one} of {other})",
            "niet": f"{one} en niet {other}",
            "dicht": f"{one} dichtbij:{self.beurten} {other}",
        }
        return joined.get(self.verband, f"{one} en {other}")

    def _chosen(self) -> bool:
        return bool(self.code or self.fase or self.perspectief or self.waardering or self.soort or self.codeur)


@router.get("/terugvinden")
def show_found(request: Request, desk: DeskOf, asked: Annotated[Asked, Depends()], bladzijde: int = 1) -> Response:
    """The form, and the passages that were asked for."""
    problem = None
    found = None
    try:
        if asked.question():
            found = _find(desk, asked)
    except UnreadableQuery as unreadable:
        problem = unreadable
    ids = found.table["coding_id"].drop_duplicates().tolist() if found else []
    pages = max(1, -(-len(ids) // A_PAGE))
    page = min(max(bladzijde, 1), pages)
    shown = ids[(page - 1) * A_PAGE : page * A_PAGE]
    return show(
        request,
        "retrieval.html",
        status=status_of(problem) if problem else 200,
        sentence=str(problem) if problem else "",
        asked=asked,
        found=found,
        passages=passages_of(desk, shown) if asked.vorm != "context" else (),
        lines=_lines(desk, found, shown) if found and asked.vorm == "context" else (),
        page=page,
        pages=pages,
        query=request.url.query,
        **_choices(desk),
    )


@router.get("/terugvinden/passages.{form}")
def save_found(desk: DeskOf, asked: Annotated[Asked, Depends()], form: FileForm) -> Response:
    """The passages as a sheet, with the full path of their codes, attributes, source and place."""
    return download(found_rows(_find(desk, asked), desk.material), FOUND_FIELDS, name="passages", form=form)


def _find(desk: Desk, asked: Asked) -> Found:
    return find_passages(desk.study, asked.question(), with_children=not asked.zonder, material=desk.material)


def _lines(desk: Desk, found: Found, ids: list[str]) -> list[tuple[object, tuple[str, str, str]]]:
    """Each passage on one line, with the words around it."""
    table = found.table.drop_duplicates("coding_id")
    spans = zip(table["coding_id"], table["document_id"], table["start"], table["end"], strict=True)
    places = {str(key): (str(document), int(start), int(end)) for key, document, start, end in spans}
    texts = {each.id: each.text for each in desk.material.documents}
    rows = [places[key] for key in ids]
    return list(zip(passages_of(desk, ids), contexts(rows, texts, width=CONTEXT), strict=True))


def _choices(desk: Desk) -> dict[str, object]:
    groups, codes = desk.records(CodeGroup), desk.records(Code)
    ordered = in_tree_order(groups, codes)
    return {
        "code_groups": [(group, [each for each in ordered if each.group == group.key]) for group in groups],
        "phases": (*desk.settings.phases, desk.settings.phase(ACROSS_PHASES)),
        "valences": tuple(Valence),
        "kinds": tuple(StatementKind),
        "coders": desk.coders,
    }
