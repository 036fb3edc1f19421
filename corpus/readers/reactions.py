"""Reactions: how many people agreed with a post, as exports write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.readers.columns import NAMES, fold_header

_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?")
_ITEM = re.compile(r"(?P<what>[^\d,;|\n]*?)\s*[:x×(]?\s*(?P<number>\d{1,9})\s*\)?\s*(?P<after>[^\d,;|\n]*)")
LONGEST = 200
# Reactions of people who disagree, are angry or sad: they are no agreement.
_AGAINST = frozenset("👎😠😡🤬😢😞😭🙁☹💔😒")
_AGAINST_WORDS = re.compile(r"\b(?:dislikes?|oneens|boos|angry|sad|verdrietig|downvotes?)\b", re.IGNORECASE)


def count_likes(cell: str) -> int | None:
    """How many reactions of agreement a cell holds; None when it cannot be told.

    >>> [count_likes(each) for each in ("4", "2.0", "👍 3, ❤️ 1", "👍👍", "like: 3; boos: 2", "veel")]
    [4, 2, 4, 2, 3, None]
    """
    whole = _WHOLE.fullmatch(cell)
    if whole is not None:
        return int(whole[1])
    if len(cell) > LONGEST:
        return None
    counted = [each for each in _ITEM.finditer(cell) if _names_reaction(each["what"] + each["after"])]
    if counted:
        return sum(int(each["number"]) for each in counted if not _is_against(each["what"] + each["after"]))
    signs = [each for each in cell if _is_sign(each)]
    return sum(each not in _AGAINST for each in signs) if signs and not any(map(str.isalnum, cell)) else None


def find_reactions(header: Sequence[str], taken: Sequence[int]) -> tuple[int, ...]:
    """The places of further columns with numbers of reactions ("hartjes", "👍"), beside those already taken."""
    return tuple(
        place
        for place, name in enumerate(header)
        if place not in taken and (fold_header(name) in NAMES["likes"] or _is_agreement(name.strip()))
    )


def _is_agreement(name: str) -> bool:
    return bool(name) and not any(map(str.isalnum, name)) and any(map(_is_sign, name)) and not _is_against(name)


def _names_reaction(words: str) -> bool:
    return any(map(_is_sign, words)) or any(map(str.isalpha, words))


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign) == "So"


def _is_against(words: str) -> bool:
    return not _AGAINST.isdisjoint(words) or _AGAINST_WORDS.search(words) is not None
