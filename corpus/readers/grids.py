"""Grids: the cells of a csv file or a workbook, whatever its delimiter and encoding."""

from __future__ import annotations

import csv
import io
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from corpus.errors import BrokenTable, NoTurns, NotWhatItSays, UnknownSheet, UnsafeFile
from corpus.readers.columns import NEEDED, find_columns
from corpus.readers.packages import check_package
from corpus.readers.sources import Source, decode, drop_invisible
from corpus.reading import Loss, ReadingOptions

if TYPE_CHECKING:
    from openpyxl import Workbook

DELIMITERS = (";", ",", "\t", "|")
SAMPLE_LINES = 50


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line (or row number) where it starts."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a file that hold anything; the first is the header unless titles stand above it."""

    file: str
    rows: tuple[Row, ...]
    losses: tuple[Loss, ...]
    format: str
    encoding: str | None = None
    delimiter: str | None = None


def read_csv(source: Source, options: ReadingOptions) -> Grid:
    """The cells of a csv or tsv file; raises `BrokenTable` when a quotation mark is never closed."""
    decoded = decode(source, encoding=options.encoding)
    delimiter = options.delimiter or detect_delimiter(decoded.text)
    rows = []
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(each.strip() for each in cells):
                rows.append(Row(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as problem:
        raise BrokenTable(file=source.name, line=line) from problem
    return _grid(source, rows, decoded.losses, "csv", encoding=decoded.encoding, delimiter=delimiter)


def _grid(
    source: Source,
    rows: list[Row],
    losses: tuple[Loss, ...],
    format: str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Grid:
    if not rows:
        raise NoTurns(file=source.name)
    return Grid(source.name, tuple(rows), losses, format, encoding, delimiter)


def detect_delimiter(text: str) -> str:
    """The sign between cells: the one that gives known columns, else the one that cuts most lines alike.

    >>> detect_delimiter("naam;bericht\\nAnna;Ja, hoor, prima\\n")
    ';'
    """
    sample = "\n".join(text.split("\n")[:SAMPLE_LINES])
    return max(DELIMITERS, key=lambda sign: (_names_columns(sample, sign), _agreement(sample, sign)))


def _names_columns(sample: str, delimiter: str) -> int:
    headers = (find_columns(line.replace('"', "").split(delimiter)) for line in sample.split("\n")[:10])
    return max((len(found) if set(NEEDED) <= found.keys() else 0) for found in headers)


def _agreement(sample: str, delimiter: str) -> int:
    """How many lines have the commonest number of delimiters above none."""
    counts = Counter(line.count(delimiter) for line in sample.split("\n") if delimiter in line)
    return max(counts.values(), default=0)


def read_workbook(source: Source, options: ReadingOptions) -> Grid:
    """The cells of the sheet named, or of the first that has known columns; raises `UnknownSheet`, `UnsafeFile`."""
    check_package(source, limit=options.unpacked_limit)
    book = _open_workbook(source)
    names = [sheet.title for sheet in book.worksheets]
    if options.sheet is not None and options.sheet not in names:
        raise UnknownSheet(file=source.name, sheet=options.sheet, found=", ".join(names))
    sheets = {name: _cells(book, name, source) for name in ([options.sheet] if options.sheet else names)}
    chosen = next((rows for rows in sheets.values() if _has_columns(rows)), next(iter(sheets.values()), []))
    losses: list[Loss] = []
    rows = [Row(row.line, tuple(_clean(cell, row.line, losses) for cell in row.cells)) for row in chosen]
    return _grid(source, rows, tuple(losses), "xlsx")


def _open_workbook(source: Source) -> Workbook:
    from openpyxl import load_workbook

    with _said_of(source):
        return load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)


def _cells(book: Workbook, name: str, source: Source) -> list[Row]:
    with _said_of(source):
        rows = enumerate(book[name].iter_rows(values_only=True), start=1)
        found = (Row(line, tuple(_text(cell) for cell in cells)) for line, cells in rows)
        return [row for row in found if any(cell.strip() for cell in row.cells)]


@contextmanager
def _said_of(source: Source) -> Iterator[None]:
    """What goes wrong inside the block with a workbook, said as a sentence."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    try:
        yield
    except DefusedXmlException as problem:
        raise UnsafeFile(file=source.name) from problem
    except (BadZipFile, zlib.error, KeyError, ValueError, OSError, ParseError, EOFError, TypeError) as problem:
        raise NotWhatItSays(file=source.name, suffix=Path(source.name).suffix) from problem


def _has_columns(rows: list[Row]) -> bool:
    return any(set(NEEDED) <= find_columns(row.cells).keys() for row in rows[:10])


def _text(value: Any) -> str:
    """A cell as its reader sees it: dates in ISO form, whole numbers without a decimal point."""
    if isinstance(value, datetime | date):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _clean(cell: str, line: int, losses: list[Loss]) -> str:
    text, lost = drop_invisible(unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n")))
    losses.extend(Loss(each.kind, each.text, line) for each in lost)
    return text
