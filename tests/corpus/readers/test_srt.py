from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidTimes
from tests.corpus.readers.files import read_text, spoken


def test_numbered_cues_are_turns_with_times(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}Hallo <i>allemaal</i>\nhier\n\n"
    content += "2\n00:00:02,500 --> 00:00:04,000\nDag\n"
    reading = read_text(tmp_path, "a.srt", content)
    assert spoken(reading) == [(None, "Hallo allemaal hier"), (None, "Dag")]
    assert [(turn.starts_at, turn.ends_at) for turn in reading.turns] == [(1.0, 2.5), (2.5, 4.0)]


def test_speaker_labels_of_whisperx_are_joined_to_turns(tmp_path: Path) -> None:
    cues = ["[SPEAKER_00]: Hoe", "[SPEAKER_00]: gaat het?", "[SPEAKER_01]: Let op: goed."]
    content = "\n".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{text}\n" for number, text in enumerate(cues, start=1)
    )
    assert spoken(read_text(tmp_path, "b.srt", content)) == [
        ("SPEAKER_00", "Hoe gaat het?"),
        ("SPEAKER_01", "Let op: goed."),
    ]


def test_a_line_note_is_speech_here(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:02,000\nEerst\n\nNOTE dat zei hij\n"
    assert spoken(read_text(tmp_path, "c.srt", content)) == [(None, "Eerst NOTE dat zei hij")]


def test_times_out_of_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidTimes):
        read_text(tmp_path, "d.srt", "1\n00:00:09,000 --> 00:00:02,000\nHallo\n")
