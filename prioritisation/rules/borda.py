"""Borda: points by place, with four ways to treat the options that a ballot leaves unranked."""

from __future__ import annotations

import numpy as np

from prioritisation.counts import Counts
from prioritisation.places import IntArray, Outcome

VARIANTS = ("avg", "pess", "opt", "mbc")


def borda(counts: Counts, *, variant: str = "avg") -> Outcome:
    """The Borda scores: a ranked option gets a point for every option that stands below it, half for a tie.

    On a ballot with k of m options ranked an unranked option gets (m-k-1)/2 under `avg`, nothing under `pess`,
    m-k-1 under `opt`; under `mbc` (modified Borda count) a ranked option gets points only for its place among the
    ranked, so that short ballots weigh less. Scores are exact halves.

    Sources: Terzopoulou and Endriss, The Borda class (2021); Narodytska and Walsh (2014); Emerson (2013).

    >>> from prioritisation.counts import count
    >>> from prioritisation.profiles import make_profile
    >>> counts = count(make_profile("abc", [[["a"], ["b"], ["c"]], [["c"]]]))
    >>> {option: str(score) for option, score in borda(counts).scores.items()}
    {'a': '5/2', 'b': '3/2', 'c': '2'}
    """
    doubled = _doubled_points(counts, variant)
    return Outcome(counts.options, doubled, 2 * counts.scale)


def _doubled_points(counts: Counts, variant: str) -> IntArray:
    """Twice the points: places of tied options are means of two whole numbers."""
    if variant not in VARIANTS:
        raise ValueError(f"{variant!r} is not one of {VARIANTS}")
    below = len(counts.options) - 1
    if variant == "mbc":
        # The best place is worth k, the number ranked, and not m-1.
        best: IntArray = 2 * counts.both.sum(axis=1)
        return best - _doubled_places(counts)
    ranked: IntArray = 2 * below * counts.ranked - _doubled_places(counts)
    spare: IntArray = {"avg": 1, "pess": 0, "opt": 2}[variant] * _spare(counts)
    return ranked + spare


def _doubled_places(counts: Counts) -> IntArray:
    """Twice the number of options above, a tied one counting half, summed over the ballots that rank the option."""
    among_ranked: IntArray = counts.both + counts.above.T - counts.above
    np.fill_diagonal(among_ranked, 0)
    places: IntArray = among_ranked.sum(axis=1)
    return places


def _spare(counts: Counts) -> IntArray:
    """The number of other unranked options, summed over the ballots that do not rank the option."""
    without = counts.total - counts.ranked
    others_ranked = (counts.ranked[None, :] - counts.both).sum(axis=1)
    spare: IntArray = (len(counts.options) - 1) * without - others_ranked
    return spare
