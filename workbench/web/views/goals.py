"""The goal tree: goals under goals, each with the verdicts on the assumptions that bear on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from reports.drawings.goals import verdict_of
from reports.style import VERDICTS
from synthesis.goals import Goal, WeighedGoal, weigh_goals
from synthesis.logic import LogicElement
from synthesis.verdicts import OVERALL
from workbench.web.desk import DeskOf
from workbench.web.pages import show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal with the goals under it."""

    weighed: WeighedGoal
    branches: tuple[Branch, ...]


@router.get("/aannames/doelen")
def show_goals(request: Request, desk: DeskOf) -> Response:
    """The tree."""
    goals = weigh_goals(desk.records(Goal), desk.matrix, desk.records(LogicElement))
    return show(
        request,
        "goals.html",
        branches=branches_of(goals),
        verdict_of=verdict_of,
        letters={key: each.letter for key, each in VERDICTS.items()},
        overall=OVERALL,
    )


def branches_of(goals: Sequence[WeighedGoal]) -> tuple[Branch, ...]:
    """The goals as a tree, from the list in which every goal stands before those under it."""
    if not goals:
        return ()
    top = goals[0].depth
    starts = [place for place, each in enumerate(goals) if each.depth == top]
    ends = [*starts[1:], len(goals)]
    return tuple(
        Branch(goals[start], branches_of(goals[start + 1 : end])) for start, end in zip(starts, ends, strict=True)
    )
