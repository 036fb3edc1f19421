from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.errors import GoalInACircle, UnknownGoal
from synthesis.evidence import Stance
from synthesis.goals import Goal, GoalKind, in_tree, weigh_goals
from tests.synthesis.cases import matrix_of
from tests.synthesis.logic_cases import ELEMENTS


def goal(key: str, parent: str | None = None, **facts: Any) -> Goal:
    return Goal(f"id-{key}", key, int(key[1:]), GoalKind.DESIGN, f"Doel {key}", parent, **facts)


TREE = [goal("g1"), goal("g2", "g1"), goal("g3", "g2"), goal("g4", "g1"), goal("g5")]


@given(st.permutations(TREE))
def test_every_goal_stands_before_those_under_it_whatever_the_order(goals: list[Goal]) -> None:
    assert [(depth, each.key) for depth, each in in_tree(goals)] == [
        (0, "g1"),
        (1, "g2"),
        (2, "g3"),
        (1, "g4"),
        (0, "g5"),
    ]


def test_a_goal_under_one_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownGoal, match="g9"):
        in_tree([goal("g1", "g9")])


@pytest.mark.parametrize("goals", [[goal("g1", "g1")], [goal("g1", "g2"), goal("g2", "g1"), goal("g3")]])
def test_goals_that_stand_under_each_other_are_named(goals: list[Goal]) -> None:
    with pytest.raises(GoalInACircle, match="g1"):
        in_tree(goals)


def test_a_goal_shows_the_verdicts_on_what_bears_on_it_and_has_none_of_its_own() -> None:
    matrix = matrix_of([(f"w{each}", Stance.SUPPORTS) for each in range(1, 9)])
    (weighed,) = weigh_goals([goal("g1", assumptions=("A1", "A9"), elements=("output", "weg"))], matrix, ELEMENTS)
    assert [(cell.assumption, cell.verdict and cell.verdict.words) for cell in weighed.cells] == [
        ("A1", "herkend in de praktijk")
    ]
    assert [each.key for each in weighed.elements] == ["output"]


def test_without_a_theory_nothing_bears_on_a_goal() -> None:
    (weighed,) = weigh_goals([goal("g1", assumptions=("A1",))])
    assert weighed.cells == ()
