from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from corpus.errors import DoubledCode, IsParticipantSheet, MissingColumn, NoCode, NotACode, NoTurns, UnknownCodes
from corpus.readers import read_document
from corpus.readers.people import Person, read_people
from corpus.reading import ReadingOptions

SHEET = """Deelnemers ronde 1;;;;;;;;;
Code;Perspectief;Voornaam;Tussenvoegsel;Achternaam;Roepnaam;E-mail;Telefoon;Leeftijdsgroep;Postcode
W01;wajonger;Sanne;van der;Meulen;Sannie, San;sanne@voorbeeld.nl;06-12345678;18-27;8011 AB
W02;wajonger;Tygo;;Prins;;;;27-35;
"""


def _people(folder: Path, content: str | bytes, name: str = "deelnemers.csv", **how: object) -> tuple[Person, ...]:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_people(file, **how)  # type: ignore[arg-type]


def test_a_sheet_gives_people_with_what_says_who_they_are_apart(tmp_path: Path) -> None:
    first, second = _people(tmp_path, SHEET)
    assert (first.line, first.code, first.perspective) == (3, "W01", "wajonger")
    assert first.traits == {"Leeftijdsgroep": "18-27"}
    assert first.names == ("Sanne van der Meulen",)
    assert first.nicknames == ("Sannie", "San")
    assert "8011 AB" in first.identifying
    assert "sanne@voorbeeld.nl" in first.identifying
    assert (second.code, second.identifying) == ("W02", ("Tygo Prins",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_delimiter_are_found(tmp_path: Path, encoding: str, delimiter: str) -> None:
    content = "code;perspectief;naam\nW01;wajonger;Zoë Çelik\nW02;werkgever;Renée Bär\n".replace(";", delimiter)
    people = _people(tmp_path, content.encode(encoding))
    assert [each.names for each in people] == [("Zoë Çelik",), ("Renée Bär",)]


def test_a_workbook_is_read_on_the_sheet_that_names_codes(tmp_path: Path) -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    toelichting = book.active
    assert toelichting is not None
    toelichting.append(["Wat hierin staat"])
    sheet = book.create_sheet("mensen")
    for cells in (["Casecode", "Naam", "Groep"], [3, "Vries, Anna de | Anneke", "werkgever"], [4, None, "werkgever"]):
        sheet.append(cells)
    book.save(stream)
    people = _people(tmp_path, stream.getvalue(), "deelnemers.xlsx")
    assert [(each.code, each.names, each.line) for each in people] == [
        ("3", ("Vries, Anna de", "Anneke"), 2),
        ("4", (), 3),
    ]


def test_a_person_can_say_which_column_is_the_code(tmp_path: Path) -> None:
    content = "kenmerk;code;perspectief\nP01;geel;wajonger\n"
    people = _people(tmp_path, content, options=ReadingOptions(columns={"code": "Kenmerk"}))
    assert (people[0].code, people[0].traits) == ("P01", {"code": "geel"})


def test_a_sheet_without_codes_is_refused_with_the_columns_it_has(tmp_path: Path) -> None:
    with pytest.raises(MissingColumn) as problem:
        _people(tmp_path, "naam;leeftijd\nSanne;22\n")
    assert problem.value.values["found"] == "naam, leeftijd"


def test_an_empty_code_and_a_doubled_code_are_refused_with_their_rows(tmp_path: Path) -> None:
    with pytest.raises(NoCode) as missing:
        _people(tmp_path, "code;naam\nW01;Sanne\n;Tygo\n")
    assert missing.value.values["line"] == 3
    with pytest.raises(DoubledCode) as doubled:
        _people(tmp_path, "code;naam\nW01;Sanne\nW02;Els\nw01;Tygo\n")
    assert (doubled.value.values["code"], doubled.value.values["lines"]) == ("W01", "2, 4")


def test_a_name_where_a_code_should_be_is_refused_without_repeating_it(tmp_path: Path) -> None:
    with pytest.raises(NotACode) as problem:
        _people(tmp_path, "deelnemer;leeftijd\nSanne van der Meulen;22\n")
    assert "Sanne" not in str(problem.value)


def test_codes_that_the_study_does_not_know_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownCodes) as problem:
        _people(tmp_path, SHEET, known=["W02", "W09"])
    assert (problem.value.values["codes"], problem.value.values["known"]) == ("W01", "W02, W09")
    assert len(_people(tmp_path, SHEET, known=["W01", "W02"])) == 2


def test_a_sheet_with_only_a_header_holds_nobody(tmp_path: Path) -> None:
    assert _people(tmp_path, "code;naam\n") == ()
    with pytest.raises(NoTurns):
        _people(tmp_path, ";;\n;;\n")


def test_a_participant_sheet_that_is_brought_in_as_a_document_is_sent_to_its_place(tmp_path: Path) -> None:
    (tmp_path / "deelnemers.csv").write_text(SHEET, encoding="utf-8")
    with pytest.raises(IsParticipantSheet):
        read_document(tmp_path / "deelnemers.csv")
