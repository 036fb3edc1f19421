"""Captions: WebVTT as Teams and Zoom write it, turns cut into cues."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from uuid import NAMESPACE_URL, uuid5

from workbench.example.sources import Source, SourceTurn

WORDS_PER_SECOND = 2.6
CUE_WORDS = 22


def make_teams(source: Source) -> bytes:
    """Cues with an identity and a voice tag."""
    identity = uuid5(NAMESPACE_URL, source.key)
    cues = (
        f"{identity}/{number}-0\n{_clock(start)} --> {_clock(end)}\n<v {turn.speaker}>{text}</v>\n"
        for number, (start, end, turn, text) in enumerate(_cues(source), start=11)
    )
    return ("\ufeffWEBVTT\n\n" + "\n".join(cues)).encode()


def make_zoom(source: Source) -> bytes:
    """Numbered cues with a name before a colon."""
    cues = (
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{turn.speaker}: {text}\n"
        for number, (start, end, turn, text) in enumerate(_cues(source), start=1)
    )
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _cues(source: Source) -> Iterator[tuple[float, float, SourceTurn, str]]:
    """Pieces of turns with start and end in seconds; a turn ends before the next one starts."""
    starts = [seconds_of(turn) for turn in source.turns]
    for turn, (start, end) in zip(source.turns, pairwise([*starts, starts[-1] + 60]), strict=True):
        words = turn.text.split(" ")
        pace = min(1 / WORDS_PER_SECOND, (end - start) / (len(words) + 1))
        for first in range(0, len(words), CUE_WORDS):
            piece = words[first : first + CUE_WORDS]
            begin = start + first * pace
            yield begin, begin + len(piece) * pace, turn, " ".join(piece)


def seconds_of(turn: SourceTurn) -> int:
    """When the turn starts, from the start of the recording."""
    hours, minutes, seconds = (int(part) for part in (turn.time or "0:0:0").split(":"))
    return hours * 3600 + minutes * 60 + seconds


def _clock(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"
