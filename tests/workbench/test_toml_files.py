from __future__ import annotations

from enum import Enum
from pathlib import Path

import pytest

from study.errors import UnknownPhase
from tests.workbench.material import put
from workbench.errors import BadEntry, DoubledEntry, UnreadableFile
from workbench.toml_files import Entry, only_tables, read_entries, read_toml


class Colour(Enum):
    RED = "rood"


def entry(**values: object) -> Entry:
    return Entry(Path("lijst.toml"), "ding", 3, values)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda row: row.text("x"), 3),
        (lambda row: row.text("x"), "  "),
        (lambda row: row.text("x"), None),
        (lambda row: row.whole("x"), "3"),
        (lambda row: row.whole("x"), True),
        (lambda row: row.day("x"), "2026-03-04"),
        (lambda row: row.texts("x"), "los"),
        (lambda row: row.texts("x"), [1]),
        (lambda row: row.pairs("x"), {"a": 1}),
        (lambda row: row.yes("x"), "ja"),
        (lambda row: row.choice("x", Colour), ["rood"]),
        (lambda row: row.known("x", {"a": 1}), "b"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_place(read: object, value: object) -> None:
    assert callable(read)
    with pytest.raises(BadEntry) as caught:
        read(entry(x=value))
    assert caught.value.values["file"] == "lijst.toml"
    assert caught.value.values["number"] == 3
    assert "x" in str(caught.value.values["reason"])


def test_what_is_absent_has_a_value_that_says_so() -> None:
    row = entry(gevuld=False)
    assert (row.text("x", "anders"), row.text_or_none("x"), row.whole("x"), row.day("x")) == (
        "anders",
        None,
        None,
        None,
    )
    assert (row.texts("x"), row.pairs("x"), row.choice_or_none("x", Colour)) == ((), {}, None)
    assert (row.yes("x", default=True), row.yes("gevuld", default=True)) == (True, False)


def test_complaints_of_other_rooms_get_the_place_and_end_as_one_sentence() -> None:
    with pytest.raises(BadEntry) as caught, entry().placed():
        raise UnknownPhase(name="9", known="0, 1")
    assert "9" in str(caught.value)
    assert ".. " not in str(caught.value)


def test_entries_are_made_in_order_and_told_apart_by_what_identifies_them(tmp_path: Path) -> None:
    file = put(tmp_path, "x.toml", "[[ding]]\na = '1'\nb = '1'\n[[ding]]\na = '1'\nb = '2'\n")
    data = read_toml(file)
    made = read_entries(file, data, "ding", lambda row: row.text("b"), fields="ab", identity=("a", "b"))
    assert made == ("1", "2")
    with pytest.raises(DoubledEntry, match="1"):
        read_entries(file, data, "ding", lambda row: row.text("b"), fields="ab", identity=("a",))
    with pytest.raises(BadEntry, match="b"):
        read_entries(file, data, "ding", lambda row: row.text("a"), fields="a", identity=("a",))


@pytest.mark.parametrize("text", ["ding = 3", "[ding]\na = 1", "ding = [1, 2]"])
def test_a_table_with_one_bracket_too_few_is_recognised(tmp_path: Path, text: str) -> None:
    file = put(tmp_path, "x.toml", text)
    with pytest.raises(UnreadableFile, match=r"\[\[ding\]\]"):
        read_entries(file, read_toml(file), "ding", lambda row: row, fields="a")


def test_a_table_that_nobody_reads_is_named(tmp_path: Path) -> None:
    file = put(tmp_path, "x.toml", "[[dingen]]\na = 1\n")
    with pytest.raises(UnreadableFile, match="dingen"):
        only_tables(file, read_toml(file), ("ding",))


@pytest.mark.parametrize("text", ["a = ", "a = 'open", "[[a]\n", "a = 1\na = 2\n", "\0"])
def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"x\.toml"):
        read_toml(put(tmp_path, "x.toml", text))
