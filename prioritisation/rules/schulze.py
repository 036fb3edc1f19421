"""Schulze: one option stands before another when its strongest chain of head-to-head wins is the stronger one."""

from __future__ import annotations

import numpy as np

from prioritisation.counts import Counts
from prioritisation.places import IntArray, Outcome
from prioritisation.rules.pairwise import support

STRENGTHS = ("margin", "winning")


def strongest_paths(counts: Counts, unranked: str = "below", *, strength: str = "margin") -> IntArray:
    """The strength of the strongest path between every two options, times `counts.scale`.

    A path is as strong as its weakest win. A win counts by its margin, or by the votes for the winner (`winning`,
    Schulze's own recommendation); on full ballots without ties both give the same order.
    """
    if strength not in STRENGTHS:
        raise ValueError(f"{strength!r} is not one of {STRENGTHS}")
    votes = support(counts, unranked)
    worth = votes - votes.T if strength == "margin" else votes
    paths: IntArray = np.where(votes > votes.T, worth, 0)
    for via in range(len(paths)):
        paths = np.maximum(paths, np.minimum(paths[:, via, None], paths[None, via, :]))
    np.fill_diagonal(paths, 0)
    return paths


def schulze(counts: Counts, unranked: str = "below", *, strength: str = "margin") -> Outcome:
    """The Schulze order in layers (Schulze 2011): options that no remaining option stands before share a layer.

    The rule orders and gives no scores; the points only number the layers.

    >>> from prioritisation.counts import count
    >>> from prioritisation.profiles import make_profile
    >>> counts = count(make_profile("abc", [[["a"], ["b"], ["c"]], [["b"], ["c"], ["a"]], [["a"], ["c"], ["b"]]]))
    >>> schulze(counts).tiers
    (('a',), ('b',), ('c',))
    """
    paths = strongest_paths(counts, unranked, strength=strength)
    before = paths > paths.T
    layers = np.zeros(len(paths), dtype=np.int64)
    remaining = np.ones(len(paths), dtype=bool)
    while remaining.any():
        top = remaining & ~(before & remaining[:, None]).any(axis=0)
        layers[remaining & ~top] -= 1
        remaining &= ~top
    return Outcome(counts.options, layers, None)
