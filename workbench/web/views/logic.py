"""The logic model: boxes in five layers, the status of every link with what it rests on, and two conclusions."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from reports.drawings.logic import conclusion_words
from reports.sources import source_line
from reports.style import STATUSES
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink
from synthesis.logic_graph import check_logic
from workbench.actions.logic import LogicModel
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import CellNotFound
from workbench.web.graph import Graph, Look, measure_graph
from workbench.web.pages import show
from workbench.web.passages import passages_of

router = APIRouter()
LETTERS = {key: each.letter for key, each in STATUSES.items()}


@router.get("/aannames/logica")
def show_logic(request: Request, desk: DeskOf) -> Response:
    """The drawing, the two conclusions, what is odd about it, and every link."""
    model = model_on(desk)
    met = {each.status for each in model.links}
    return show(
        request,
        "logic.html",
        model=model,
        graph=drawing_of(model),
        conclusions=conclusion_words(model.elements, model.links),
        remarks=check_logic(model.graph),
        labels={each.key: each.label for each in model.elements},
        letters=LETTERS,
        legend=[each for each in LinkStatus if each in met],
    )


@router.get("/aannames/logica/{number}")
def show_link(request: Request, desk: DeskOf, number: int) -> Response:
    """One link: its status, what that rests on, and another explanation when there is one."""
    model = model_on(desk)
    link = find_link(model, number)
    sources = desk.sources
    return show(
        request,
        "link.html",
        link=link,
        labels={each.key: each.label for each in model.elements},
        letters=LETTERS,
        passages=passages_of(desk, link.passages),
        source=source_line(sources.parts(link.passages)),
        bias=sources.bias(link.passages),
    )


def model_on(desk: Desk) -> LogicModel:
    """The logic model of this moment."""
    return LogicModel(desk.records(LogicElement), desk.records(LogicLink))


def find_link(model: LogicModel, number: int) -> LogicLink:
    """The link with this number; raises `CellNotFound`."""
    for each in model.links:
        if each.ordinal == number:
            return each
    raise CellNotFound(name=str(number))


def drawing_of(model: LogicModel) -> Graph:
    """The model as boxes and arrows; empty without boxes."""
    if not model.elements:
        return Graph()
    return measure_graph(model.graph, blocks={each: each.words for each in Layer}, look=_look)


def _look(facts: dict[str, Any]) -> Look:
    link: LogicLink = facts["link"]
    return Look(str(link.ordinal), link.status.value, LETTERS[link.status], link.status.words)
