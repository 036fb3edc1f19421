from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import Code, CodeGroup, read_codebook, write_codebook
from coding.errors import (
    CodeCycle,
    CodingError,
    DoubledKey,
    IncompleteCode,
    MissingColumns,
    MissingParent,
    UnknownCodebookFormat,
    UnknownGroup,
    UnreadableCodebook,
    UnwritableCodebook,
)
from study.messages import speaking
from tests.coding.material import a_code

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
FORMATS = [".toml", ".csv", ".xlsx"]
GROUPS = [
    CodeGroup("1", "knelpunt", "Knelpunten", 1),
    CodeGroup("2", "actor", "Actoren", 2, substantive=False),
    CodeGroup("3", "context", "Context (nog leeg)", 3, substantive=False),
]
CODES = [
    replace(a_code("begeleiding"), definition='Wat er "gebeurt";\nook later', include="= alles", colour="#1f4e79"),
    replace(a_code("valt_weg", parent="begeleiding", ordinal=2), exclude="’t Einde", example="Na één jaar, hè?"),
    a_code("coach", group="actor", ordinal=3),
]

words = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
names = words.filter(bool)


def content(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> list[object]:
    """A codebook without its ids and numbers."""
    return [
        *(replace(group, id="", ordinal=0) for group in groups),
        *(replace(code, id="", ordinal=0) for code in codes),
    ]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_written_is_read_back(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"codeboek{suffix}"
    write_codebook(file, GROUPS, CODES)
    assert content(*read_codebook(file)) == content(GROUPS, CODES)


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_codebook_gives_the_same_bytes_in_any_order(suffix: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_codebook(first, GROUPS, CODES)
    write_codebook(second, GROUPS[::-1], [replace(code, id="anders") for code in CODES[::-1]])
    assert first.read_bytes() == second.read_bytes()


def test_a_workbook_knows_no_clock(tmp_path: Path) -> None:
    write_codebook(tmp_path / "c.xlsx", GROUPS, CODES)
    with ZipFile(tmp_path / "c.xlsx") as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("suffix", FORMATS)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(names, words), max_size=5, unique_by=lambda pair: pair[0].casefold()))
def test_any_words_survive_a_file(suffix: str, tmp_path: Path, said: list[tuple[str, str]]) -> None:
    file = tmp_path / f"codeboek{suffix}"
    codes = [
        replace(a_code(f"c{n}", name=name, ordinal=n), definition=definition)
        for n, (name, definition) in enumerate(said)
    ]
    write_codebook(file, GROUPS, codes)
    first = read_codebook(file, study_id=STUDY)
    write_codebook(file, *first)
    assert read_codebook(file, study_id=STUDY) == first
    assert [code.key for code in first[1]] == [code.key for code in codes]


def test_in_a_study_the_ids_follow_from_the_keys(tmp_path: Path) -> None:
    file = tmp_path / "codeboek.csv"
    write_codebook(file, GROUPS, CODES)
    before = read_codebook(file, study_id=STUDY)[1]
    write_codebook(file, GROUPS, [replace(code, name=f"{code.name} (nieuw)") for code in CODES])
    assert [code.id for code in read_codebook(file, study_id=STUDY)[1]] == [code.id for code in before]
    assert read_codebook(file)[1][0].id != before[0].id


@pytest.mark.parametrize(
    "text",
    [
        "groep;sleutel;naam;ouder;definitie\nknelpunt;contact;Coördinatie;;één lijn\n",
        "group,key,name,definition,mening\nknelpunt,contact,Coördinatie,één lijn,x\n\n,,,,\n",
        "\ufeffKey\tName\tGroup\tDefinition\r\ncontact\tCoördinatie\tknelpunt\téén lijn\r\n",
    ],
    ids=["dutch with semicolons", "more columns and empty rows", "tabs, other order, from Windows"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_sheet_of_any_make_is_read(text: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "codeboek.csv"
    file.write_bytes(text.removeprefix("\ufeff" if encoding == "cp1252" else "").encode(encoding))
    groups, codes = read_codebook(file)
    assert [(group.key, group.label, group.substantive) for group in groups] == [("knelpunt", "Knelpunt", True)]
    assert [(code.key, code.name, code.parent, code.definition) for code in codes] == [
        ("contact", "Coördinatie", None, "één lijn")
    ]


def test_groups_that_frame_are_known_by_their_name(tmp_path: Path) -> None:
    file = written(tmp_path / "c.csv", "group,key,name\nActor,coach,Coach\nreden,geld,Geld\n")
    assert [group.substantive for group in read_codebook(file)[0]] == [False, True]


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("c.csv", "", MissingColumns),
        ("c.csv", "key,name\na,A\n", MissingColumns),
        ("c.csv", 'group,key,name\nknelpunt,a,"A\n', UnreadableCodebook),
        ("c.csv", "group,key,name\nknelpunt,,A\n", IncompleteCode),
        ("c.csv", "group,key,name\n,a,A\n", IncompleteCode),
        ("c.csv", "group,key,name\nk,a,A\nk,a,B\n", DoubledKey),
        ("c.csv", "group,key,name,parent\nk,a,A,weg\n", MissingParent),
        ("c.csv", "group,key,name,parent\nk,a,A,b\nk,b,B,a\n", CodeCycle),
        ("c.toml", "[[code]", UnreadableCodebook),
        ("c.toml", "[code]\nkey = 'a'", UnreadableCodebook),
        ("c.toml", "[[codes]]\nkey = 'a'", UnreadableCodebook),
        ("c.toml", "[[code]]\ngroup = 'k'\nkey = 'a'\nname = 'A'", UnknownGroup),
        ("c.toml", "[[group]]\nkey = 'k'\n[[code]]\ngroup = 'k'\nkey = 1\nname = 'A'", UnreadableCodebook),
        ("c.toml", "[[group]]\nkey = 'k'\nsubstantive = 'ja'", UnreadableCodebook),
        ("c.toml", "[[group]]\nkey = 'k'\nkleur = 'rood'", UnreadableCodebook),
        ("c.toml", "[[group]]\nlabel = 'K'", IncompleteCode),
        ("c.toml", "[[group]]\nkey = 'k'\n[[group]]\nkey = 'k'", DoubledKey),
        ("c.toml", "[[group]]\nkey = 'k'\n[[code]]\ngroup = 'k'\nkey = 'a'", IncompleteCode),
        ("c.xlsx", "geen werkmap", UnreadableCodebook),
        ("c.docx", "", UnknownCodebookFormat),
    ],
)
def test_a_file_that_is_no_codebook_gets_a_sentence(
    name: str, text: str, error: type[CodingError], tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        read_codebook(written(tmp_path / name, text))
    assert caught.value.exit_code == 12
    assert str(caught.value).endswith((".", "–."))


def test_a_toml_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_bytes("[[group]]\nkey = 'één'".encode("cp1252"))
    with pytest.raises(UnreadableCodebook):
        read_codebook(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCodebook) as caught:
        read_codebook(tmp_path / "weg.csv")
    assert "weg.csv" in str(caught.value)


def test_the_sentence_points_at_the_row(tmp_path: Path) -> None:
    file = written(tmp_path / "c.csv", "group,key,name\nk,a,A\nk,b,\n")
    with speaking("en"), pytest.raises(IncompleteCode) as caught:
        read_codebook(file)
    with speaking("en"):
        assert str(caught.value).startswith("Row 3 of “c.csv” has no “name”.")


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_unsound_codebook_is_not_written(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"codeboek{suffix}"
    write_codebook(file, GROUPS, CODES)
    before = file.read_bytes()
    with pytest.raises(MissingParent):
        write_codebook(file, GROUPS, [a_code("a", parent="weg")])
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_or_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableCodebook):
        write_codebook(tmp_path / "weg" / "c.csv", GROUPS, CODES)
    with pytest.raises(UnknownCodebookFormat):
        write_codebook(tmp_path / "c.doc", GROUPS, CODES)


def test_numbers_in_a_workbook_are_read_as_text(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (["groep", "sleutel", "naam"], ["knelpunt", 7, 7.0]):
        sheet.append(row)
    workbook.save(tmp_path / "c.xlsx")
    assert [(code.key, code.name) for code in read_codebook(tmp_path / "c.xlsx")[1]] == [("7", "7")]
