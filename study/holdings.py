"""Holdings: what the fields of a record may hold of a person, and the same records with those words changed.

Each room has a register of its records (`HOLDS` in its `privacy.py`); a test finds every field that is in none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from study.changes import Changes, changed

Reword = Callable[[str], str]
"""Gives a text without what has to go from it."""


Recognise = Callable[[str], bool]
"""Says whether a text holds what has to go."""


@dataclass(frozen=True, slots=True)
class Holds:
    """Of one kind of record: the fields with free text, with a place in a text, with a person, with ids of what it
    rests on; and those that hold nothing of anybody, each with the reason."""

    words: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    nobody: Mapping[str, str] = field(default_factory=dict)

    @property
    def covered(self) -> frozenset[str]:
        """Every field that is spoken for."""
        return frozenset((*self.words, *self.spans, *self.people, *self.rests_on, *self.nobody))


Register = Mapping[type, Holds]


def reword(records: Iterable[Any], register: Register, change: Reword) -> Changes:
    """The records of which a text becomes another one."""
    return changed((each, _reworded(each, register[type(each)].words, change)) for each in records)


def traces(records: Iterable[Any], register: Register, *, signs: Collection[str], is_quoted: Recognise) -> int:
    """How many of these records name somebody by one of the signs (id, code), or quote that person in a free text."""
    return sum(
        any(getattr(each, name) in signs for name in register[type(each)].people)
        or any(map(is_quoted, words_in(each, register)))
        for each in records
    )


def words_in(record: Any, register: Register) -> Iterator[str]:
    """The free texts in a record."""
    for name in register[type(record)].words:
        yield from _texts(getattr(record, name))


def _reworded(record: Any, names: Iterable[str], change: Reword) -> Any:
    values = {name: (getattr(record, name), deep_change(getattr(record, name), change)) for name in names}
    other = {name: after for name, (before, after) in values.items() if after != before}
    return replace(record, **other) if other else record


def deep_change(value: Any, change: Reword) -> Any:
    """The value with every text in it changed; keys of mappings stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple | list):
        return type(value)(deep_change(each, change) for each in value)
    if isinstance(value, Mapping):
        return {key: deep_change(each, change) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: deep_change(getattr(value, each.name), change) for each in fields(value)}
        return replace(value, **parts)
    return value


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    deep_change(value, keep)
    yield from found
