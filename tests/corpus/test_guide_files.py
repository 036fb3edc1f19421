from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from corpus.errors import NoQuestions, NotWhatItSays
from corpus.guide_files import DraftGuide, read_guide


def csv(folder: Path, text: str, name: str = "lijst.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def texts(guide: DraftGuide) -> list[str]:
    return [each.text for each in guide.questions]


def test_a_numbered_list_in_word_is_a_question_a_line(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_heading("Topiclijst verhuurders", 1)
    word.add_paragraph("Leg eerst uit waarvoor we komen.")
    word.add_paragraph("Vertel over de laatste keer dat een huurder niet betaalde", style="List Number")
    word.add_paragraph("Wie belde u toen? (doorvragen)", style="List Number")
    word.add_paragraph("3. Wat hielp er (fase: 1, 2)")
    word.add_paragraph("Wilt u nog iets kwijt?")
    word.save(str(tmp_path / "lijst.docx"))
    guide = read_guide(tmp_path / "lijst.docx")
    assert guide.title == "Topiclijst verhuurders"
    assert [(each.key, each.text, each.prompted, each.phases) for each in guide.questions] == [
        ("", "Vertel over de laatste keer dat een huurder niet betaalde", False, ()),
        ("", "Wie belde u toen?", True, ()),
        ("3", "Wat hielp er", False, ("1", "2")),
        ("", "Wilt u nog iets kwijt?", False, ()),
    ]
    assert guide.left_out == ("Leg eerst uit waarvoor we komen.",)


def test_a_table_in_word_with_a_column_of_questions_goes_before_the_text_around_it(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_paragraph("Is dit wel een vraag?")
    table = word.add_table(rows=3, cols=4)
    cells = (("Nr.", "Vraag", "Doorvragen", "Fase"), ("1", "Hoe ging het?", "", "0"), ("2", "En daarna?", "x", "1; 2"))
    for row, words in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    word.save(str(tmp_path / "lijst.docx"))
    found = read_guide(tmp_path / "lijst.docx").questions
    assert [(each.key, each.text, each.prompted, each.phases) for each in found] == [
        ("1", "Hoe ging het?", False, ("0",)),
        ("2", "En daarna?", True, ("1", "2")),
    ]


def test_a_sheet_says_what_each_question_covers(tmp_path: Path) -> None:
    head = "Nr;Vraag;Doorvragen;Fasen;Codes;Aannames;Standaardfase;Actor;Opmerking\n"
    guide = read_guide(csv(tmp_path, head + "a1;Hoe ging het?;ja;0,1;geld/schuld;A2;0;uwv;let op\n;;;;;;;;\n"))
    (question,) = guide.questions
    assert (question.key, question.prompted, question.phases) == ("a1", True, ("0", "1"))
    assert (question.codes, question.assumptions) == (("geld", "schuld"), ("A2",))
    assert (question.default_phase, question.default_actor) == ("0", "uwv")


def test_a_workbook_and_a_sheet_without_heads_will_do(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Topiclijst"])  # type: ignore[union-attr]  # a new book has a sheet
    book.active.append(["Vraag", "Fase"])  # type: ignore[union-attr]
    book.active.append(["Hoe ging het?", 2])  # type: ignore[union-attr]
    book.save(tmp_path / "lijst.xlsx")
    assert [(each.text, each.phases) for each in read_guide(tmp_path / "lijst.xlsx").questions] == [
        ("Hoe ging het?", ("2",))
    ]
    assert texts(read_guide(csv(tmp_path, "Hoe ging het?\nEn toen?\nniets\n"))) == ["Hoe ging het?", "En toen?"]


def test_numbers_bullets_and_marks_are_no_part_of_the_question(tmp_path: Path) -> None:
    lines = "1. Een\n2) Twee\n- Drie\n• Vier\nVraag 5: Vijf\n6a Zes\n[doorvragen] Zeven\n"
    assert texts(read_guide(csv(tmp_path, lines))) == ["Een", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven"]


def test_a_file_without_questions_and_one_that_is_no_word_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NoQuestions):
        read_guide(csv(tmp_path, "niets\nte vragen\n"))
    with pytest.raises(NotWhatItSays):
        read_guide(csv(tmp_path, "geen Word", "lijst.docx"))
