from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.errors import CorpusError, NotWhatItSays
from corpus.readers import read_document
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import read_text, spoken

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\info{\title Werkmap}}"


def _rtf(body: str, head: str = HEAD) -> str:
    return f"{head}\n{body}}}"


def test_letters_of_windows_and_of_unicode_are_read(tmp_path: Path) -> None:
    body = (
        r"\pard I: Hoe ging het in dat caf\'e9?\par R1: \u8220?Goed\u8221? \emdash  \u273\'31e, \b heel\b0  goed.\par"
    )
    reading = read_text(tmp_path, "gesprek.rtf", _rtf(body))
    assert spoken(reading) == [("I", "Hoe ging het in dat café?"), ("R1", "“Goed” — đe, heel goed.")]
    assert (reading.format, reading.encoding, reading.title) == ("rtf", "cp1252", "gesprek")


def test_line_breaks_stay_in_their_paragraph(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "a.rtf", _rtf(r"I: Hoe?\line En nu?\par R1: Goed.\par Heel goed.\par"))
    assert spoken(reading) == [("I", "Hoe?\nEn nu?"), ("R1", "Goed.\n\nHeel goed.")]


def test_page_headers_footnotes_comments_and_deleted_text_are_losses(tmp_path: Path) -> None:
    body = (
        r"{\header Vertrouwelijk {\b caf\'e9}\par}{\footerr Bureau X\par}"
        r"I: Hoe?{\footnote Werd \'fcberhaupt gelachen.}\par R1: Goed{\*\annotation Nagaan}.{\deleted Weg}\par"
    )
    reading = read_text(tmp_path, "a.rtf", _rtf(body))
    assert spoken(reading) == [("I", "Hoe?"), ("R1", "Goed.")]
    assert {(loss.kind, loss.text.strip()) for loss in reading.losses if loss.kind is not LossKind.LABEL} == {
        (LossKind.PAGE, "Vertrouwelijk café"),
        (LossKind.PAGE, "Bureau X"),
        (LossKind.FOOTNOTE, "Werd überhaupt gelachen."),
        (LossKind.FOOTNOTE, "Nagaan"),
        (LossKind.DELETED, "Weg"),
    }


def test_a_link_is_its_words_and_its_address_a_loss(tmp_path: Path) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://voorbeeld.nl/"}}{\fldrslt{de folder}}}'
    reading = read_text(tmp_path, "a.rtf", _rtf(rf"I: Hoe?\par R1: In {link} stond het.\par"))
    assert spoken(reading)[1] == ("R1", "In de folder stond het.")
    assert any("voorbeeld.nl" in loss.text for loss in reading.losses if loss.kind is LossKind.MARKUP)


def test_a_table_with_a_turn_a_row_is_read(tmp_path: Path) -> None:
    row = r"\trowd\cellx900\cellx1800\cellx9000 {0}\cell {1}\cell {2}\cell {{\trowd\cellx900\row}}"
    rows = [("Spreker", "Tijd", "Tekst"), ("I", "0:07", "Hoe | ging het?"), ("R1", "0:09", r"Goed.\line Heel goed.")]
    body = r"Gesprek 4\par" + "".join(row.format(*each) for each in rows) + r"\pard Einde\par"
    reading = read_text(tmp_path, "a.rtf", _rtf(body))
    assert spoken(reading) == [("I", "Hoe | ging het?"), ("R1", "Goed.\nHeel goed.")]
    assert [turn.starts_at for turn in reading.turns] == [7.0, 9.0]
    assert [loss.text for loss in reading.losses if loss.kind is LossKind.HEADER][-1] == "Einde"


def test_a_file_of_another_code_page_is_read(tmp_path: Path) -> None:
    head = r"{\rtf1\ansi\ansicpg1250\deff0"
    reading = read_text(tmp_path, "a.rtf", _rtf(r"I: Wie?\par R1: Mijn Poolse collega Micha\'b3.\par", head))
    assert spoken(reading)[1] == ("R1", "Mijn Poolse collega Michał.")
    named = read_text(tmp_path, "b.rtf", _rtf(r"I: caf\'82\par"), ReadingOptions(encoding="cp850"))
    assert spoken(named) == [("I", "café")]


def test_prose_is_prose_and_what_is_no_rtf_is_refused(tmp_path: Path) -> None:
    assert read_text(tmp_path, "a.rtf", _rtf(r"Een stuk over werk.\par")).kind is DocumentKind.POLICY
    assert read_text(tmp_path, "a.doc", _rtf(r"I: Hoe?\par")).format == "rtf"
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "a.rtf", "I: Hoe?")
    strange = read_text(tmp_path, "b.rtf", _rtf(r"I: caf\'e9", r"{\rtf1\ansi\ansicpg9999"))
    assert (strange.text, strange.encoding) == ("café", "cp1252")


PIECES = [
    *(r"\par ", r"\'e9", r"\'", r"\u-10?", r"\u999999?", r"\uc5", r"\uc", r"\bin99 ", r"\bin", r"\bin-3 ", "{", "}"),
    *(r"\trowd", r"\cell", r"\row", r"{\footnote ", r"{\*\x ", r"\f9", "\\", r"{\field{\*\fldinst ", r"\ansicpg0"),
    *(r"\fcharset999", "I: ja ", "é", r"{\fonttbl{\f0\fcharset", r"\u55357?\u56832?", r"\u55357?", r"\u8217", "\x00"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_rtf_of_any_shape_gives_a_reading_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    file = tmp_path_factory.mktemp("rtf") / "a.rtf"
    file.write_text(r"{\rtf1 I: nou " + "".join(pieces), encoding="utf-8")
    try:
        reading = read_document(file)
    except CorpusError as problem:
        assert "a.rtf" in str(problem)
    else:
        assert reading.text.encode()


@given(st.lists(st.text(alphabet="abc é“”€đ😀|.,", min_size=1, max_size=20), min_size=1, max_size=6))
def test_every_sign_of_every_paragraph_is_spoken(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    body = "".join(f"R{place}: nou {_escaped(text)}\\par\n" for place, text in enumerate(texts, start=1))
    file = tmp_path_factory.mktemp("rtf") / "a.rtf"
    file.write_text(_rtf(body), encoding="ascii")
    assert spoken(read_document(file)) == [
        (f"R{place}", f"nou {text}".strip()) for place, text in enumerate(texts, start=1)
    ]


def test_a_word_for_the_start_of_a_group_in_the_middle_of_speech_takes_nothing_with_it(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "a.rtf", _rtf("R1: nou ja\\ud800 nee.\\par\nR2: nou goed.\\par"))
    assert spoken(reading) == [("R1", "nou janee."), ("R2", "nou goed.")]


def test_what_stands_after_the_end_of_the_file_is_named(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "a.rtf", _rtf("R1: nou ja.\\par\nR2: nou goed.\\par") + " En dit nog.")
    assert [loss.text for loss in reading.losses if loss.kind == LossKind.UNREADABLE] == ["En dit nog."]


def _escaped(text: str) -> str:
    """The text as Word writes it in RTF: UTF-16 units in decimals."""
    data = text.encode("utf-16-le")
    units = [int.from_bytes(data[place : place + 2], "little", signed=True) for place in range(0, len(data), 2)]
    return "".join(chr(each) if 0 <= each < 128 else f"\\u{each}?" for each in units)
