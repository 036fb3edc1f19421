"""The traps of each source that teams have, one test each, beside what the tests of the readers hold already."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import DocumentKind
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import a_paragraph, a_table, a_word_file, read_text, spoken


def test_teams_cues_with_guids_settings_short_times_and_names_with_commas_and_entities(tmp_path: Path) -> None:
    content = (
        "\ufeffWEJVTT\n\nNOTE gemaakt door een programma\n\nREGION\nid:fred\n\n"
        "7f1c2c3e-8c61-4dd1-9d63-0d1f5b2f3a11/12-0\n00:07.250 --> 00:09.000 align:start position:10%\n"
        "<v Vries, Anna de (R&amp;D)>Goedemiddag &lt;lacht&gt;</v>\n\n"
        "7f1c2c3e-8c61-4dd1-9d63-0d1f5b2f3a11/12-1\n00:08.000 --> 00:10.500\n"
        "<v Vries, Anna de (R&amp;D)>allemaal.</v>\n"
    )
    reading = read_text(tmp_path, "a.vtt", content)
    assert spoken(reading) == [("Vries, Anna de (R&D)", "Goedemiddag <lacht> allemaal.")]
    assert (reading.turns[0].starts_at, reading.turns[0].ends_at) == (7.25, 10.5)
    assert {LossKind.CUE, LossKind.NOTE, LossKind.MARKUP, LossKind.TIME, LossKind.LABEL} <= set(reading.lost())


def test_zoom_captions_that_start_late_with_handles_and_cues_of_nobody(tmp_path: Path) -> None:
    cues = [
        "jobcoach_bo: Hoe ging het?",
        "nou ja, kijk: het ging wel",
        "els.vos: Let op: dat zei ik niet.",
        "jobcoach_bo: Oké.",
        "els.vos: Precies.",
    ]
    content = "WEJVTT\n\n" + "\n".join(
        f"{place}\n01:31:0{place}.000 --> 01:31:0{place}.900\n{cue}\n" for place, cue in enumerate(cues, start=1)
    )
    reading = read_text(tmp_path, "zoom.vtt", content)
    assert spoken(reading) == [
        ("jobcoach_bo", "Hoe ging het?"),
        (None, "nou ja, kijk: het ging wel"),
        ("els.vos", "Let op: dat zei ik niet."),
        ("jobcoach_bo", "Oké."),
        ("els.vos", "Precies."),
    ]
    assert reading.turns[0].starts_at == 5461.0
    assert 0.6 < reading.certainty < 1.0


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_whisperx_labels_in_brackets_are_speakers_in_texts_too(tmp_path: Path, name: str) -> None:
    content = "[SPEAKER_00]: Hoe ging het?\n[SPEAKER_01]: Goed.\n[SPEAKER_00]: Mooi.\n"
    reading = read_text(tmp_path, name, content)
    assert reading.speakers() == ("SPEAKER_00", "SPEAKER_01")
    assert reading.certainty == 1.0


def test_headers_of_otter_between_lines_of_prose_start_turns(tmp_path: Path) -> None:
    content = "Anna de Vries  0:07 \nEerst dit.\nMeer.\nBo  0:20 \nEn dan dat.\nOm 12:30 was het klaar.\n"
    reading = read_text(tmp_path, "otter.txt", content)
    assert spoken(reading) == [
        ("Anna de Vries", "Eerst dit.\nMeer."),
        ("Bo", "En dan dat.\nOm 12:30 was het klaar."),
    ]


def test_what_people_do_while_they_speak_stays(tmp_path: Path) -> None:
    content = "I: Hoe ging het?\nR1: (lacht) Goed. [stilte] Nou ja… (onverstaanbaar 00:12:03)\n"
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading)[1] == ("R1", "(lacht) Goed. [stilte] Nou ja… (onverstaanbaar 00:12:03)")


def test_initials_are_speakers(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "a.txt", "MH: Hoe?\nJV: Goed.\nMH: Mooi.\nJV: Ja, en UWV: die belde nooit.\n")
    assert reading.speakers() == ("MH", "JV")


def test_footnotes_headers_and_footers_of_word_are_named(tmp_path: Path) -> None:
    content = a_word_file(
        a_paragraph("I: Hoe?") + a_paragraph("R1: Goed."),
        header1=a_paragraph("Vertrouwelijk"),
        footer1=a_paragraph("Pagina 1"),
        footnotes=a_paragraph("Lacht."),
    )
    lost = read_text(tmp_path, "a.docx", content).lost()
    assert (lost[LossKind.PAGE], lost[LossKind.FOOTNOTE]) == (len("VertrouwelijkPagina1"), len("Lacht."))


def test_two_tables_in_word_with_a_break_between_them_are_one_conversation(tmp_path: Path) -> None:
    head = ["Wie", "Tijd", "Uitspraak"]
    body = a_table([head, ["I", "[00:12:03]", "Hoe?"]]) + a_paragraph("Pauze") + a_table([head, ["R1", "", "Goed."]])
    reading = read_text(tmp_path, "a.docx", a_word_file(body))
    assert spoken(reading) == [("I", "Hoe?"), ("R1", "Goed.")]
    assert reading.turns[0].starts_at == 723.0
    assert "Pauze" in [loss.text for loss in reading.losses if loss.kind is LossKind.HEADER]


def test_cues_that_overlap_keep_their_own_times(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:05,000\nAnna Bos: Ja maar\n\n2\n00:00:03,000 --> 00:00:04,000\nBo Vos: Nee.\n"
    reading = read_text(tmp_path, "a.srt", content)
    assert [(turn.starts_at, turn.ends_at) for turn in reading.turns] == [(1.0, 5.0), (3.0, 4.0)]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_rich_transcript_by_hand_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    content = "I: Hoe ging het in dat café?\r\nR1: “Eén keer” – nou ja…\r\n"
    reading = read_text(tmp_path, "a.txt", content.encode(encoding))
    assert spoken(reading) == [("I", "Hoe ging het in dat café?"), ("R1", "“Eén keer” – nou ja…")]


def test_a_policy_text_with_numbered_lines_and_terms_before_colons_stays_prose(tmp_path: Path) -> None:
    content = (
        "# Regeling\n\nDoel: werk.\n\nArtikel 1: iedereen doet mee.\n\nArtikel 2: niemand valt af.\n\nLet op: zie 3.\n"
    )
    reading = read_text(tmp_path, "a.md", content, ReadingOptions(speakers=False))
    assert reading.kind is DocumentKind.POLICY
    assert reading.certainty == 1.0
