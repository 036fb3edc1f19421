"""Times of a recording and dates of posts, as files write them."""

from __future__ import annotations

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?")


def read_clock(text: str) -> float | None:
    """The seconds that a time such as 0:07, 12:03, 00:12:03 or 01:00:12.345 stands for; None when it is no time.

    >>> read_clock("1:02:03,5")
    3723.5
    >>> read_clock("12:75") is None
    True
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
    if seconds > 59 or (found[1] is not None and minutes > 59):
        return None
    return hours * 3600 + minutes * 60 + seconds + int((found[4] or "0").ljust(3, "0")) / 1000
