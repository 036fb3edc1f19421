from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.documents import DocumentKind
from corpus.errors import CorpusError, DamagedPdf, EmptyPdf, NotWhatItSays, ProtectedPdf, ScannedPdf
from corpus.reading import LossKind
from study.messages import speaking
from tests.corpus.readers.files import read_text
from tests.corpus.readers.pdf.printed import Put, a_column, a_pdf, lost, read_pdf

WHOLE = a_pdf(a_column("Een regel van de tekst op deze bladzijde.", "En nog een tweede regel die verder gaat."))


def test_a_pdf_is_prose_with_the_page_of_everything_left_out(tmp_path: Path) -> None:
    pages = [[Put("Jaarverslag", 60, 770, 7), *a_column(f"Tekst op bladzijde {number}.")] for number in "ab"]
    reading = read_pdf(tmp_path, a_pdf(*pages))
    assert (reading.kind, reading.format, reading.encoding) == (DocumentKind.POLICY, "pdf", None)
    assert [reading.text_of(turn) for turn in reading.turns] == ["Tekst op bladzijde a.", "Tekst op bladzijde b."]
    assert lost(reading, LossKind.PAGE) == [("Jaarverslag", 1), ("Jaarverslag", 2)]
    assert reading.notes[-1] == "Er zijn 2 bladzijden gelezen."


def test_large_print_on_the_first_page_is_the_title(tmp_path: Path) -> None:
    page = [
        Put("Van werk naar werk", 60, 740, 18),
        *a_column("De tekst begint hier en gaat", "op de tweede regel door."),
    ]
    assert read_pdf(tmp_path, a_pdf(page)).title == "Van werk naar werk"
    assert read_pdf(tmp_path, WHOLE).title == "stuk"


@pytest.mark.parametrize(
    ("content", "problem", "said"),
    [
        (a_pdf(a_column("Geheim."), locked=True), ProtectedPdf, "“stuk.pdf” has a password."),
        (WHOLE[: len(WHOLE) // 2], DamagedPdf, "“stuk.pdf” is damaged or was cut off"),
        (WHOLE[:20] + b"%%EOF", DamagedPdf, "“stuk.pdf” is damaged or was cut off"),
        (a_pdf([], [], picture=True), ScannedPdf, "The 2 pages of “stuk.pdf” are pictures"),
        (a_pdf([]), EmptyPdf, "There is no text on the 1 pages of “stuk.pdf”."),
        (b"geen pdf", NotWhatItSays, "“stuk.pdf” is called .pdf, but is not one inside."),
    ],
)
def test_a_pdf_that_cannot_be_read_gets_one_clear_sentence(
    tmp_path: Path, content: bytes, problem: type[CorpusError], said: str
) -> None:
    with pytest.raises(problem) as raised:
        read_pdf(tmp_path, content)
    with speaking("en"):
        assert str(raised.value).startswith(said)


def test_a_page_that_is_a_picture_among_pages_of_text_is_told(tmp_path: Path) -> None:
    reading = read_pdf(tmp_path, a_pdf(a_column("Alleen deze bladzijde heeft tekst."), [], picture=True))
    assert lost(reading, LossKind.UNREADABLE) == [("", 2)]
    assert reading.notes[-1] == "1 bladzijde is een plaatje zonder tekst en is overgeslagen."


def test_a_pdf_is_known_by_what_is_inside_it(tmp_path: Path) -> None:
    assert read_text(tmp_path, "stuk.txt", WHOLE).format == "pdf"


def test_no_word_of_a_pdf_comes_into_a_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_pdf(tmp_path, a_pdf(a_column("Vertrouwelijk.")))
    assert not caplog.records


def test_damage_anywhere_gives_a_reading_or_a_sentence(tmp_path: Path) -> None:
    for place in range(0, len(WHOLE), 37):
        broken = bytearray(WHOLE)
        broken[place] ^= 85
        try:
            read_pdf(tmp_path, bytes(broken))
        except CorpusError as problem:
            assert "stuk.pdf" in str(problem)


def test_the_library_is_loaded_when_a_pdf_is_read_and_not_before() -> None:
    code = "import sys, corpus.readers, corpus.readers.pdf; print('pdfminer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
