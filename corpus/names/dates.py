"""Birth dates: a date says who somebody is when the words around it, or its year, make it somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.found import FoundName, Rule
from corpus.replacements import NameKind

OLDEST, YOUNGEST = 1915, 2012
"""The years between which people are born who speak in an interview, or are spoken of."""
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?:\.(?= ?['’\d]))?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d|['’‘]?\d\d)"
_DATES = re.compile(
    rf"(?<![\d./-])\d{{1,2}}(?:(?:e|ste|de)? {_MONTH} ?|[-/. ]\d{{1,2}}[-/. ] ?){_YEAR}(?![\w/-])", re.IGNORECASE
)
_BORN = re.compile(
    r"(?:geboren|geboortedatum|geb\.?|geboortejaar|jarig|verjaar\w*)(?:\W+(?:ben|is|ik|hij|zij|ze|op|in|de|van|:)){0,4}\W*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:ben|is|was|van|zijn|bent)(?: (?:ik|hij|zij|ze|u|nog|ook|er een))? van $|\bvan $", re.IGNORECASE)
_BORN_DAY = re.compile(
    rf"(?:geboren|jarig|verjaar\w*)(?: (?:ben|is|ik|hij|zij|ze|op|in|de|van)){{0,4}} "
    rf"(\d{{1,2}}(?:e|ste|de)? {_MONTH}|(?:19|20)\d\d\b|['’]\d\d\b)",
    re.IGNORECASE,
)
_OWN_YEAR = re.compile(
    r"\b(?:ben|bent|is|was)(?: (?:ik|u|hij|zij|ze|zelf|nog|ook|er)){0,2} (?:van|uit) ((?:19|20)\d\d|['’]\d\d)\b"
)


def find_dates(text: str) -> Iterator[FoundName]:
    """Birth dates, birthdays and years of birth."""
    for found in _DATES.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if _BORN.search(before):
            yield _date(found.start(), found.end(), Rule.CONTEXT, 0.97)
        elif _could_be_born(found["year"]):
            yield _date(found.start(), found.end(), Rule.FORM, 0.85 if _OF.search(before) else 0.45)
    for pattern in (_BORN_DAY, _OWN_YEAR):
        for found in pattern.finditer(text):
            yield _date(found.start(1), found.end(1), Rule.CONTEXT, 0.9)


def _date(start: int, end: int, rule: Rule, score: float) -> FoundName:
    return FoundName(start, end, NameKind.BIRTH_DATE, rule, score)


def _could_be_born(year: str) -> bool:
    """Whether somebody may have been born in this year; of two digits 30 and later count, which are 19.."""
    figures = year.lstrip("'’‘")
    return int(figures) >= 30 if len(figures) == 2 else OLDEST <= int(figures) <= YOUNGEST
