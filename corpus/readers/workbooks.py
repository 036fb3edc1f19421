"""Workbooks (xlsx): the cells of one sheet, kept as the csv file they could have been."""

from __future__ import annotations

import csv
import io
import warnings
import zlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from corpus.errors import NotWhatItSays, UnknownSheet, UnsafeFile
from corpus.readers.packages import check_package
from corpus.readers.sources import Source
from corpus.readers.table_rows import HEADER_WITHIN, Grid, Rows, Score, no_header
from corpus.reading import ReadingOptions

if TYPE_CHECKING:
    from openpyxl import Workbook


_DAMAGE = (BadZipFile, zlib.error, NotImplementedError, KeyError, ValueError, OSError, SyntaxError, EOFError, TypeError)
"""What the libraries raise over a workbook that is not what it should be."""


def read_workbook(
    source: Source, options: ReadingOptions, *, score: Score = no_header, most: int | None = None
) -> Grid:
    """The cells of the sheet named, or of the one with the best header; of `most` rows only, when that is enough.

    Raises `UnknownSheet` and `UnsafeFile`.
    """
    check_package(source, limit=options.unpacked_limit)
    book = _open_workbook(source)
    names = tuple(sheet.title for sheet in book.worksheets)
    if options.sheet is not None and options.sheet not in names:
        raise UnknownSheet(file=source.name, sheet=options.sheet, found=", ".join(names))
    with _said_of(source):
        chosen = options.sheet or (_best_sheet(book, names, score) if len(names) > 1 else "".join(names))
        rows = _held(source, book, chosen, most)
    return Grid(source.name, rows, "xlsx", sheets=names)


def _open_workbook(source: Source) -> Workbook:
    from openpyxl import load_workbook

    with _said_of(source):
        return load_workbook(io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False)


def _best_sheet(book: Workbook, names: Sequence[str], score: Score) -> str:
    """The first of the sheets whose header scores best, else the first that holds anything."""
    return max(names, key=lambda name: _best_head(book, name, score), default="")


def _best_head(book: Workbook, name: str, score: Score) -> int:
    return max((score(cells) for _, cells in islice(_filled(book, name), HEADER_WITHIN)), default=-1)


def _filled(book: Workbook, name: str) -> Iterator[tuple[int, list[str]]]:
    """The number and the cells of each row that holds anything, without the empty cells at its end."""
    sheet: Any = book[name]
    sheet.reset_dimensions()  # what programs write there is often wrong and would cut the sheet off
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in values]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells


def _held(source: Source, book: Workbook, name: str, most: int | None) -> Rows:
    """The rows as csv in memory: as compact as they come, and read in the same way as those of a file."""
    stream, numbers = io.BytesIO(), array("Q")
    text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    for number, cells in islice(_filled(book, name), most) if name else ():
        writer.writerow(cells)
        numbers.append(number)
    text.flush()
    return Rows(stream.getvalue(), encoding="utf-8", delimiter=";", file=source.name, numbers=numbers)


@contextmanager
def _said_of(source: Source) -> Iterator[None]:
    """What goes wrong inside the block with a workbook, said as a sentence."""
    from defusedxml.common import DefusedXmlException

    try:
        with warnings.catch_warnings(action="ignore"):  # of parts of a workbook that hold no speech
            yield
    except DefusedXmlException as problem:
        raise UnsafeFile(file=source.name) from problem
    except _DAMAGE as problem:
        if isinstance(problem.__context__, DefusedXmlException):
            raise UnsafeFile(file=source.name) from problem
        raise NotWhatItSays(file=source.name, suffix=Path(source.name).suffix) from problem


def _text(value: Any) -> str:
    """A cell as its reader sees it: dates in ISO form, whole numbers without a decimal point."""
    if isinstance(value, datetime | date):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
