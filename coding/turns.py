"""Which turns a span touches, and which of them decides who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from corpus.segments import Role, Segment

_FIRST = {Role.RESPONDENT: 0, Role.GROUP: 1}


class Turns:
    """The segments of one document in reading order, to be asked by span."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self.segments = sorted((each for each in segments if each.end > each.start), key=_reading_order)
        self._starts = [segment.start for segment in self.segments]
        self._reach = list(accumulate((segment.end for segment in self.segments), max))

    def touched(self, start: int, end: int) -> list[int]:
        """The positions of the segments that share at least one character with [start, end).

        >>> turns = Turns([Segment("a", "d", 0, "turn", 0, 10), Segment("b", "d", 1, "turn", 12, 20)])
        >>> turns.touched(9, 13), turns.touched(10, 12)
        ([0, 1], [])
        """
        if start >= end:
            return []
        near = range(bisect_right(self._reach, start), bisect_left(self._starts, end))
        return [position for position in near if self.segments[position].end > start]

    def deciding(self, start: int, end: int) -> Segment | None:
        """The segment that says who spoke in [start, end): a respondent's turn first, then the largest overlap."""
        touched = self.touched(start, end)
        if len(touched) <= 1:
            return self.segments[touched[0]] if touched else None
        return min((self.segments[each] for each in touched), key=lambda each: _claim(each, start, end))


def _reading_order(segment: Segment) -> tuple[int, int, int, str, str, str]:
    return segment.start, -segment.end, segment.ordinal, segment.unit, segment.speaker or "", segment.id


def _claim(segment: Segment, start: int, end: int) -> tuple[int, int]:
    """The smaller, the stronger; equal claims go to the first in reading order."""
    return _FIRST.get(segment.role, 2), max(segment.start, start) - min(segment.end, end)
