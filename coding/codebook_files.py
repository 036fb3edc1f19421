"""Codebooks in files: TOML to write by hand, CSV and XLSX to exchange."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from coding.codebook import Code, CodeGroup, check_codebook, in_tree_order
from coding.codebook_rows import FIELDS, CodebookRows, cell_text, field_text
from coding.codebook_sheets import csv_bytes, read_csv, read_xlsx, xlsx_bytes
from coding.errors import DoubledKey, IncompleteCode, UnknownCodebookFormat, UnreadableCodebook, UnwritableCodebook
from corpus.documents import normalise_text
from study.messages import translate as _

_GROUP_FIELDS = {"key": str, "label": str, "substantive": bool, "fields": list}


def read_codebook(path: str | Path, *, study_id: str | None = None) -> tuple[tuple[CodeGroup, ...], tuple[Code, ...]]:
    """The code groups and codes of a TOML, CSV or XLSX file, checked, in the order of the file.

    With `study_id` the ids follow from the keys, so that reading a file again replaces and does not double. Raises
    `UnreadableCodebook`, `UnknownCodebookFormat`, `MissingColumns`, `IncompleteCode` and what `check_codebook` raises.
    """
    file = Path(path)
    read = _READERS.get(file.suffix.lower())
    if read is None:
        raise UnknownCodebookFormat(file=file.name, known=", ".join(_READERS))
    try:
        rows = read(file)
    except OSError as problem:
        raise UnreadableCodebook(file=file.name, reason=problem.strerror or problem) from problem
    return rows.finish(study_id)


def write_codebook(path: str | Path, groups: Sequence[CodeGroup], codes: Sequence[Code]) -> None:
    """A file with the codebook in tree order, in the format of its suffix; the whole file or nothing is written.

    Raises `UnknownCodebookFormat`, `UnwritableCodebook` and what `check_codebook` raises.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "codeboek.csv")
    ...     write_codebook(file, [CodeGroup("1", "reden", "Redenen", 1)], [Code("2", "geld", "reden", "Geld", 1)])
    ...     groups, codes = read_codebook(file)
    >>> groups[0].label, codes[0].key, codes[0].name
    ('Redenen', 'geld', 'Geld')
    """
    file = Path(path)
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        raise UnknownCodebookFormat(file=file.name, known=", ".join(_WRITERS))
    check_codebook(groups, codes)
    data = write(groups, codes)
    draft = file.with_name(f"{file.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise UnwritableCodebook(file=file) from problem
    finally:
        draft.unlink(missing_ok=True)


def _read_toml(file: Path) -> CodebookRows:
    try:
        data = tomllib.loads(normalise_text(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UnreadableCodebook(file=file.name, reason=problem) from problem
    strange = sorted(set(data) - {"group", "code"})
    if strange:
        reason = _("“{name}” is neither [[group]] nor [[code]]", name=strange[0])
        raise UnreadableCodebook(file=file.name, reason=reason)
    rows = CodebookRows()
    for number, entry in enumerate(_entries(data, "group", file), 1):
        _known(entry, _GROUP_FIELDS, _("group {number}", number=number), file)
        _add_group(entry, rows, place=_("Group {number} of “{file}”", number=number, file=file.name))
    for number, entry in enumerate(_entries(data, "code", file), 1):
        _known(entry, dict.fromkeys(FIELDS, str), _("code {number}", number=number), file)
        row = {name: text.strip() for name, text in entry.items()}
        rows.add_code(row, place=_("Code {number} of “{file}”", number=number, file=file.name))
    return rows


def _add_group(entry: Mapping[str, Any], rows: CodebookRows, *, place: str) -> None:
    key, label = entry.get("key", "").strip(), entry.get("label", "")
    if not key:
        raise IncompleteCode(place=place, field="key")
    if key in rows.groups:
        raise DoubledKey(key=key, first=rows.groups[key][0], second=label)
    rows.add_group(key, label=label.strip(), substantive=entry.get("substantive"))
    rows.add_fields(key, map(str, entry.get("fields", [])))


def _entries(data: Mapping[str, Any], name: str, file: Path) -> list[dict[str, Any]]:
    entries = data.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UnreadableCodebook(file=file.name, reason=_("write [[{name}]], with two brackets", name=name))
    return entries


def _known(entry: Mapping[str, Any], fields: Mapping[str, type], place: str, file: Path) -> None:
    for name, value in entry.items():
        if name not in fields:
            raise UnreadableCodebook(
                file=file.name, reason=_("{place} has an unknown “{name}”", place=place, name=name)
            )
        if not isinstance(value, fields[name]):
            reason = _("“{name}” of {place} has a value of the wrong kind", name=name, place=place)
            raise UnreadableCodebook(file=file.name, reason=reason)


def _toml_bytes(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> bytes:
    lines: list[str] = []
    for group in sorted(groups, key=lambda each: (each.ordinal, each.key)):
        lines += ["[[group]]", f"key = {_quoted(group.key)}", f"label = {_quoted(group.label)}"]
        lines += [f"substantive = {str(group.substantive).lower()}"]
        if group.fields:
            lines += [f"fields = [{', '.join(_quoted(field_text(each)) for each in group.fields)}]"]
        lines += [""]
    for code in in_tree_order(groups, codes):
        filled = ((field, cell_text(code, field)) for field in FIELDS)
        lines += ["[[code]]", *(f"{field} = {_quoted(text)}" for field, text in filled if text), ""]
    return "\n".join(lines).encode()


def _quoted(text: str) -> str:
    """The text as a TOML string: written as in JSON, where TOML also wants the delete character escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


_READERS: dict[str, Callable[[Path], CodebookRows]] = {".toml": _read_toml, ".csv": read_csv, ".xlsx": read_xlsx}
_WRITERS: dict[str, Callable[[Sequence[CodeGroup], Sequence[Code]], bytes]] = {
    ".toml": _toml_bytes,
    ".csv": csv_bytes,
    ".xlsx": xlsx_bytes,
}
