"""Copeland: one point for every option that is beaten head to head, half a point for a tie."""

from __future__ import annotations

import numpy as np

from prioritisation.counts import Counts
from prioritisation.places import Outcome
from prioritisation.rules.pairwise import margins


def copeland(counts: Counts, unranked: str = "below") -> Outcome:
    """The Copeland scores (Copeland 1951): wins plus half the ties, over all pairs.

    >>> from prioritisation.counts import count
    >>> from prioritisation.profiles import make_profile
    >>> counts = count(make_profile("abc", [[["a"], ["b"], ["c"]], [["b"], ["a"]]]))
    >>> {option: str(score) for option, score in copeland(counts).scores.items()}
    {'a': '3/2', 'b': '3/2', 'c': '0'}
    """
    difference = margins(counts, unranked)
    wins = np.count_nonzero(difference > 0, axis=1)
    # An option always ties with itself.
    ties = np.count_nonzero(difference == 0, axis=1) - 1
    return Outcome(counts.options, 2 * wins + ties, 2)


def condorcet_winner(counts: Counts, unranked: str = "below") -> str | None:
    """The option that beats every other head to head; None is an answer too."""
    difference = margins(counts, unranked)
    np.fill_diagonal(difference, 1)
    winners = np.flatnonzero((difference > 0).all(axis=1))
    return counts.options[winners[0]] if winners.size == 1 else None
