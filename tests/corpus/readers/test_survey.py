from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from corpus.documents import DocumentKind
from corpus.errors import DoubledCode, MissingColumn, UnknownColumn, UnknownCut
from corpus.linking import add_traits, find_participants, segment
from corpus.readers import people, sheet, survey
from corpus.readers.sources import open_source
from corpus.reading import LossKind, Reading, ReadingOptions, make_document
from corpus.segments import Role
from tests.corpus.readers.files import spoken

GOING_WELL, BETTER = "Wat gaat er goed bij het UWV?", "Wat kan er beter?"
HEADER = f"Respondentnummer;Invuldatum;E-mail;Leeftijd;Tevredenheid (1-10);Sector;{GOING_WELL};{BETTER};Duur"
ROWS = """P01;03-02-2026;a@voorbeeld.nl;34;7;zorg;De jobcoach belde elke week met ons.;Duidelijker brieven, graag;310
P02;03-02-2026;b@voorbeeld.nl;51;4;bouw;Eigenlijk helemaal niets, het duurde veel te lang.;;120
P03;15-02-2026;c@voorbeeld.nl;29;9;zorg;;"Meer tijd voor de begeleiding.

En minder formulieren.";95
P04;16-02-2026;d@voorbeeld.nl;41;8;bouw;;;20
"""
EXPORT = f"{HEADER}\n{ROWS}"


def _read_all(folder: Path, content: str | bytes = EXPORT, **options: object) -> list[Reading]:
    file = folder / ("enquete.xlsx" if isinstance(content, bytes) else "enquete.csv")
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(survey.read_all(open_source(file), ReadingOptions(**options)))  # type: ignore[arg-type]


def test_every_person_is_a_document_whose_turns_are_answers_to_the_questions(tmp_path: Path) -> None:
    readings = _read_all(tmp_path)
    assert [each.source for each in readings] == ["enquete.csv#P01", "enquete.csv#P02", "enquete.csv#P03"]
    first = readings[0]
    assert first.kind is DocumentKind.SURVEY
    assert spoken(first) == [
        ("P01", "De jobcoach belde elke week met ons."),
        ("P01", "Duidelijker brieven, graag"),
    ]
    assert [turn.prompt for turn in first.turns] == [GOING_WELL, BETTER]
    assert first.turns[0].posted_at == "2026-02-03"
    assert spoken(readings[2]) == [("P03", "Meer tijd voor de begeleiding.\n\nEn minder formulieren.")]
    assert any("1 " in note for note in first.notes[2:])


def test_every_question_is_a_document_when_that_is_asked(tmp_path: Path) -> None:
    readings = _read_all(tmp_path, per="question")
    assert [each.title for each in readings] == [f"enquete – {GOING_WELL}", f"enquete – {BETTER}"]
    assert [speaker for speaker, _ in spoken(readings[1])] == ["P01", "P03"]
    with pytest.raises(UnknownCut):
        _read_all(tmp_path, per="week")


def test_scales_and_ticks_are_traits_and_never_speech(tmp_path: Path) -> None:
    reading = _read_all(tmp_path)[0]
    assert reading.traits == {"P01": {"Leeftijd": "34", "Tevredenheid (1-10)": "7", "Sector": "zorg"}}
    assert reading.columns == {
        "case": "Respondentnummer",
        "date": "Invuldatum",
        "answer": f"{GOING_WELL} | {BETTER}",
        "trait": "Leeftijd | Tevredenheid (1-10) | Sector",
    }
    assert {(loss.kind, loss.text) for loss in reading.losses if loss.line == 2} == {
        (LossKind.LABEL, "P01"),
        (LossKind.TIME, "03-02-2026"),
        (LossKind.COLUMN, "a@voorbeeld.nl"),
        (LossKind.TRAIT, "34"),
        (LossKind.TRAIT, "7"),
        (LossKind.TRAIT, "zorg"),
        (LossKind.COLUMN, "310"),
    }


def test_what_else_is_known_of_people_who_wrote_nothing_and_what_stands_over_the_header_is_named_once(
    tmp_path: Path,
) -> None:
    readings = _read_all(tmp_path, f"Onderzoek;2026\n{EXPORT}")
    for text, kind in (("41", LossKind.TRAIT), ("d@voorbeeld.nl", LossKind.COLUMN), ("Onderzoek", LossKind.HEADER)):
        assert [loss.kind for each in readings for loss in each.losses if loss.text == text] == [kind]


def test_scales_in_words_are_traits_too(tmp_path: Path) -> None:
    rows = "\n".join(
        f"P{number:02};{scale};Ik vond het {number} keer beter dan vorig jaar"
        for number, scale in enumerate(["Helemaal mee eens", "Niet mee eens, niet mee oneens", "Zeer ontevreden"], 1)
    )
    reading = _read_all(tmp_path, f"code;De brief was duidelijk;Toelichting\n{rows}\n")[0]
    assert reading.traits["P01"] == {"De brief was duidelijk": "Helemaal mee eens"}
    assert reading.turns[0].prompt == "Toelichting"


def test_a_person_can_say_which_columns_are_answers_and_which_are_traits(tmp_path: Path) -> None:
    columns = {"answer": f"{BETTER} | Sector", "trait": GOING_WELL, "case": "Leeftijd"}
    readings = _read_all(tmp_path, columns=columns)
    assert spoken(readings[0]) == [("34", "zorg"), ("34", "Duidelijker brieven, graag")]
    assert readings[0].traits["34"][GOING_WELL].startswith("De jobcoach")
    assert readings[0].certainty == 1
    with pytest.raises(UnknownColumn):
        _read_all(tmp_path, columns={"answer": "Wat dan ook"})


def test_the_same_part_of_the_same_file_has_the_same_digest_and_no_other_has_it(tmp_path: Path) -> None:
    once, again = _read_all(tmp_path), _read_all(tmp_path)
    assert [each.digest for each in once] == [each.digest for each in again]
    other = [each.digest for each in _read_all(tmp_path, per="question")]
    assert len({each.digest for each in once} | set(other)) == 5


def test_people_without_codes_are_numbered_and_doubled_codes_are_refused(tmp_path: Path) -> None:
    content = f"{BETTER};{GOING_WELL}\nMeer tijd voor de begeleiding;De jobcoach belde elke week\n"
    readings = _read_all(tmp_path, content)
    assert readings[0].speakers() == ("R1",)
    doubled = EXPORT.replace("P02", "P01")
    with pytest.raises(DoubledCode):
        _read_all(tmp_path, doubled, columns={"case": "Respondentnummer"})


def test_a_table_without_open_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingColumn):
        _read_all(tmp_path, "code;cijfer\nP01;7\nP02;8\n")


def test_a_workbook_of_qualtrics_gives_the_questions_in_full(tmp_path: Path) -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    for cells in (
        ["ResponseId", "RecordedDate", "Q1", "Q2"],
        ["Response ID", "Recorded Date", GOING_WELL, "Welk cijfer geeft u?"],
        ['{"ImportId":"_recordId"}', '{"ImportId":"recordedDate"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
        ["R_1abc", "2026-02-03 10:00:00", "De jobcoach belde elke week even", 7],
        ["R_2abc", "2026-02-04 10:00:00", "Niemand legde uit wat er kon", 4],
    ):
        page.append(cells)
    book.save(stream)
    readings = _read_all(tmp_path, stream.getvalue())
    assert [each.source for each in readings] == ["enquete.xlsx#R_1abc", "enquete.xlsx#R_2abc"]
    assert readings[0].turns[0].prompt == GOING_WELL
    assert readings[0].traits == {"R_1abc": {"Welk cijfer geeft u?": "7"}}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (EXPORT, "survey"),
        (f"code;groep;{BETTER}\nP01;werkgever;Meer tijd voor de begeleiding, graag\n", "survey"),
        ("draad;gebruiker;datum;bericht\nA;Els;1-2-2026;Dat weet bij ons helemaal niemand precies\n", "sheet"),
        ("code;naam;perspectief;leeftijd\nP01;Els de Wit;werkgever;44\nP02;Bo;werkgever;31\n", "people"),
    ],
)
def test_surveys_exports_of_posts_and_participant_sheets_are_told_apart(
    tmp_path: Path, content: str, expected: str
) -> None:
    (tmp_path / "t.csv").write_text(content, encoding="utf-8")
    source, options = open_source(tmp_path / "t.csv"), ReadingOptions()
    sure = {each.__name__.rpartition(".")[2]: each.recognise(source, options) for each in (survey, sheet, people)}
    assert max(sure, key=sure.__getitem__) == expected


def test_people_of_a_survey_are_respondents_with_their_traits(tmp_path: Path) -> None:
    study = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    first, second, _ = _read_all(tmp_path)
    (made,) = find_participants(first, study_id=study, perspective="werkgever")
    assert (made.code, made.traits["Sector"]) == ("P01", "zorg")
    segments = segment(make_document(first, study_id=study), first, study_id=study, participants=[made])
    assert [(each.role, each.participant_id) for each in segments] == [(Role.RESPONDENT, made.id)] * 2
    assert add_traits(first, [made]) == ()
    assert add_traits(second, [made]) == ()
    older = replace(made, traits={"Sector": "bouw"})
    assert [each.traits for each in add_traits(first, [older])] == [{**made.traits, "Sector": "bouw"}]
