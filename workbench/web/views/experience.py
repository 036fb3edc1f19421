"""The experience map: perspective × phase, and what stands behind every statement and every cell."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from study.config import ACROSS_PHASES, Perspective, Phase
from study.messages import translate as _
from synthesis.counting import phase_of
from synthesis.experience import Cell, CellState, ExperienceMap
from synthesis.salience import is_on_border
from workbench.actions.maps import propose
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import CellNotFound
from workbench.web.evidence import evidence_of, find_statement
from workbench.web.pages import show
from workbench.web.passages import passages_of
from workbench.web.views.colours import perspective_class
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SPEAKING_ROLES = ("respondent", "group")
SEE_OTHER = 303
A_PAGE = 50


@router.get("/kaart")
def show_map(request: Request, desk: DeskOf, perspectief: str = "") -> Response:
    """The map; `perspectief` keeps to one row of it."""
    journey = desk.journey
    if perspectief:
        desk.settings.perspective(perspectief)
    instruments = {each.id: each.title for each in desk.material.instruments}
    return show(
        request,
        "experience.html",
        journey=journey,
        phases=phases_of(desk, journey),
        rows=rows_of(journey, perspectief),
        chosen=perspectief,
        marks={each.key: perspective_class(place) for place, each in enumerate(journey.perspectives)},
        states=states_of(journey),
        valences=sorted({each.valence for each in journey.statements}),
        bordered=any(is_on_border(each.r, each.stable) for each in journey.statements),
        without_guide={
            key: sorted(instruments[each] for each in found if each in instruments)
            for key, found in journey.without_guide.items()
        },
        is_on_border=is_on_border,
        codings=len(desk.material.codings),
        waiting=sum(each.state is CellState.NO_FINDING_YET for each in journey.cells),
    )


@router.post("/kaart")
def propose_here(desk: DeskOf, visitor: VisitorOf, naam: Annotated[str, Form()] = "") -> Response:
    """Propose findings for the cells that have passages and no finding, each worded by a passage itself."""
    name = visitor.named(naam)
    propose(desk.study, by=name)
    answer = RedirectResponse("/kaart", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.get("/kaart/bevinding/{key}")
def show_statement(request: Request, desk: DeskOf, key: str) -> Response:
    """One finding with everything behind it, in the map or as a page."""
    return show(request, "statement.html", evidence=evidence_of(desk, find_statement(desk, key)))


@router.get("/kaart/cel/{perspective}/{phase}")
def show_cell(request: Request, desk: DeskOf, perspective: str, phase: str, bladzijde: int = 1) -> Response:
    """All passages of one cell, whether they stand behind a finding or not, or why there are none."""
    cell = find_cell(desk, perspective, phase)
    codings = cell_codings(desk, cell)
    pages = max(1, -(-len(codings) // A_PAGE))
    number = min(max(bladzijde, 1), pages)
    return show(
        request,
        "cell.html",
        cell=cell,
        perspective=desk.settings.perspective(perspective).label,
        phase=desk.settings.phase(phase).label_for(perspective),
        passages=passages_of(desk, codings[(number - 1) * A_PAGE : number * A_PAGE]),
        total=len(codings),
        page_number=number,
        pages=pages,
        reason=reason_words(cell, guides_known=desk.material.guides_known),
    )


def find_cell(desk: Desk, perspective: str, phase: str) -> Cell:
    """The cell; raises `CellNotFound`."""
    for each in desk.journey.cells:
        if (each.perspective, each.phase) == (perspective, phase):
            return each
    raise CellNotFound(name=f"{perspective} × {phase}")


def cell_codings(desk: Desk, cell: Cell) -> list[str]:
    """The codings (ids) in a cell, in the order of the table."""
    table = desk.material.passages
    here = (table["perspective"] == cell.perspective) & (phase_of(table["phase"]) == cell.phase)
    found: list[str] = table.loc[here & table["role"].isin(SPEAKING_ROLES), "coding_id"].drop_duplicates().tolist()
    return found


def phases_of(desk: Desk, journey: ExperienceMap) -> tuple[Phase, ...]:
    """The columns, across the phases last."""
    return (*journey.phases, desk.settings.phase(ACROSS_PHASES))


def rows_of(journey: ExperienceMap, chosen: str) -> list[tuple[Perspective, list[Cell]]]:
    """Each perspective with its cells, or only the chosen one."""
    return [
        (each, [cell for cell in journey.cells if cell.perspective == each.key])
        for each in journey.perspectives
        if chosen in ("", each.key)
    ]


def states_of(journey: ExperienceMap) -> tuple[CellState, ...]:
    """The states of empty cells that the map shows, for its legend."""
    met = {each.state for each in journey.cells}
    return tuple(each for each in CellState if each in met and each is not CellState.FILLED)


def reason_words(cell: Cell, *, guides_known: bool) -> str:
    """Why a cell holds no statement; empty text when it holds some."""
    if cell.state is CellState.NOT_ASKED and not guides_known:
        return _("Nothing was said about this phase. No topic list was recorded, so nobody knows whether it was asked.")
    reasons = {
        CellState.FILLED: "",
        CellState.WITHHELD: _("There are findings here, but they could point at a person and are not shown."),
        CellState.NO_FINDING_YET: _("There are passages here that no finding rests on yet."),
        CellState.NOT_ASKED: _("No topic list covers this phase for this perspective, and nobody brought it up."),
        CellState.NO_DATA: _("A topic list covers this phase, but nobody of this perspective was reached by it."),
        CellState.NOTHING_SAID: _("It was asked, and nobody said anything about it that was coded."),
    }
    return reasons[cell.state]
