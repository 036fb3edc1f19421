"""Spans under a change: a text of which pieces are replaced, and where every span of it lies afterwards."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpus.errors import EditOutside, OverlappingEdits


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The code points [start, end) of a text make place for the replacement; an empty replacement takes them away."""

    start: int
    end: int
    replacement: str = ""

    @property
    def growth(self) -> int:
        """By how much the text becomes longer."""
        return len(self.replacement) - (self.end - self.start)


class SpanMap:
    """What some edits of one text do to the text, and to the spans in it.

    Raises `OverlappingEdits` when two edits want the same characters, `EditOutside` when one begins after its end.

    >>> change = SpanMap([Edit(7, 12, "P03")])
    >>> change.new_text("Ik zag Karel lopen.")
    'Ik zag P03 lopen.'
    >>> change.move(13, 18), change.move(0, 9), change.move(0, 6)
    ((11, 16), (0, 10), (0, 6))
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = tuple(sorted(edits))
        for each in self.edits:
            if not 0 <= each.start <= each.end:
                raise EditOutside(start=each.start, end=each.end)
        for first, second in pairwise(self.edits):
            if second.start < first.end or second == first:
                raise OverlappingEdits(place=second.start)
        self._starts = [each.start for each in self.edits]
        self._ends = [each.end for each in self.edits]
        self._shifts = [0, *accumulate(each.growth for each in self.edits)]

    def new_text(self, text: str) -> str:
        """The text after the edits; raises `EditOutside` when one lies beyond its end."""
        pieces, place = [], 0
        for each in self.edits:
            if each.end > len(text):
                raise EditOutside(start=each.start, end=each.end)
            pieces += [text[place : each.start], each.replacement]
            place = each.end
        return "".join([*pieces, text[place:]])

    def move(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the span [start, end) lies afterwards; None when all of it is gone.

        A span that touches a replaced piece takes the whole replacement with it. What is put in at its very start or
        end stays outside. An empty span stays a place.
        """
        moved = self._start(start), self._end(end)
        if start == end:
            return moved[0], moved[0]
        return moved if moved[0] < moved[1] else None

    def place(self, start: int) -> int:
        """Where what began at this code point begins afterwards."""
        return self._start(start)

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit changes a character of the span [start, end)."""
        return bisect_right(self._ends, start) < bisect_left(self._starts, end)

    def _start(self, place: int) -> int:
        """Behind every edit that ended at this place or before it; inside an edit, at its beginning."""
        passed = bisect_right(self._ends, place)
        inside = passed < len(self.edits) and self._starts[passed] < place
        return (self._starts[passed] if inside else place) + self._shifts[passed]

    def _end(self, place: int) -> int:
        """Before every edit that begins at this place or after it; inside an edit, at its end."""
        begun = bisect_left(self._starts, place)
        inside = begun > 0 and self._ends[begun - 1] > place
        return (self._ends[begun - 1] if inside else place) + self._shifts[begun]
