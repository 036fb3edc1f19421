"""Rows: a table in which every row is a turn, with columns for speaker, text and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.documents import normalise_text
from corpus.readers.drafts import Draft, Findings
from corpus.readers.labels import find_labels, fold_labels
from corpus.readers.sources import clean_text
from corpus.readers.times import read_clock
from corpus.reading import Loss, LossKind, ReadingOptions
from corpus.speakers import fold_label
from study.messages import translate as _

HEADERS: Mapping[str, frozenset[str]] = {
    "speaker": frozenset({"spreker", "naam", "wie", "persoon", "deelnemer", "rol", "speaker", "name", "who", "label"}),
    "text": frozenset(
        {"tekst", "text", "uitspraak", "transcript", "inhoud", "wat", "bericht", "transcriptie", "speech"}
    ),
    "time": frozenset({"tijd", "tijdstip", "tijdcode", "time", "timecode", "timestamp", "start", "begin"}),
}

BY_CONTENT = 0.8
"""How sure it is that turns stand in a table whose columns have no names."""


def gather_rows(
    rows: Sequence[Sequence[str]], *, line: int = 1, options: ReadingOptions | None = None
) -> Findings | None:
    """The turns in a table, or None when it is not one of turns; a row without speaker goes on with the turn before."""
    options = options or ReadingOptions()
    columns = _columns_by_header(rows[0]) if rows else {}
    found = Findings(notes=[_("Turns stand in a table, one a row.")])
    if columns:
        found.losses.extend(Loss(LossKind.HEADER, cell, line) for cell in rows[0])
    first = 1 if columns else 0
    found.certainty = 1.0 if columns or options.speakers else BY_CONTENT
    columns = columns or _columns_by_content(rows, options)
    if not columns:
        return None
    nobody = fold_labels(options.no_names)
    for number, row in enumerate(rows[first:], start=line + first):
        _take_row(row, number, columns, found, nobody)
    return found if found.drafts else None


def _columns_by_header(header: Sequence[str]) -> dict[str, int]:
    """Which column holds what, when a speaker and a text column are named."""
    words = [" ".join(cell.casefold().split()).strip(":*") for cell in header]
    columns = {
        role: next(index for index, word in enumerate(words) if word in names)
        for role, names in HEADERS.items()
        if any(word in names for word in words)
    }
    return columns if {"speaker", "text"} <= columns.keys() else {}


def _columns_by_content(rows: Sequence[Sequence[str]], options: ReadingOptions) -> dict[str, int]:
    """Without a header: the widest column is the text, a short one before it with speaker labels the speaker."""
    width = min(map(len, rows), default=0)
    if len(rows) < 2 or width < 2:
        return {}
    lengths = [sum(len(row[index]) for row in rows) for index in range(width)]
    text = lengths.index(max(lengths))
    columns = {"text": text}
    for index in (each for each in range(width) if each != text):
        cells = [row[index].strip() for row in rows if row[index].strip()]
        if cells and all(read_clock(cell.strip("[]()")) is not None for cell in cells):
            columns["time"] = index
        elif "speaker" not in columns and _are_labels(cells, options):
            columns["speaker"] = index
    return columns if "speaker" in columns else {}


def _are_labels(cells: Sequence[str], options: ReadingOptions) -> bool:
    """Whether most cells would name a speaker when a colon followed."""
    labels = find_labels([f"{cell.removesuffix(':')}: …" for cell in cells], options=options)
    return bool(labels) and len(set(cells)) < len(cells)


def _take_row(
    row: Sequence[str], number: int, columns: Mapping[str, int], found: Findings, nobody: frozenset[str]
) -> None:
    cells = {role: _cell(row, index, number, found) for role, index in columns.items()}
    speaker, time = " ".join(cells["speaker"].split()).removesuffix(":"), cells.get("time", "")
    speaker = "" if fold_label(speaker) in nobody else speaker
    if speaker or not found.drafts:
        starts_at = read_clock(time.strip("[]() "))
        found.drafts.append(Draft(cells["text"], speaker or None, starts_at=starts_at))
    else:
        found.drafts[-1].add(cells["text"], between="\n\n")
    kept = {LossKind.LABEL: cells["speaker"], LossKind.TIME: time}
    found.losses.extend(Loss(kind, text, number) for kind, text in kept.items() if text.strip())
    others = (cell for index, cell in enumerate(row) if index not in columns.values() and cell.strip())
    found.losses.extend(Loss(LossKind.COLUMN, cell, number) for cell in others)


def _cell(row: Sequence[str], index: int, number: int, found: Findings) -> str:
    text, losses = clean_text(normalise_text(row[index])) if index < len(row) else ("", ())
    found.losses.extend(Loss(each.kind, each.text, number) for each in losses)
    return text.strip()
