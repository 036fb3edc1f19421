"""The judgement quadrants: what a perspective makes of each actor, and how many say so."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from coding.codebook import Code
from synthesis.judgement import Column, Judgement, Row, judge_all
from workbench.web.desk import MATERIAL, DeskOf
from workbench.web.pages import show
from workbench.web.views.colours import perspective_class

router = APIRouter()


@router.get("/kaart/oordeel")
def show_judgements(request: Request, desk: DeskOf, perspectief: str = "") -> Response:
    """The quadrants of one perspective: the one asked for, else the first with something in it."""
    journey = desk.journey
    if perspectief:
        desk.settings.perspective(perspectief)
    judgements = desk.kept("judgements", (*MATERIAL, *_findings()), lambda: judge_all(journey))
    keys = [each.key for each in journey.perspectives]
    chosen = perspectief or next((each.perspective for each in judgements if each.placed), keys[0] if keys else "")
    return show(
        request,
        "judgement.html",
        perspectives=journey.perspectives,
        marks={key: perspective_class(place) for place, key in enumerate(keys)},
        chosen=chosen,
        label=next((each.label for each in journey.perspectives if each.key == chosen), ""),
        judgements=[each for each in judgements if each.perspective == chosen],
        names={each.key: each.name for each in desk.records(Code)},
        columns=tuple(Column),
        rows=tuple(Row),
        said=_is_filled,
    )


def _is_filled(judgement: Judgement) -> bool:
    return bool(judgement.placed)


def _findings() -> tuple[type, ...]:
    from synthesis.findings import Finding

    return (Finding,)
