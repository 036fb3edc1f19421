"""No table of the house can hold somebody's words, place or name without withdrawal knowing it."""

from __future__ import annotations

import enum
import sqlite3
import types
import typing
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date, datetime
from importlib import import_module
from typing import Any

from coding.memos import Memo
from study.folder import Study
from study.holdings import Holds, deep_change, reword, words_in
from study.records import bindings
from workbench.privacy import REGISTER

ROOMS = ("corpus", "coding", "synthesis", "prioritisation", "workbench")
PLACES = {"start", "end"}
WITHOUT_RECORDS = {
    "journal": "its old values are reworded by Store.reword_journal and cleared by Store.clear_journal",
    "word_index": "a document is taken out before it changes; clearing merges what is left of its words away",
    "indexed_document": "goes with the words of its document in the index",
    "alembic_version": "the version of the tables and nothing else",
}
"""Tables that hold no records, each with what keeps a person's words out of it."""


def bound() -> tuple[Any, ...]:
    for room in ROOMS:
        import_module(f"{room}.tables")
    ours = {f"{room}." for room in ROOMS}
    return tuple(each for each in bindings() if f"{each.kind.__module__.partition('.')[0]}." in ours)


def needs_a_word(name: str, hint: Any) -> bool:
    """Whether a field could hold words, a place in a text or a person: everything but enums, numbers and moments."""
    plain = [each for each in typing.get_args(hint) if each is not type(None)] if _is_union(hint) else [hint]
    if name in PLACES:
        return True
    safe = (bool, float, int, date, datetime)
    return not all(each in safe or (isinstance(each, type) and issubclass(each, enum.Enum)) for each in plain)


def _is_union(hint: Any) -> bool:
    return isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union


def uncovered(kind: type, holds: Holds | None) -> Iterator[str]:
    hints = typing.get_type_hints(kind)
    for each in fields(kind):
        if needs_a_word(each.name, hints[each.name]) and (holds is None or each.name not in holds.covered):
            yield f"{kind.__name__}.{each.name}"


def test_every_field_that_could_hold_words_spans_or_people_is_covered_or_explained() -> None:
    lost = [name for each in bound() for name in uncovered(each.kind, REGISTER.get(each.kind))]
    assert not lost, f"name these in the privacy.py of their room: {', '.join(lost)}"


def test_the_register_names_only_what_exists_and_gives_a_reason() -> None:
    kinds = {each.kind for each in bound()}
    assert set(REGISTER) <= kinds
    for kind, holds in REGISTER.items():
        assert holds.covered <= {each.name for each in fields(kind)}, kind
        assert all(len(reason) > 10 for reason in holds.nobody.values()), kind


def test_every_table_without_records_has_somebody_who_clears_it(study: Study) -> None:
    study.prepare()
    with closing(sqlite3.connect(study.folder / "study.sqlite")) as database:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    others = there - {each.table.name for each in bound()}
    strange = [name for name in others if not any(name == one or name.startswith(f"{one}_") for one in WITHOUT_RECORDS)]
    assert not strange, f"say in WITHOUT_RECORDS who takes a person's words out of {', '.join(strange)}"
    assert all(len(reason) > 10 for reason in WITHOUT_RECORDS.values())


@dataclass(frozen=True, slots=True)
class Stray:
    """A record that nobody registered."""

    id: str
    said: str
    start: int
    number: int
    moment: datetime


def test_a_record_that_nobody_registered_is_found() -> None:
    assert list(uncovered(Stray, None)) == ["Stray.id", "Stray.said", "Stray.start"]
    assert list(uncovered(Stray, Holds(words=("said",), nobody={"id": "an id"}))) == ["Stray.start"]


def test_words_are_changed_however_deep_they_lie() -> None:
    value = ("a", {"a": ("a", "b")}, 3, None)
    assert deep_change(value, lambda text: text.replace("a", "x")) == ("x", {"a": ("x", "b")}, 3, None)


def test_only_records_of_which_a_word_changes_are_given_back() -> None:
    moment = datetime(2026, 1, 1).astimezone()
    first, second = Memo("1", "Code", "c", "Karel", "Karel", moment), Memo("2", "Code", "c", "Iets", "ans", moment)
    changes = reword([first, second], REGISTER, lambda text: text.replace("Karel", "P03"))
    assert [each.text for each in changes.replaced] == ["P03"]
    assert changes.replaced[0].author == "Karel"
    assert list(words_in(first, REGISTER)) == ["Karel", ""]
