"""Krippendorff's alpha: how far coders agree beyond chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from coding.errors import NegativeRatio

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]

Measure = Callable[["Numbers", "Numbers"], "Numbers"]
"""From the values in use and how often each is, the distance between each two of them."""
Level = Literal["nominal", "ordinal", "interval", "ratio"]


def krippendorff_alpha(reliability: ArrayLike, *, level: Level = "nominal") -> float | None:
    """Alpha of a table with a row per coder and a column per unit, NaN where a coder gave no value.

    alpha = 1 - Do/De (Krippendorff, Content Analysis, 2004, chapter 11). Units with fewer than two values drop
    out. None when nothing can be said: no unit with two values, or only one value in use. May be below zero.
    Memory grows with the square of the number of different values. Raises `NegativeRatio`.

    >>> pairs = [[1, 1, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0]]
    >>> round(krippendorff_alpha(pairs), 4)
    0.6857
    >>> krippendorff_alpha([[1, 1], [1, 1]]) is None
    True
    """
    return alpha_of_distance(reliability, lambda values, totals: _distance(level, values, totals))


def alpha_of_distance(reliability: ArrayLike, measure: Measure) -> float | None:
    """Alpha of such a table with a distance of one's own: `measure` gives it for each two of the values in use."""
    import numpy as np

    values, coincidences = _coincidences(np.asarray(reliability, dtype=float))
    totals = coincidences.sum(axis=0)
    distance = measure(values, totals)
    expected = float(totals @ distance @ totals)
    if expected == 0:
        return None
    return 1 - float((totals.sum() - 1) * (coincidences * distance).sum()) / expected


def binary_alpha(units: Numbers, ones: Numbers, mixed: Numbers, *, coders: int) -> Numbers:
    """Nominal alpha of present or absent from sums, for whole arrays at once; NaN where nothing varies.

    `units` counts the units, `ones` the values "present" and `mixed` the disagreeing pairs of coders; all coders
    judged all units.

    >>> import numpy as np
    >>> binary_alpha(np.array([6.0]), np.array([5.0]), np.array([1.0]), coders=2).round(4)
    array([0.6857])
    """
    import numpy as np

    values = coders * units
    chance = ones * (values - ones) * (coders - 1.0)
    observed = (values - 1) * mixed
    varies = chance > 0
    return np.where(varies, 1 - observed / np.where(varies, chance, 1), np.nan)


def _coincidences(data: Numbers) -> tuple[Numbers, Numbers]:
    """The values in use and how often each pair of them meets in a unit (the coincidence matrix)."""
    import numpy as np

    pairable = data[:, (~np.isnan(data)).sum(axis=0) >= 2]
    rated = ~np.isnan(pairable)
    values, codes = np.unique(pairable[rated], return_inverse=True)
    counts = np.zeros((pairable.shape[1], len(values)))
    np.add.at(counts, (np.nonzero(rated)[1], codes), 1)
    weighted = counts / (counts.sum(axis=1, keepdims=True) - 1)
    return values, counts.T @ weighted - np.diag(weighted.sum(axis=0))


def _distance(level: Level, values: Numbers, totals: Numbers) -> Numbers:
    """The squared distance between each two values."""
    import numpy as np

    if level == "nominal":
        return 1 - np.eye(len(values))
    if level == "ordinal":
        ranks = np.cumsum(totals) - totals / 2
        return _squared(ranks)
    if level == "interval":
        return _squared(values)
    return _ratio(values)


def _squared(places: Numbers) -> Numbers:
    distance: Numbers = (places[:, None] - places) ** 2
    return distance


def _ratio(values: Numbers) -> Numbers:
    import numpy as np

    if (values < 0).any():
        raise NegativeRatio
    sums = values[:, None] + values
    distance: Numbers = _squared(values) / np.where(sums > 0, sums, 1) ** 2
    return distance
