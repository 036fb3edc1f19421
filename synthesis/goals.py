"""The goal tree (doelenboom): what a policy is for, how it is set up to get there, and what comes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.messages import N_
from study.messages import translate as _
from synthesis.errors import GoalInACircle, UnknownGoal
from synthesis.logic import LogicElement
from synthesis.verdicts import OVERALL, AssumptionMatrix, MatrixCell


class GoalKind(StrEnum):
    """A main goal (hoofddoel), a design goal (inrichtingsdoel) or a side effect (neveneffect)."""

    MAIN = "main"
    DESIGN = "design"
    SIDE_EFFECT = "side_effect"

    @property
    def words(self) -> str:
        """What is printed for the kind."""
        return _(_KINDS[self])


_KINDS: Mapping[GoalKind, str] = {
    GoalKind.MAIN: N_("Main goal"),
    GoalKind.DESIGN: N_("Design goal"),
    GoalKind.SIDE_EFFECT: N_("Side effect"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, under another one (`parent`, by key) or at the top.

    `assumptions` and `elements` are the keys of the assumptions that bear on it and of its boxes in the logic model.
    """

    id: str
    key: str
    ordinal: int
    kind: GoalKind
    label: str
    parent: str | None = None
    assumptions: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighedGoal:
    """A goal with its depth in the tree and what bears on it: overall verdicts, and boxes of the logic model.

    There is no verdict on the goal itself: a reader sees which assumptions bear on it and what came of each.
    """

    goal: Goal
    depth: int
    cells: tuple[MatrixCell, ...] = ()
    elements: tuple[LogicElement, ...] = ()


def in_tree(goals: Iterable[Goal]) -> tuple[tuple[int, Goal], ...]:
    """Each goal with its depth, every goal before those under it; the order of the input changes nothing.

    Raises `UnknownGoal` for a parent that is not there, `GoalInACircle` for goals that stand under each other.
    """
    ordered = sorted(goals, key=lambda each: (each.ordinal, each.key))
    known = {each.key for each in ordered}
    for goal in ordered:
        if goal.parent is not None and goal.parent not in known:
            raise UnknownGoal(goal=goal.key, parent=goal.parent)
    found = tuple(_under(None, ordered, 0))
    if len(found) < len(ordered):
        placed = {goal.key for _depth, goal in found}
        raise GoalInACircle(goals=", ".join(each.key for each in ordered if each.key not in placed))
    return found


def _under(parent: str | None, goals: list[Goal], depth: int) -> Iterable[tuple[int, Goal]]:
    for goal in goals:
        if goal.parent == parent:
            yield depth, goal
            yield from _under(goal.key, goals, depth + 1)


def weigh_goals(
    goals: Iterable[Goal], matrix: AssumptionMatrix | None = None, elements: Iterable[LogicElement] = ()
) -> tuple[WeighedGoal, ...]:
    """The goal tree with, per goal, the overall verdicts on its assumptions; what is no longer there is left out."""
    known = {each.key for each in matrix.assumptions} if matrix else set()
    boxes = {each.key: each for each in elements}
    return tuple(
        WeighedGoal(
            goal,
            depth,
            tuple(matrix.cell(key, OVERALL) for key in goal.assumptions if key in known) if matrix else (),
            tuple(boxes[key] for key in goal.elements if key in boxes),
        )
        for depth, goal in in_tree(goals)
    )
