"""Exports of posts: the table of a community with its columns known, whatever file it came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.errors import IsParticipantSheet
from corpus.readers import people
from corpus.readers.columns import check_columns, find_columns, score_posts
from corpus.readers.reactions import find_reactions
from corpus.readers.table_rows import HEADER_WITHIN, Grid, Row, find_header
from corpus.reading import ReadingOptions


@dataclass(frozen=True, slots=True)
class Export:
    """An export whose columns are known: the row of its header (`top`) and the places of its columns."""

    grid: Grid
    top: int
    header: tuple[str, ...]
    columns: Mapping[str, int]
    reactions: tuple[int, ...]
    given: bool
    only_sound: bool

    @property
    def rows(self) -> Iterable[Row]:
        """The rows under the header."""
        return (row for number, row in enumerate(self.grid.rows) if number > self.top)

    def cell(self, row: Row, role: str) -> str:
        """The cell of a role in a row, without white space around it; empty when there is none."""
        place = self.columns.get(role, len(row.cells))
        return row.cells[place].strip() if place < len(row.cells) else ""


def open_export(grid: Grid, options: ReadingOptions) -> Export:
    """The export in a table, with its columns found or as given; raises `MissingColumn` or `UnknownColumn`."""
    top = 0 if options.columns else find_header(grid.rows, score=score_posts)
    header = grid.rows.head(top + 1)[top].cells
    columns = find_columns(header, given=options.columns, file=grid.file)
    if "text" not in columns and people.is_sheet(grid.rows.head(HEADER_WITHIN)):
        raise IsParticipantSheet(file=grid.file)
    check_columns(columns, header, file=grid.file)
    reactions = find_reactions(header, tuple(columns.values()))
    given = {"text", "author"} <= options.columns.keys()
    return Export(grid, top, header, columns, reactions, given, options.only_sound)
