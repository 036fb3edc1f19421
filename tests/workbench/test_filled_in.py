from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.messages import speaking
from tests.workbench.material import put
from workbench.errors import BadEntry, BadForm, UnreadableFile
from workbench.filled_in import form_entry, key_from, read_sheet, split_list

HEADS = {"title": ("titel",), "invited": ("uitgenodigd",), "held_from": ("van",), "phases": ("fasen",)}


def test_what_is_filled_in_becomes_what_the_register_takes() -> None:
    values = {"invited": " 12 ", "held_from": "4 maart 2026", "phases": "0; 1", "prompted": "nee", "title": " "}
    entry = form_entry(values, {})
    assert entry.values == {"invited": 12, "held_from": date(2026, 3, 4), "phases": ["0", "1"], "prompted": False}


def test_a_name_with_a_comma_stays_one_name() -> None:
    assert form_entry({"labels": "Vries, Anna de\nAdV"}, {}).values == {"labels": ["Vries, Anna de", "AdV"]}


def test_a_complaint_about_a_form_names_the_field_as_the_form_does() -> None:
    with speaking("en"), pytest.raises(BadForm) as complaint:
        form_entry({"invited": "veel"}, {"invited": "Invited"})
    with speaking("en"):
        assert str(complaint.value).startswith("“Invited” must be a whole number")


def test_a_sheet_is_read_under_the_title_above_its_heads(tmp_path: Path) -> None:
    sheet = read_sheet(
        put(tmp_path, "s.csv", "Materiaal\nTitel;Kleur;Uitgenodigd\nRonde;rood;3\n"), HEADS, needed="title"
    )
    assert [each.values for each in sheet.entries] == [{"title": "Ronde", "invited": 3}]
    assert sheet.unused == ("Kleur",)


def test_a_wrong_cell_is_named_with_its_row_and_a_sheet_without_the_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadEntry, match="2"):
        read_sheet(put(tmp_path, "s.csv", "titel;van\nRonde;ooit\n"), HEADS, needed="title")
    with pytest.raises(UnreadableFile, match="titel"):
        read_sheet(put(tmp_path, "t.csv", "naam;van\nRonde;ooit\n"), HEADS, needed="title")


@given(st.text(max_size=80), st.lists(st.text(max_size=10), max_size=5))
def test_a_key_is_plain_and_never_taken(title: str, taken: list[str]) -> None:
    key = key_from(title, taken)
    assert key not in taken
    assert key
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in key)


@given(st.lists(st.text(alphabet="abc 01", min_size=1).filter(str.strip).map(str.strip), max_size=6))
def test_a_list_comes_back_as_it_was_written(items: list[str]) -> None:
    assert split_list(", ".join(items)) == items
