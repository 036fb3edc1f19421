"""Offsets: the browser counts UTF-16 code units, the house counts code points; here and only here they meet."""

from __future__ import annotations

BEYOND = 0xFFFF
"""Characters above this one take two code units."""


def from_utf16(text: str, units: int) -> int:
    """The code points before this many UTF-16 code units of the text.

    A place in the middle of a character counts as before it; a place past the end as the end.

    >>> from_utf16("a👍b", 3), from_utf16("a👍b", 2)
    (2, 1)
    """
    seen = 0
    for place, character in enumerate(text):
        seen += _units(character)
        if seen > units:
            return place
    return len(text)


def to_utf16(text: str, points: int) -> int:
    """The UTF-16 code units that the first so many code points of the text take.

    >>> to_utf16("a👍b", 2)
    3
    """
    return sum(map(_units, text[:points]))


def _units(character: str) -> int:
    return 2 if ord(character) > BEYOND else 1
