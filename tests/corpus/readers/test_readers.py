from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import EmptyFile, FileMissing, FileUnreadable, Undecodable, UnknownEncoding, UnknownFormat
from corpus.reading import LossKind, ReadingOptions
from study.messages import speaking
from tests.corpus.readers.files import read_text, spoken

TALK = "Interviewer: Hoe ging het in dat café?\nRespondent: Eén keer, ’s avonds… nou, heel goed.\n"


def test_a_file_that_is_not_there_cannot_be_opened_or_holds_nothing_is_said_so(tmp_path: Path) -> None:
    from corpus import read_document

    with pytest.raises(FileMissing):
        read_document(tmp_path / "weg.vtt")
    with pytest.raises(FileUnreadable):
        read_document(tmp_path)
    with pytest.raises(EmptyFile):
        read_text(tmp_path, "leeg.txt", " \r\n\x00")
    with pytest.raises(UnknownFormat, match=r"\.vtt, \.srt, \.docx"):
        read_text(tmp_path, "foto.jpeg", b"\xff\xd8\xff")


def test_every_sentence_is_there_in_dutch_and_in_english(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile) as problem:
        read_text(tmp_path, "leeg.txt", "")
    with speaking("en"):
        assert str(problem.value) == "The file “leeg.txt” is empty. Export it again and import the new file."
    assert str(problem.value).startswith("Het bestand “leeg.txt” is leeg.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str) -> None:
    reading = read_text(tmp_path, "g.txt", TALK.encode(encoding))
    assert spoken(reading) == [
        ("Interviewer", "Hoe ging het in dat café?"),
        ("Respondent", "Eén keer, ’s avonds… nou, heel goed."),
    ]
    assert reading.encoding == {"utf-8-sig": "utf-8"}.get(encoding, encoding)


def test_a_person_can_name_the_encoding(tmp_path: Path) -> None:
    content = TALK.replace("’", "'").replace("…", ".").encode("cp850")
    assert spoken(read_text(tmp_path, "g.txt", content, ReadingOptions(encoding="cp850")))[0][1].endswith("café?")
    with pytest.raises(UnknownEncoding, match="klingon"):
        read_text(tmp_path, "g.txt", TALK, ReadingOptions(encoding="klingon"))
    with pytest.raises(Undecodable):
        read_text(tmp_path, "g.txt", TALK.encode("cp1252"), ReadingOptions(encoding="utf-8"))


def test_utf8_with_a_few_broken_bytes_is_not_taken_for_something_else(tmp_path: Path) -> None:
    content = "Interviewer: één café\nRespondent: ".encode() + b"kapot \xeb\n"
    with pytest.raises(Undecodable) as problem:
        read_text(tmp_path, "g.txt", content)
    assert problem.value.values["line"] == 2


def test_invisible_characters_are_taken_out_and_counted(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "g.txt", "I: Re\u00adinte\u00adgratie\u200e.\nR: Ja\x00.\n")
    assert spoken(reading) == [("I", "Reintegratie."), ("R", "Ja.")]
    assert reading.lost()[LossKind.INVISIBLE] == 4
    assert reading.losses[-1].label == "onzichtbare tekens"


def test_text_is_composed_and_line_ends_are_one_sign(tmp_path: Path) -> None:
    plain = read_text(tmp_path, "a.txt", "I: Één.\nTwee.\n\nR: Ja.\n")
    for variant in ("I: E\u0301e\u0301n.\r\nTwee.\r\n\r\nR: Ja.\r\n", "I: Één.\rTwee.\r\rR: Ja."):
        assert read_text(tmp_path, "b.txt", variant).text == plain.text
