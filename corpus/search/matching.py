"""Matching: whether a text is what a query asks for, and where its words stand; in plain Python.

The databases find the texts; this marks the words in them, and decides where a database cannot: see `sql_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.search.query import All, Either, Field, Near, Query, Run, Without
from corpus.search.words import Word, split_words, stem


@dataclass(frozen=True, slots=True)
class Words:
    """A text as its words, with the stem of each."""

    words: tuple[Word, ...]
    fields: dict[Field, list[str]] = field(default_factory=dict)


def read_words(text: str) -> Words:
    """The words of a text, ready to be matched."""
    words = split_words(text)
    folded = [each.folded for each in words]
    return Words(words, {Field.WORDS: folded, Field.STEMS: [stem(each) for each in folded]})


def matches(query: Query, text: Words) -> bool:
    """Whether the text is what the query asks for."""
    match query:
        case Run():
            return any(True for _ in places(query, text))
        case Near():
            return any(True for _ in _pairs(query, text))
        case All(parts):
            return all(matches(each, text) for each in parts)
        case Either(options):
            return any(matches(each, text) for each in options)
        case Without(wanted, unwanted):
            return matches(wanted, text) and not any(matches(each, text) for each in unwanted)


def marks(query: Query, text: Words) -> tuple[tuple[int, int], ...]:
    """What the query found in the text, as spans [start, end) in code points, in order; none overlap."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(set(_found(query, text))):
        start, end = text.words[first].start, text.words[last].end
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _found(query: Query, text: Words) -> Iterator[tuple[int, int]]:
    """The places of everything that is wanted; of NEAR only those that are near."""
    match query:
        case Run():
            yield from places(query, text)
        case Near():
            for pair in _pairs(query, text):
                yield from pair
        case Without(wanted):
            yield from _found(wanted, text)
        case All(parts) | Either(parts):
            for each in parts:
                yield from _found(each, text)


def places(run: Run, text: Words) -> Iterator[tuple[int, int]]:
    """Where the run stands: the numbers of its first and its last word."""
    here, size = text.fields[run.field], len(run.words)
    for first in range(len(here) - size + 1):
        if _stands(run, here[first : first + size]):
            yield first, first + size - 1


def _stands(run: Run, here: Sequence[str]) -> bool:
    *before, last = run.words
    return (here[-1].startswith(last) if run.is_open else here[-1] == last) and here[:-1] == before


def _pairs(near: Near, text: Words) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The places of left and right with few enough words between them; they may share words."""
    left = [place for run in near.left for place in places(run, text)]
    right = [place for run in near.right for place in places(run, text)]
    for one in left:
        for other in right:
            first, second = sorted((one, other))
            if second[0] - first[1] - 1 <= near.distance:
                yield first, second
