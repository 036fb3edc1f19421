"""Files as they should not be: each gets one sentence that names it, and what is sound comes in when that is asked."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.fuzzing import FLOOR, make_talk, readable_forms
from corpus.errors import (
    BrokenTable,
    CorpusError,
    DamagedPdf,
    EmptyFile,
    InvalidTimes,
    NoTurns,
    NotWhatItSays,
    OldOrProtected,
    ProtectedPdf,
    TooLarge,
    Undecodable,
    UnevenRow,
    UnknownFormat,
    UnsafeFile,
)
from corpus.readers import read_document, read_documents
from corpus.readers.registry import known_suffixes
from corpus.reading import LossKind, Reading, ReadingOptions
from study.messages import speaking
from tests.corpus.readers.files import a_package, a_paragraph, a_word_file
from tests.corpus.readers.made_files import FORMS
from tests.corpus.readers.pdf.printed import a_column, a_pdf

TALK = make_talk(random.Random(4))  # noqa: S311 - words of a test file
PACKAGED = [form for form in readable_forms() if Path(FORMS[form].file).suffix in {".docx", ".xlsx", ".odt"}]
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
SOUND = ReadingOptions(only_sound=True)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with speaking("en"):
        yield


def _put(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _refused(file: Path, problem: type[CorpusError], options: ReadingOptions | None = None) -> str:
    """The sentence with which a file is refused: one that names it and says what to do, by either way of reading."""
    said = set()
    for read in (read_document, read_documents):
        with pytest.raises(problem) as raised:
            read(file, options=options)
        said.add(str(raised.value))
    (sentence,) = said
    assert file.name in sentence
    assert sentence.endswith((".", "?"))
    return sentence


def _rezipped(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return a_package({name: change(name, package.read(name)) for name in package.namelist()})


@pytest.mark.parametrize("suffix", known_suffixes())
@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\t\n", bytes(5000)])
def test_an_empty_file(tmp_path: Path, suffix: str, content: bytes) -> None:
    assert "is empty" in _refused(_put(tmp_path, f"leeg{suffix}", content), EmptyFile)


@pytest.mark.parametrize("form", PACKAGED)
def test_a_package_that_was_cut_off(tmp_path: Path, form: str) -> None:
    data = FORMS[form].make(TALK)
    for part in (0.2, 0.6, 0.95):
        sentence = _refused(_put(tmp_path, FORMS[form].file, data[: int(part * len(data))]), NotWhatItSays)
        assert "save it again" in sentence


def test_a_pdf_that_was_cut_off(tmp_path: Path) -> None:
    data = a_pdf(a_column("Tekst op een bladzijde die er niet meer is."))
    assert "cut off" in _refused(_put(tmp_path, "stuk.pdf", data[: len(data) // 2]), DamagedPdf)


def test_a_table_that_was_cut_off_inside_a_cell(tmp_path: Path) -> None:
    file = _put(tmp_path, "c.csv", b'auteur;tekst\nEls;Ja\nBo;"Nee, want')
    assert "a quotation mark is not closed" in _refused(file, BrokenTable)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_office_with_a_password(tmp_path: Path, suffix: str) -> None:
    assert "take off the password" in _refused(_put(tmp_path, f"geheim{suffix}", OLD_OFFICE), OldOrProtected)


@pytest.mark.parametrize("form", PACKAGED)
def test_a_package_with_a_password_on_its_parts(tmp_path: Path, form: str) -> None:
    data = bytearray(FORMS[form].make(TALK))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + flags] |= 1
    _refused(_put(tmp_path, FORMS[form].file, bytes(data)), OldOrProtected)


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    file = _put(tmp_path, "geheim.pdf", a_pdf(a_column("Geheim."), locked=True))
    assert "without the password" in _refused(file, ProtectedPdf)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_a_file_that_is_called_something_it_is_not(tmp_path: Path, suffix: str) -> None:
    assert f"is called {suffix}" in _refused(_put(tmp_path, f"stuk{suffix}", b"I: Hoe?\nR: Goed."), NotWhatItSays)


@pytest.mark.parametrize(
    ("form", "wrong"), [("word labels", "gesprek.txt"), ("teams vtt", "gesprek.txt"), ("pdf", "a.md")]
)
def test_a_file_that_is_plain_inside_is_read_whatever_it_is_called(tmp_path: Path, form: str, wrong: str) -> None:
    reading = read_document(_put(tmp_path, wrong, FORMS[form].make(TALK)))
    assert reading.format == Path(FORMS[form].file).suffix[1:]


def test_a_picture_is_no_text_and_a_package_of_something_else_is_not_known(tmp_path: Path) -> None:
    package = _put(tmp_path, "bijlagen.zip", a_package({"foto.jpg": b"\xff\xd8"}))
    assert "Save it as one of" in _refused(package, UnknownFormat)
    _refused(_put(tmp_path, "foto.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256))), UnknownFormat)


@pytest.mark.parametrize(
    ("name", "size"), [("gesprek.txt", 200), ("gesprek.vtt", 17), ("gesprek.srt", 17), ("gesprek.md", 17)]
)
def test_a_text_of_200_megabytes_or_of_more_than_any_conversation(tmp_path: Path, name: str, size: int) -> None:
    line = b"I: Hoe ging dat bij u?\nR: Dat ging goed.\n"
    file = _put(tmp_path, name, b"WEBVTT\n\n" + line * (size * 1024**2 // len(line)))
    assert "Split it into smaller files" in _refused(file, TooLarge)


def test_a_table_beyond_what_fits(tmp_path: Path) -> None:
    _refused(_put(tmp_path, "c.csv", b"auteur;tekst\nEls;Ja\n" * 1000), TooLarge, ReadingOptions(unpacked_limit=10_000))


@pytest.mark.parametrize("form", PACKAGED)
def test_a_package_that_unpacks_to_far_more_is_not_unpacked(tmp_path: Path, form: str) -> None:
    spoken = ("word/document.xml", "xl/worksheets/sheet1.xml", "content.xml")
    bomb = _rezipped(FORMS[form].make(TALK), lambda name, part: part + (b" " * 20 * 1024**2) * (name in spoken))
    file = _put(tmp_path, FORMS[form].file, bomb)
    assert file.stat().st_size < 1024**2
    tracemalloc.start()
    try:
        _refused(file, TooLarge, ReadingOptions(unpacked_limit=16 * 1024**2))
        assert tracemalloc.get_traced_memory()[1] < FLOOR
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", PACKAGED)
def test_a_package_that_refers_to_things_outside_itself(tmp_path: Path, form: str) -> None:
    spoken = ("word/document.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "content.xml")

    def leaking(name: str, part: bytes) -> bytes:
        return ENTITY.encode() + part.split(b"?>", 1)[-1] if name in spoken else part

    file = _put(tmp_path, FORMS[form].file, _rezipped(FORMS[form].make(TALK), leaking))
    assert "refers to things outside itself" in _refused(file, UnsafeFile)


def test_a_table_whose_rows_change_width(tmp_path: Path) -> None:
    file = _put(
        tmp_path, "c.csv", b"auteur;tekst;datum\nEls;Ja;1-2-2026\nBo;Nee; maar toch;2-2-2026\nAn;Goed;3-2-2026\n"
    )
    assert "Row 3" in _refused(file, UnevenRow)
    reading = read_document(file, options=SOUND)
    assert [turn.speaker for turn in reading.turns] == ["Els", "An"]
    assert _lost(reading, LossKind.UNREADABLE) == ["Bo\nNee\n maar toch\n2-2-2026"]


@pytest.mark.parametrize("name", ["gesprek.txt", "gesprek.vtt", "gesprek.srt", "c.csv"])
def test_mixed_encodings(tmp_path: Path, name: str) -> None:
    lines = ("Zij belde één keer, meer niet.", "Ik had geen idee, zei ze in het café.", "Daarna bleef het coördineren.")
    heads = {
        ".vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        ".srt": "1\n00:00:01,000 --> 00:00:02,000\n",
        ".csv": "auteur;tekst\n",
    }
    rows = [f"Els;{line}\n" if name.endswith("csv") else f"R: {line}\n" for line in lines]
    data = (
        heads.get(Path(name).suffix, "").encode() + "".join(rows).encode() + "R;Een rapport naïef.\n".encode("cp1252")
    )
    sentence = _refused(_put(tmp_path, name, data), Undecodable)
    assert "Save it as UTF-8" in sentence


def test_nul_bytes_between_the_words_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    for name, content in (
        ("gesprek.txt", "I: Hoe\x00?\nR: Goed\x00."),
        ("gesprek.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nI: Hoe\x00?\n\n00:03.000 --> 00:04.000\nR: Goed\x00."),
        ("c.csv", "auteur;tekst\nI;Hoe\x00?\nR;Goed\x00.\n"),
    ):
        reading = read_document(_put(tmp_path, name, content.encode()))
        assert [reading.text_of(turn) for turn in reading.turns] == ["Hoe?", "Goed."]
        assert _lost(reading, LossKind.INVISIBLE) == ["\x00", "\x00"]


def test_nul_bytes_in_the_xml_of_a_package_are_damage(tmp_path: Path) -> None:
    file = _put(tmp_path, "gesprek.docx", a_word_file(a_paragraph("I: Hoe\x00?")))
    _refused(file, NotWhatItSays)


def test_lone_surrogates(tmp_path: Path) -> None:
    _refused(_put(tmp_path, "gesprek.docx", a_word_file(a_paragraph("I: Hoe&#xD800;?"))), NotWhatItSays)
    _refused(_put(tmp_path, "gesprek.txt", b"I: Hoe \xed\xa0\x80 ging het \xc3\xa9\xc3\xa9n?"), Undecodable)
    if ".json" in known_suffixes():
        post = '[{"id": 1, "author": "Els", "date": "2026-03-02", "text": "Ja \\ud800 hoor"}]'
        (reading,) = read_documents(_put(tmp_path, "c.json", post.encode()))
        assert reading.text.encode("utf-8").decode().startswith("Ja")


@pytest.mark.parametrize(("name", "head"), [("gesprek.vtt", "WEBVTT\n\n"), ("gesprek.srt", "1\n")])
@pytest.mark.parametrize("times", ["00:00:99,000 --> 00:00:02,000", "00:05.000 --> 00:02.000", "straks --> later"])
def test_times_that_are_none(tmp_path: Path, name: str, head: str, times: str) -> None:
    good = "00:00:01.000 --> 00:00:02.000\nI: Hoe?\n\n"
    file = _put(tmp_path, name, f"{head}{good}{times}\nR: Goed.\n".encode())
    assert "does not hold valid times" in _refused(file, InvalidTimes)
    reading = read_document(file, options=SOUND)
    assert [reading.text_of(turn) for turn in reading.turns] == ["Hoe?"]
    assert "R: Goed." in _lost(reading, LossKind.UNREADABLE)[0]


def test_captions_in_which_nothing_is_sound(tmp_path: Path) -> None:
    file = _put(tmp_path, "gesprek.vtt", b"WEBVTT\n\nstraks --> later\nR: Goed.\n")
    assert "No speech was found" in _refused(file, NoTurns, SOUND)


def _lost(reading: Reading, kind: LossKind) -> list[str]:
    return [loss.text for loss in reading.losses if loss.kind == kind]
