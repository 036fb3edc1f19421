"""The lists of names that come along: first names, surnames, places, employers, and words that are no names."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from unicodedata import normalize

from corpus.stopwords import STOP_WORDS

FOLDER = Path(__file__).parent / "lists"
_PLAIN = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "s"}


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word as it is compared: lower case, without marks on its letters, as long as it was.

    >>> fold("Yılmaz"), fold("Ayşe")
    ('yilmaz', 'ayse')
    """
    lower = word.lower() if len(word.lower()) == len(word) else "".join(sign.lower()[0] for sign in word)
    if lower.isascii():
        return lower
    return "".join(_PLAIN.get(sign) or normalize("NFD", sign)[0] for sign in lower)


@cache
def read_list(name: str) -> tuple[str, ...]:
    """The lines of a list."""
    return tuple((FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1])


@cache
def folded(name: str) -> frozenset[str]:
    """The lines of a list as they are compared."""
    return frozenset(map(fold, read_list(name)))


@cache
def no_names() -> frozenset[str]:
    """Words that say nothing of anybody, whatever their first letter: grammar, months, languages, laws, programs."""
    return folded("no_names") | frozenset(map(fold, STOP_WORDS))


def is_word(word: str) -> bool:
    """Whether a name is also an ordinary word (“Roos”, “Bakker”), so that a capital alone proves little."""
    return fold(word) in folded("also_words") or fold(word) in no_names()
