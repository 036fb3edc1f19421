from __future__ import annotations

from typing import Any

from prioritisation.weights import across
from reports.drawings.comparison import draw_comparison
from reports.figures import Figure
from reports.rendering import render_svg
from tests.prioritisation.making import consult, rank
from tests.reports.drawn import content_of
from tests.reports.made_lists import five_lists, points, ranking
from tests.reports.made_maps import PERSPECTIVES, journey


def drawn() -> Figure:
    findings = [each.finding for each in journey((9, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]).statements]
    return draw_comparison(five_lists(), points=points(), findings=findings, perspectives=PERSPECTIVES)


def row(title: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in content_of(drawn())["rows"] if title in each["title"])
    return found


def words(title: str) -> list[str]:
    return [square["words"] for square in row(title)["squares"]]


def test_every_list_has_a_column_that_says_how_it_came_about() -> None:
    assert [(each["label"], each["origin"]) for each in content_of(drawn())["lists"]] == [
        ("Werkgevers", "9 stemmen"), ("Jobcoaches", "4 stemmen"), ("Werknemers", "overleg met 4"),
        ("Arbeidsdeskundigen", "overleg met 5"), ("Open bijeenkomst", "12 stemmen"),
    ]  # fmt: skip


def test_a_square_says_place_or_group_or_why_there_is_nothing() -> None:
    assert words("één vast nummer")[2:4] == ["3", "Later"]
    assert words("Schrijf besluiten")[2:4] == ["weggelaten", "weggelaten"]
    assert words("Schrijf gewone brieven") == ["–", "–", "2", "Eerst doen", "–"]


def test_what_is_high_on_a_list_is_framed_and_the_first_is_darkest() -> None:
    squares = row("Begin het gesprek")["squares"]
    assert squares[2] == {"words": "1", "share": 1.0, "high": True, "faint": False}
    assert squares[3]["share"] is None
    assert all(square["high"] is False for square in row("Schrijf besluiten")["squares"])


def test_what_was_brought_in_and_what_has_no_source_says_so() -> None:
    assert row("Schrijf gewone brieven")["tags"] == ["ingebracht in sessie", "geen bron"]
    assert row("dezelfde uitleg")["tags"] == ["geen bron"]
    assert row("één vast nummer")["tags"] == []


def test_the_data_hold_a_row_for_every_point_on_every_list() -> None:
    data = drawn().data
    assert len(data) == 7 * 5
    assert set(data["form"]) == {"ballots", "consultation"}
    agreed = data[data["form"] == "consultation"]
    assert sorted(agreed["stand"].unique()) == ["group", "left_out", "place"]
    assert data.loc[data["reworded"].astype(bool), "key"].unique().tolist() == ["p-tijd"]


def test_signs_are_explained_only_when_they_occur() -> None:
    (note,) = drawn().notes
    for sign in ("weggelaten", "groep waarin", "– niet aan deze groep", "tellen in geen totaal mee"):
        assert sign in note
    counted = draw_comparison(across([ranking(9), ranking(4, perspective="jobcoach")]), perspectives=PERSPECTIVES)
    assert "weggelaten" not in counted.notes[0]
    assert "overleg" not in counted.notes[0]


def test_the_reading_example_reads_a_square_that_is_there() -> None:
    assert "staat op plaats" in drawn().reading_example
    assert "van de 5 lijsten bij de eerste drie" in drawn().reading_example


def test_twenty_points_on_five_lists_stay_on_one_page() -> None:
    keys = [f"punt {number} met een titel zoals mensen die bedenken" for number in range(20)]
    orders = [">".join(keys[turn:] + keys[:turn]) for turn in (0, 7, 14)]
    voted = [rank([order] * 5, keys, key=f"s{at}", perspective=f"groep {at}") for at, order in enumerate(orders)]
    agreed = [consult(keys[:6], keys, key=f"s{at}", perspective=f"groep {at}") for at in (3, 4)]
    figure = draw_comparison(across([*voted, *agreed]))
    assert len(content_of(figure)["rows"]) == 20
    assert len(render_svg(figure)) == 1
