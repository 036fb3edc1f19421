"""Codebooks as a sheet, in CSV or XLSX: one row a code, with its group repeated."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coding.codebook import Code, CodeGroup, in_tree_order
from coding.codebook_rows import FIELDS, NEEDED, CodebookRows, cell_text, field_text
from coding.errors import MissingColumns, UnreadableCodebook
from corpus.documents import normalise_text
from study.messages import translate as _

COLUMNS = (*FIELDS, "group_label", "substantive", "group_fields")
_DUTCH = {
    "groep": "group",
    "sleutel": "key",
    "naam": "name",
    "ouder": "parent",
    "definitie": "definition",
    "wel": "include",
    "niet": "exclude",
    "voorbeeld": "example",
    "kleur": "colour",
    "groepsnaam": "group_label",
    "inhoudelijk": "substantive",
    "toets": "shortcut",
    "vervallen": "retired",
    "groepsvelden": "group_fields",
}
_NO = frozenset({"nee", "no", "false", "onwaar", "0"})
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - zip files and openpyxl know no time zones


def read_csv(file: Path) -> CodebookRows:
    """The rows of a CSV codebook: UTF-8 or what Excel writes on Windows, with commas, semicolons or tabs."""
    text = _decode(file.read_bytes())
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as problem:
        raise UnreadableCodebook(file=file.name, reason=problem) from problem
    return _rows(rows, file)


def read_xlsx(file: Path) -> CodebookRows:
    """The rows of the first sheet of an Excel codebook."""
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(io.BytesIO(file.read_bytes()), read_only=True, data_only=True)
        cells = [[_cell(value) for value in row] for row in workbook.worksheets[0].iter_rows(values_only=True)]
        workbook.close()
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError) as problem:
        raise UnreadableCodebook(file=file.name, reason=_("it is not an Excel workbook")) from problem
    return _rows(cells, file)


def csv_bytes(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> bytes:
    """The codebook as CSV in UTF-8, with commas."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(_sheet(groups, codes))
    return stream.getvalue().encode()


def xlsx_bytes(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> bytes:
    """The codebook as an Excel workbook; the same codebook gives the same bytes, so no clock is written in it."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.writer.excel import ExcelWriter

    workbook = Workbook()
    workbook.properties.created = workbook.properties.modified = _EPOCH
    sheet = workbook.worksheets[0]
    sheet.title = "codeboek"
    sheet.freeze_panes = "A2"
    for number, row in enumerate(_sheet(groups, codes), 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type = "s"  # a definition that starts with "=" is text, not a formula
    stream = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)).save()
    return _without_times(stream)


def _without_times(archive: io.BytesIO) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return stream.getvalue()


def _sheet(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> Iterator[Sequence[str]]:
    """The header and the rows; a group without codes gets a row of its own."""
    yield COLUMNS
    ordered = in_tree_order(groups, codes)
    for group in sorted(groups, key=lambda each: (each.ordinal, each.key)):
        asked = "; ".join(field_text(each) for each in group.fields)
        ends = (group.label, "true" if group.substantive else "false", asked)
        mine = [code for code in ordered if code.group == group.key]
        for code in mine:
            yield *(cell_text(code, field) for field in FIELDS), *ends
        if not mine:
            yield group.key, *[""] * (len(FIELDS) - 1), *ends


def _rows(cells: Iterable[Sequence[str]], file: Path) -> CodebookRows:
    lines = iter(cells)
    header = [_column(name) for name in next(lines, ())]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise MissingColumns(file=file.name, columns=", ".join(missing), needed=", ".join(NEEDED))
    rows = CodebookRows()
    for number, line in enumerate(lines, 2):
        row = {name: text.strip() for name, text in zip(header, line, strict=False)}
        if any(row.values()):
            _add(row, rows, place=_("Row {number} of “{file}”", number=number, file=file.name))
    return rows


def _add(row: dict[str, str], rows: CodebookRows, *, place: str) -> None:
    group = row.get("group", "")
    told = row.get("substantive", "").casefold()
    if group:
        rows.add_group(group, label=row.get("group_label", ""), substantive=told not in _NO if told else None)
        rows.add_fields(group, row.get("group_fields", "").split(";"))
    if not group or any(row.get(name) for name in FIELDS[1:]):
        rows.add_code(row, place=place)


def _column(title: str) -> str:
    name = title.strip().casefold()
    return _DUTCH.get(name, name)


def _cell(value: Any) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return "" if value is None else normalise_text(str(int(value) if whole else value))


def _decode(data: bytes) -> str:
    try:
        return normalise_text(data.decode())
    except UnicodeDecodeError:
        return normalise_text(data.decode("cp1252", errors="replace"))
