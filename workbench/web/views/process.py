"""The process map: per perspective what happens in each phase, and the passages behind every step."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from coding.codebook import Code
from reports.drawings.process import LEGEND
from reports.sources import source_line
from reports.words import role_words
from study.config import ACROSS_PHASES, Perspective, Phase
from study.messages import translate as _
from synthesis.process import MappedStep, ProcessCell, ProcessMap, ProcessStep, StepRole
from workbench.actions.process import process_of
from workbench.web.desk import MATERIAL, Desk, DeskOf
from workbench.web.errors import CellNotFound
from workbench.web.pages import show
from workbench.web.passages import passages_of
from workbench.web.views.colours import perspective_class

router = APIRouter()


@router.get("/proces")
def show_process(request: Request, desk: DeskOf, perspectief: str = "") -> Response:
    """The map; `perspectief` keeps to one row of it."""
    process = process_on(desk)
    if perspectief:
        desk.settings.perspective(perspectief)
    phases = phases_of(desk, process)
    return show(
        request,
        "process.html",
        process=process,
        phases=phases,
        rows=rows_of(process, phases, perspectief),
        chosen=perspectief,
        marks={each.key: perspective_class(place) for place, each in enumerate(process.perspectives)},
        names=names_of(desk),
        role_words=role_words,
        legend=[(role, _(LEGEND[role])) for role in StepRole if any(each.step.role is role for each in process.steps)],
    )


@router.get("/proces/{perspective}/{ordinal}")
def show_step(request: Request, desk: DeskOf, perspective: str, ordinal: int) -> Response:
    """One step with the passages it rests on, in the map or as a page."""
    mapped = find_step(process_on(desk), perspective, ordinal)
    step, sources = mapped.step, desk.sources
    return show(
        request,
        "step.html",
        mapped=mapped,
        perspective=desk.settings.perspective(perspective).label,
        phase=desk.settings.phase(step.phase).label_for(perspective),
        passages=passages_of(desk, step.passages),
        names=names_of(desk),
        role=role_words(step.role),
        source=source_line(sources.parts(step.passages)),
        bias=sources.bias(step.passages),
    )


def process_on(desk: Desk) -> ProcessMap:
    """The process map of this moment."""
    return desk.kept("process", (*MATERIAL, ProcessStep), lambda: process_of(desk.material, desk.records(ProcessStep)))


def find_step(process: ProcessMap, perspective: str, ordinal: int) -> MappedStep:
    """The step of a perspective (key) with this place; raises `CellNotFound`."""
    for each in process.of(perspective):
        if each.step.ordinal == ordinal:
            return each
    raise CellNotFound(name=f"{perspective} × {ordinal}")


def phases_of(desk: Desk, process: ProcessMap) -> tuple[Phase, ...]:
    """The columns; across the phases only when something stands there."""
    met = any(each.step.phase == ACROSS_PHASES for each in process.steps)
    return (*process.phases, *([desk.settings.phase(ACROSS_PHASES)] if met else []))


def rows_of(process: ProcessMap, phases: tuple[Phase, ...], chosen: str) -> list[tuple[Perspective, list[ProcessCell]]]:
    """Each perspective that has steps with its cells, or only the chosen one."""
    return [
        (each, [process.cell(each.key, phase.key) for phase in phases])
        for each in process.described
        if chosen in ("", each.key)
    ]


def names_of(desk: Desk) -> dict[str, str]:
    """The name of each code (key)."""
    return {each.key: each.name for each in desk.records(Code)}
