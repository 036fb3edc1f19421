from __future__ import annotations

from dataclasses import replace

from prioritisation.consultations import Marking
from reports.lists import list_labels, list_origin, points_brought_in, remarks_on_line
from study.messages import speaking
from tests.reports.made_lists import consultation, ranking
from tests.reports.made_maps import PERSPECTIVES


def test_lists_are_called_after_their_group_and_by_their_session_where_two_are_alike() -> None:
    first = replace(ranking(9), title="Ochtend")
    second = replace(ranking(9), title="Middag", session_key="s2")
    everybody = replace(ranking(12), perspective=None)
    with speaking("nl"):
        assert list_labels([first, everybody], PERSPECTIVES) == ("Werkgevers", "Open bijeenkomst")
        assert list_labels([first, second, everybody], PERSPECTIVES) == ("Ochtend", "Middag", "Open bijeenkomst")


def test_a_list_says_whether_it_was_counted_or_made_by_talking() -> None:
    with speaking("en"):
        assert list_origin(ranking(9)) == "9 votes counted"
        assert list_origin(consultation(present=4)) == "consultation of 4"


def test_a_point_brought_in_twice_is_one_point_with_all_its_findings() -> None:
    first, second = consultation(), consultation(Marking.UNRANKED)
    line = replace(first.lines[1], findings=("f1",)), replace(second.lines[1], findings=("f1", "f2"))
    lists = replace(first, lines=(line[0],)), replace(second, lines=(line[1],))
    (point,) = points_brought_in(lists)
    assert (point.title, point.explanation, point.findings) == (
        "Schrijf gewone brieven",
        "Nu leest niemand ze.",
        ("f1", "f2"),
    )


def test_remarks_name_the_first_wording_and_where_a_point_came_from() -> None:
    reworded, brought_in, plain = consultation().lines
    with speaking("nl"):
        assert remarks_on_line(reworded)[0].startswith("voorgelegd als ‘Begin het gesprek")
        assert remarks_on_line(brought_in) == ("ingebracht in sessie",)
        assert remarks_on_line(plain) == ()
