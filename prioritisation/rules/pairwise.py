"""Pairs: how many ballots put one option above another."""

from __future__ import annotations

import numpy as np

from prioritisation.counts import Counts
from prioritisation.places import IntArray


def support(counts: Counts, unranked: str = "below") -> IntArray:
    """The support n[i, j]: the weight of ballots with i strictly above j, times `counts.scale`.

    `unranked` is "below" (an unranked option stands below all ranked ones, tied with the other unranked) or
    "abstain" (a pair with an unranked option is not compared).

    >>> from prioritisation.counts import count
    >>> from prioritisation.profiles import make_profile
    >>> counts = count(make_profile("ab", [[["a"], ["b"]], [["b"]]]))
    >>> support(counts, "below").tolist(), support(counts, "abstain").tolist()
    ([[0, 1], [1, 0]], [[0, 1], [0, 0]])
    """
    if unranked == "abstain":
        return counts.above
    only_first: IntArray = counts.ranked[:, None] - counts.both
    return counts.above + only_first


def margins(counts: Counts, unranked: str = "below") -> IntArray:
    """The margin n[i, j] - n[j, i] of every pair."""
    matrix = support(counts, unranked)
    difference: IntArray = matrix - matrix.T
    return difference


def records(counts: Counts, unranked: str = "below") -> dict[str, tuple[int, int, int]]:
    """Wins, ties and losses of every option against the others, one by one."""
    difference = margins(counts, unranked)
    rows = {option: difference[i] for i, option in enumerate(counts.options)}
    return {
        option: (
            int(np.count_nonzero(row > 0)),
            int(np.count_nonzero(row == 0)) - 1,
            int(np.count_nonzero(row < 0)),
        )
        for option, row in rows.items()
    }
