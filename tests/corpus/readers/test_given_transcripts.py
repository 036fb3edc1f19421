"""The same debate in four files, as teams have them, against its known turns; skipped where the files are not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.readers import read_document
from corpus.reading import Reading

FOLDER = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "transcripts"
Turns = list[tuple[str, str]]

pytestmark = pytest.mark.skipif(
    not (FOLDER / "nl_groundtruth.json").exists(),
    reason="the folder shared/data/transcripts is not beside the checkout",
)


def test_otter_text_gives_all_turns_with_their_starts() -> None:
    reading = read_document(FOLDER / "nl_otter.txt")
    assert _turns(reading) == _known()
    starts = [turn.starts_at for turn in reading.turns]
    assert starts[:3] == [7.0, 29.0, 158.0]
    assert None not in starts
    assert starts == sorted(starts, key=lambda start: start or 0)


def test_the_community_export_gives_all_turns_with_their_replies() -> None:
    reading = read_document(FOLDER / "nl_community.csv")
    assert reading.encoding == "cp1252"
    assert _turns(reading) == _known(_as_windows_writes_it)
    keys = [turn.key for turn in reading.turns]
    assert keys == [str(number) for number in range(1, 55)]
    replies = [None if turn.reply_to is None else keys[turn.reply_to] for turn in reading.turns]
    assert replies[:6] == [None, "1", "1", "2", "4", "5"]
    assert [place for place, reply in enumerate(replies) if reply is None] == [0, 12, 24, 36, 48]


def test_the_word_table_gives_the_first_thirty_turns_with_their_starts() -> None:
    reading = read_document(FOLDER / "nl_tabel.docx")
    assert _turns(reading) == _known()[:30]
    assert [turn.starts_at for turn in reading.turns][:3] == [7.0, 29.0, 158.0]


def test_teams_captions_give_all_turns_with_neighbours_of_one_speaker_joined() -> None:
    reading = read_document(FOLDER / "nl_teams.vtt")
    joined: Turns = []
    for speaker, text in _known():
        if joined and joined[-1][0] == speaker:
            joined[-1] = (speaker, f"{joined[-1][1]} {text}")
        else:
            joined.append((speaker, text))
    assert len(joined) == 45
    assert _turns(reading) == joined
    assert [turn.starts_at for turn in reading.turns][:2] == [7.0, 28.762]


def test_a_podcast_in_markdown_gives_its_four_speakers() -> None:
    reading = read_document(FOLDER / "otter_md_debugging.md")
    assert reading.speakers() == ("Emma", "Kelly", "Ali", "Rebecca Hill")
    assert len(reading.turns) == 59


def test_subtitles_give_every_cue() -> None:
    assert len(read_document(FOLDER / "webvtt_captions_with_bom.vtt").turns) == 4
    assert len(read_document(FOLDER / "webvtt_comments.vtt").turns) == 3


def _known(change: Callable[[str], str] = str) -> Turns:
    turns = json.loads((FOLDER / "nl_groundtruth.json").read_text(encoding="utf-8"))
    return [(each["speaker"], " ".join(change(each["text"]).split())) for each in turns]


def _as_windows_writes_it(text: str) -> str:
    """What is left of a text in Windows-1252, in which the maker of this file could not write two signs."""
    return text.encode("cp1252", "replace").decode("cp1252")


def _turns(reading: Reading) -> Turns:
    return [(str(turn.speaker), " ".join(reading.text_of(turn).split())) for turn in reading.turns]
