"""Sayings: what only one person said, as runs of words, to be found and taken out wherever somebody is quoted.

Runs are compared without capitals and signs, names with their capitals. Behind a seal (a keyed digest) the same
sayings can be kept and looked for without keeping the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.spans import Edit, SpanMap

RUN = 5
"""So many words in a row are a quotation; a whole turn of fewer is one too, down to the next number."""
SHORTEST_RUN = 3
FEWEST_SIGNS = 3
FEWEST_DIGITS = 5
MARK = "[…]"
"""Stands where words were taken out."""
_WORD = re.compile(r"\w+")
Seal = Callable[[str], str]


class Word(NamedTuple):
    """A word of a text: as it stands there, as it is compared, and where."""

    written: str
    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(each[0], each[0].casefold(), each.start(), each.end()) for each in _WORD.finditer(text)]


def _same(mark: str) -> str:
    return mark


@dataclass(frozen=True, slots=True)
class Sayings:
    """Runs of words (by number of words) and names (likewise) of one person, each as the seal made it.

    >>> sayings = gather_sayings(["Mijn papegaai kende het wachtmuziekje al."], names=["Ans de Wit"])
    >>> sayings.strike("Ans de Wit zei: ‘mijn papegaai kende het wachtmuziekje’. Een witte muur.")
    '[…] zei: ‘[…]’. Een witte muur.'
    >>> sayings.count("Ans de Wit zei dat haar papegaai het kende.")
    1
    """

    runs: frozenset[str] = frozenset()
    run_lengths: tuple[int, ...] = ()
    names: frozenset[str] = frozenset()
    name_lengths: tuple[int, ...] = ()
    seal: Seal = field(default=_same, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.runs or self.names)

    def count(self, text: str) -> int:
        """How many quotations and names stand in a text."""
        return len(self.places(text))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, in order; what overlaps is one."""
        return merge(self._found(words_of(text))) if self.are_in(text) else []

    def are_in(self, text: str) -> bool:
        """Whether any stands in a text; quick, for most texts hold none."""
        folded = _WORD.findall(text.casefold()) if self.run_lengths else []
        written = _WORD.findall(text) if self.name_lengths else []
        return any(self._knows(self.runs, folded, length) for length in self.run_lengths) or any(
            self._knows(self.names, written, length) for length in self.name_lengths
        )

    def strike(self, text: str) -> str:
        """The text with a mark in the place of each."""
        return strike_out(self, text).new_text(text)

    def without_names(self) -> Sayings:
        """The runs of words alone."""
        return Sayings(self.runs, self.run_lengths, seal=self.seal)

    def only_names(self) -> Sayings:
        """The names alone."""
        return Sayings(names=self.names, name_lengths=self.name_lengths, seal=self.seal)

    def sealed(self, seal: Seal) -> Sayings:
        """The same sayings, of which nobody can read the words without the seal."""
        runs, names = frozenset(map(seal, self.runs)), frozenset(map(seal, self.names))
        return Sayings(runs, self.run_lengths, names, self.name_lengths, seal)

    def _knows(self, marks: frozenset[str], words: list[str], length: int) -> bool:
        """Whether so many of these words in a row are among the marks."""
        rows = _rows(words, length)
        return not marks.isdisjoint(rows if self.seal is _same else map(self.seal, set(rows)))

    def _found(self, words: list[Word]) -> Iterator[tuple[int, int]]:
        for length in self.run_lengths:
            yield from _matches(words, length, self.runs, self.seal, _run)
        for length in self.name_lengths:
            yield from _matches(words, length, self.names, self.seal, _name)


def strike_out(sayings: Sayings, text: str) -> SpanMap:
    """The change that puts a mark in the place of each quotation and name."""
    return SpanMap(Edit(*place, MARK) for place in sayings.places(text))


def gather_sayings(own: Iterable[str], *, others: Iterable[str] = (), names: Iterable[str] = ()) -> Sayings:
    """What is in a person's own turns and in nobody else's, and the names that are names."""
    runs = {run: length for text in own for run, length in _runs_in(text)}
    lengths = sorted(set(runs.values()))
    for text in others:
        words = _WORD.findall(text.casefold())
        for length in lengths:
            for run in runs.keys() & set(_rows(words, length)):
                del runs[run]
    called = {_name(words): len(words) for words in map(words_of, filter(is_telling, names)) if words}
    return Sayings(
        frozenset(runs), tuple(sorted(set(runs.values()))), frozenset(called), tuple(sorted(set(called.values())))
    )


def is_telling(name: str) -> bool:
    """Whether a name, number or address is one wherever it stands: it has a capital, an @ or five digits in a row.

    >>> is_telling("Ans"), is_telling("wit"), is_telling("32"), is_telling("R1")
    (True, False, False, False)
    """
    is_name = any(each.isupper() for each in name) or "@" in name
    digits = re.search(rf"\d{{{FEWEST_DIGITS}}}", name)
    return len(name) >= FEWEST_SIGNS and (is_name or digits is not None)


def normal(text: str) -> str:
    """A text that comes from elsewhere, with its letters written as in the study."""
    return unicodedata.normalize("NFC", text)


def merge(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, those that overlap as one.

    >>> merge([(4, 9), (0, 2), (6, 12)])
    [(0, 2), (4, 12)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _rows(words: list[str], length: int) -> Iterator[str]:
    """Every so many of these words in a row."""
    return map(" ".join, zip(*(words[place:] for place in range(length)), strict=False))


def _runs_in(text: str) -> Iterator[tuple[str, int]]:
    words = words_of(text)
    length = min(RUN, len(words))
    if length >= SHORTEST_RUN:
        yield from ((_run(words[place : place + length]), length) for place in range(len(words) - length + 1))


def _run(words: Iterable[Word]) -> str:
    return " ".join(each.folded for each in words)


def _name(words: Iterable[Word]) -> str:
    return " ".join(each.written for each in words)


def _matches(
    words: list[Word], length: int, known: Collection[str], seal: Seal, spell: Callable[[Iterable[Word]], str]
) -> Iterator[tuple[int, int]]:
    for place in range(len(words) - length + 1):
        some = words[place : place + length]
        if seal(spell(some)) in known:
            yield some[0].start, some[-1].end
