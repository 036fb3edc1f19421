from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import DocumentKind
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import a_paragraph, a_table, a_word_file, read_text, spoken

ZOOM = "WEBVTT\n\n1\n00:31:02.000 --> 00:31:04.000\nkees_1984: Hoi.\n\n2\n00:31:04.000 --> 00:31:06.000\nJa hoor.\n"


def test_a_label_that_a_person_names_is_a_speaker_whatever_it_looks_like(tmp_path: Path) -> None:
    content = "Dit is het gesprek.\nLet op: welkom allemaal hier.\nIk wilde nog iets vragen.\nEn nog iets.\n"
    assert read_text(tmp_path, "a.txt", content).kind is DocumentKind.POLICY
    reading = read_text(tmp_path, "a.txt", content, ReadingOptions(names=("let op",)))
    assert spoken(reading) == [("Let op", "welkom allemaal hier.\nIk wilde nog iets vragen.\nEn nog iets.")]
    assert reading.certainty == 1.0
    captions = read_text(tmp_path, "z.vtt", ZOOM, ReadingOptions(names=("Kees_1984",)))
    assert spoken(captions) == [("kees_1984", "Hoi."), (None, "Ja hoor.")]


def test_a_label_that_a_person_says_is_nobody_stays_with_the_words_of_the_turn(tmp_path: Path) -> None:
    content = "I: Hoe ging het?\nR1: Goed.\nPunt A: daar belden ze.\nPunt A: en daar niet.\nI: Fijn.\n"
    assert "Punt A" in read_text(tmp_path, "a.txt", content).speakers()
    reading = read_text(tmp_path, "a.txt", content, ReadingOptions(no_names=("punt a",)))
    assert spoken(reading)[1] == ("R1", "Goed.\nPunt A: daar belden ze.\nPunt A: en daar niet.")


def test_a_voice_or_a_cell_that_is_nobody_names_nobody(tmp_path: Path) -> None:
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zaal 4>Hallo.</v>\n\n00:02.000 --> 00:03.000\n<v Bo>Dag.</v>\n"
    options = ReadingOptions(no_names=("Zaal 4",))
    assert spoken(read_text(tmp_path, "a.vtt", captions, options)) == [(None, "Hallo."), ("Bo", "Dag.")]
    table = a_word_file(a_table([["Spreker", "Tekst"], ["Bo", "Ja."], ["Zaal 4", "Nee."]]))
    assert spoken(read_text(tmp_path, "a.docx", table, options)) == [("Bo", "Ja.\n\nNee.")]


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        ("I: Hoe ging het?\nR1: Goed.\n", 1.0, 1.0),
        ("Anna  0:07\nDag.\n\nBo  0:09\nDag.\n", 1.0, 1.0),
        ("Marit: Hoe ging het?\nKarin: Goed.\nMarit: Fijn.\nKarin: Ja.\n", 0.75, 0.85),
        ("[00:01] Zomaar iets.\n[00:09] En nog iets.\n", 0.7, 0.7),
        ("Dit is een stuk.\n\nHet gaat over werk.\n", 0.9, 0.9),
        ("Marit: Hoe ging het?\nGoed.\nJa.\nNou.\nMarit: Fijn.\n" + "En verder ging het zo.\n" * 8, 0.4, 0.4),
        ("deel: een begin.\nOver werk.\nNog wat.\nVerder.\nEn door.\ndeel: het midden.\nEn.\ndeel: eind.\n", 0.4, 0.4),
    ],
)
def test_how_sure_a_reading_is_follows_from_how_its_labels_were_known(
    tmp_path: Path, content: str, least: float, most: float
) -> None:
    assert least <= read_text(tmp_path, "a.txt", content).certainty <= most


def test_a_person_who_says_what_a_file_is_leaves_no_doubt(tmp_path: Path) -> None:
    content = "deel: een begin.\nOver werk.\nNog wat.\nVerder.\nEn door.\ndeel: het midden.\nEn.\ndeel: eind.\n"
    for speakers in (True, False):
        assert read_text(tmp_path, "a.txt", content, ReadingOptions(speakers=speakers)).certainty == 1.0


def test_captions_are_as_sure_as_their_voices(tmp_path: Path) -> None:
    cue = "00:0{0}.000 --> 00:0{0}.500\n{1}\n\n"
    tagged = "WEBVTT\n\n" + cue.format(1, "<v Anna>Ja</v>") + cue.format(2, "<v Bo>Nee</v>")
    guessed = "WEBVTT\n\n" + cue.format(1, "Anna Bos: Ja") + cue.format(2, "Bo Vos: Nee")
    unnamed = "WEBVTT\n\n" + cue.format(1, "Ja") + cue.format(2, "Nee")
    partly = "WEBVTT\n\n" + cue.format(1, "<v Anna>Ja</v>") + cue.format(2, "Nee")
    sure = [read_text(tmp_path, "a.vtt", each).certainty for each in (tagged, guessed, unnamed, partly)]
    assert sure == [1.0, 0.8, 0.6, 0.8]


def test_signs_that_were_encoded_twice_are_mended_and_told(tmp_path: Path) -> None:
    content = (
        "I: Hoe ging het in dat cafÃ©?\nR1: Ã‰Ã©n keer, â€œnou jaâ€\x9d â‚¬ 5. Ã la carte â€“ hÃ¨.\nR1: Ã, zei hij.\n"
    )
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading)[0] == ("I", "Hoe ging het in dat café?")
    assert spoken(reading)[1][1].startswith("Één keer, “nou ja” € 5.")
    assert spoken(reading)[2] == ("R1", "Ã, zei hij.")
    mended = [(loss.text, loss.line) for loss in reading.losses if loss.kind is LossKind.REPAIR]
    assert mended[:2] == [("Ã©", 1), ("Ã‰", 2)]
    table = a_word_file(a_table([["Spreker", "Tekst"], ["Bo", "\u200eEÃ©n\u00ad"]]))
    assert spoken(read_text(tmp_path, "a.docx", table)) == [("Bo", "Eén")]
    assert spoken(read_text(tmp_path, "b.docx", a_word_file(a_paragraph("I: CafÃ©?"))))[0] == ("I", "Café?")


def test_a_few_signs_in_a_sound_text_are_left_as_somebody_wrote_them(tmp_path: Path) -> None:
    content = "I: Eén café, één privé-oprit en een skiër.\nR1: Zo zag de mail eruit: cafÃ©, met rare tekens.\n"
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading)[1] == ("R1", "Zo zag de mail eruit: cafÃ©, met rare tekens.")
    assert not [loss for loss in reading.losses if loss.kind is LossKind.REPAIR]


def test_good_text_is_never_mended(tmp_path: Path) -> None:
    content = "I: Âge, Ãland, â la carte, “één” – naïef: reëel, 5 °C, ± 3 €, ½, ©.\nR1: Ja.\n"
    reading = read_text(tmp_path, "a.txt", content)
    assert not [loss for loss in reading.losses if loss.kind is LossKind.REPAIR]
    assert spoken(reading)[0][1] == content.split("\n")[0].removeprefix("I: ")


def test_hard_spaces_and_marks_of_direction_hide_no_label(tmp_path: Path) -> None:
    content = (
        "I:\u00a0Hoe ging het?\n\u200eR1:\u00a0\u202aGoed\u202c hoor.\n"
        "Anna\u00a0de\u00a0Vries\u00a0 0:07\nAf\u00adspraak.\n"
    )
    reading = read_text(tmp_path, "a.txt", content)
    assert spoken(reading) == [("I", "Hoe ging het?"), ("R1", "Goed hoor."), ("Anna de Vries", "Afspraak.")]
