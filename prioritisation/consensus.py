"""Consensus: how alike two lists are, by the pairs they order alike (tau) and the pairs they turn round (distance)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import sqrt

from prioritisation.places import competition_ranks


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two lists are over the `shared` options that stand on both.

    `tau_b` is None when one list ties everything; `tau_x` counts a tie as agreement with both orders; `distance` is
    the number of pairs ordered the other way round, plus half of the pairs tied in exactly one list.
    """

    shared: int
    concordant: int
    discordant: int
    tied_first: int
    tied_second: int
    tau_b: float | None
    tau_x: Fraction | None
    distance: Fraction


def compare_lists(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> Likeness:
    """The likeness of two lists with ties, over the options on both.

    Sources: Kendall (1938) for tau_b, Emond and Mason (2002) for tau_x, Fagin et al. (2004) for the distance.

    >>> alike = compare_lists([["a", "b"], ["c"], ["d"]], [["b"], ["a"], ["d"], ["c"]])
    >>> alike.tau_x, alike.distance
    (Fraction(1, 2), Fraction(3, 2))
    """
    ranks, others = competition_ranks(first), competition_ranks(second)
    shared = [option for option in ranks if option in others]
    pairs = [(_sign(ranks[i] - ranks[j]), _sign(others[i] - others[j])) for i, j in combinations(shared, 2)]
    concordant = sum(x * y > 0 for x, y in pairs)
    discordant = sum(x * y < 0 for x, y in pairs)
    tied_first, tied_second = sum(x == 0 for x, _ in pairs), sum(y == 0 for _, y in pairs)
    tied_both = sum(x == y == 0 for x, y in pairs)
    in_one = tied_first + tied_second - 2 * tied_both
    # Both orders of a pair together: a tie scores +1 both ways, so tied in one list adds nothing, in both lists two.
    agreeing = 2 * (concordant - discordant + tied_both)
    return Likeness(
        shared=len(shared),
        concordant=concordant,
        discordant=discordant,
        tied_first=tied_first,
        tied_second=tied_second,
        tau_b=_tau_b(concordant - discordant, len(pairs) - tied_first, len(pairs) - tied_second),
        tau_x=Fraction(agreeing, 2 * len(pairs)) if pairs else None,
        distance=discordant + Fraction(in_one, 2),
    )


def _tau_b(surplus: int, untied_first: int, untied_second: int) -> float | None:
    if not untied_first or not untied_second:
        return None
    return surplus / sqrt(untied_first * untied_second)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
