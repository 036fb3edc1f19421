"""Lines: what a printed page holds, each with its place, its size and its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

SAME_ROW = 0.4
"""Of the size of the letters: how far two pieces of one row may differ in height."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or the piece of one that stands in a column; places in points from the left and the bottom.

    `marks` are the superscript footnote numbers taken out of the text; `starts_with_mark` says one stood in front;
    `box` is the number of the box it stands in, 0 in running text.
    """

    page: int
    left: float
    right: float
    base: float
    size: float
    text: str
    bold: bool = False
    italic: bool = False
    box: int = 0
    marks: tuple[str, ...] = ()
    starts_with_mark: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its width and height, its lines, and whether it shows a picture."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    has_picture: bool = False


def body_size(lines: Iterable[Line]) -> float:
    """The size that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], size), default=0.0)


def usual_pitch(columns: Iterable[Sequence[Line]]) -> float:
    """The usual distance between the lines of a paragraph, in sizes of their letters."""
    pitches = [
        (upper.base - lower.base) / upper.size
        for lines in columns
        for upper, lower in pairwise(lines)
        if upper.page == lower.page and upper.base > lower.base and abs(upper.size - lower.size) < 0.5
    ]
    return median(pitches) if pitches else 1.3


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of a page by the row they stand in, from the top; a row from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (-each.base, each.left)):
        if rows and rows[-1][0].base - line.base <= SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def join_row(row: Sequence[Line]) -> Line:
    """One line of the pieces in a row."""
    text = " ".join(each.text for each in row)
    marks = tuple(mark for each in row for mark in each.marks)
    return replace(row[0], right=max(each.right for each in row), text=text, marks=marks)
