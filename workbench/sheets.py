"""Sheets: rows as CSV or as an Excel workbook, in which no cell is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from study.files import make_folder, write_whole

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""
WIDEST = 60
LONGEST_CELL = 32_000

Row = Mapping[str, Any]


def as_csv(rows: Iterable[Row], fields: Sequence[str]) -> bytes:
    """Comma separated, UTF-8 with a mark by which Excel knows it; lists are joined by a space."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(fields)
    writer.writerows([_safe(_plain(row.get(name))) for name in fields] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def as_workbook(rows: Iterable[Row], fields: Sequence[str], *, title: str) -> bytes:
    """An Excel workbook of one sheet with its head fixed, a filter, and columns as wide as what is in them."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet()
    sheet.title = "".join(sign for sign in title if sign not in "[]:*?/\\")[:31] or "Rijen"
    sheet.append(list(fields))
    widths = [len(name) for name in fields]
    for number, row in enumerate(rows, start=2):
        for place, name in enumerate(fields):
            value = _plain(row.get(name))
            cell = sheet.cell(number, place + 1)
            if isinstance(value, str):
                # Given as text outright, for what begins with "=" would become a formula.
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
                cell.data_type = "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value
            widths[place] = max(widths[place], min(len(str(value or "")), WIDEST))
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width + 2
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write_sheet(file: Path, rows: Iterable[Row], fields: Sequence[str]) -> None:
    """The rows in a file, as a workbook when its name ends in .xlsx and as CSV otherwise."""
    data = as_workbook(rows, fields, title=file.stem) if file.suffix == ".xlsx" else as_csv(rows, fields)
    make_folder(file.parent)
    write_whole(file, data)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return value if isinstance(value, int | float | str) else str(value)


def _safe(value: Any) -> Any:
    """A text that a spreadsheet would calculate gets an apostrophe before it, which makes it text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
