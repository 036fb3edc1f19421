"""How facets reach a coding: its own, else lent by a facet coding of the same coder (synthesis.md, section 2)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import inf
from typing import NamedTuple

from coding.codings import Coding

FACETS = ("phase", "actor", "valence", "kind")

Span = tuple[int, int]


class Via(StrEnum):
    """How a facet reached a passage."""

    OWN = "eigen"
    SAME_SPAN = "zelfde_span"
    COVERING = "omvattend"
    QUESTION = "vraag"


class Taken(NamedTuple):
    """What one facet of a coding becomes: one value, several when lenders differ, or none."""

    values: tuple[str, ...] = ()
    via: Via | None = None


NOTHING = Taken()


def own_facets(coding: Coding) -> tuple[Taken, ...]:
    """The facets that the coding itself has, in the order of `FACETS`."""
    return tuple(_own(getattr(coding, facet)) for facet in FACETS)


def borrow_facets(takers: Sequence[Coding], lenders: Sequence[Coding]) -> tuple[list[tuple[Taken, ...]], set[int]]:
    """The facets of each taker in the order of `FACETS`, and the positions of the lenders that lent one.

    All codings are of one document and one coder. For each facet apart: the taker's own value, else that of the
    lenders with the same span, else that of the smallest lenders that cover it; lenders that tie each give theirs.

    >>> phase = Coding("1", "d", 0, 90, "marit", phase="1")
    >>> pain = Coding("2", "d", 10, 30, "marit", code="begeleiding", actor="coach")
    >>> facets, lent = borrow_facets([pain], [phase])
    >>> [(name, *taken.values, taken.via.value) for name, taken in zip(FACETS, facets[0]) if taken.via]
    [('phase', '1', 'omvattend'), ('actor', 'coach', 'eigen')]
    >>> lent
    {0}
    """
    lent: set[int] = set()
    columns = [_take(facet, takers, lenders, lent) for facet in FACETS]
    return list(zip(*columns, strict=True)), lent


def _own(value: str | None) -> Taken:
    return NOTHING if value is None else Taken((str(value),), Via.OWN)


def _take(facet: str, takers: Sequence[Coding], lenders: Sequence[Coding], lent: set[int]) -> list[Taken]:
    own = [_own(getattr(taker, facet)) for taker in takers]
    offers = _Offers(facet, lenders)
    wanting = {(taker.start, taker.end) for taker, has in zip(takers, own, strict=True) if not has.via}
    found = offers.answer(wanting, lent) if offers.by_span else {}
    return [
        has if has.via else found.get((taker.start, taker.end), NOTHING) for taker, has in zip(takers, own, strict=True)
    ]


class _Offers:
    """The lenders of one facet, found by span."""

    def __init__(self, facet: str, lenders: Sequence[Coding]) -> None:
        self.values = [getattr(lender, facet) for lender in lenders]
        self.by_span: dict[Span, list[int]] = defaultdict(list)
        for position, lender in enumerate(lenders):
            if self.values[position] is not None:
                self.by_span[lender.start, lender.end].append(position)
        self.starts: dict[int, list[int]] = defaultdict(list)
        for start, end in sorted(self.by_span):
            self.starts[end - start].append(start)

    def answer(self, wanting: Iterable[Span], lent: set[int]) -> dict[Span, Taken]:
        """What each wanting span takes; spans that nobody can help are absent."""
        same = [span for span in wanting if span in self.by_span]
        answers = {span: self._lend([span], Via.SAME_SPAN, lent) for span in same}
        covered = smallest_covers(self.by_span, (span for span in wanting if span not in answers))
        for span, length in covered.items():
            answers[span] = self._lend(self._covering(span, length), Via.COVERING, lent)
        return answers

    def _covering(self, span: Span, length: int) -> list[Span]:
        """The lending spans of this length that cover the span."""
        starts = self.starts[length]
        near = starts[bisect_left(starts, span[1] - length) : bisect_right(starts, span[0])]
        return [(start, start + length) for start in near]

    def _lend(self, spans: Iterable[Span], via: Via, lent: set[int]) -> Taken:
        positions = [position for span in spans for position in self.by_span[span]]
        lent.update(positions)
        return Taken(tuple(sorted({str(self.values[position]) for position in positions})), via)


def smallest_covers(covers: Iterable[Span], asked: Iterable[Span]) -> dict[Span, int]:
    """For each asked span the length of the smallest cover around it; spans without one are absent.

    One sweep from left to right with a Fenwick tree of the smallest length by end: n log n, also where many
    covers overlap.

    >>> smallest_covers([(0, 90), (5, 40), (30, 60)], [(10, 30), (35, 50), (80, 95)])
    {(10, 30): 35, (35, 50): 30}
    """
    waiting = sorted(covers, reverse=True)
    ends = sorted({end for _, end in waiting})
    tree: list[float] = [inf] * (len(ends) + 1)
    found: dict[Span, int] = {}
    for start, end in sorted(asked):
        while waiting and waiting[-1][0] <= start:
            first, last = waiting.pop()
            _lower(tree, len(ends) - bisect_left(ends, last), last - first)
        length = _lowest(tree, len(ends) - bisect_left(ends, end))
        if length < inf:
            found[start, end] = int(length)
    return found


def _lower(tree: list[float], place: int, length: int) -> None:
    while place < len(tree):
        tree[place] = min(tree[place], length)
        place += place & -place


def _lowest(tree: list[float], place: int) -> float:
    lowest = inf
    while place:
        lowest = min(lowest, tree[place])
        place -= place & -place
    return lowest
