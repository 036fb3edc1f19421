"""Arrows between boxes in columns: which way they run, where they touch a box, and where their names stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Curve: TypeAlias = tuple[Point, Point, Point, Point]
Ends: TypeAlias = tuple[str, str]
"""The keys of the boxes that an arrow leaves and enters."""

WIDTH, HEIGHT = 160, 76
ACROSS, DOWN = 254, 104
PLATE = (42, 24)
"""The room that a name takes, with a little air."""
CLEAR = 14
"""What an arrow keeps away from boxes that it passes."""
APART = 16
"""How far arrows on one side of a box stand apart, when there is room."""
NEAR = (0.32, 0.5, 0.68, 0.41, 0.59, 0.25, 0.75)
"""How far along an arrow its name may stand: near its source first, where arrows to one box are still apart."""


@dataclass(frozen=True, slots=True)
class Course:
    """The way of an arrow: its path as SVG writes it, and the places where its name may stand, best first."""

    path: str
    places: tuple[Point, ...]


def draw_courses(arrows: Iterable[Ends], corners: Mapping[str, Point]) -> dict[Ends, Course]:
    """The course of each arrow between boxes with these upper left corners; arrows on one side of a box share it."""
    listed = list(arrows)
    heights = _heights(listed, corners)
    return {ends: _course(corners[ends[0]], corners[ends[1]], heights[ends], list(corners.values())) for ends in listed}


def _heights(arrows: Sequence[Ends], corners: Mapping[str, Point]) -> dict[Ends, tuple[float, float]]:
    """At which heights an arrow leaves and enters, in the order in which the arrows of a side go up or down."""
    sides: dict[tuple[str, str], list[tuple[float, Ends, int]]] = {}
    for ends in arrows:
        for which, (box, side, towards) in enumerate(_touches(ends, corners)):
            sides.setdefault((box, side), []).append((towards, ends, which))
    found: dict[tuple[Ends, int], float] = {}
    for (box, _side), touching in sides.items():
        middle = corners[box][1] + HEIGHT / 2
        step = min(APART, (HEIGHT - 16) / len(touching))
        for place, (_towards, ends, which) in enumerate(sorted(touching)):
            found[ends, which] = middle + (place - (len(touching) - 1) / 2) * step
    return {ends: (found[ends, 0], found[ends, 1]) for ends in arrows}


def _touches(ends: Ends, corners: Mapping[str, Point]) -> Iterator[tuple[str, str, float]]:
    """The box, the side of it, and the height that the arrow goes to from there: for its start and for its end."""
    (x1, y1), (x2, y2) = corners[ends[0]], corners[ends[1]]
    leaves, enters = ("left", "right") if x2 < x1 else ("right", "left") if x2 > x1 else ("right", "right")
    passed = _passed(x1, x2, corners.values())
    lane = find_free_lane(y1 + HEIGHT / 2, passed) if passed else None
    yield ends[0], leaves, y2 + HEIGHT / 2 if lane is None else lane
    yield ends[1], enters, y1 + HEIGHT / 2 if lane is None else lane


def _passed(x1: float, x2: float, corners: Collection[Point]) -> list[float]:
    """The tops of the boxes in the columns between."""
    return [y for x, y in corners if min(x1, x2) < x < max(x1, x2)]


def _course(source: Point, target: Point, heights: tuple[float, float], corners: Collection[Point]) -> Course:
    """To another column from side to side, past columns in between where no box stands; within one around the right."""
    (x1, _y1), (x2, _y2) = source, target
    leave, enter = heights
    if x1 == x2:
        out = x1 + WIDTH + 52
        around = ((x1 + WIDTH, leave), (out, leave), (out, enter), (x2 + WIDTH, enter))
        return Course(_path(around), tuple(_along(around, share) for share in (0.5, *NEAR)))
    start, end = ((x1 + WIDTH, leave), (x2, enter)) if x2 > x1 else ((x1, leave), (x2 + WIDTH, enter))
    passed = _passed(x1, x2, corners)
    if not passed:
        curve = _swing(start, end)
        return Course(_path(curve), tuple(_along(curve, share) for share in NEAR))
    gap = (ACROSS - WIDTH) if x2 > x1 else WIDTH - ACROSS
    lane = find_free_lane(leave, passed)
    down, up = _swing(start, (start[0] + gap, lane)), _swing((end[0] - gap, lane), end)
    straight = [(down[-1][0] + (up[0][0] - down[-1][0]) * share, lane) for share in (0.5, 0.2, 0.8)]
    places = (_along(down, 0.5), *straight, *(_along(curve, share) for share in NEAR for curve in (down, up)))
    return Course(_path(down) + _path(up).replace("M", " L", 1), places)


def find_free_lane(height: float, tops: Sequence[float]) -> float:
    """The height nearest to this one at which an arrow passes none of the boxes with these tops."""
    lanes = (height, *(y - CLEAR for y in tops), *(y + HEIGHT + CLEAR for y in tops))
    free = [lane for lane in lanes if not any(y - CLEAR < lane < y + HEIGHT + CLEAR for y in tops)]
    return min(free, key=lambda lane: (abs(lane - height), lane))


def place_names(courses: Iterable[Course], corners: Collection[Point]) -> list[Point]:
    """Where the name of each arrow stands: the first of its places that no box and no other name takes.

    Where all are taken, the one that is furthest from any other name.
    """
    taken = [(x + WIDTH / 2, y + HEIGHT / 2, WIDTH + PLATE[0], HEIGHT + PLATE[1]) for x, y in corners]
    placed: list[Point] = []
    for course in courses:
        free = (each for each in course.places if not any(_meets(each, other) for other in taken))
        place = next(free, None) or max(course.places, key=lambda each: _distance(each, placed))
        placed.append(place)
        taken.append((*place, 2 * PLATE[0], 2 * PLATE[1]))
    return placed


def _distance(place: Point, others: Iterable[Point]) -> float:
    return min((abs(place[0] - x) + abs(place[1] - y) for x, y in others), default=0.0)


def _meets(place: Point, other: tuple[float, float, float, float]) -> bool:
    """Whether a name here touches something with this middle, width and height, the half of a name added to both."""
    x, y, width, height = other
    return abs(place[0] - x) < width / 2 and abs(place[1] - y) < height / 2


def _swing(start: Point, end: Point) -> Curve:
    half = (start[0] + end[0]) / 2
    return start, (half, start[1]), (half, end[1]), end


def _path(curve: Curve) -> str:
    first, *rest = (f"{x:.0f},{y:.0f}" for x, y in curve)
    return f"M{first} C{' '.join(rest)}"


def _along(curve: Curve, share: float) -> Point:
    """The point at this share of a cubic curve."""
    weights = ((1 - share) ** 3, 3 * (1 - share) ** 2 * share, 3 * (1 - share) * share**2, share**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y
