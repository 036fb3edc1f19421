from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import DocumentKind
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import read_text, spoken


def test_otter_headers_above_the_words_start_turns(tmp_path: Path) -> None:
    content = (
        "Anna de Vries  0:07 \nGoedemiddag.\n\nBart  1:02:03\nJa.\n\nEn nog wat.\n\nTranscribed by https://otter.ai\n"
    )
    reading = read_text(tmp_path, "otter.txt", content)
    assert spoken(reading) == [("Anna de Vries", "Goedemiddag."), ("Bart", "Ja.\n\nEn nog wat.")]
    assert [turn.starts_at for turn in reading.turns] == [7.0, 3723.0]
    assert [loss.text for loss in reading.losses if loss.kind == LossKind.SYSTEM] == ["Transcribed by https://otter.ai"]


def test_bold_names_with_a_time_start_turns_in_markdown(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "podcast.md", "**Emma** [0:00]\nHallo.\n\n**Kelly** [0:20 ]  \nDag.\n")
    assert spoken(reading) == [("Emma", "Hallo."), ("Kelly", "Dag.")]
    assert [turn.starts_at for turn in reading.turns] == [0.0, 20.0]


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("[00:12:03] Anna de Vries: Ja: dat klopt.", 723.0),
        ("(12:03) Anna de Vries: Ja: dat klopt.", 723.0),
        ("00:12:03 Anna de Vries: Ja: dat klopt.", 723.0),
        ("Anna de Vries [00:12:03]: Ja: dat klopt.", 723.0),
        ("Anna de Vries: [00:12:03] Ja: dat klopt.", 723.0),
        ("**Anna de Vries:** Ja: dat klopt.", None),
        ("Anna de Vries:\tJa: dat klopt.", None),
        ("Anna de Vries:\nJa: dat klopt.", None),
    ],
)
def test_every_usual_way_to_start_a_turn_is_known(tmp_path: Path, line: str, start: float | None) -> None:
    reading = read_text(tmp_path, "gesprek.txt", f"Interviewer: En?\n\n{line}\n\nInterviewer: Goed.\n")
    assert spoken(reading)[1] == ("Anna de Vries", "Ja: dat klopt.")
    assert reading.turns[1].starts_at == start


def test_letters_and_codes_are_speakers(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "i.txt", "I: Hoe?\nR1: Goed.\nR2:Ook.\nP03: En ik?\nWG01: Ja.\n")
    assert [speaker for speaker, _ in spoken(reading)] == ["I", "R1", "R2", "P03", "WG01"]


def test_words_before_a_colon_inside_speech_are_no_speaker(tmp_path: Path) -> None:
    content = (
        "Marit: Hoe ging het?\n\nKarin: Goed.\n\nLet op: ik was er net.\n\nKortom: ik bleef. Dus kortom: prima.\n\n"
        "Het punt is: ze belden niet.\n\nMarit: Fijn.\n\nKarin: Ja.\n"
    )
    assert spoken(read_text(tmp_path, "k.txt", content)) == [
        ("Marit", "Hoe ging het?"),
        (
            "Karin",
            "Goed.\n\nLet op: ik was er net.\n\nKortom: ik bleef. Dus kortom: prima.\n\nHet punt is: ze belden niet.",
        ),
        ("Marit", "Fijn."),
        ("Karin", "Ja."),
    ]


def test_somebody_who_speaks_once_is_a_speaker_too(tmp_path: Path) -> None:
    content = "De voorzitter: Welkom.\nDe heer Krol (50PLUS): Ja.\nDe voorzitter: Graag.\nJanneke: Nou.\n"
    speakers = [speaker for speaker, _ in spoken(read_text(tmp_path, "groep.txt", content))]
    assert speakers == ["De voorzitter", "De heer Krol (50PLUS)", "De voorzitter", "Janneke"]


def test_what_stands_above_the_first_turn_is_a_loss_with_its_name(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path, "k.txt", "Interview met Karin\n12 mei 2026\n\nI: Hoe?\nR: Goed hoor, dank je wel zeg.\n"
    )
    assert [(loss.text, loss.line) for loss in reading.losses if loss.kind == LossKind.HEADER] == [
        ("Interview met Karin", 1),
        ("12 mei 2026", 2),
    ]


def test_times_without_names_start_turns_of_nobody(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "t.txt", "[00:00:03] Hallo daar.\n\n[00:12:03] Nog een stuk.\nverder\n")
    assert spoken(reading) == [(None, "Hallo daar."), (None, "Nog een stuk.\nverder")]
    assert [turn.starts_at for turn in reading.turns] == [3.0, 723.0]


def test_a_time_inside_a_turn_is_taken_out_and_the_turn_goes_on(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "t.txt", "[00:00:03] Anna: Hallo.\n\n[00:01:00] En verder.\n\n[00:02:00] Bart: Ja.\n")
    assert spoken(reading) == [("Anna", "Hallo.\n\nEn verder."), ("Bart", "Ja.")]


def test_policy_text_is_prose_a_paragraph_at_a_time(tmp_path: Path) -> None:
    content = (
        "# Handreiking\n\nDoel: mensen aan het werk houden.\n\nDoelgroep: iedereen.\n\nHet UWV voert uit: dat is zo.\n"
    )
    reading = read_text(tmp_path, "beleid.md", content)
    assert (reading.kind, reading.title) == (DocumentKind.POLICY, "Handreiking")
    assert [text for _, text in spoken(reading)] == [
        "Handreiking",
        "Doel: mensen aan het werk houden.",
        "Doelgroep: iedereen.",
        "Het UWV voert uit: dat is zo.",
    ]


def test_a_person_can_say_that_a_file_is_prose_or_a_transcript(tmp_path: Path) -> None:
    content = "Anna: een.\nBart: twee.\nAnna: drie.\n"
    assert read_text(tmp_path, "a.txt", content, ReadingOptions(speakers=False)).kind == DocumentKind.POLICY
    sparse = "Kees: een.\n" + "\n".join(f"Nog een zin {number}." for number in range(40))
    assert read_text(tmp_path, "b.txt", sparse).kind == DocumentKind.POLICY
    assert read_text(tmp_path, "b.txt", sparse, ReadingOptions(speakers=True)).speakers() == ("Kees",)
