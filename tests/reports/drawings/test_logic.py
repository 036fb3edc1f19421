from __future__ import annotations

from itertools import combinations

import pytest

from reports.drawings.logic import conclusion_words, draw_logic
from reports.rendering import IN_REPORT, OWN_PAGE, Page, render_svg
from reports.style import STATUSES
from study.messages import speaking
from synthesis.logic import LinkStatus
from tests.reports.drawings.test_theory import layout, overlap
from tests.reports.drawn import content_of
from tests.reports.made_models import ELEMENTS, links


@pytest.mark.parametrize("page", [OWN_PAGE[True], IN_REPORT[True]])
def test_no_box_and_no_badge_overlaps_another(page: Page) -> None:
    found = layout(draw_logic(ELEMENTS, links()), page)
    assert (len(found["boxes"]), len(found["badges"])) == (8, 8)
    for one, other in combinations(found["boxes"] + found["badges"], 2):
        assert not overlap(one, other), (one, other)


def test_every_link_has_its_number_and_the_look_of_its_status() -> None:
    body = content_of(draw_logic(ELEMENTS, links()))
    assert [(each["name"], each["verdict"]) for each in body["edges"]] == [
        (str(each.ordinal), each.status.value) for each in links()
    ]
    assert {each["verdict"] for each in body["legend"]} == set(LinkStatus)


def test_no_two_statuses_share_a_line_or_a_letter() -> None:
    assert set(STATUSES) == set(LinkStatus)
    assert len({each.line for each in STATUSES.values()}) == len({each.letter for each in STATUSES.values()}) == 6


def test_columns_are_headed_in_order_and_the_conclusions_stand_apart() -> None:
    with speaking("nl"):
        body = content_of(draw_logic(ELEMENTS, links()))
    assert body["heads"] == ["Input", "Activiteiten", "Output", "Outcome", "Impact"]
    assert [(each["name"], each["words"]) for each in body["conclusions"]] == [
        ("Bijdrage", "onbekend"),
        ("Effect", "niet aannemelijk"),
    ]


def test_what_is_odd_stands_under_the_figure() -> None:
    with speaking("nl"):
        notes = draw_logic(ELEMENTS, links()).notes
    assert any("springt in één keer van input naar outcome" in each for each in notes)


def test_the_order_of_the_links_changes_nothing() -> None:
    one, other = draw_logic(ELEMENTS, links()), draw_logic(ELEMENTS[::-1], links()[::-1])
    assert one.data.equals(other.data)
    assert render_svg(one) == render_svg(other)


def test_a_model_without_links_is_drawn_and_concludes_nothing() -> None:
    figure = draw_logic(ELEMENTS[:1], [])
    assert len(render_svg(figure)) == 1
    assert figure.reading_example == ""
    with speaking("nl"):
        assert [words for _name, words, _reason in conclusion_words(ELEMENTS, [])] == [
            "onbekend",
            "nog niet vast te stellen",
        ]
