"""Margins: running titles, page numbers and footnotes, told from the text of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from corpus.readers.pdf.lines import Line, Page, join_row, rows_of
from corpus.reading import Loss, LossKind

EDGE_ROWS = 2
"""Rows at the top and bottom of a page that may be running titles."""
SAME_HEIGHT = 6.0
"""Points by which a running title may move from page to page."""
TOP, FOOT = 0.09, 0.07
"""The parts of a page's height where small print is a running title, also on a page by itself."""
SMALL_TITLE = 0.85
SMALL_NOTE = 0.93
"""Of the size of the text: what running titles and footnotes are at most."""

_NUMBER = re.compile(
    r"(?:[-–|•]\s*)?(?:(?:pagina|page|pag\.?|p\.?|blz\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|van|of|\|)\s*\d{1,4})?(?:\s*[-–|•])?",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(r"(\d{1,3}|\*{1,3}|[†‡])[.)]?\s+\S")


def take_margins(pages: Sequence[Page], *, size: float) -> tuple[list[list[Line]], list[Loss]]:
    """The lines of each page that are text, and its running titles, page numbers and footnotes as losses.

    Where every row would be one of these, as on pages that are all alike, all is text.
    """
    running = _running_titles(pages)
    kept: list[list[Line]] = []
    losses: list[Loss] = []
    for page in pages:
        rows = rows_of(page.lines)
        outside = [row for place, row in enumerate(rows) if _is_outside(row, place, len(rows), page, running, size)]
        losses.extend(Loss(LossKind.PAGE, join_row(row).text, page.number) for row in outside)
        inside = [row for row in rows if row not in outside]
        notes = _footnotes(inside, size)
        losses.extend(Loss(LossKind.FOOTNOTE, _note(row), page.number) for row in notes)
        kept.append([line for row in inside[: len(inside) - len(notes)] for line in row])
    if not any(kept):
        return [list(page.lines) for page in pages], []
    return kept, losses


def _note(row: Sequence[Line]) -> str:
    return " ".join([*(mark for line in row for mark in line.marks), join_row(row).text])


_Titles = dict[str, list[tuple[int, float]]]


def _running_titles(pages: Sequence[Page]) -> _Titles:
    """The heights (from the top, by page) at which every text stands on the edge of more pages than one."""
    found: _Titles = defaultdict(list)
    for page in pages:
        rows = rows_of(page.lines)
        for row in [*rows[:EDGE_ROWS], *rows[max(EDGE_ROWS, len(rows) - EDGE_ROWS) :]]:
            found[_folded(row)].append((page.number, page.height - row[0].base))
    needed = 2 if len(pages) < 8 else 3
    return {text: places for text, places in found.items() if len({page for page, _ in places}) >= needed}


def _folded(row: Sequence[Line]) -> str:
    """The text of a row as it is compared from page to page: any number is the same."""
    return re.sub(r"\d+", "#", join_row(row).text.casefold())


def _is_outside(row: Sequence[Line], place: int, rows: int, page: Page, running: _Titles, size: float) -> bool:
    """Whether the row is a running title or a page number."""
    if min(place, rows - 1 - place) >= EDGE_ROWS:
        return False
    height = page.height - row[0].base
    elsewhere = (at for number, at in running.get(_folded(row), ()) if number != page.number)
    if any(abs(at - height) <= SAME_HEIGHT for at in elsewhere):
        return True
    if _NUMBER.fullmatch(join_row(row).text):
        return rows > 1 and place in (0, rows - 1)
    is_outer = height < TOP * page.height or row[0].base < FOOT * page.height
    return is_outer and rows > 1 and all(line.size <= SMALL_TITLE * size for line in row)


def _footnotes(rows: Sequence[Sequence[Line]], size: float) -> list[Sequence[Line]]:
    """The rows of small print at the foot of a page that start with a number of the text, and all rows under it."""
    small = 0
    while small < len(rows) and all(line.size <= SMALL_NOTE * size for line in rows[len(rows) - 1 - small]):
        small += 1
    text, foot = rows[: len(rows) - small], rows[len(rows) - small :]
    marks = {mark for row in text for line in row for mark in line.marks}
    first = next((place for place, row in enumerate(foot) if _starts_note(row, marks)), len(foot))
    return list(foot[first:])


def _starts_note(row: Sequence[Line], marks: Collection[str]) -> bool:
    """Whether a note starts here: with a raised number, or a plain one that the text of the page refers to."""
    number = _NOTE_NUMBER.match(row[0].text)
    return row[0].starts_with_mark or (number is not None and (number[1] in marks or not number[1].isdigit()))
