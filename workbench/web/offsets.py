"""Offsets: the browser counts UTF-16 code units, the house counts code points; here and only here they meet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

BEYOND = 0xFFFF
"""Characters above this one take two code units."""


class Offsets:
    """The places in one text, from one way of counting to the other, each in no time.

    >>> places = Offsets("a👍b")
    >>> places.from_utf16(3), places.from_utf16(2), places.to_utf16(2)
    (2, 1, 3)
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        wide = [] if text.isascii() else [place for place, sign in enumerate(text) if ord(sign) > BEYOND]
        self._wide = wide
        self._ends = [place + number + 2 for number, place in enumerate(wide)]

    def from_utf16(self, units: int) -> int:
        """The code points before this many code units.

        A place in the middle of a character counts as before it; a place past the end as the end.
        """
        whole = bisect_right(self._ends, units)
        inside = whole < len(self._ends) and units == self._ends[whole] - 1
        return max(0, min(units - whole - inside, self._length))

    def to_utf16(self, points: int) -> int:
        """The code units that the first so many code points take."""
        points = max(0, min(points, self._length))
        return points + bisect_left(self._wide, points)
