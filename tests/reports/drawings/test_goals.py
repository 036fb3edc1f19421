from __future__ import annotations

from reports.drawings.goals import draw_goals, rails_of
from reports.rendering import render_svg
from study.messages import speaking
from synthesis.goals import weigh_goals
from tests.reports.drawn import content_of
from tests.reports.made_models import ELEMENTS, GOALS
from tests.reports.made_theory import matrix

WEIGHED = weigh_goals(GOALS, matrix(), ELEMENTS)


def test_every_goal_shows_the_verdicts_on_what_bears_on_it() -> None:
    with speaking("nl"):
        rows = content_of(draw_goals(WEIGHED))["rows"]
    assert [[(each["key"], each["outcome"]) for each in row["verdicts"]] for row in rows] == [
        [("A1", "genuanceerd")],
        [("A2", "genuanceerd"), ("A4", "genuanceerd")],
        [],
        [("A3", "onderbouwd")],
    ]
    assert rows[1]["verdicts"][1]["words"] == "deels gedeeld"
    assert rows[3]["elements"] == [
        "Jobcoach blijft drie maanden na het einde betrokken",
        "Overstapplan met een volgende werkgever",
    ]


def test_lines_run_on_past_a_goal_to_those_that_follow_at_its_level() -> None:
    assert [rails_of(WEIGHED, at) for at in range(4)] == [[], [True], [True, False], [False]]


def test_the_data_and_the_alternative_text_hold_every_goal() -> None:
    with speaking("nl"):
        figure = draw_goals(WEIGHED)
    assert list(figure.data["key"]) == ["g1", "g2", "g3", "g4"]
    assert list(figure.data["depth"]) == [0, 1, 2, 1]
    assert (
        "Neveneffect: Werkgevers stellen een vast contract uit (geen veronderstelling heeft op dit doel betrekking)"
        in figure.alt
    )
    assert len(render_svg(figure)) == 1


def test_a_tree_without_verdicts_is_drawn() -> None:
    assert len(render_svg(draw_goals(weigh_goals(GOALS)))) == 1
