"""Files with rows that people bring in: CSV as Excel or Rode Draad writes it, JSON Lines; each row with its line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from study.messages import translate as _
from workbench.errors import UnreadableFile
from workbench.toml_files import Entry
from workbench.unreadable import reason_of

DELIMITERS = ",;\t"
JSON_LINES = (".jsonl", ".ndjson")

Numbered = list[tuple[int, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file, each with its line, and the names of their columns."""

    heads: tuple[str, ...]
    entries: tuple[Entry, ...]


def read_rows(file: Path) -> Rows:
    """The rows of a CSV or JSON Lines file, by the names of their columns; a cell that is empty is not there.

    Lines that are wholly empty are passed over. Raises `UnreadableFile`.
    """
    try:
        text = _decoded(file.read_bytes())
        heads, rows = _json_rows(text) if file.suffix.lower() in JSON_LINES else _csv_rows(text)
    except json.JSONDecodeError as problem:
        reason = _("line {line} is no JSON object", line=problem.lineno)
        raise UnreadableFile(file=file.name, reason=reason) from problem
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UnreadableFile(file=file.name, reason=reason_of(problem)) from problem
    return Rows(heads, tuple(Entry(file, _("line"), line, _filled(row)) for line, row in rows))


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _decoded(data: bytes) -> str:
    """UTF-8, or what Excel writes on Windows; bytes that are no text at all are refused."""
    if b"\0" in data:
        raise UnicodeDecodeError("utf-8", data[:1], 0, 1, "a zero byte")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _csv_rows(text: str) -> tuple[tuple[str, ...], Numbered]:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    heads = tuple(head.strip() for head in next(reader, []))
    return heads, list(_lines(reader, heads))


def _lines(reader: Any, heads: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each row with the line it starts on: a cell between quotation marks may run on over several."""
    start = reader.line_num + 1
    for cells in reader:
        if cells:
            yield start, dict(zip(heads, cells, strict=False))
        start = reader.line_num + 1


def _json_rows(text: str) -> tuple[tuple[str, ...], Numbered]:
    rows: Numbered = []
    for line, words in enumerate(text.split("\n"), start=1):
        if words.strip():
            rows.append((line, _object(words, line)))
    heads = dict.fromkeys(name for _line, row in rows for name in row)
    return tuple(heads), rows


def _object(words: str, line: int) -> dict[str, Any]:
    try:
        row = json.loads(words)
    except json.JSONDecodeError:
        row = None
    if not isinstance(row, dict):
        raise json.JSONDecodeError("no object", "\n" * (line - 1), line - 1)
    return row
