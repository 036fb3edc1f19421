"""TOML files that people write by hand: entries checked, complaints in a sentence with file, table and number."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from study.errors import StudyError
from study.messages import translate as _
from workbench.errors import BadEntry, DoubledEntry, UnreadableFile
from workbench.unreadable import reason_of

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Entry:
    """One [[table]] of a file; every way to read a value complains with the place of the entry."""

    file: Path
    table: str
    number: int
    values: Mapping[str, Any]

    def refuse(self, reason: str) -> BadEntry:
        """The complaint about this entry, to be raised."""
        return BadEntry(file=self.file.name, table=self.table, number=self.number, reason=reason)

    @contextmanager
    def placed(self) -> Iterator[None]:
        """What is complained about inside the block names this entry."""
        try:
            yield
        except BadEntry:
            raise
        except StudyError as problem:
            raise self.refuse(str(problem).rstrip(".")) from problem

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self.values.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(_("“{name}” must be a text", name=name))
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or None when it is absent or empty."""
        return self.text(name, "") or None

    def whole(self, name: str) -> int | None:
        """A whole number, or None when it is absent."""
        return self._typed(name, int, _("“{name}” must be a whole number", name=name))

    def day(self, name: str) -> date | None:
        """A date, or None when it is absent."""
        reason = _("“{name}” must be a date such as 2026-03-04", name=name)
        if isinstance(self.values.get(name), datetime):
            raise self.refuse(reason)
        return self._typed(name, date, reason)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; absent is empty."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.refuse(_("“{name}” must be a list of texts", name=name))
        return tuple(value)

    def pairs(self, name: str) -> dict[str, str]:
        """A table of texts; absent is empty."""
        value = self.values.get(name, {})
        if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
            raise self.refuse(_("“{name}” must be a table of texts", name=name))
        return value

    def yes(self, name: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self._typed(name, bool, _("“{name}” must be true or false", name=name))
        return default if value is None else value

    def choice(self, name: str, kind: type[E]) -> E:
        """A member of the enum; the complaint lists what is possible."""
        value = self.values.get(name)
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(str(each.value) for each in kind)
            raise self.refuse(_("“{name}” must be one of: {known}", name=name, known=known)) from None

    def choice_or_none(self, name: str, kind: type[E]) -> E | None:
        """A member of the enum, or None when it is absent or empty."""
        return self.choice(name, kind) if self.values.get(name) not in (None, "") else None

    def known(self, name: str, known: Mapping[str, T]) -> T:
        """What the text refers to; the complaint names the text."""
        key = self.text(name)
        if key not in known:
            raise self.refuse(_("“{name}” refers to “{key}”, which does not exist", name=name, key=key))
        return known[key]

    def _typed(self, name: str, kind: type[T], reason: str) -> T | None:
        value = self.values.get(name)
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self.refuse(reason)
        return value


def read_toml(file: Path) -> dict[str, Any]:
    """The content of a TOML file; raises `UnreadableFile`."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise UnreadableFile(file=file.name, reason=reason_of(problem)) from problem


def entries(file: Path, data: Mapping[str, Any], table: str, *, fields: Collection[str]) -> Iterator[Entry]:
    """The [[table]] entries; a key that is not one of the fields is refused, for it is a spelling mistake."""
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableFile(file=file.name, reason=_("write [[{name}]], with two brackets", name=table))
    for number, row in enumerate(rows, start=1):
        entry = Entry(file, table, number, row)
        unknown = sorted(set(row) - set(fields))
        if unknown:
            raise entry.refuse(_("“{name}” is not known here", name=unknown[0]))
        yield entry


def read_entries(
    file: Path,
    data: Mapping[str, Any],
    table: str,
    make: Callable[[Entry], T],
    *,
    fields: Collection[str],
    identity: Sequence[str] = ("key",),
) -> tuple[T, ...]:
    """What `make` makes of each [[table]] entry; every complaint names the entry.

    Raises `DoubledEntry` when two entries have the same values in the fields of `identity`.
    """
    seen: set[tuple[object, ...]] = set()
    made = []
    for entry in entries(file, data, table, fields=fields):
        with entry.placed():
            made.append(make(entry))
        key = tuple(entry.values.get(name) for name in identity)
        if key in seen:
            raise DoubledEntry(file=file.name, table=table, key=" / ".join(map(str, key)))
        seen.add(key)
    return tuple(made)


def only_tables(file: Path, data: Mapping[str, Any], tables: Collection[str]) -> None:
    """Nothing, when the file holds only these tables; raises `UnreadableFile` on a name that would pass unseen."""
    for name in data:
        if name not in tables:
            known = ", ".join(f"[[{each}]]" for each in tables)
            raise UnreadableFile(file=file.name, reason=_("“{name}” is none of {known}", name=name, known=known))
