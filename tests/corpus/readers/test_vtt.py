from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidTimes, NoTurns
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import read_text, spoken

TEAMS = """\ufeffWEBVTT

cfcd2084-d1f0-4a5b-9c1e-000000000000/11-0
00:00:07.000 --> 00:00:09.500
<v Vries, Anna de>Goedemiddag, fijn</v>

cfcd2084-d1f0-4a5b-9c1e-000000000000/11-1
00:00:09.500 --> 00:00:11.000
<v Vries, Anna de>dat u er bent.</v>

c4ca4238-d1f0-4a5b-9c1e-000000000000/12-0
00:00:11.250 --> 00:00:13.000
<v O&apos;Brien &amp; Zn.>Dank u. R&amp;D doet ook mee.</v>
"""


def test_teams_cues_of_one_speaker_become_one_turn_with_its_first_start_and_last_end(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "gesprek.vtt", TEAMS)
    assert spoken(reading) == [
        ("Vries, Anna de", "Goedemiddag, fijn dat u er bent."),
        ("O'Brien & Zn.", "Dank u. R&D doet ook mee."),
    ]
    assert [(turn.starts_at, turn.ends_at) for turn in reading.turns] == [(7.0, 11.0), (11.25, 13.0)]
    assert reading.text == "Goedemiddag, fijn dat u er bent.\n\nDank u. R&D doet ook mee."


def test_cues_stay_turns_when_joining_is_switched_off(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "gesprek.vtt", TEAMS, ReadingOptions(join_speakers=False))
    assert len(reading.turns) == 3


def test_zoom_names_before_a_colon_are_speakers_and_let_op_is_not(tmp_path: Path) -> None:
    cues = [
        "jan_w: Let op: dat telt.",
        "jan_w: Verder niks.",
        "Let op: wie zegt dit?",
        "Mia de Wit: Ja. Kortom: prima.",
    ]
    reading = read_text(tmp_path, "zoom.vtt", _zoom(cues, start=3600))
    assert spoken(reading) == [
        ("jan_w", "Let op: dat telt. Verder niks."),
        (None, "Let op: wie zegt dit?"),
        ("Mia de Wit", "Ja. Kortom: prima."),
    ]
    assert reading.turns[0].starts_at == 3600


def test_a_label_holds_for_the_next_lines_of_its_cue(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "zoom.vtt", _zoom(["Anna: een\ntwee", "Bart: drie\nAnna: vier", "Bart: vijf"]))
    assert spoken(reading) == [("Anna", "een twee"), ("Bart", "drie"), ("Anna", "vier"), ("Bart", "vijf")]


def test_whisperx_labels_in_brackets_are_speakers(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "w.vtt", _zoom(["[SPEAKER_01]: Hallo", "[SPEAKER_01]: daar.", "[SPEAKER_00]: Ja."]))
    assert spoken(reading) == [("SPEAKER_01", "Hallo daar."), ("SPEAKER_00", "Ja.")]


def test_a_file_without_speakers_keeps_every_cue_a_turn(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path, "kaal.vtt", "WEBVTT\n\n00:01.500 --> 00:04.000\nEen\n\n00:04.000 --> 00:05.250\nTwee\n"
    )
    assert spoken(reading) == [(None, "Een"), (None, "Twee")]
    assert [(turn.starts_at, turn.ends_at) for turn in reading.turns] == [(1.5, 4.0), (4.0, 5.25)]


def test_notes_styles_regions_settings_and_tags_are_losses_with_a_name(tmp_path: Path) -> None:
    content = (
        "WEBVTT - titel\nKind: captions\n\nNOTE\nniet gezegd\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\n"
        "intro\n00:00:01.000 --> 00:00:02.000 align:start position:0%\n<v.luid Anna>Ik <i>wil</i> <3 en <naam></v>\n"
    )
    reading = read_text(tmp_path, "vol.vtt", content)
    assert spoken(reading) == [("Anna", "Ik wil <3 en <naam>")]
    lost = {(loss.kind, loss.text) for loss in reading.losses}
    assert (LossKind.NOTE, "NOTE\nniet gezegd") in lost
    assert (LossKind.HEADER, "WEBVTT - titel\nKind: captions") in lost
    assert (LossKind.MARKUP, "REGION\nid:fred") in lost
    assert (LossKind.CUE, "intro") in lost
    assert (LossKind.TIME, "00:00:01.000 --> 00:00:02.000 align:start position:0%") in lost


def test_two_voices_in_one_cue_are_two_turns(tmp_path: Path) -> None:
    content = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Ja?</v> <v Bart>Nee.\nEcht niet.\n"
    assert spoken(read_text(tmp_path, "twee.vtt", content)) == [("Anna", "Ja?"), ("Bart", "Nee. Echt niet.")]


def test_a_blank_line_inside_speech_loses_nothing(tmp_path: Path) -> None:
    content = (
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Anna>Eerst\n\ndaarna</v>\n\n2\n00:02.000 --> 00:03.000\n<v Bart>Ja\n"
    )
    assert spoken(read_text(tmp_path, "wit.vtt", content)) == [("Anna", "Eerst daarna"), ("Bart", "Ja")]


def test_a_missing_blank_line_between_cues_does_not_swallow_the_next_cue(tmp_path: Path) -> None:
    cues = "".join(f"{number}\n00:{number:02}.000 --> 00:{number:02}.900\nzin {number}\n" for number in range(1, 50))
    reading = read_text(tmp_path, "dicht.vtt", f"WEBVTT\n\n{cues}")
    assert [text for _, text in spoken(reading)] == [f"zin {number}" for number in range(1, 50)]


@pytest.mark.parametrize(
    "times",
    ["00:05.000 --> 00:04.000", "00:61.000 --> 00:62.000", "vroeg --> laat", "00:01.000 -->", "99:99:99.000 --> x"],
)
def test_invalid_times_are_refused_with_file_and_line(tmp_path: Path, times: str) -> None:
    content = f"WEBVTT\n\n1\n{times}\nHallo\n\n2\n00:05.000 --> 00:06.000\nDaar\n"
    with pytest.raises(InvalidTimes) as problem:
        read_text(tmp_path, "mis.vtt", content)
    assert problem.value.values == {"file": "mis.vtt", "line": 4}
    assert problem.value.exit_code == 11


def test_only_what_is_sound_is_read_when_that_is_asked_and_the_rest_is_a_loss(tmp_path: Path) -> None:
    content = "WEBVTT\n\n00:05.000 --> 00:04.000\nHallo\n\n00:05.000 --> 00:06.000\nDaar\n"
    reading = read_text(tmp_path, "mis.vtt", content, ReadingOptions(only_sound=True))
    assert spoken(reading) == [(None, "Daar")]
    assert any(loss.kind == LossKind.UNREADABLE and "Hallo" in loss.text for loss in reading.losses)


def test_a_file_with_only_a_header_has_no_speech(tmp_path: Path) -> None:
    with pytest.raises(NoTurns):
        read_text(tmp_path, "leeg.vtt", "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n\n")


def test_captions_are_known_by_their_first_word_whatever_the_suffix(tmp_path: Path) -> None:
    assert read_text(tmp_path, "transcript.txt", TEAMS).format == "vtt"


def _zoom(texts: list[str], *, start: int = 0) -> str:
    cues = (
        f"{number}\r\n{_clock(start + number - 1)} --> {_clock(start + number)}\r\n{text}\r\n\r\n"
        for number, text in enumerate(texts, start=1)
    )
    return "WEBVTT\r\n\r\n" + "".join(cues)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"
