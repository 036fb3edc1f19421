"""Cues of subtitle files (vtt, srt): blocks of lines with a time line, whatever program wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from corpus.errors import InvalidTimes
from corpus.readers.times import read_clock
from corpus.reading import Loss, LossKind

ARROW = "-->"
_TIME_LINE = re.compile(r"\s*(\S+)\s*-->\s*(\S+)(?:[ \t]+(.*))?")
# A number, a GUID (Teams adds "/12-0"), or a short word with a digit: what programs put above the time line.
_CUE_ID = re.compile(r"\s*(?:\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}(?:/\S+)?)\s*")
_COMMENTS = {"NOTE": LossKind.NOTE, "STYLE": LossKind.MARKUP, "REGION": LossKind.MARKUP}


@dataclass(slots=True)
class Cue:
    """What is shown between two moments (in seconds); `line` is the number of its time line."""

    start: float
    end: float
    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines between two blank ones; `line` is the number of the first."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(slots=True)
class _CueList:
    """Cues and losses while a file is read."""

    file: str
    only_sound: bool
    cues: list[Cue] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    def lose(self, kind: LossKind, text: str, line: int) -> None:
        self.losses.append(Loss(kind, text, line))


def find_cues(
    text: str, *, file: str, only_sound: bool = False, header: str | None = None
) -> tuple[list[Cue], list[Loss]]:
    """The cues of a file in its order, and every line that is in none of them.

    `header` is the word a file starts with ("WEBVTT"; such files have comment blocks too). Raises `InvalidTimes`,
    unless only what is sound was asked for.
    """
    found = _CueList(file, only_sound)
    for block in _blocks(text):
        if header is not None and _take_comment(block, found, header):
            continue
        for part in _parts(block):
            _take_part(part, found)
    return found.cues, found.losses


def _blocks(text: str) -> Iterator[_Block]:
    gathered: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            gathered.append(line)
        elif gathered:
            yield _Block(number - len(gathered), tuple(gathered))
            gathered = []


def _take_comment(block: _Block, found: _CueList, header: str) -> bool:
    """Whether the block is the header or a comment, which is then a loss."""
    first = block.lines[0].split(maxsplit=1)[0]
    if block.line == 1 and first.startswith(header):
        found.lose(LossKind.HEADER, block.text, block.line)
        return True
    if first in _COMMENTS and not any(ARROW in line for line in block.lines[:2]):
        found.lose(_COMMENTS[first], block.text, block.line)
        return True
    return False


def _parts(block: _Block) -> Iterator[_Block]:
    """One block a cue, also where a file forgets the blank line between two cues."""
    starts = [0]
    for index, line in enumerate(block.lines):
        if ARROW in line and _times(line) is not None:
            place = index - 1 if index and _CUE_ID.fullmatch(block.lines[index - 1]) else index
            if place > 1 or (place == 1 and ARROW in block.lines[0]):
                starts.append(place)
    for start, end in pairwise([*starts, len(block.lines)]):
        yield _Block(block.line + start, block.lines[start:end])


def _take_part(block: _Block, found: _CueList) -> None:
    place = next((index for index, line in enumerate(block.lines[:2]) if ARROW in line), None)
    if place is None:
        _take_stray(block, found)
        return
    times = _times(block.lines[place])
    if times is None:
        _refuse(block, place, found)
        return
    if place:
        found.lose(LossKind.CUE, block.lines[0], block.line)
    found.lose(LossKind.TIME, block.lines[place], block.line + place)
    found.cues.append(Cue(*times, block.line + place, list(block.lines[place + 1 :])))


@lru_cache(maxsize=100)  # asked twice in a row of every line
def _times(line: str) -> tuple[float, float] | None:
    """The start and end in a time line, or None when it does not hold two times in order."""
    parts = _TIME_LINE.fullmatch(line)
    if parts is None:
        return None
    start, end = read_clock(parts[1]), read_clock(parts[2])
    return None if start is None or end is None or end < start else (start, end)


def _refuse(block: _Block, place: int, found: _CueList) -> None:
    if not found.only_sound:
        raise InvalidTimes(file=found.file, line=block.line + place)
    found.lose(LossKind.UNREADABLE, block.text, block.line)


def _take_stray(block: _Block, found: _CueList) -> None:
    """A block without times goes on with the cue before it: a blank line inside speech loses nothing."""
    if len(block.lines) == 1 and _CUE_ID.fullmatch(block.text):
        found.lose(LossKind.CUE, block.text, block.line)
    elif found.cues:
        found.cues[-1].lines.extend(block.lines)
    else:
        found.lose(LossKind.HEADER, block.text, block.line)
