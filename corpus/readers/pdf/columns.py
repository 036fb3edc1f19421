"""Columns: in which order the lines of a page are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.readers.pdf.lines import Line, join_row, rows_of

LINES_A_SIDE = 3
"""Fewer lines on a side make no column."""
MOST_ACROSS = 0.4
"""The part of the lines that may run across the gutter: titles over both columns."""
FILLED = 0.55
"""The part of a column's width that its lines take at the middle: less is a table."""
GUTTER = 6.0
"""Points of white that a gutter has at least."""


def read_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page in reading order, each a list of whole lines from the top.

    Lines across the gutter part what stands above them from what stands below; between two of them the left column
    is read before the right one.
    """
    gutter = find_gutter(lines)
    if gutter is None:
        return [[join_row(row) for row in rows_of(lines)]] if lines else []
    columns: list[list[Line]] = []
    for band in _bands(lines, gutter):
        if _crosses(band[0], gutter):
            columns.append([join_row(row) for row in rows_of(band)])
        else:
            columns += read_columns([line for line in band if line.right <= gutter])
            columns += read_columns([line for line in band if line.left >= gutter])
    return columns


def find_gutter(lines: Sequence[Line]) -> float | None:
    """Where white runs down between two columns of prose, None on a page of one column."""
    candidates = sorted({round(line.left - GUTTER / 2, 1) for line in lines})
    scored = [(score, -place) for place in candidates if (score := _score(lines, place)) > 0]
    return -max(scored)[1] if scored else None


def _score(lines: Sequence[Line], gutter: float) -> int:
    """How many lines the smaller side has; 0 when this is no gutter."""
    left = [line for line in lines if line.right <= gutter - GUTTER / 2]
    right = [line for line in lines if line.left >= gutter]
    across = len(lines) - len(left) - len(right)
    if min(len(left), len(right)) < LINES_A_SIDE or across > MOST_ACROSS * len(lines):
        return 0
    is_prose = _is_filled(left) and _is_filled(right)
    return min(len(left), len(right)) if is_prose and _stand_beside(left, right) else 0


def _is_filled(lines: Sequence[Line]) -> bool:
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    widths = sorted(line.right - line.left for line in lines)
    return widths[len(widths) // 2] >= FILLED * (end - start) and widths[len(widths) // 2] > 8 * lines[0].size


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two sides share enough of the height of the page."""
    top = min(max(line.base for line in side) for side in (left, right))
    bottom = max(min(line.base for line in side) for side in (left, right))
    return top - bottom >= (LINES_A_SIDE - 1) * left[0].size


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """The lines from the top, parted where lines across the gutter start or stop."""
    band: list[Line] = []
    for line in sorted(lines, key=lambda each: (-each.base, each.left)):
        if band and _crosses(band[0], gutter) != _crosses(line, gutter):
            yield band
            band = []
        band.append(line)
    if band:
        yield band


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter < line.right
