from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from prioritisation.consultations import Marking
from reports.drawings.consultation import draw_consultation
from reports.figures import Figure
from reports.rendering import render_svg
from tests.reports.drawn import content_of
from tests.reports.made_lists import consultation, points
from tests.reports.made_maps import PERSPECTIVES, journey


def rows(figure: Figure) -> list[dict[str, Any]]:
    return [row for group in content_of(figure)["groups"] for row in group["rows"]]


def test_a_ranking_is_drawn_with_places_and_another_list_with_dots() -> None:
    assert [row["place"] for row in rows(draw_consultation(consultation()))] == ["1", "2", "3"]
    loose = draw_consultation(consultation(Marking.UNRANKED))
    assert [row["place"] for row in rows(loose)] == ["•", "•", "•"]
    assert loose.data["place"].isna().all()


def test_groups_are_drawn_under_their_names() -> None:
    figure = draw_consultation(consultation(Marking.GROUPS))
    assert [(group["name"], len(group["rows"])) for group in content_of(figure)["groups"]] == [
        ("Eerst doen", 2),
        ("Later", 1),
    ]
    assert list(figure.data["group"]) == ["Eerst doen", "Eerst doen", "Later"]


def test_it_is_said_that_nobody_voted_and_what_the_order_means() -> None:
    (note,) = draw_consultation(consultation()).notes
    assert "er is niet gestemd" in note
    assert "het eerste vinden zij het belangrijkst" in note
    assert "zegt niets" in draw_consultation(consultation(Marking.GROUPS)).notes[0]


def test_the_source_line_says_how_many_were_present_and_who_guided_them() -> None:
    line = draw_consultation(consultation()).source_line
    assert line == "Bron: Overleg (overleg, 4 aanwezig, 13 uitgenodigd, begeleid door onderzoeker)"


def test_both_wordings_stand_there_and_what_was_left_off() -> None:
    figure = draw_consultation(consultation())
    assert rows(figure)[0]["title"] == "Begin een jaar van tevoren"
    assert rows(figure)[0]["put_as"].startswith("Voorgelegd als: Begin het gesprek over stoppen")
    assert len(content_of(figure)["left_out"]["titles"]) == 4


@pytest.mark.parametrize(
    ("present", "said"), [(4, "Niet iedereen zag dit zo: te vroeg."), (5, "2 leden zagen dit anders: te vroeg.")]
)
def test_of_a_small_group_the_number_of_dissenters_is_not_drawn(present: int, said: str) -> None:
    figure = draw_consultation(consultation(present=present))
    assert rows(figure)[0]["dissent"] == figure.data["dissent"][0] == said


def test_a_point_that_was_brought_in_is_marked_and_so_is_one_without_findings() -> None:
    findings = [each.finding for each in journey((9, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]).statements]
    figure = draw_consultation(consultation(), points=points(), findings=findings, perspectives=PERSPECTIVES)
    assert [row["tags"] for row in rows(figure)] == [[], ["ingebracht in sessie", "geen bron"], []]
    assert figure.references["p-loket"] == findings[0].passages + findings[1].passages
    resting = replace(consultation().lines[1], findings=(findings[0].id,))
    linked = replace(consultation(), lines=(resting,))
    assert rows(draw_consultation(linked, findings=findings))[0]["tags"] == ["ingebracht in sessie"]


def test_a_consultation_of_nobody_in_particular_is_called_by_its_own_name() -> None:
    assert draw_consultation(consultation(perspective=None)).title == "Prioriteiten uit ‘Overleg’"
    assert draw_consultation(consultation(), perspectives=PERSPECTIVES).title == "Prioriteiten uit overleg: werknemers"


@pytest.mark.parametrize("marking", list(Marking))
def test_every_marking_can_be_set(marking: Marking) -> None:
    figure = draw_consultation(consultation(marking), points=points(), perspectives=PERSPECTIVES)
    assert render_svg(figure)
    assert all(line.title in figure.alt for line in consultation(marking).lines)
