"""Boxes: rectangles on a page that set words apart from the running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf.columns import read_columns
from corpus.readers.pdf.lines import Line, Page, rows_of

WIDEST, HIGHEST = 0.95, 0.85
"""Of the page: what is larger is its background."""
NARROWEST = 0.25
"""Of the width of the page: what is smaller is a bar, a cell or a button."""
PIECES = 1.5
"""Pieces of text in a row of a box at most, on average: more are the cells of a table."""
BOXES_A_PAGE = 1_000
TOUCH = 1.5
"""Points between two rectangles that touch."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that is drawn on a page: its sides in points from the left and the bottom, and what fills it."""

    left: float
    bottom: float
    right: float
    top: float
    fill: str = ""

    def holds(self, line: Line) -> bool:
        """Whether the line stands in it."""
        middle = line.base + line.size / 3
        return self.left - TOUCH <= line.left and line.right <= self.right + TOUCH and self.bottom < middle < self.top


def mark_boxes(page: Page, areas: Iterable[Area]) -> Page:
    """The page with the number of the box on each line that stands in one.

    A box is a rectangle with lines of text in it, narrower and lower than the page, that touches no other: cells and
    rows of a table, bars of a figure and what is drawn behind a whole page are none. Bands of one colour under one
    another, as programs draw the lines of a shaded paragraph, are one box.
    """
    joined = _join_bands(dict.fromkeys(areas))
    fitting = [each for each in joined if _fits(each, page) and _holds_text(each, page.lines)]
    boxes = [each for each in fitting if not any(_touches(each, other) for other in joined if other != each)]
    outer = [each for each in boxes if not any(_contains(other, each) for other in boxes if other != each)]
    lines = tuple(replace(line, box=_number(line, outer, page.number)) for line in page.lines)
    return replace(page, lines=lines)


def read_around_boxes(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page in reading order; a box comes after the line above it, whatever it stands between."""
    columns = read_columns([line for line in lines if not line.box])
    for number in sorted({line.box for line in lines if line.box}):
        columns = _put_in(columns, read_columns([line for line in lines if line.box == number]))
    return columns


def _put_in(columns: list[list[Line]], box: list[list[Line]]) -> list[list[Line]]:
    inside = [line for column in box for line in column]
    left, right = min(line.left for line in inside), max(line.right for line in inside)
    beside = [
        (at, place)
        for at, column in enumerate(columns)
        for place, line in enumerate(column)
        if not line.box and line.left < right and line.right > left
    ]
    if not beside:
        return [*columns, *box]
    top = max(line.base for line in inside)
    above = [(at, place + 1) for at, place in beside if columns[at][place].base > top]
    at, place = max(above) if above else min(beside)
    cut = [columns[at][:place], *box, columns[at][place:]]
    return [column for column in (*columns[:at], *cut, *columns[at + 1 :]) if column]


def _number(line: Line, boxes: Sequence[Area], page: int) -> int:
    place = next((place for place, each in enumerate(boxes, start=1) if each.holds(line)), 0)
    return BOXES_A_PAGE * page + place if place else 0


def _join_bands(areas: Iterable[Area]) -> list[Area]:
    joined: list[Area] = []
    for each in sorted(areas, key=lambda area: (area.left, area.right, -area.top)):
        above = joined[-1] if joined else None
        if above is not None and _goes_on(above, each):
            joined[-1] = replace(above, bottom=min(above.bottom, each.bottom))
        else:
            joined.append(each)
    return joined


def _goes_on(above: Area, each: Area) -> bool:
    same_sides = abs(above.left - each.left) < TOUCH and abs(above.right - each.right) < TOUCH
    return same_sides and above.fill == each.fill and each.top >= above.bottom - TOUCH


def _fits(area: Area, page: Page) -> bool:
    wide, high = area.right - area.left, area.top - area.bottom
    return NARROWEST * page.width <= wide <= WIDEST * page.width and high <= HIGHEST * page.height


def _holds_text(area: Area, lines: Sequence[Line]) -> bool:
    """Whether two lines of text at least stand in it, rather than the cells of one row."""
    inside = [line for line in lines if area.holds(line)]
    rows = rows_of(inside)
    return len(rows) >= 2 and len(inside) <= PIECES * len(rows)


def _touches(one: Area, other: Area) -> bool:
    """Whether two rectangles lie against one another, as the cells of a table do."""
    if _contains(one, other) or _contains(other, one):
        return False
    beside = min(one.right, other.right) - max(one.left, other.left) > -TOUCH
    return beside and min(one.top, other.top) - max(one.bottom, other.bottom) > -TOUCH


def _contains(outer: Area, inner: Area) -> bool:
    return (
        outer.left <= inner.left + TOUCH
        and outer.right >= inner.right - TOUCH
        and outer.bottom <= inner.bottom + TOUCH
        and outer.top >= inner.top - TOUCH
    )
