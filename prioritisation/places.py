"""Places: an order with its ties kept; a shared place is written "2-3" and the next rank skips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tiered = tuple[tuple[str, ...], ...]
IntArray = NDArray[Any]
"""Exact whole numbers: int64, or Python's own integers (dtype object) where weights outgrow int64."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a rule says of every option: whole `points`, more is better; a score is points / `scale`.

    A rule that only orders (Schulze) gives no scores: its `scale` is None.
    """

    options: tuple[str, ...]
    points: IntArray
    scale: int | None

    @property
    def tiers(self) -> Tiered:
        """The options in tiers, best first; equal points share a tier, in the order of the list that was voted on."""
        return tiers_by_points(self.options, self.points)

    @property
    def scores(self) -> dict[str, Fraction]:
        """The exact score of every option; empty for a rule that only orders."""
        if self.scale is None:
            return {}
        pairs = zip(self.options, self.points, strict=True)
        return {option: Fraction(int(points), self.scale) for option, points in pairs}


def tiers_by_points(options: Sequence[str], points: Iterable[int]) -> Tiered:
    """Tiers of options by points, most first.

    >>> tiers_by_points(("a", "b", "c"), np.array([3, 5, 3]))
    (('b',), ('a', 'c'))
    """
    tiers: dict[int, list[str]] = {}
    for option, each in zip(options, points, strict=True):
        tiers.setdefault(int(each), []).append(option)
    return tuple(tuple(tiers[each]) for each in sorted(tiers, reverse=True))


def rank_points(points: IntArray) -> NDArray[np.int64]:
    """The competition rank (1, 2, 2, 4) of every option: one more than the number of options above it.

    >>> rank_points(np.array([3, 5, 3, 1]))
    array([2, 1, 2, 4])
    """
    above: NDArray[np.int64] = np.count_nonzero(points[None, :] > points[:, None], axis=1)
    return 1 + above


def competition_ranks(tiers: Sequence[Sequence[str]]) -> dict[str, int]:
    """The competition rank of every option in a list with ties.

    >>> competition_ranks((("b",), ("a", "c"), ("d",)))
    {'b': 1, 'a': 2, 'c': 2, 'd': 4}
    """
    ranks: dict[str, int] = {}
    for tier in tiers:
        rank = len(ranks) + 1
        ranks |= dict.fromkeys(tier, rank)
    return ranks


def shared_places(tiers: Sequence[Sequence[str]]) -> dict[str, str]:
    """The place of every option as people read it; a shared place names its first and last.

    >>> shared_places((("b",), ("a", "c"), ("d",)))
    {'b': '1', 'a': '2-3', 'c': '2-3', 'd': '4'}
    """
    places: dict[str, str] = {}
    for tier in tiers:
        first = len(places) + 1
        places |= dict.fromkeys(tier, write_range(first, first + len(tier) - 1))
    return places


def write_range(first: int, last: int) -> str:
    """A range of places: "2", or "2-4"."""
    return str(first) if first == last else f"{first}-{last}"


def restrict(tiers: Sequence[Sequence[str]], names: Mapping[str, str]) -> Tiered:
    """The list with only the options in `names`, under the names given there; emptied tiers fall away.

    >>> restrict((("a",), ("b", "c"), ("d",)), {"c": "x", "d": "y"})
    (('x',), ('y',))
    """
    kept = (tuple(names[option] for option in tier if option in names) for tier in tiers)
    return tuple(tier for tier in kept if tier)
