"""Cohen's kappa: agreement of two coders beyond what their own habits would give; only where somebody asks for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence


def cohen_kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> float | None:
    """Kappa = (Po - Pe) / (1 - Pe) over units in the same order (Cohen, 1960, A coefficient of agreement).

    None without units, or when both coders always gave the same single value.

    >>> round(cohen_kappa([1, 1, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0]), 4)
    0.6667
    """
    units = len(one)
    if not units:
        return None
    observed = sum(mine == theirs for mine, theirs in zip(one, other, strict=True)) / units
    expected = sum(one.count(value) * other.count(value) for value in {*one, *other}) / units**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def kappa_of_counts(both: int, only_a: int, only_b: int, neither: int) -> float | None:
    """The same from how often a code was put by both, by one of them, and by neither.

    >>> round(kappa_of_counts(20, 5, 10, 15), 2)
    0.4
    """
    units = both + only_a + only_b + neither
    if not units:
        return None
    observed = (both + neither) / units
    mine, theirs = (both + only_a) / units, (both + only_b) / units
    expected = mine * theirs + (1 - mine) * (1 - theirs)
    return None if expected == 1 else (observed - expected) / (1 - expected)
