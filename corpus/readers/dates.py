"""Dates of posts: as exports write them, in ISO form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

_NUMBERS = re.compile(
    r"(?P<a>\d{1,4})[-/. ](?P<b>\d{1,2})[-/. ](?P<c>\d{4}|\d{2})"
    r"(?:[ T,]+(?:om )?(?P<hour>\d{1,2})[:.u](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?: uur)?"
)
_WORDS = re.compile(
    r"(?:\w{2,10},? )?(?P<c>\d{1,2})\.? (?P<month>[a-zé]{3,9})\.? (?P<year>\d{4})"
    r"(?:,? (?:om )?(?P<hour>\d{1,2})[:.u](?P<minute>\d{2}))?(?: uur)?"
)
# What Excel leaves when a column of dates loses its form: days since the end of 1899, in Dutch with a decimal comma.
_DAYS = re.compile(r"[2-7]\d{4}(?:[.,]\d{1,12})?")
_BEGINNING = datetime(1899, 12, 30)  # noqa: DTZ001 - exports give local times
_MONTHS = {
    word: number
    for number, words in enumerate(
        ("jan", "feb", "mrt mar maa", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"), start=1
    )
    for word in words.split()
}


def is_month_first(dates: Iterable[str]) -> bool:
    """Whether the dates of a column put the month before the day: some day comes second and never a day first."""
    day_second = False
    for found in (_NUMBERS.fullmatch(each.strip()) for each in dates):
        if found is None or len(found["a"]) == 4:
            continue
        if int(found["a"]) > 12:
            return False
        day_second = day_second or int(found["b"]) > 12
    return day_second


def read_date(text: str, *, month_first: bool = False) -> str | None:
    """The date, with the time when there is one, in ISO form; None when it is no date.

    >>> read_date("01-03-2018 08:15"), read_date("2018-03-01T08:15:30Z"), read_date("3 maart 2018")
    ('2018-03-01T08:15:00', '2018-03-01T08:15:30+00:00', '2018-03-03')
    >>> read_date("43160,34375")
    '2018-03-01T08:15:00'
    """
    folded = " ".join(text.split())
    found = _NUMBERS.fullmatch(folded)
    counted = _DAYS.fullmatch(folded)
    try:
        if counted is not None:
            return _after(float(folded.replace(",", ".")))
        if found is not None:
            return _iso(*_day(found, month_first=month_first), found.groupdict())
        worded = _WORDS.fullmatch(folded.lower())
        if worded is not None and worded["month"][:3] in _MONTHS:
            return _iso(int(worded["year"]), _MONTHS[worded["month"][:3]], int(worded["c"]), worded.groupdict())
    except ValueError:
        return None
    return None


def _after(days: float) -> str:
    whole, seconds = int(days), round(days % 1 * 86400)
    moment = _BEGINNING + timedelta(days=whole, seconds=seconds)
    return moment.isoformat() if seconds else moment.date().isoformat()


def _day(found: re.Match[str], *, month_first: bool) -> tuple[int, int, int]:
    first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return first, second, third
    year = third if len(found["c"]) == 4 else 2000 + third
    return (year, first, second) if month_first else (year, second, first)


def _iso(year: int, month: int, day: int, clock: dict[str, str | None]) -> str:
    if clock.get("hour") is None:
        return datetime(year, month, day).date().isoformat()  # noqa: DTZ001 - a date has no zone
    hour = int(clock["hour"] or 0)
    half = (clock.get("half") or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    moment = datetime(year, month, day, hour, int(clock["minute"] or 0), int(clock.get("second") or 0))  # noqa: DTZ001 - exports give local times
    zone = (clock.get("zone") or "").replace("Z", "+00:00")
    return datetime.fromisoformat(moment.isoformat() + zone).isoformat()
