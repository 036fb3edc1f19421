from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import BrokenJson, UnknownShape
from corpus.reading import LossKind, Reading, ReadingOptions
from tests.corpus.readers.files import read_text, spoken


def _segment(start: float, end: float, text: str, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "text": text, **more}


def _read(folder: Path, value: object, options: ReadingOptions | None = None) -> Reading:
    return read_text(folder, "opname.json", json.dumps(value), options)


def test_whisperx_segments_of_one_speaker_are_one_turn(tmp_path: Path) -> None:
    segments = [
        _segment(12.5, 14.0, " Hoe ging het", speaker="SPEAKER_00"),
        _segment(14.0, 15.2, " de eerste keer?", speaker="SPEAKER_00"),
        _segment(15.4, 17.0, " Goed.", speaker="SPEAKER_01", words=[{"word": "Goed.", "start": 15.4, "end": 17.0}]),
    ]
    reading = _read(tmp_path, {"segments": segments, "word_segments": [{"word": "Goed.", "start": 15.4}]})
    assert spoken(reading) == [("SPEAKER_00", "Hoe ging het de eerste keer?"), ("SPEAKER_01", "Goed.")]
    assert [(turn.starts_at, turn.ends_at) for turn in reading.turns] == [(12.5, 15.2), (15.4, 17.0)]
    assert (reading.format, reading.certainty, reading.losses) == ("whisper", 1.0, ())


def test_without_speakers_a_sentence_that_is_cut_over_segments_is_one_turn(tmp_path: Path) -> None:
    texts = [" En toen zei de consulent", " dat het niet kon.", " Jammer.", " Tja"]
    segments = [_segment(place, place + 1, text) for place, text in enumerate(texts)]
    reading = _read(tmp_path, {"text": "".join(texts), "segments": segments, "language": "nl"})
    assert spoken(reading) == [(None, "En toen zei de consulent dat het niet kon."), (None, "Jammer."), (None, "Tja")]
    assert reading.certainty == 0.6
    apart = _read(tmp_path, {"segments": segments}, ReadingOptions(join_speakers=False))
    assert len(apart.turns) == 4


def test_a_segment_without_speaker_or_times_takes_those_of_its_words(tmp_path: Path) -> None:
    words = [
        {"word": "Ja", "speaker": "SPEAKER_01"},
        {"word": "dat", "start": 3.5, "end": 3.7, "speaker": "SPEAKER_01"},
        {"word": "klopt", "start": 3.7, "end": 4.1, "speaker": "SPEAKER_00"},
    ]
    reading = _read(tmp_path, {"segments": [{"text": "Ja dat klopt", "words": words}, _segment(5, 6, "Mooi.")]})
    assert spoken(reading) == [("SPEAKER_01", "Ja dat klopt"), (None, "Mooi.")]
    assert (reading.turns[0].starts_at, reading.turns[0].ends_at) == (3.5, 4.1)
    assert reading.certainty == 0.8


def test_other_programs_with_the_same_model_are_read_too(tmp_path: Path) -> None:
    cpp = {"transcription": [{"timestamps": {"from": "00:01:02,500", "to": "00:01:04,000"}, "text": " Hallo."}]}
    chunks = {"text": " Hallo.", "chunks": [{"timestamp": [62.5, 64.0], "text": " Hallo."}]}
    bare = [_segment(62.5, 64.0, "Hallo.")]
    for value in (cpp, chunks, bare):
        turn = _read(tmp_path, value).turns[0]
        assert (turn.starts_at, turn.ends_at) == (62.5, 64.0)


def test_a_whole_text_that_says_something_else_is_a_loss(tmp_path: Path) -> None:
    reading = _read(tmp_path, {"text": "Hallo. En dag.", "segments": [_segment(0, 1, "Hallo.")]})
    assert [(loss.kind, loss.text) for loss in reading.losses] == [(LossKind.COLUMN, "Hallo. En dag.")]


def test_a_label_that_a_person_refuses_names_nobody(tmp_path: Path) -> None:
    segments = [_segment(0, 1, "Dit gesprek wordt opgenomen.", speaker="Zoom"), _segment(1, 2, "Dag.", speaker="Bo")]
    reading = _read(tmp_path, {"segments": segments}, ReadingOptions(no_names=("zoom",)))
    assert spoken(reading) == [(None, "Dit gesprek wordt opgenomen."), ("Bo", "Dag.")]


def test_broken_and_other_json_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrokenJson) as problem:
        read_text(tmp_path, "a.json", '{"segments": [\n{"text": "Ja"')
    assert problem.value.values["line"] == 2
    for content in ("[" * 100_000, "9" * 5000):
        with pytest.raises(BrokenJson):
            read_text(tmp_path, "a.json", content)
    others: tuple[object, ...] = ({"naam": "x"}, [], 3, "x", None, {"segments": {}}, {"segments": [{"text": ["x"]}]})
    for value in others:
        with pytest.raises(UnknownShape):
            _read(tmp_path, value)


def test_odd_times_and_signs_never_stop_a_reading(tmp_path: Path) -> None:
    segments = [
        {"start": float("nan"), "end": -1, "text": "Een\ud800"},
        {"start": "x", "end": True, "text": "Twee \ud83d\ude00."},
    ]
    reading = _read(tmp_path, {"segments": segments})
    assert [text for _, text in spoken(reading)] == ["Een\ufffd Twee 😀."]
    assert [turn.starts_at for turn in reading.turns] == [None]


def test_what_a_segment_says_in_a_field_of_another_name_is_named(tmp_path: Path) -> None:
    segments = '{"segments": [{"start": 0, "end": 1, "text": "Ja."}, {"start": 1, "end": 2, "tekst": "Nee."}]}'
    reading = read_text(tmp_path, "w.json", segments)
    assert reading.text == "Ja."
    assert [loss.text for loss in reading.losses] == ["Nee."]
