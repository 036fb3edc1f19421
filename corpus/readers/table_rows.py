"""Rows of tables: read from the bytes as often as they are needed, so that a million of them take little room."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload
from unicodedata import is_normalized

from corpus.documents import normalise_text
from corpus.errors import BrokenTable, Undecodable
from corpus.readers.sources import INVISIBLE, clean_text
from corpus.reading import Loss

# What nobody sees, a lone return, and the first sign of one that was encoded twice.
_TO_MEND = re.compile(f"{INVISIBLE.pattern.removesuffix(']+')}\r\u00c2\u00c3\u00e2\u00f0]")
# Some exports put a title or two above the header.
HEADER_WITHIN = 10

Score = Callable[[Sequence[str]], int]
"""How well the cells of a row would do as the header: 0 when they would not."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, the line (or row number) where it starts, and the invisible characters that were in it."""

    line: int
    cells: tuple[str, ...]
    losses: tuple[Loss, ...] = ()


class Rows(Sequence[Row]):
    """The rows of a csv text that hold anything; only the place of each is kept."""

    def __init__(
        self,
        data: bytes,
        *,
        encoding: str,
        delimiter: str,
        file: str,
        start: int = 0,
        numbers: Sequence[int] | None = None,
    ) -> None:
        self._data, self._encoding, self._delimiter, self._file = data, encoding, delimiter, file
        self._start, self._numbers = start, numbers
        self._places: array[int] | None = None

    def __len__(self) -> int:
        return len(self._index())

    def __iter__(self) -> Iterator[Row]:
        return (self._row(number, line, cells) for number, (_, line, cells) in enumerate(self._records(self._start)))

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        if isinstance(number, slice):
            return list(self.pick(range(len(self))[number]))
        return next(self.pick((range(len(self))[number],)))

    def head(self, count: int) -> list[Row]:
        """The first so many rows, without a look at the rest."""
        return list(islice(self, count))

    def pick(self, numbers: Iterable[int]) -> Iterator[Row]:
        """The rows with these numbers, from 0."""
        places, lines = self._index(), self._numbers or ()
        for number in numbers:
            _, _, cells = next(self._records(places[number]))
            yield self._row(number, lines[number], cells)

    def columns(self, places: Sequence[int | None]) -> Iterator[tuple[str, ...]]:
        """The cells at these places of every row, without white space around them; empty where there is none."""
        for _, _, cells in self._records(self._start):
            width = len(cells)
            yield tuple("" if place is None or place >= width else cells[place].strip() for place in places)

    def _row(self, number: int, line: int, cells: Sequence[str]) -> Row:
        where = line if self._numbers is None else self._numbers[number]
        together = "".join(cells)
        if together.isascii() and together.isprintable():
            return Row(where, tuple(cells))
        if not _TO_MEND.search(together) and is_normalized("NFC", together):
            return Row(where, tuple(cells))
        losses: list[Loss] = []
        return Row(where, tuple(_clean(cell, where, losses) for cell in cells), tuple(losses))

    def _index(self) -> array[int]:
        """The place of each row among the bytes; the line where it starts is kept on the way."""
        if self._places is None:
            places, lines = array("Q"), array("Q")
            for place, line, _ in self._records(self._start):
                places.append(place)
                lines.append(line)
            self._places = places
            self._numbers = lines if self._numbers is None else self._numbers
        return self._places

    def _records(self, start: int) -> Iterator[tuple[int, int, list[str]]]:
        """Place, line and cells of every row that holds anything; raises `BrokenTable` or `Undecodable`."""
        lines = _Lines(self._data, start, self._encoding, self._file)
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        place, line = start, 1
        try:
            for cells in reader:
                if any(map(str.strip, cells)):
                    yield place, line, cells
                place, line = lines.place, reader.line_num + 1
        except csv.Error as problem:
            raise BrokenTable(file=self._file, line=line) from problem


class _Lines:
    """The lines of a text in bytes, decoded one by one; `place` is where the next one starts."""

    def __init__(self, data: bytes, start: int, encoding: str, file: str) -> None:
        self._stream, self._encoding, self._file = io.BytesIO(data), encoding, file
        self.place = self._stream.seek(start)

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._stream, start=1):
            self.place += len(line)
            try:
                yield line.decode(self._encoding)
            except UnicodeDecodeError as problem:
                raise Undecodable(file=self._file, line=number) from problem


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a file; the first is the header unless titles stand above it."""

    file: str
    rows: Rows
    format: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[str, ...] = ()


def find_header(rows: Iterable[Row], *, score: Score) -> int:
    """The place of the row that is the header: the first that scores, else the first."""
    return next((place for place, row in enumerate(islice(rows, HEADER_WITHIN)) if score(row.cells)), 0)


def no_header(cells: Sequence[str]) -> int:
    """The score of a table of which no columns are known beforehand."""
    return 0


def _clean(cell: str, line: int, losses: list[Loss]) -> str:
    text, lost = clean_text(normalise_text(cell))
    losses.extend(Loss(each.kind, each.text, line) for each in lost)
    return text
