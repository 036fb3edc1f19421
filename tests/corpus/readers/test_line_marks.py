from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.line_marks import Paragraph, take_line_marks
from corpus.reading import LossKind
from tests.corpus.readers.files import a_paragraph, a_word_file, read_text, spoken

TALK = ["I: Hoe ging het?", "R1: Goed. Ze belden", "elke week, drie", "keer.", "I: En toen?", "R1: Toen niet meer."]
SAID = [
    ("I", "Hoe ging het?"),
    ("R1", "Goed. Ze belden\nelke week, drie\nkeer."),
    ("I", "En toen?"),
    ("R1", "Toen niet meer."),
]


@pytest.mark.parametrize("form", ["{0} {1}", "{0}\t{1}", "  {0:3}   {1}"])
def test_line_numbers_are_no_speech(tmp_path: Path, form: str) -> None:
    content = "\n".join(form.format(number, line) for number, line in enumerate(TALK, start=1))
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading) == SAID
    assert "".join(loss.text for loss in reading.losses if loss.kind is LossKind.NUMBER).split() == list("123456")


def test_line_numbers_of_every_fifth_line_are_no_speech(tmp_path: Path) -> None:
    lines = TALK * 5
    content = "\n".join(f"{place} {line}" if place % 5 == 0 else line for place, line in enumerate(lines, start=1))
    assert spoken(read_text(tmp_path, "a.txt", content)) == SAID * 5


def test_numbered_paragraphs_of_word_are_numbered_too(tmp_path: Path) -> None:
    body = "".join(a_paragraph(f"{number} {line}") for number, line in enumerate(TALK, start=1))
    assert spoken(read_text(tmp_path, "a.docx", a_word_file(body)))[0] == SAID[0]


def test_numbers_that_people_say_stay(tmp_path: Path) -> None:
    content = (
        "I: Hoeveel?\nR1: Eerst\n3 keer per week, en\n12 weken lang.\nI: Zo.\n4 of 5 dus?\nR1: Ja.\n1 keer\n2 keer\n"
    )
    reading = read_text(tmp_path, "a.txt", content)
    assert not [loss for loss in reading.losses if loss.kind is LossKind.NUMBER]
    assert "3 keer per week, en\n12 weken lang." in reading.text


def test_page_numbers_and_what_is_repeated_beside_them_are_no_speech(tmp_path: Path) -> None:
    page = "{0}\n\nPagina {1} van 3\n\nGesprek 4 – niet delen\n\n"
    content = page.format("I: Hoe ging het?", 1) + page.format("R1: Goed.", 2) + page.format("I: Mooi.\n\nNou ja.", 3)
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading) == [("I", "Hoe ging het?"), ("R1", "Goed."), ("I", "Mooi.\n\nNou ja.")]
    assert [loss.line for loss in reading.losses if loss.kind is LossKind.PAGE] == [3, 5, 9, 11, 17, 19]


def test_short_answers_beside_page_numbers_stay(tmp_path: Path) -> None:
    content = "I: Ging het?\nR1: Hm.\nJa.\n- 1 -\nI: Echt?\nR1: Hm.\nJa.\n- 2 -\nI: Goed.\n"
    assert read_text(tmp_path, "a.txt", content).text.count("Ja.") == 2


@given(st.lists(st.text(alphabet="a1 5\n:-", max_size=12), max_size=12))
def test_every_sign_of_a_line_is_kept_or_named(texts: list[str]) -> None:
    kept, losses = take_line_marks([Paragraph(text, place) for place, text in enumerate(texts)])
    left = "".join([*(each.text for each in kept), *(loss.text for loss in losses)])
    assert sorted("".join(left.split())) == sorted("".join("".join(texts).split()))
