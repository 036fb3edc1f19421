from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from synthesis.errors import GoalInACircle, UnknownGoal
from synthesis.goals import Goal
from tests.workbench.material import put
from tests.workbench.models import GOALS, add_models
from workbench.actions.goals import goal_rows, import_goals, load_goals
from workbench.errors import BadEntry, DoubledEntry


def test_a_tree_comes_back_with_what_bears_on_each_goal(either_coded: Study, tmp_path: Path) -> None:
    assert load_goals(either_coded) == ()
    goals = load_goals(add_models(either_coded, tmp_path))
    assert [(each.depth, each.goal.key) for each in goals] == [(0, "d1"), (1, "d2"), (2, "d3")]
    assert [cell.assumption for cell in goals[1].cells] == ["A1"]
    assert [each.label for each in goals[1].elements] == ["Bellen binnen een week", "Een gesprek"]


def test_a_file_is_the_whole_of_the_tree(coded: Study, tmp_path: Path) -> None:
    study = add_models(coded, tmp_path)
    import_goals(study, put(tmp_path, "d.toml", GOALS.rpartition("[[goal]]")[0]), by="ans")
    assert [each.goal.key for each in load_goals(study)] == ["d1", "d2"]
    import_goals(study, put(tmp_path, "d.toml", ""), by="ans")
    assert load_goals(study) == ()


@pytest.mark.parametrize(
    ("wrong", "kind", "reason"),
    [
        (('assumptions = ["A1"]', 'assumptions = ["A9"]'), BadEntry, "A9"),
        (('"gesprek"', '"weg"'), BadEntry, "weg"),
        (('kind = "main"', 'kind = "hoofddoel"'), BadEntry, "main, design, side_effect"),
        (('key = "d3"', 'key = "d2"'), DoubledEntry, "d2"),
        (('parent = "d1"', 'parent = "d9"'), UnknownGoal, "d9"),
        (('parent = "d1"', 'parent = "d3"'), GoalInACircle, "d2, d3"),
    ],
)
def test_a_mistake_is_named_and_the_tree_stays_as_it_was(
    coded: Study, tmp_path: Path, wrong: tuple[str, str], kind: type[Exception], reason: str
) -> None:
    study = add_models(coded, tmp_path)
    with pytest.raises(kind, match=reason):
        import_goals(study, put(tmp_path, "d.toml", GOALS.replace(*wrong)), by="ans")
    with study.reading() as store:
        assert store.count(Goal) == 3


def test_rows_set_verdicts_beside_their_assumptions(coded: Study, tmp_path: Path) -> None:
    row = goal_rows(add_models(coded, tmp_path))[1]
    assert (row["depth"], row["assumptions"], row["verdicts"]) == (1, ["A1"], ["niet_onderzocht"])
