from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from study.folder import Study
from synthesis.goals import Goal, GoalKind, WeighedGoal
from tests.workbench.models import add_models
from tests.workbench.web.visits import links_on, opened, text_of
from workbench.web.views.goals import Branch, branches_of


def test_every_goal_shows_what_bears_on_it_and_leads_to_it(coded: Study, tmp_path: Path) -> None:
    with opened(add_models(coded, tmp_path)) as visitor:
        page = visitor.get("/aannames/doelen").text
        assert links_on(page, "/aannames/A1/") == ["/aannames/A1/totaal"]
        said = text_of(page)
        assert "Inrichtingsdoel Bel binnen een week" in said
        assert "A1 niet onderzocht" in said
        assert "In het logisch model: Bellen binnen een week; Een gesprek" in said
        assert "Hoofddoel Niemand valt tussen wal en schip geen veronderstelling heeft op dit doel betrekking" in said


def test_goals_become_branches() -> None:
    def weighed(key: str, depth: int) -> WeighedGoal:
        return WeighedGoal(Goal(key, key, 1, GoalKind.DESIGN, key), depth)

    one, two, three, four = (weighed(key, depth) for key, depth in (("a", 0), ("b", 1), ("c", 2), ("d", 0)))
    assert branches_of([one, two, three, four]) == (
        Branch(one, (Branch(two, (Branch(three, ()),)),)),
        Branch(four, ()),
    )


def test_a_study_without_goals_says_how_to_bring_them_in(newcomer: TestClient) -> None:
    assert "draad theory goals" in text_of(newcomer.get("/aannames/doelen").text)
