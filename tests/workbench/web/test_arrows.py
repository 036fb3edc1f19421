from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.arrows import (
    ACROSS,
    CLEAR,
    DOWN,
    HEIGHT,
    PLATE,
    WIDTH,
    Course,
    draw_courses,
    find_free_lane,
    place_names,
)

GRID = {f"{column}{row}": (column * ACROSS, row * DOWN) for column in range(4) for row in range(3)}
"""Four columns of three boxes, by their upper left corners."""


@given(st.floats(0, 600), st.lists(st.floats(0, 600), max_size=6))
def test_an_arrow_passes_through_no_box(height: float, tops: list[float]) -> None:
    lane = find_free_lane(height, tops)
    assert not any(y - CLEAR < lane < y + HEIGHT + CLEAR for y in tops)


@given(st.floats(0, 600))
def test_an_arrow_goes_straight_where_nothing_stands(height: float) -> None:
    assert find_free_lane(height, []) == height


def test_arrows_on_one_side_of_a_box_stand_apart_and_in_the_order_of_where_they_go() -> None:
    courses = draw_courses([("00", "10"), ("00", "12"), ("00", "11")], GRID)
    starts = {ends[1]: float(course.path.split(" ")[0].split(",")[1]) for ends, course in courses.items()}
    assert starts["10"] < starts["11"] < starts["12"]
    assert starts["10"] > 0
    assert starts["12"] < HEIGHT


def test_the_order_of_the_arrows_changes_no_course() -> None:
    arrows = [("00", "10"), ("00", "12"), ("01", "21"), ("21", "02"), ("10", "12")]
    assert draw_courses(arrows, GRID) == draw_courses(arrows[::-1], GRID)


def test_no_name_stands_on_a_box_or_on_another_name() -> None:
    arrows = [("00", "10"), ("00", "11"), ("01", "12"), ("02", "11"), ("00", "20"), ("12", "02"), ("11", "20")]
    courses = draw_courses(arrows, GRID)
    places = place_names(courses.values(), GRID.values())
    for one, other in combinations(places, 2):
        assert abs(one[0] - other[0]) >= PLATE[0] or abs(one[1] - other[1]) >= PLATE[1]
    for x, y in places:
        assert not any(left < x < left + WIDTH and top < y < top + HEIGHT for left, top in GRID.values())


def test_a_name_without_a_free_place_still_stands_on_its_arrow() -> None:
    course = Course("", ((10.0, 10.0),))
    assert place_names([course, course], []) == [(10.0, 10.0), (10.0, 10.0)]
