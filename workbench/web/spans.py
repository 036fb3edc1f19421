"""Spans: the codings on a turn, cut into pieces of text that lie under the same codings, in at most three lanes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from coding.codings import Coding
from corpus.segments import Segment

LANES = 3
"""Lines that can be told apart under a piece of text; what lies deeper shares the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Codings that say the same of the same words, by one coder or more; `lane` is the line under the text."""

    codings: tuple[Coding, ...]
    lane: int = 0

    @property
    def first(self) -> Coding:
        """The coding that stands for all of them."""
        return self.codings[0]

    @property
    def coders(self) -> tuple[str, ...]:
        """Who put it there."""
        return tuple(sorted({each.coder for each in self.codings}))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the codings."""
        return tuple(each.id for each in self.codings)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks, from the outermost lane in; `begins` are the marks that start with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    """A turn cut into pieces, with the marks that begin in it."""

    segment: Segment
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = field(default=())


def make_marks(codings: Iterable[Coding]) -> tuple[Mark, ...]:
    """The codings put together where they say the same, in the order of the text, each with a lane of its own.

    The longest of those that begin together comes first, so that what lies inside another gets a deeper lane.
    """
    same: dict[tuple[object, ...], list[Coding]] = {}
    for each in codings:
        same.setdefault((each.start, -each.end, each.code or "", each.phase or ""), []).append(each)
    marks, until = [], [-1] * LANES
    for _, some in sorted(same.items(), key=lambda item: tuple(map(_sortable, item[0]))):
        first = some[0]
        lane = next((lane for lane, end in enumerate(until) if end <= first.start), LANES - 1)
        until[lane] = max(until[lane], first.end)
        marks.append(Mark(tuple(some), lane))
    return tuple(marks)


def _sortable(value: object) -> tuple[int, str]:
    return (value, "") if isinstance(value, int) else (0, str(value))


def mark_turns(text: str, segments: Sequence[Segment], marks: Sequence[Mark]) -> tuple[MarkedTurn, ...]:
    """Every turn with its text cut where a mark begins or ends; the pieces together are the text of the turn."""
    seen: set[Mark] = set()
    return tuple(_mark_turn(text, each, marks, seen) for each in segments)


def _mark_turn(text: str, segment: Segment, marks: Sequence[Mark], seen: set[Mark]) -> MarkedTurn:
    here = [each for each in marks if each.first.start < segment.end and each.first.end > segment.start]
    fresh = tuple(each for each in here if each not in seen)
    ends = {segment.start, segment.end}
    for mark in here:
        ends |= {max(mark.first.start, segment.start), min(mark.first.end, segment.end)}
    places = sorted(ends)
    pieces = tuple(_piece(text, start, end, here, seen) for start, end in pairwise(places))
    return MarkedTurn(segment, pieces, fresh)


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], seen: set[Mark]) -> Piece:
    """A piece; the marks that are seen for the first time begin with it."""
    over = tuple(sorted((each for each in marks if each.first.start < end and each.first.end > start), key=_by_lane))
    begins = tuple(each for each in over if each not in seen)
    seen.update(begins)
    return Piece(text[start:end], over, begins)


def _by_lane(mark: Mark) -> tuple[int, int, int]:
    return mark.lane, mark.first.start, -mark.first.end
