"""Counts: what is left of a profile once every pair of options has been compared; all ranking rules rest on it.

Counts can be added, weighed and narrowed to fewer options, so a perspective is weighed as a whole, never a ballot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import lcm

import numpy as np
from numpy.typing import NDArray

from prioritisation.places import IntArray
from prioritisation.profiles import Positions, Profile

CHUNK = 1 << 16
"""Ballots compared at a time: a row of this many positions stays in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Whole numbers, each to be divided by `scale`.

    `total` is the weight of all ballots; `ranked[i]` of those that rank option i; `both[i, j]` of those that rank i
    and j; `above[i, j]` of those that rank both, with i strictly above j.
    """

    options: tuple[str, ...]
    total: int
    ranked: IntArray
    both: IntArray
    above: IntArray
    scale: int = 1


def count(profile: Profile) -> Counts:
    """The counts of a profile, over all ballots.

    >>> from prioritisation.profiles import make_profile
    >>> count(make_profile("ab", [[["a"], ["b"]], [["b"]]])).above
    array([[0, 1],
           [0, 0]])
    """
    m = len(profile.options)
    dtype = profile.weights.dtype
    both, above = np.zeros((m, m), dtype=dtype), np.zeros((m, m), dtype=dtype)
    for positions, weights in _chunks(profile):
        _compare(positions, weights, both, above)
    return Counts(profile.options, int(profile.weights.sum()), both.diagonal().copy(), both, above, profile.scale)


def _chunks(profile: Profile) -> Iterator[tuple[Positions, IntArray | None]]:
    plain = profile.is_unweighted
    for start in range(0, profile.size, CHUNK):
        part = slice(start, start + CHUNK)
        yield profile.positions[:, part], None if plain else profile.weights[part]


def _compare(positions: Positions, weights: IntArray | None, both: IntArray, above: IntArray) -> None:
    """Add one chunk of ballots to `both` and `above`."""
    m = len(positions)
    marked = positions < m
    ranked = [_weigh(row, weights) for row in marked]
    complete = [bool(row.all()) for row in marked]
    for i in range(m):
        both[i, i] += ranked[i]
        for j in range(i):
            shared = _ranking_both(i, j, complete, ranked, marked, weights)
            both[i, j] += shared
            both[j, i] += shared
            # An unranked option stands behind all: take off the ballots that rank only one of the two.
            above[i, j] += _weigh(positions[i] < positions[j], weights) - (ranked[i] - shared)
            above[j, i] += _weigh(positions[j] < positions[i], weights) - (ranked[j] - shared)


def _ranking_both(
    i: int,
    j: int,
    complete: Sequence[bool],
    ranked: Sequence[int],
    marked: NDArray[np.bool_],
    weights: IntArray | None,
) -> int:
    if complete[i]:
        return ranked[j]
    return ranked[i] if complete[j] else _weigh(marked[i] & marked[j], weights)


def _weigh(chosen: NDArray[np.bool_], weights: IntArray | None) -> int:
    return int(np.count_nonzero(chosen)) if weights is None else int(weights[chosen].sum())


def leave_out(counts: Counts, column: Positions, weight: int = 1) -> Counts:
    """The counts without one ballot, given as its column of the profile."""
    marked = column < len(column)
    both = marked[:, None] & marked[None, :]
    above = both & (column[:, None] < column[None, :])
    return replace(
        counts,
        total=counts.total - weight,
        ranked=counts.ranked - weight * marked,
        both=counts.both - weight * both,
        above=counts.above - weight * above,
    )


def narrow(counts: Counts, names: Mapping[str, str]) -> Counts:
    """The counts of the same ballots over the options in `names` only, in that order and under the names given."""
    rows = [counts.options.index(option) for option in names]
    square = np.ix_(rows, rows)
    return replace(
        counts,
        options=tuple(names.values()),
        ranked=counts.ranked[rows],
        both=counts.both[square],
        above=counts.above[square],
    )


def weigh(counts: Counts, weight: Fraction) -> Counts:
    """The same counts with every ballot weighing `weight` times as much."""
    return replace(_times(counts, weight.numerator), scale=counts.scale * weight.denominator)


def add(many: Sequence[Counts]) -> Counts:
    """The counts of several sets of ballots over the same options together."""
    scale = lcm(*(each.scale for each in many))
    same = [replace(_times(each, scale // each.scale), scale=scale) for each in many]
    return reduce(_add_two, same)


def _add_two(one: Counts, other: Counts) -> Counts:
    return replace(
        one,
        total=one.total + other.total,
        ranked=one.ranked + other.ranked,
        both=one.both + other.both,
        above=one.above + other.above,
    )


def _times(counts: Counts, factor: int) -> Counts:
    """Every count times a whole number, as Python's integers: they cannot overflow."""
    return replace(
        counts,
        total=counts.total * factor,
        ranked=counts.ranked.astype(object) * factor,
        both=counts.both.astype(object) * factor,
        above=counts.above.astype(object) * factor,
    )
