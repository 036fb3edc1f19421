"""Item consensus: how often a text stays in its group when some speakers are left out; the number of groups by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.kmeans import centres_of, cluster, main_directions, project
from synthesis.topic_methods.matching import match_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

RESTARTS = 5


def choose_groups(
    vectors: Matrix, weights: Matrix, samples: Sequence[Matrix], *, tries: Sequence[int], seed: int
) -> tuple[int, float]:
    """The number of groups with the highest item consensus above chance, and that consensus.

    `samples` holds the weights of the texts in each subsample of speakers (0: left out). Item consensus is the
    share of subsamples in which a text stays in its group, groups matched by the Hungarian method; chance is
    what groups of the same sizes would reach by accident, for otherwise few large groups would always win.
    Of numbers that score the same the larger says more.
    """
    directions = [main_directions(vectors, each) for each in (weights, *samples)]
    scores = [_consensus(vectors, (weights, *samples), directions, groups=groups, seed=seed) for groups in tries]
    best = max(range(len(tries)), key=lambda place: (round(scores[place], 3), place))
    return tries[best], scores[best]


def _consensus(
    vectors: Matrix, weights: Sequence[Matrix], directions: Sequence[Matrix], *, groups: int, seed: int
) -> float:
    """The consensus of the fits on subsamples with the fit on everything, which comes first."""
    everything = project(vectors, directions[0], groups=groups)
    labels = cluster(everything, weights[0], groups=groups, seed=seed, restarts=RESTARTS)
    agree = np.zeros(len(vectors))
    for run, (sample, own) in enumerate(zip(weights[1:], directions[1:], strict=True)):
        places, present = project(vectors, own, groups=groups), sample > 0
        found = cluster(places[present], sample[present], groups=groups, seed=seed + run, restarts=1)
        centres = centres_of(places[present], found, sample[present], groups=groups)
        again = (places @ centres.T).argmax(axis=1)
        agree += match_labels(again, labels, groups=groups)[again] == labels
    return above_chance(float(agree.mean()) / len(weights[1:]), labels)


def above_chance(consensus: float, labels: NDArray[np.int64]) -> float:
    """Consensus on a scale where 0 is what groups of these sizes reach by accident and 1 is always the same."""
    shares = np.bincount(labels[labels >= 0]) / max(1, (labels >= 0).sum())
    chance = float((shares**2).sum())
    return round((consensus - chance) / (1 - chance), 6) if chance < 1 else 0.0
