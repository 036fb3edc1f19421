"""Tables of the Word file: real tables with a header row, relative widths and links in their cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Mm

from reports.sections import Paragraph, TableBlock
from reports.style import ACCENT, INK, RULE
from reports.writers.word_marks import element, keep_whole, repeat_as_header
from reports.writers.word_styles import TABLE_TEXT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph as WordParagraph

WIDTH = 160
"""Millimetres between the margins of an upright page."""

Fill = Callable[["WordParagraph", Paragraph], None]
"""How a paragraph of ours is set in one of Word."""


def add_table(document: Document, block: TableBlock, fill: Fill) -> Table:
    """Add the table; `fill` sets the words and links of each cell."""
    table: Table = document.add_table(rows=1 + len(block.rows), cols=len(block.columns))
    table.autofit = False
    _draw_rules(table)
    shares = block.shares or (1,) * len(block.columns)
    widths = [Mm(round(WIDTH * share / sum(shares), 1)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    heads = tuple(Paragraph("", lead=each) for each in block.columns)
    repeat_as_header(table.rows[0])
    for row, paragraphs in zip(table.rows, (heads, *block.rows), strict=True):
        keep_whole(row)
        for cell, width, each in zip(row.cells, widths, paragraphs, strict=True):
            cell.width = width
            _fill_cell(cell, each, fill)
    return table


def _fill_cell(cell: Cell, paragraph: Paragraph, fill: Fill) -> None:
    inside = cell.paragraphs[0]
    inside.style = TABLE_TEXT
    fill(inside, paragraph)


def _draw_rules(table: Table) -> None:
    """Thin lines between rows, a thick one on top, none upright."""
    properties = table._tbl.tblPr
    borders = element("tblBorders")
    for side, size, colour in (("top", "16", ACCENT), ("bottom", "4", INK), ("insideH", "4", RULE)):
        borders.append(element(side, val="single", sz=size, space="0", color=colour.removeprefix("#")))
    properties.append(borders)
    margins = element("tblCellMar")
    for side in ("top", "bottom"):
        margins.append(element(side, w="50", type="dxa"))
    properties.append(margins)
    for layout in properties.findall(qn("w:tblLayout")):
        layout.set(qn("w:type"), "fixed")
