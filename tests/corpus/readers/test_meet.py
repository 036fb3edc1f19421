from __future__ import annotations

from pathlib import Path

import docx
import pytest

from corpus.documents import DocumentKind
from corpus.errors import NoTurns, UnknownShape
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import a_paragraph, a_word_file, read_text, spoken

NOTES = [
    ("Title", "Gesprek over wachttijd – 1 maart"),
    ("Normal", "Uitgenodigd: Marit, Bo"),
    ("Heading 3", "Summary"),
    ("Normal", "Bo Vos vertelde dat het wachten lang duurde."),
    ("Heading 3", "Details"),
    ("Normal", "Wachttijd: Bo noemde een half jaar."),
]
TALK = [
    ("Heading 1", "📖 Transcript"),
    ("Heading 3", "00:00:00"),
    ("Normal", ""),
    ("Normal", "Marit Hoekstra: Hoe lang duurde het?"),
    ("Normal", "Bo Vos: Een half jaar.\nLet op: dat was nog kort."),
    ("Heading 3", "00:05:10"),
    ("Normal", "Bo Vos: Bij mijn zus een jaar."),
    ("Normal", "Els: Bij mij ook."),
    ("Heading 3", "00:10:20"),
    ("Normal", "en verder niets"),
    ("Normal", "Transcription ended after 00:12:03"),
    ("Normal", "This editable transcript was computer generated and might contain errors."),
]


def _write(folder: Path, paragraphs: list[tuple[str, str]]) -> bytes:
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    document.save(str(folder / "meet.docx"))
    return (folder / "meet.docx").read_bytes()


def test_the_summary_is_split_off_and_times_go_to_the_turns_under_them(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "gesprek.docx", _write(tmp_path, NOTES + TALK))
    assert (reading.kind, reading.format) == (DocumentKind.TRANSCRIPT, "meet")
    assert reading.title == "Gesprek over wachttijd – 1 maart"
    assert spoken(reading) == [
        ("Marit Hoekstra", "Hoe lang duurde het?"),
        ("Bo Vos", "Een half jaar.\nLet op: dat was nog kort."),
        ("Bo Vos", "Bij mijn zus een jaar."),
        ("Els", "Bij mij ook.\n\nen verder niets"),
    ]
    assert [turn.starts_at for turn in reading.turns] == [0.0, None, 310.0, None]
    summary = [loss.text for loss in reading.losses if loss.kind is LossKind.SUMMARY]
    assert summary == [text for _, text in NOTES[2:]]
    assert [loss.kind for loss in reading.losses].count(LossKind.SYSTEM) == 2


def test_every_sign_is_in_a_turn_or_named(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "gesprek.docx", _write(tmp_path, NOTES + TALK))
    kept = reading.text + "".join(loss.text for loss in reading.losses)
    whole = "".join(text for _, text in NOTES + TALK)
    assert sorted("".join(kept.split())) == sorted("".join(whole.split()))


def test_a_transcript_without_a_summary_and_one_in_dutch_are_known(tmp_path: Path) -> None:
    assert read_text(tmp_path, "a.docx", _write(tmp_path, TALK)).format == "meet"
    dutch = [
        ("Title", "Gesprek"),
        ("Heading 2", "Samenvatting"),
        ("Normal", "Het ging over wachten."),
        ("Heading 1", "Transcriptie"),
        ("Normal", "Marit Hoekstra: Hoe lang?"),
        ("Normal", "Bo Vos: Een jaar."),
        ("Normal", "De transcriptie is beëindigd na 00:12:03"),
    ]
    reading = read_text(tmp_path, "b.docx", _write(tmp_path, dutch))
    assert spoken(reading) == [("Marit Hoekstra", "Hoe lang?"), ("Bo Vos", "Een jaar.")]
    assert reading.lost()[LossKind.SUMMARY] == len("SamenvattingHetgingoverwachten.")


def test_another_word_file_with_that_heading_is_read_as_before(tmp_path: Path) -> None:
    body = "".join(map(a_paragraph, ("Transcript", "I: Hoe?", "R1: Goed.")))
    assert read_text(tmp_path, "a.docx", a_word_file(body)).format == "docx"
    with pytest.raises(UnknownShape):
        read_text(tmp_path, "a.docx", a_word_file(a_paragraph("I: Hoe?")), ReadingOptions(format="meet"))
    with pytest.raises(NoTurns):
        read_text(tmp_path, "a.docx", a_word_file("".join(map(a_paragraph, ("Transcript", "00:00:00")))))
