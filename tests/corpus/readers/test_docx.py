from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from corpus.documents import DocumentKind
from corpus.errors import NoTurns, NotWhatItSays, OldOrProtected, TooLarge, UnknownFormat, UnsafeFile
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import (
    WORD,
    a_package,
    a_paragraph,
    a_table,
    a_word_file,
    read_text,
    spoken,
)


def test_teams_writes_a_whole_turn_in_a_paragraph_with_line_breaks(tmp_path: Path) -> None:
    body = (
        a_paragraph("Overleg-20260224-Transcriptie")
        + a_paragraph("Anna de Vries heeft de transcriptie gestart")
        + a_paragraph("Vries, Anna de", "   0:07\nAan de orde is het plan.")
        + a_paragraph("Bart Bos (UWV)", "   1:00:12\nJa.\n\nLet op: nog iets.")
        + a_paragraph("Anna de Vries heeft de transcriptie gestopt")
    )
    reading = read_text(tmp_path, "teams.docx", a_word_file(body))
    assert spoken(reading) == [
        ("Vries, Anna de", "Aan de orde is het plan."),
        ("Bart Bos (UWV)", "Ja.\nLet op: nog iets."),
    ]
    assert [turn.starts_at for turn in reading.turns] == [7.0, 3612.0]
    kinds = [loss.kind for loss in reading.losses]
    assert kinds.count(LossKind.SYSTEM) == 2
    assert kinds.count(LossKind.HEADER) == 1


def test_a_sentence_about_the_recording_stays_speech(tmp_path: Path) -> None:
    body = a_paragraph("Anna", "   0:07\nToen is de opname gestopt.") + a_paragraph("Ze heeft de opname gestopt.")
    reading = read_text(tmp_path, "teams.docx", a_word_file(body + a_paragraph("Bart", "   0:09\nJa.")))
    assert spoken(reading)[0] == ("Anna", "Toen is de opname gestopt.\n\nZe heeft de opname gestopt.")


def test_hand_made_paragraphs_with_times_and_continuations(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Interview W01", level=1)
    for text in (
        "[00:00:05] Onderzoeker: Hij loopt.",
        "[00:00:19] Sanne: Ja: dat staat er.",
        "Let op: nog een alinea.",
    ):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    reading = read_text(tmp_path, "hand.docx", stream.getvalue())
    assert reading.title == "Interview W01"
    assert spoken(reading) == [
        ("Onderzoeker", "Hij loopt."),
        ("Sanne", "Ja: dat staat er.\n\nLet op: nog een alinea."),
    ]
    assert [turn.starts_at for turn in reading.turns] == [5.0, 19.0]


def test_hand_made_labels_without_times(tmp_path: Path) -> None:
    body = "".join(a_paragraph(text) for text in ("I: Hoe?", "R1:\tGoed.", "Bijvoorbeeld: zo.", "R2: Ook\u00a0goed."))
    assert spoken(read_text(tmp_path, "hand.docx", a_word_file(body))) == [
        ("I", "Hoe?"),
        ("R1", "Goed.\n\nBijvoorbeeld: zo."),
        ("R2", "Ook\u00a0goed."),
    ]


def test_a_table_with_a_turn_a_row(tmp_path: Path) -> None:
    rows = [
        ("Nr", "Tijd", "Spreker", "Tekst"),
        ("1", "00:00:07", "Anna", "Een.\n\nTwee."),
        ("2", "00:00:29", "Bart:", "Drie."),
        ("3", "", "", "En vier."),
    ]
    reading = read_text(tmp_path, "tabel.docx", a_word_file(a_paragraph("Groepsgesprek", style="Kop1") + a_table(rows)))
    assert spoken(reading) == [("Anna", "Een.\n\nTwee."), ("Bart", "Drie.\n\nEn vier.")]
    assert [turn.starts_at for turn in reading.turns] == [7.0, 29.0]
    assert reading.title == "Groepsgesprek"
    assert [loss.text for loss in reading.losses if loss.kind == LossKind.COLUMN] == ["1", "2", "3"]


def test_a_table_of_turns_needs_no_header(tmp_path: Path) -> None:
    rows = [("I", "Hoe gaat het met u?"), ("R1", "Goed, dank u wel."), ("I", "Mooi."), ("R1", "Ja.")]
    reading = read_text(tmp_path, "tabel.docx", a_word_file(a_table(rows)))
    assert spoken(reading) == [("I", "Hoe gaat het met u?"), ("R1", "Goed, dank u wel."), ("I", "Mooi."), ("R1", "Ja.")]


def test_a_table_in_a_policy_text_is_prose(tmp_path: Path) -> None:
    rows = [("Jaar", "Aantal"), ("2024", "12"), ("2025", "14")]
    body = a_paragraph("Beleid", style="Heading1") + a_paragraph("Een alinea.") + a_table(rows)
    reading = read_text(tmp_path, "beleid.docx", a_word_file(body))
    assert reading.kind == DocumentKind.POLICY
    assert [text for _, text in spoken(reading)] == ["Beleid", "Een alinea.", "Jaar\tAantal", "2024\t12", "2025\t14"]


def test_tracked_changes_are_read_as_accepted_and_what_was_deleted_is_a_loss(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>I: Hoe </w:t></w:r><w:del><w:r><w:delText>ging</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>gaat</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> het?</w:t></w:r></w:p>"
        + a_paragraph("R: Goed.")
    )
    reading = read_text(tmp_path, "wijziging.docx", a_word_file(body))
    assert spoken(reading)[0] == ("I", "Hoe gaat het?")
    assert [loss.text for loss in reading.losses if loss.kind == LossKind.DELETED] == ["ging"]


def test_headers_footnotes_and_field_codes_are_no_speech(tmp_path: Path) -> None:
    body = a_paragraph("I: Hoe?") + (
        "<w:p><w:r><w:t>R: Goed.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:footnoteReference/></w:r></w:p>"
    )
    file = a_word_file(body, header1=a_paragraph("Vertrouwelijk"), footnotes=a_paragraph("Naam veranderd."))
    reading = read_text(tmp_path, "noten.docx", file)
    assert spoken(reading) == [("I", "Hoe?"), ("R", "Goed.")]
    assert [(loss.kind, loss.text) for loss in reading.losses if loss.line is None] == [
        (LossKind.PAGE, "Vertrouwelijk"),
        (LossKind.FOOTNOTE, "Naam veranderd."),
    ]


def test_text_boxes_are_read_once_and_content_controls_too(tmp_path: Path) -> None:
    alternate = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{a_paragraph('In een kader.')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtContent>{a_paragraph('In een veld.')}</w:sdtContent></w:sdt>"
        f'<w:p><w:r><m:AlternateContent xmlns:m="{alternate}"><m:Choice>{box}</m:Choice>'
        f"<m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p>"
    )
    reading = read_text(tmp_path, "kader.docx", a_word_file(body))
    assert [text for _, text in spoken(reading)] == ["In een veld.", "In een kader."]


def test_a_file_that_is_no_word_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotWhatItSays, match=r"nep\.docx"):
        read_text(tmp_path, "nep.docx", "gewoon tekst")
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "half.docx", a_word_file(a_paragraph("Hallo"))[:-30])
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "kapot.docx", a_package({"word/document.xml": "<w:document"}))
    with pytest.raises(UnknownFormat):
        read_text(tmp_path, "plaat.docx", a_package({"ppt/presentation.xml": ""}))
    with pytest.raises(OldOrProtected):
        read_text(tmp_path, "oud.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512)
    with pytest.raises(NoTurns):
        read_text(tmp_path, "leeg.docx", a_word_file(a_paragraph("")))


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"boem"'])
def test_a_file_with_entities_is_not_opened(tmp_path: Path, entity: str) -> None:
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x {entity}>]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    )
    with pytest.raises(UnsafeFile):
        read_text(tmp_path, "val.docx", a_package({"word/document.xml": xml}))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = a_word_file(a_paragraph("0" * 5_000_000))
    assert len(file) < 50_000
    with pytest.raises(TooLarge):
        read_text(tmp_path, "bom.docx", file, ReadingOptions(unpacked_limit=1_000_000))


def test_a_group_of_eight_with_several_talking_at_once_keeps_every_voice(tmp_path: Path) -> None:
    people = ["Ans", "Bea", "Cor", "Dirk", "Els", "Frits", "Gea", "Henk"]
    together = ["Allen", "Group", "Meerdere deelnemers", "Ans en Bea", "Cor, Dirk en Els", "Frits/Gea"]
    talk = [
        (label, f"Dit is beurt {place}. Let op: er volgt nog iets.") for place, label in enumerate(people + together)
    ]
    body = "".join(a_paragraph(f"[00:00:{place:02}] {label}: {text}") for place, (label, text) in enumerate(talk))
    assert spoken(read_text(tmp_path, "groep.docx", a_word_file(body))) == talk


def test_a_time_before_words_with_a_colon_names_no_new_speaker(tmp_path: Path) -> None:
    lines = ["[00:00:01] Ans: Ja.", "[00:00:05] Bea: Nee.", "[00:00:09] Toen zei hij en ik hoorde het: ga weg."]
    reading = read_text(tmp_path, "groep.docx", a_word_file("".join(map(a_paragraph, lines))))
    assert reading.speakers() == ("Ans", "Bea")
