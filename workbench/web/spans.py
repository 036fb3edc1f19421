"""Spans: the codings on a turn, cut into pieces of text that lie under the same codings, in at most three lanes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
    """Text under the same marks, from the outermost lane in; `begins` are the marks that start with it.

    `is_found` says that it is what was looked for, `is_pointed` that it is the place that the address names.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    is_found: bool = False
    is_pointed: bool = False


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    """A turn cut into pieces, with the marks that begin in it."""

    segment: Segment
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """The places that were looked for, and the one that the address names; spans [start, end) of the document."""

    found: tuple[tuple[int, int], ...] = ()
    pointed: tuple[int, int] | None = None

    def within(self, start: int, end: int) -> Iterator[int]:
        """Where a text between these places has to be cut."""
        for first, last in (*self._found(start, end), *self._pointed(start, end)):
            yield from (max(first, start), min(last, end))

    def marks(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a piece was looked for, and whether it is pointed at."""
        return bool(self._found(start, end)), bool(self._pointed(start, end))

    def _found(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places found that share a character with a text; they are in order and do not overlap."""
        first = max(bisect_left(self.found, (start,)) - 1, 0)
        return [each for each in self.found[first : bisect_left(self.found, (end,))] if each[1] > start]

    def _pointed(self, start: int, end: int) -> list[tuple[int, int]]:
        here = self.pointed
        return [here] if here and here[0] < end and here[1] > start else []


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


def mark_turns(
    text: str, segments: Sequence[Segment], marks: Sequence[Mark], *, sought: Sought | None = None
) -> tuple[MarkedTurn, ...]:
    """Every turn with its text cut where a mark begins or ends; the pieces together are the text of the turn.

    Turns are in the order of the text and the marks as `make_marks` gives them.
    """
    waiting = deque(marks)
    open_marks: list[Mark] = []
    turns = []
    for each in segments:
        open_marks = [mark for mark in open_marks if mark.first.end > each.start]
        fresh = []
        while waiting and waiting[0].first.start < each.end:
            mark = waiting.popleft()
            if mark.first.end > each.start:
                fresh.append(mark)
        if each.start == each.end:
            waiting.extendleft(reversed(fresh))
            fresh = []
        open_marks += fresh
        turns.append(_mark_turn(text, each, open_marks, tuple(fresh), sought or Sought()))
    return tuple(turns)


def _mark_turn(
    text: str, segment: Segment, here: Sequence[Mark], fresh: tuple[Mark, ...], sought: Sought
) -> MarkedTurn:
    ends = {segment.start, segment.end, *sought.within(segment.start, segment.end)}
    for mark in here:
        ends |= {max(mark.first.start, segment.start), min(mark.first.end, segment.end)}
    beginning: dict[int, list[Mark]] = defaultdict(list)
    for mark in fresh:
        beginning[max(mark.first.start, segment.start)].append(mark)
    pieces = tuple(
        Piece(
            text[start:end],
            tuple(sorted((each for each in here if each.first.start < end and each.first.end > start), key=_by_lane)),
            tuple(sorted(beginning.get(start, ()), key=_by_lane)),
            *sought.marks(start, end),
        )
        for start, end in pairwise(sorted(ends))
    )
    return MarkedTurn(segment, pieces, fresh)


def _by_lane(mark: Mark) -> tuple[int, int, int]:
    return mark.lane, mark.first.start, -mark.first.end


def text_pieces(text: str, segments: Sequence[Segment]) -> Iterator[tuple[str, Segment | None]]:
    """The whole text in order, cut in turns and what lies between them; the pieces together are the text."""
    at = 0
    for each in segments:
        if each.start < at or each.start == each.end:
            continue
        if each.start > at:
            yield text[at : each.start], None
        yield text[each.start : each.end], each
        at = each.end
    if at < len(text):
        yield text[at:], None
