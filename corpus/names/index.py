"""An index of names of one or more words, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from corpus.names.lists import fold
from corpus.names.words import Word

T = TypeVar("T")
_LETTERS = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"(?:[ \u00a0]|[.,] ?|-|['’]| & )?")


class Match(NamedTuple, Generic[T]):
    """Words of a text that are a name in the index; `ending` is the s that the text puts behind it."""

    words: Sequence[Word]
    value: T
    ending: str


class Index(Generic[T]):
    """Names by their words, each with a value; of two that begin alike the longer is found."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for name, value in names:
            words = words_of(name)
            if words:
                self._names.setdefault(words[0], []).append((words, value))
        for some in self._names.values():
            some.sort(key=lambda each: -len(each[0]))

    def find(self, text: str, words: Sequence[Word], *, endings: bool = False) -> Iterator[Match[T]]:
        """Where the names stand, in order and without overlap; with `endings` also with an s behind them."""
        firsts = self._names.keys() | {f"{each}s" for each in self._names if endings}
        free_from = 0
        for place in [number for number, word in enumerate(words) if word.folded in firsts]:
            match = self._at(text, words, place, endings=endings) if place >= free_from else None
            if match:
                yield match
                free_from = place + len(match.words)

    def _at(self, text: str, words: Sequence[Word], place: int, *, endings: bool) -> Match[T] | None:
        first = words[place].folded
        for name, value in self._names.get(first, ()):
            if _stands(text, words, place, name):
                return Match(words[place : place + len(name)], value, "")
        bare = first.removesuffix("s")
        for name, value in (*self._names.get(first, ()), *self._names.get(bare, ())) if endings else ():
            if _stands(text, words, place, (*name[:-1], f"{name[-1]}s")):
                return Match(words[place : place + len(name)], value, "s")
        return None


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared.

    >>> words_of("W. van den Berg-Öz")
    ('w', 'van', 'den', 'berg', 'oz')
    """
    return tuple(fold(each) for each in _LETTERS.findall(name))


def _stands(text: str, words: Sequence[Word], place: int, name: tuple[str, ...]) -> bool:
    if place + len(name) > len(words):
        return False
    for number, wanted in enumerate(name):
        if words[place + number].folded != wanted:
            return False
        if number and not _GAP.fullmatch(text, words[place + number - 1].end, words[place + number].start):
            return False
    return True
