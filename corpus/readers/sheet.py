"""Community exports (csv, tsv, xlsx): a post a row, with its thread, its author and the post it replies to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from corpus.documents import DocumentKind
from corpus.errors import UnevenRow
from corpus.readers.columns import ROLES, find_columns, is_sure, list_headers, name_columns, score_posts
from corpus.readers.dates import is_month_first
from corpus.readers.drafts import Findings, compose_reading
from corpus.readers.exports import Export, open_export
from corpus.readers.grids import read_grid
from corpus.readers.posts import gather_posts
from corpus.readers.sources import Source
from corpus.readers.table_rows import HEADER_WITHIN, Row, find_header
from corpus.readers.threads import Place, part_threads
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.ids import digest_of
from study.messages import translate as _

MOST_POSTS = 20_000
"""An export of more posts is cut into parts of whole threads, so that a million of them fit in memory."""
SAMPLE_ROWS = 200
SURE, LIKELY, UNSURE = 1.0, 0.75, 0.4


def read(source: Source, options: ReadingOptions) -> Reading:
    """The posts of a community export as turns, however many; raises `MissingColumn` without text or author."""
    export = open_export(read_grid(source, options, score=score_posts), options)
    return read_posts(source, export)


def read_all(source: Source, options: ReadingOptions) -> Iterator[Reading]:
    """The posts of a community export: one reading, or of a large export one for each part, made when it is asked for.

    Whole threads stay together, so a reply and what it answers are in the same part.
    """
    export = open_export(read_grid(source, options, score=score_posts), options)
    yield from read_posts_apart(source, export)


def read_posts(source: Source, export: Export) -> Reading:
    """The posts of an export as turns, in one reading."""
    return _read_rows(source, export, export.rows, notes=())


def read_posts_apart(source: Source, export: Export) -> Iterator[Reading]:
    """The posts of an export: one reading, or of a large export one for each part, made when it is asked for."""
    if len(export.grid.rows) - export.top - 1 <= MOST_POSTS:
        yield _read_rows(source, export, export.rows, notes=())
        return
    _check_rows(export)
    parts = part_threads(_Places(export), most=MOST_POSTS)
    digest = source.digest
    for number, part in enumerate(parts, start=1):
        note = _(
            "Part {number} of {parts}: a large export is cut into parts of whole threads.",
            number=number,
            parts=len(parts),
        )
        rows = export.grid.rows.pick(each + export.top + 1 for each in part)
        reading = _read_rows(source, export, rows, notes=(note,) if len(parts) > 1 else ())
        yield _as_part(reading, digest, number, len(parts)) if len(parts) > 1 else reading


def _as_part(reading: Reading, digest: str, number: int, parts: int) -> Reading:
    return replace(
        reading,
        title=_("{title}, part {number} of {parts}", title=reading.title, number=number, parts=parts),
        source=f"{reading.source}#{number}",
        digest=digest_of(f"{digest}/{number}".encode()),
    )


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely (0 to 1) this is an export of posts: columns for text and author, and others that only posts have."""
    if {"text", "author"} <= options.columns.keys():
        return 1.0
    rows = read_grid(source, options, score=score_posts, most=HEADER_WITHIN).rows
    header = rows.head(HEADER_WITHIN)[find_header(rows, score=score_posts)].cells
    found = find_columns(header)
    if not {"text", "author"} <= found.keys():
        return 0.0
    if is_sure(header, found):
        return 0.97
    return 0.9 if {"thread", "parent", "key", "prompt", "date"} & found.keys() else 0.6


class _Places:
    """Where every post of an export stands, as often as it is asked."""

    def __init__(self, export: Export) -> None:
        self._export = export

    def __iter__(self) -> Iterator[Place]:
        places = [self._export.columns.get(role) for role in ("thread", "key", "parent")]
        return islice(self._export.grid.rows.columns(places), self._export.top + 1, None)


def _read_rows(source: Source, export: Export, rows: Iterable[Row], *, notes: Sequence[str]) -> Reading:
    names = name_columns(export.columns, export.header)
    listed = ", ".join(f"{name} → {_(ROLES[role])}" for role, name in names.items())
    found = Findings(notes=[_("Columns: {columns}.", columns=listed), *notes])
    _lose_before(export, found)
    sound = list(_sound_rows(export, rows, found))
    month_first = is_month_first(export.cell(row, "date") for row in sound)
    gather_posts(export, sound, found, month_first=month_first)
    _lose_columns(export, sound, found)
    certainty = _certainty(export, sound, found)
    reading = compose_reading(
        source, found, kind=DocumentKind.COMMUNITY, format=export.grid.format, encoding=export.grid.encoding
    )
    return replace(
        reading,
        certainty=certainty,
        columns=names,
        headers=tuple(each.strip() for each in export.header if each.strip()),
        sheets=export.grid.sheets,
    )


def _lose_before(export: Export, found: Findings) -> None:
    for row in export.grid.rows.head(export.top + 1):
        found.losses.extend(row.losses)
        if row.cells != export.header:
            found.losses.extend(Loss(LossKind.HEADER, cell, row.line) for cell in row.cells if cell.strip())


def _sound_rows(export: Export, rows: Iterable[Row], found: Findings) -> Iterator[Row]:
    """The rows filled up to the width of the header; raises `UnevenRow` for one that cannot belong to it."""
    width, grid = len(export.header), export.grid
    least = -1 if grid.delimiter is None else max(export.columns["text"], export.columns["author"])
    for row in rows:
        cells = row.cells
        if len(cells) > width and not any(map(str.strip, cells[width:])):
            cells = cells[:width]
        if len(cells) == width or least < len(cells) < width:
            found.losses.extend(row.losses)
            yield Row(row.line, (*cells, *[""] * (width - len(cells))))
        elif export.only_sound:
            found.losses.append(Loss(LossKind.UNREADABLE, "\n".join(row.cells), row.line))
        else:
            raise UnevenRow(
                file=grid.file, line=row.line, found=len(cells), expected=width, delimiter=grid.delimiter or ";"
            )


def _check_rows(export: Export) -> None:
    """Nothing, when every row can be read, so that no part is made of an export that is refused further on."""
    for _row in _sound_rows(export, export.rows, Findings()):
        pass


def _lose_columns(export: Export, rows: Sequence[Row], found: Findings) -> None:
    """Columns of no known role are one loss each, with their header."""
    used = {*export.columns.values(), *export.reactions}
    for place, name in enumerate(export.header):
        cells = [row.cells[place].strip() for row in rows] if place not in used else []
        if place not in used and (name.strip() or any(cells)):
            found.losses.append(Loss(LossKind.COLUMN, "\n".join(each for each in (name, *cells) if each)))


def _certainty(export: Export, rows: Sequence[Row], found: Findings) -> float:
    """How sure the columns are: given or plainly named, or named by a word with other meanings.

    When a column that is not used holds much longer texts than the one taken for the text, another is probably it.
    """
    if export.given:
        return SURE
    sample = rows[:SAMPLE_ROWS]
    lengths = [sum(len(row.cells[place]) for row in sample) for place in range(len(export.header))]
    taken = lengths[export.columns["text"]]
    unused = set(range(len(export.header))) - set(export.columns.values())
    longest = max(unused, key=lengths.__getitem__, default=None)
    if longest is not None and lengths[longest] > max(3 * taken, 30 * len(sample)):
        name = list_headers([export.header[longest]])
        found.notes.append(_("Column “{column}” holds longer texts than the one read. Is that the text?", column=name))
        return UNSURE
    return SURE if is_sure(export.header, export.columns) else LIKELY
