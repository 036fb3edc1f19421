"""Groups around centres: spherical k-means, the number of groups by what other speakers would have given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.matching import match_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ROUNDS = 60
RESTARTS_TO_CHOOSE = 5


def unit(vectors: NDArray[np.floating]) -> NDArray[np.float64]:
    """The vectors at length one; a vector of nothing stays nothing."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units: NDArray[np.float64] = np.divide(vectors, lengths, out=np.zeros(vectors.shape), where=lengths > 0)
    return units


def centres_of(
    vectors: NDArray[np.float64], labels: NDArray[np.int64], weights: NDArray[np.float64], *, groups: int
) -> NDArray[np.float64]:
    """The centre of each group at length one: the weighted mean direction of its members (label -1: no member)."""
    belongs = (labels[:, None] == np.arange(groups)) * weights[:, None]
    return unit(belongs.T @ vectors)


def cluster(
    vectors: NDArray[np.float64], weights: NDArray[np.float64], *, groups: int, seed: int, restarts: int
) -> NDArray[np.int64]:
    """The label of each vector in the best of a fixed number of restarts (spherical k-means, Dhillon & Modha, 2001)."""
    random = np.random.default_rng(seed)
    weights = weights * (np.linalg.norm(vectors, axis=1) > 0)
    tries = [settle(vectors, weights, _spread(vectors, weights, groups, random)) for _ in range(restarts)]
    best = max(range(restarts), key=lambda place: (round(tries[place][1], 9), -place))
    return tries[best][0]


def _spread(
    vectors: NDArray[np.float64], weights: NDArray[np.float64], groups: int, random: np.random.Generator
) -> NDArray[np.float64]:
    """Starting centres far apart: each next one by chance, likelier where no centre is near (k-means++)."""
    chosen = [_pick(weights, random)]
    distance = np.ones(len(vectors))
    for _ in range(groups - 1):
        distance = np.minimum(distance, 1 - vectors @ vectors[chosen[-1]]).clip(min=0)
        chosen.append(_pick(weights * distance, random))
    return vectors[chosen]


def _pick(weights: NDArray[np.float64], random: np.random.Generator) -> int:
    total = np.cumsum(weights)
    if total[-1] <= 0:
        return int(random.integers(len(weights)))
    return min(int(np.searchsorted(total, random.random() * total[-1], side="right")), len(weights) - 1)


def settle(
    vectors: NDArray[np.float64], weights: NDArray[np.float64], centres: NDArray[np.float64], *, rounds: int = ROUNDS
) -> tuple[NDArray[np.int64], float]:
    """The labels once nobody moves any more (or the rounds are over), and how near everyone is to its centre."""
    labels = np.full(len(vectors), -1, dtype=np.int64)
    for _ in range(rounds):
        nearness = vectors @ centres.T
        moved = nearness.argmax(axis=1)
        if np.array_equal(moved, labels):
            break
        labels = moved
        centres = centres_of(vectors, labels, weights, groups=len(centres))
    return labels, float((nearness.max(axis=1) * weights).sum())


def choose_groups(
    vectors: NDArray[np.float64],
    weights: NDArray[np.float64],
    samples: Sequence[NDArray[np.float64]],
    *,
    tries: Sequence[int],
    seed: int,
) -> tuple[int, float]:
    """The number of groups with the highest item consensus above chance, and that consensus.

    `samples` holds the weights of the texts in each subsample of speakers (0: left out). Item consensus is the
    share of subsamples in which a text stays in its group, groups matched by the Hungarian method; chance is
    what groups of the same sizes would reach by accident, for otherwise few large groups would always win.
    Of numbers that score the same the larger says more.
    """
    scores = [_consensus(vectors, weights, samples, groups=groups, seed=seed) for groups in tries]
    best = max(range(len(tries)), key=lambda place: (round(scores[place], 3), place))
    return tries[best], scores[best]


def _consensus(
    vectors: NDArray[np.float64],
    weights: NDArray[np.float64],
    samples: Sequence[NDArray[np.float64]],
    *,
    groups: int,
    seed: int,
) -> float:
    labels = cluster(vectors, weights, groups=groups, seed=seed, restarts=RESTARTS_TO_CHOOSE)
    agree = np.zeros(len(vectors))
    for run, sample in enumerate(samples):
        present = sample > 0
        found = cluster(vectors[present], sample[present], groups=groups, seed=seed + run, restarts=1)
        centres = centres_of(vectors[present], found, sample[present], groups=groups)
        again = (vectors @ centres.T).argmax(axis=1)
        agree += match_labels(again, labels, groups=groups)[again] == labels
    return above_chance(float(agree.mean()) / len(samples), labels)


def above_chance(consensus: float, labels: NDArray[np.int64]) -> float:
    """Consensus on a scale where 0 is what groups of these sizes reach by accident and 1 is always the same."""
    shares = np.bincount(labels[labels >= 0]) / max(1, (labels >= 0).sum())
    chance = float((shares**2).sum())
    return round((consensus - chance) / (1 - chance), 6) if chance < 1 else 0.0
