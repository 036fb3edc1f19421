"""Profiles: the valid ballots of one session as a table of whole numbers, ready to be counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from prioritisation.errors import UnknownOption
from prioritisation.places import IntArray

Positions = NDArray[np.unsignedinteger]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Ballots over the same options.

    `positions` has one row an option and one column a ballot: 0 for the first tier, 1 for the second, …, and
    `len(options)` for an option that is not ranked. A ballot weighs `weights[ballot] / scale`.
    """

    options: tuple[str, ...]
    positions: Positions
    weights: IntArray
    scale: int = 1

    def __post_init__(self) -> None:
        expected = (len(self.options), len(self.weights))
        if self.positions.shape != expected:
            raise ValueError(f"positions of shape {self.positions.shape}, expected {expected}")

    @property
    def is_unweighted(self) -> bool:
        """Whether every ballot weighs one."""
        return self.scale == 1 and bool((self.weights == 1).all())

    @property
    def size(self) -> int:
        """The number of ballots."""
        return len(self.weights)

    @property
    def breadth(self) -> dict[str, int]:
        """The number of ballots that have an option in their top 3: ranked, with fewer than three above it."""
        unranked = len(self.options)
        pairs = zip(self.options, self.positions, strict=True)
        return {
            option: int(((row < unranked) & (np.count_nonzero(self.positions < row, axis=0) < 3)).sum())
            for option, row in pairs
        }


def make_profile(
    options: Sequence[str],
    ballots: Iterable[Sequence[Sequence[str]]],
    *,
    weights: Sequence[int | Fraction] | None = None,
) -> Profile:
    """The profile of ballots given as tiers of option keys, best first; emptied tiers close up.

    `weights` (default: one each) stay exact: fractions are put over one denominator.
    Raises `UnknownOption` for a key that is not among the options.

    >>> make_profile("abc", [[["b"], ["a"]], [["a", "c"]]]).positions
    array([[1, 0],
           [0, 3],
           [3, 0]], dtype=uint8)
    """
    rows = {key: row for row, key in enumerate(options)}
    columns = [_column(rows, tiers) for tiers in ballots]
    positions: Positions = np.array(columns, dtype=_position_type(len(rows))).reshape(len(columns), len(rows)).T.copy()
    numerators, scale = _over_one_denominator(weights or [1] * len(columns))
    return Profile(tuple(options), positions, numerators, scale)


def _column(rows: dict[str, int], tiers: Sequence[Sequence[str]]) -> list[int]:
    column = [len(rows)] * len(rows)
    for place, tier in enumerate(tier for tier in tiers if tier):
        for key in tier:
            if key not in rows:
                raise UnknownOption(option=key, known=", ".join(rows))
            column[rows[key]] = place
    return column


def _over_one_denominator(weights: Sequence[int | Fraction]) -> tuple[IntArray, int]:
    scale = lcm(*(Fraction(weight).denominator for weight in weights))
    numerators = [int(weight * scale) for weight in weights]
    return np.array(numerators, dtype=_number_type(sum(numerators))), scale


def _position_type(options: int) -> type[np.unsignedinteger]:
    return np.uint8 if options < 255 else np.uint16


def _number_type(largest: int) -> type[np.int64] | type[object]:
    """int64 where sums of this size stay far inside it, else Python's own integers."""
    return np.int64 if largest < 2**40 else object
