"""Grids: the rows of a csv file or a workbook, whatever its delimiter and encoding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.errors import NoTurns, UnknownDelimiter
from corpus.readers.sources import BYTE_ORDER_MARKS, Source, decode_all, detect_encoding
from corpus.readers.table_rows import HEADER_WITHIN, Grid, Rows, Score, no_header
from corpus.readers.workbooks import read_workbook
from corpus.reading import ReadingOptions

DELIMITERS = (";", ",", "\t", "|")
SAMPLE = 64 * 1024
SAMPLE_LINES = 50
# In these a line ends at the byte of a newline, so that a row can be found again by its place.
_BY_LINE = frozenset(("utf-8", "ascii", "cp1252", "cp850", "mac-roman", "iso8859-1", "iso8859-15"))
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_OWN_WORD = re.compile(r'"?sep=(?P<sign>.)"?\r?\n')


def read_grid(source: Source, options: ReadingOptions, *, score: Score = no_header, most: int | None = None) -> Grid:
    """The rows of a csv file or workbook, cut so that its header scores best; raises `NoTurns` when there are none.

    `most` says how many rows of a workbook are enough to judge it by; those of a csv file are read when asked for.
    """
    if source.is_zip():
        grid = read_workbook(source, options, score=score, most=most)
    else:
        grid = read_csv(source, options, score=score)
    if not grid.rows.head(1):
        raise NoTurns(file=source.name)
    return grid


def read_csv(source: Source, options: ReadingOptions, *, score: Score = no_header) -> Grid:
    """The rows of a csv or tsv file; they raise `BrokenTable` when a quotation mark is never closed."""
    if options.delimiter is not None and len(options.delimiter) != 1:
        raise UnknownDelimiter(file=source.name, delimiter=options.delimiter)
    data, stored, encoding = _by_line(source, options)
    start = next((len(mark) for mark, name in BYTE_ORDER_MARKS if name == stored and data.startswith(mark)), 0)
    sample = data[start:SAMPLE].decode(stored, "ignore")
    own = _OWN_WORD.match(sample)
    delimiter = options.delimiter or (own["sign"] if own else detect_delimiter(sample, score=score))
    rows = Rows(data, encoding=stored, delimiter=delimiter, file=source.name, start=start)
    return Grid(source.name, rows, "csv", encoding, delimiter)


def _by_line(source: Source, options: ReadingOptions) -> tuple[bytes, str, str]:
    """The file as bytes with a newline after each line, the encoding of those, and the encoding of the file."""
    chosen = options.encoding or detect_encoding(source)
    if chosen in _BY_LINE and not _LONE_RETURN.search(source.data):
        return source.data, chosen, chosen
    decoded = decode_all(source, encoding=options.encoding)
    return decoded.text.encode(), "utf-8", decoded.encoding


def detect_delimiter(text: str, *, score: Score = no_header) -> str:
    """The sign between cells: the one that gives the best header, else the one that cuts most lines alike.

    >>> detect_delimiter("naam;bericht\\nAnna;Ja, hoor, prima\\n")
    ';'
    """
    lines = text.split("\n")[:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda sign: (_best_header(lines, sign, score), _agreement(lines, sign)))


def _best_header(lines: Sequence[str], delimiter: str, score: Score) -> int:
    heads = (line.replace('"', "").split(delimiter) for line in lines[:HEADER_WITHIN])
    return max(map(score, heads), default=0)


def _agreement(lines: Sequence[str], delimiter: str) -> int:
    """How many lines have the commonest number of delimiters above none."""
    counts = Counter(line.count(delimiter) for line in lines if delimiter in line)
    return max(counts.values(), default=0)
