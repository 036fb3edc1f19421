from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.material import put
from workbench.errors import UnreadableFile
from workbench.row_files import read_rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_that_of_the_first_line(tmp_path: Path, delimiter: str) -> None:
    text = f"naam{delimiter}waarde\nEén{delimiter}1\n"
    rows = read_rows(put(tmp_path, "x.csv", text))
    assert rows.heads == ("naam", "waarde")
    assert [each.values for each in rows.entries] == [{"naam": "Eén", "waarde": "1"}]


def test_rows_know_the_line_they_start_on(tmp_path: Path) -> None:
    rows = read_rows(put(tmp_path, "x.csv", 'a,b\n1,"over\ntwee regels"\n\n2,\n'))
    assert [(each.number, dict(each.values)) for each in rows.entries] == [
        (2, {"a": "1", "b": "over\ntwee regels"}),
        (5, {"a": "2"}),
    ]


def test_what_excel_writes_on_windows_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes("naam;waarde\r\nCafé €;1\r\n".encode("cp1252"))
    assert read_rows(file).entries[0].values["naam"] == "Café €"
    file.write_bytes(b"\xef\xbb\xbfnaam\r\nx\r\n")
    assert read_rows(file).heads == ("naam",)


def test_json_lines_are_rows_and_keep_their_kinds(tmp_path: Path) -> None:
    rows = read_rows(put(tmp_path, "x.jsonl", '{"a": 1, "b": null}\n\n{"a": "twee\u2028regels", "c": ""}\n'))
    assert rows.heads == ("a", "b", "c")
    assert [(each.number, dict(each.values)) for each in rows.entries] == [
        (1, {"a": 1}),
        (3, {"a": "twee\u2028regels"}),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.jsonl", "[1]\n"), ("x.jsonl", "geen json\n"), ("x.csv", 'a,b\n1,"open\n'), ("x.csv", "PK\0\3")],
)
def test_a_file_of_another_form_is_refused_by_name(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(UnreadableFile, match=name):
        read_rows(put(tmp_path, name, text))


def test_a_line_that_is_no_json_is_named_without_its_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="2") as caught:
        read_rows(put(tmp_path, "x.jsonl", '{"a": 1}\n{"tekst": "geheim\n'))
    assert "geheim" not in str(caught.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"weg\.csv"):
        read_rows(tmp_path / "weg.csv")
    with pytest.raises(UnreadableFile):
        read_rows(tmp_path)
