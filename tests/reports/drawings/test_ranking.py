from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from prioritisation.ranking import count_ballots
from reports.drawings.ranking import draw_ranking
from reports.figures import Figure
from reports.rendering import render_svg
from tests.reports.drawn import content_of
from tests.reports.made_lists import points, ranking, session
from tests.reports.made_maps import PERSPECTIVES, journey


def rows(figure: Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content_of(figure)["rows"]
    return found


def test_the_data_are_the_published_list_in_its_order() -> None:
    made = ranking(9)
    data = draw_ranking(made).data
    assert list(data["key"]) == [line.key for line in made.lines]
    assert list(data["place"]) == [made.places[key] for key in data["key"]]
    assert list(data["score"]) == [float(made.scores[key]) for key in data["key"]]


def test_shared_places_are_drawn_as_shared_and_explained() -> None:
    figure = draw_ranking(ranking(4))
    assert [row["place"] for row in rows(figure)][:2] == ["1-2", "1-2"]
    assert "deelt de plaatsen 1-2" in figure.reading_example


@pytest.mark.parametrize(("valid", "shown"), [(4, False), (5, True), (9, True), (12, True)])
def test_points_and_ranges_are_drawn_from_five_valid_ballots(valid: int, shown: bool) -> None:
    figure = draw_ranking(ranking(valid))
    assert all((row["score"] is not None) is shown for row in rows(figure))
    assert all((row["range"] is not None) is shown for row in rows(figure))
    assert figure.data["score"].notna().all() == shown
    assert figure.data["without_one_vote"].notna().all() == shown


def test_the_longest_bar_is_full_and_the_others_are_in_proportion() -> None:
    made = ranking(9)
    shares = {row["title"]: row["share"] for row in rows(draw_ranking(made))}
    most = max(made.scores.values())
    for line in made.lines:
        assert shares[line.title] == float(made.scores[line.key] / most)


def test_a_point_without_findings_is_marked_and_without_points_nobody_looked() -> None:
    findings = [each.finding for each in journey((9, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]).statements]
    figure = draw_ranking(ranking(9), points=points(), findings=findings, perspectives=PERSPECTIVES)
    assert [row["title"] for row in rows(figure) if row["unsourced"]] == [points()[5].title]
    assert figure.references["p-loket"] == findings[0].passages + findings[1].passages
    assert not any(row["unsourced"] for row in rows(draw_ranking(ranking(9))))


def test_the_turnout_stands_in_the_source_line() -> None:
    assert "(n = 9 geldige stembriefjes van 10, 1 blanco, 13 uitgenodigd)" in draw_ranking(ranking(9)).source_line


def test_a_session_without_valid_ballots_has_no_list_and_says_so() -> None:
    figure = draw_ranking(count_ballots(session(3), []))
    assert content_of(figure)["empty"] == "Geen geldige stembriefjes: er is geen lijst."
    assert len(figure.data) == 0
    assert render_svg(figure)


def test_a_session_over_all_groups_is_called_by_its_own_name() -> None:
    made = replace(ranking(9), perspective=None)
    assert draw_ranking(made, perspectives=PERSPECTIVES).title == f"Prioriteiten uit ‘{made.title}’"
