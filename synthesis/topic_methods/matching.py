"""Which group of one fit is which group of another: the best one-to-one match (Hungarian method, Kuhn, 1955)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def match_labels(found: NDArray[np.int64], wanted: NDArray[np.int64], *, groups: int) -> NDArray[np.int64]:
    """For each found group the wanted group it shares most members with, each used once."""
    from scipy.optimize import linear_sum_assignment

    shared = np.zeros((groups, groups), dtype=np.int64)
    np.add.at(shared, (found, wanted), 1)
    rows, columns = linear_sum_assignment(shared, maximize=True)
    matched = np.full(groups, -1, dtype=np.int64)
    matched[rows] = columns
    return matched


def jaccard_of_matches(wanted: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> list[float]:
    """For each wanted list of words its overlap (Jaccard) with the found list it matches best; 0 without a match.

    >>> jaccard_of_matches([["baan", "loon"], ["bus"]], [["bus", "trein"], ["baan", "loon"]])
    [1.0, 0.5]
    """
    from scipy.optimize import linear_sum_assignment

    overlaps = np.array([[_jaccard(set(one), set(other)) for other in found] for one in wanted])
    values = [0.0] * len(wanted)
    if len(wanted) and len(found):
        for row, column in zip(*linear_sum_assignment(overlaps, maximize=True), strict=True):
            values[row] = float(overlaps[row, column])
    return values


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
