"""Community exports (csv, tsv, xlsx): a post a row, with its thread, its author and the post it replies to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.documents import DocumentKind
from corpus.errors import UnevenRow
from corpus.readers.columns import check_columns, find_columns
from corpus.readers.dates import is_month_first, read_date
from corpus.readers.drafts import Draft, Findings, compose_reading
from corpus.readers.grids import Grid, Row, read_csv, read_workbook
from corpus.readers.sources import Source
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.messages import translate as _
from study.messages import translate_count

# Some exports put a title or two above the header.
HEADER_WITHIN = 10


def read(source: Source, options: ReadingOptions) -> Reading:
    """The posts of a community export as turns; raises `MissingColumn` without a text or author column."""
    grid = read_workbook(source, options) if source.is_zip() else read_csv(source, options)
    place, columns = _find_header(grid, options, source)
    found = Findings(losses=list(grid.losses))
    _lose_before(grid.rows[:place], found)
    header = grid.rows[place].cells
    found.notes.append(_("Columns: {columns}.", columns=_list_columns(header, columns)))
    rows = _sound_rows(grid, place, columns, options, found)
    _gather_posts(rows, columns, found)
    _lose_columns(header, rows, columns, found)
    return compose_reading(source, found, kind=DocumentKind.COMMUNITY, format=grid.format, encoding=grid.encoding)


def _find_header(grid: Grid, options: ReadingOptions, source: Source) -> tuple[int, dict[str, int]]:
    """The row with the headers, and the place of each role in it."""
    for place, row in enumerate(grid.rows[:HEADER_WITHIN] if not options.columns else ()):
        columns = find_columns(row.cells)
        if {"text", "author"} <= columns.keys():
            return place, columns
    header = grid.rows[0].cells
    columns = find_columns(header, given=options.columns, file=source.name)
    check_columns(columns, header, file=source.name)
    return 0, columns


def _lose_before(rows: Sequence[Row], found: Findings) -> None:
    cells = ((cell, row.line) for row in rows for cell in row.cells if cell.strip())
    found.losses.extend(Loss(LossKind.HEADER, cell, line) for cell, line in cells)


def _list_columns(header: Sequence[str], columns: Mapping[str, int]) -> str:
    return ", ".join(f"{header[place].strip()} → {role}" for role, place in columns.items())


def _sound_rows(
    grid: Grid, place: int, columns: Mapping[str, int], options: ReadingOptions, found: Findings
) -> list[Row]:
    """The rows under the header, filled up to its width; raises `UnevenRow` for one that cannot belong to it."""
    width = len(grid.rows[place].cells)
    sound = []
    for row in grid.rows[place + 1 :]:
        cells = row.cells[:width] if not any(each.strip() for each in row.cells[width:]) else row.cells
        if len(cells) == width or max(columns["text"], columns["author"]) < len(cells) < width:
            sound.append(Row(row.line, (*cells, *[""] * (width - len(cells)))))
        elif options.only_sound:
            found.losses.append(Loss(LossKind.UNREADABLE, "\n".join(row.cells), row.line))
        else:
            raise UnevenRow(
                file=grid.file, line=row.line, found=len(cells), expected=width, delimiter=grid.delimiter or ";"
            )
    return sound


def _gather_posts(rows: Sequence[Row], columns: Mapping[str, int], found: Findings) -> None:
    cells = [{role: row.cells[place] for role, place in columns.items()} for row in rows]
    month_first = is_month_first(each.get("date", "") for each in cells)
    for row, each in zip(rows, cells, strict=True):
        found.drafts.append(_post(each, row.line, found, month_first=month_first))
    _link_replies(cells, found)


def _post(cells: Mapping[str, str], line: int, found: Findings, *, month_first: bool) -> Draft:
    date, likes = cells.get("date", "").strip(), cells.get("likes", "").strip()
    posted_at = read_date(date, month_first=month_first) if date else None
    if date and posted_at is None:
        found.losses.append(Loss(LossKind.TIME, date, line))
    if likes and not likes.isdecimal():
        found.losses.append(Loss(LossKind.COLUMN, likes, line))
    if not cells["text"].strip():
        found.losses.append(Loss(LossKind.NO_TEXT, cells["author"], line))
    return Draft(
        text=cells["text"],
        speaker=" ".join(cells["author"].split()) or None,
        posted_at=posted_at,
        key=cells.get("key", "").strip() or None,
        thread=" ".join(cells.get("thread", "").split()) or None,
        prompt=" ".join(cells.get("prompt", "").split()) or None,
        likes=int(likes) if likes.isdecimal() else 0,
    )


def _link_replies(cells: Sequence[Mapping[str, str]], found: Findings) -> None:
    """Let every reply point at its post: the one with that id in its own thread, else in the file."""
    in_thread = {(each.thread, each.key): place for place, each in reversed(list(enumerate(found.drafts))) if each.key}
    anywhere = {key: place for (_thread, key), place in sorted(in_thread.items(), key=lambda item: -item[1])}
    missing = 0
    for place, each in enumerate(cells):
        parent = each.get("parent", "").strip()
        if not parent:
            continue
        draft = found.drafts[place]
        target = in_thread.get((draft.thread, parent), anywhere.get(parent))
        draft.reply_to = target if target != place else None
        missing += draft.reply_to is None
    if missing:
        found.notes.append(
            translate_count(
                "{number} reply is to a post that is not in the file.",
                "{number} replies are to posts that are not in the file.",
                missing,
            )
        )


def _lose_columns(header: Sequence[str], rows: Sequence[Row], columns: Mapping[str, int], found: Findings) -> None:
    """Columns of no known role are one loss each, with their header."""
    for place in sorted(set(range(len(header))) - set(columns.values())):
        cells = [row.cells[place].strip() for row in rows]
        if header[place].strip() or any(cells):
            found.losses.append(Loss(LossKind.COLUMN, "\n".join(each for each in (header[place], *cells) if each)))
