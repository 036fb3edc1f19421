"""Hyphens: words broken at the end of a line put together again, with their own hyphens kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

HYPHENS = "-\u00ad\u2010"

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_BROKEN = re.compile(rf"([\w'’]+(?:-[\w'’]+)*)[{HYPHENS}]$")
_FIRST = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
# After these a hyphen is the writer's own: "niet-westers", "non-profit", "vice-voorzitter".
_OWN = frozenset({"niet", "non", "quasi", "vice", "hr", "it", "cao", "pgb", "mbo", "hbo", "vmbo", "ggz", "e"})
_RISK = ("risk", "claim", "show", "go-")
# "in- en uitstroom"
_SUSPENDED = frozenset({"en", "of", "tot", "noch", "respectievelijk", "and", "or"})
# Vowels that clash get a hyphen where a word begins anew, a diaeresis inside one.
_CLASHES = frozenset({"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"})
_DIAERESIS = str.maketrans("eiu", "ëïü")
_INSIDE = frozenset({"be", "ge", "bege", "inge", "uitge", "aange", "terugge", "financi", "offici", "effici", "cli"})


def count_words(lines: Iterable[str]) -> Counter[str]:
    """How often the lines hold each word whole, without those broken at an end."""
    words: Counter[str] = Counter()
    broken = False
    for line in lines:
        found = [each.casefold() for each in _WORD.findall(line)]
        ends_broken = bool(_BROKEN.search(line))
        words.update(found[1 if broken else 0 : len(found) - 1 if ends_broken else len(found)])
        broken = ends_broken
    return words


def join_lines(upper: str, lower: str, words: Counter[str]) -> tuple[str, str | None]:
    """The text of two lines as one, and the hyphen that was left out, with the letter that got its diaeresis back.

    None stands for nothing left out.

    A hyphen stays where the word has it elsewhere in the text (`words`), before a capital or digit ("UWV-Wajong"),
    after an abbreviation ("PSO-trede"), where vowels would clash ("re-integratie") and before "en" or "of".

    >>> join_lines("een loonkosten-", "subsidie van", Counter())
    ('een loonkostensubsidie van', '-')
    >>> join_lines("de re-", "integratie", Counter())
    ('de re-integratie', None)
    """
    broken, first = _BROKEN.search(upper), _FIRST.match(lower)
    if broken is None or first is None:
        return f"{upper} {lower}", None
    stem, rest = broken[1].rpartition("-")[2], first[0]
    if rest in _SUSPENDED:
        return f"{_plain(upper)} {lower}", None
    if _keeps(stem, rest, words):
        return f"{_plain(upper)}{lower}", None
    if _has_diaeresis(stem, rest, words):
        return f"{upper[:-1]}{lower[0].translate(_DIAERESIS)}{lower[1:]}", upper[-1] + lower[0]
    return f"{upper[:-1]}{lower}", upper[-1]


def _plain(upper: str) -> str:
    return f"{upper[:-1]}-"


def _keeps(stem: str, rest: str, words: Counter[str]) -> bool:
    """Whether the hyphen is the word's own."""
    whole, parted = (stem + rest).casefold(), f"{stem}-{rest}".casefold()
    if words[whole] != words[parted]:
        return words[parted] > words[whole]
    if rest[0].isupper() or rest[0].isdigit() or stem[-1].isdigit() or (stem.isupper() and len(stem) > 1):
        return True
    if stem.casefold() in _OWN or (stem.casefold() == "no" and rest.startswith(_RISK)):
        return True
    return _clash(stem, rest) and not _has_diaeresis(stem, rest, words)


def _clash(stem: str, rest: str) -> bool:
    return (stem[-1] + rest[0]).casefold() in _CLASHES


def _has_diaeresis(stem: str, rest: str, words: Counter[str]) -> bool:
    """Whether the vowel got its diaeresis back from the break: be- eindigen is beëindigen."""
    marked = rest[0].translate(_DIAERESIS) + rest[1:]
    known = words[(stem + marked).casefold()] > 0
    return marked != rest and _clash(stem, rest) and (known or stem.casefold() in _INSIDE)
