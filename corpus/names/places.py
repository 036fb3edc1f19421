"""Places: towns, villages and regions of the list, streets with a number, and what “in” or “uit” stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus.names.found import FoundName, Rule
from corpus.names.index import Index
from corpus.names.lists import is_word, read_list
from corpus.names.words import Run, Word
from corpus.replacements import NameKind

_IN = re.compile(
    r"(?<!\w)(?:in|te|uit|naar|gemeente|stad|dorp|plaats|plaatsje|dorpje"
    r"|regio|wijk|omgeving|richting|rond|vanuit|buurt van)[ \u00a0]+$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?<=[a-z])(?:straat|laan|weg|plein|dijk|kade|gracht|hof|pad|singel|steeg|dreef|plantsoen|park|wal|allee|markt|kamp)$"
)
_HOUSE_NUMBER = re.compile(r" \d{1,4}(?: ?[a-zA-Z]\b)?(?:-\d+)?(?!\w)")
_ENDINGS = re.compile(
    r"(?:dam|dorp|huizen|veen|broek|haar|hoek|loo|hem|wijk|kerk|burg|drecht|beek|horst|wolde|rade|stad|dijk|oord|schoten)$"
)
REACH = 16


@cache
def _index() -> Index[str]:
    return Index((each, each) for each in read_list("places"))


def find_places(text: str, words: Sequence[Word], runs: Iterable[Run]) -> Iterator[FoundName]:
    """Where people live and work."""
    for match in _index().find(text, words):
        first, last = match.words[0], match.words[-1]
        if last.capital and (first.capital or first.text in {"s", "t"}) and not _in_compound(text, last.end):
            yield from _by_list(text, match.words)
    for run in runs:
        if _STREET.search(run.words[-1].text):
            number = _HOUSE_NUMBER.match(text, run.end)
            yield _place(run.start, number.end() if number else run.end, Rule.FORM, 0.95 if number else 0.5)
        if len(run.words) == 1 and not run.opens and _IN.search(text, max(0, run.start - REACH), run.start):
            score = 0.65 if _ENDINGS.search(run.words[0].text) else 0.45
            yield _place(run.start, run.end, Rule.CONTEXT, score)


def _by_list(text: str, words: Sequence[Word]) -> Iterator[FoundName]:
    start, end = words[0].start, words[-1].end
    if text[max(0, start - 1) : start] in {"'", "’"}:
        start -= 1
    has_preposition = _IN.search(text, max(0, start - REACH), start) is not None
    if len(words) > 1 or not is_word(words[0].text):
        yield _place(start, end, Rule.LIST, 0.92 if has_preposition else 0.7)
    elif has_preposition or not words[0].opens:
        yield _place(start, end, Rule.LIST, 0.8 if has_preposition else 0.35)


def _in_compound(text: str, end: int) -> bool:
    """Whether a small letter follows a hyphen: “Twente-brede” is no place."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()


def _place(start: int, end: int, rule: Rule, score: float) -> FoundName:
    return FoundName(start, end, NameKind.PLACE, rule, score)
