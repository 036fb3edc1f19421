from __future__ import annotations

import pytest

from reports.drawings.process import draw_process
from reports.rendering import render_svg
from study.errors import UnknownPerspective
from study.messages import speaking
from tests.reports.drawn import content_of
from tests.reports.made_lists import CODES
from tests.reports.made_models import process


def test_every_step_is_drawn_in_its_phase_with_its_number_and_role() -> None:
    body = content_of(draw_process(process(), "werkgever", codes=CODES))
    first = body["columns"][1]
    assert first["heading"] == "Er komen twijfels over het functioneren"
    assert [(each["number"], each["role"]) for each in first["steps"]] == [
        ("1", "formal"),
        ("2", "informal"),
        ("3", "formal"),
    ]
    assert body["columns"][3]["steps"] == []
    assert len(body["across"]["steps"]) == 1


def test_the_data_hold_a_row_for_every_step_and_each_rests_on_a_passage() -> None:
    made = process()
    figure = draw_process(made, "werkgever")
    assert len(figure.data) == len(made.of("werkgever")) == 10
    assert all(figure.references[key] for key in figure.data["key"])
    assert (figure.data["passages"] >= 1).all()


def test_the_legend_shows_only_the_roles_that_are_met() -> None:
    assert [each["role"] for each in content_of(draw_process(process(), "werknemer"))["legend"]] == [
        "formal",
        "informal",
    ]
    assert [each["role"] for each in content_of(draw_process(process(1), "werknemer"))["legend"]] == ["formal"]


def test_the_reading_example_and_the_alternative_text_tell_formal_from_informal() -> None:
    with speaking("nl"):
        figure = draw_process(process(), "werkgever")
    assert "stap 2 onder “De baan loopt” is informeel en rust op 1 fragment" in figure.reading_example
    assert "De baan loopt: 3 stappen, waarvan 1 informeel" in figure.alt
    assert "Op zoek naar ander werk: geen stappen vastgelegd" in figure.alt


@pytest.mark.parametrize(("steps", "pages"), [(1, 1), (5, 1)])
def test_a_map_of_usual_size_stays_on_one_page(steps: int, pages: int) -> None:
    assert len(render_svg(draw_process(process(steps), "werkgever"))) == pages


def test_a_perspective_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownPerspective, match="baas"):
        draw_process(process(), "baas")
