"""Groups of a small corpus: what stays together in many fits on other selections of speakers."""

from __future__ import annotations

import warnings
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.assignment import NOWHERE
from synthesis.topic_methods.item_consensus import above_chance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

FEWEST_TEXTS = 3
"""A group of one or two texts is no topic."""


def cluster(
    words: Sequence[Sequence[str]], samples: Sequence[Matrix], *, tries: Sequence[int]
) -> tuple[NDArray[np.int64], float]:
    """The label of each text (-1: none) and the item consensus, for the number of groups with the highest consensus.

    `words` are the content words of each text, `samples` the weights of the texts in each subsample of speakers.
    Within each subsample the words are factorised (NMF from a fixed NNDSVD start, Boutsidis & Gallopoulos,
    2008); texts that share their strongest factor are together in that run. How often they are together, of the
    runs that hold both, is clustered by average linkage (Monti et al., 2003).
    """
    table = _weigh_words(words)
    feasible = [groups for groups in tries if groups <= min(table.shape)]
    fits = [_agree(table, samples, groups) for groups in feasible]
    if not fits:
        return np.zeros(len(words), dtype=np.int64), 0.0
    best = max(range(len(fits)), key=lambda place: (round(fits[place][1], 3), place))
    return fits[best]


def _weigh_words(words: Sequence[Sequence[str]]) -> Matrix:
    """TF-IDF, rows at length one, of the words in two texts or more (of all words where there are no such words)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = Counter(word for each in words for word in set(each))
    shared = sorted(word for word, count in texts.items() if count > 1)
    vectorizer = TfidfVectorizer(analyzer=list, vocabulary=shared or sorted(texts))
    return np.asarray(vectorizer.fit_transform(words).toarray(), dtype=np.float64)


def _agree(table: Matrix, samples: Sequence[Matrix], groups: int) -> tuple[NDArray[np.int64], float]:
    together, both = np.zeros((len(table), len(table))), np.zeros((len(table), len(table)))
    for sample in samples:
        belongs = _factorise(table * np.sqrt(sample)[:, None], groups)
        present = belongs.any(axis=1).astype(np.float64)
        together += belongs @ belongs.T
        both += np.outer(present, present)
    consensus = np.divide(together, both, out=np.zeros_like(together), where=both > 0)
    labels = _cut(_link(consensus), groups)
    return labels, above_chance(_item_consensus(consensus, labels), labels)


def _factorise(table: Matrix, groups: int) -> Matrix:
    """Which factor is strongest in each text, as a table of zeros and ones; a text outside the sample has none."""
    from sklearn.decomposition import NMF

    with warnings.catch_warnings():
        # A factorisation that could still be sharpened is good enough: fifty of them are compared.
        warnings.simplefilter("ignore")
        strength = NMF(groups, init="nndsvd", tol=1e-3, max_iter=100, random_state=0).fit_transform(table)
    belongs = np.zeros(strength.shape)
    belongs[np.arange(len(table)), strength.argmax(axis=1)] = strength.max(axis=1) > 0
    return belongs


def _link(consensus: Matrix) -> Matrix:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    distance = np.round(1 - consensus, 9)
    np.fill_diagonal(distance, 0)
    return np.asarray(linkage(squareform(distance, checks=False), method="average"), dtype=np.float64)


def _cut(tree: Matrix, groups: int) -> NDArray[np.int64]:
    """The labels at the first cut with so many groups of three texts or more; a text outside them has none (-1).

    A plain cut would give half of its groups to texts that share a word with nobody.
    """
    from scipy.cluster.hierarchy import fcluster

    best: NDArray[np.int64] = np.zeros(len(tree) + 1, dtype=np.int64)
    most = 1
    for number in range(groups, len(tree) + 2):
        labels = np.asarray(fcluster(tree, number, criterion="maxclust"), dtype=np.int64) - 1
        large = np.flatnonzero(np.bincount(labels) >= FEWEST_TEXTS)
        if len(large) > most:
            best, most = np.where(np.isin(labels, large), np.searchsorted(large, labels), NOWHERE), len(large)
        if most >= groups:
            break
    return best


def _item_consensus(consensus: Matrix, labels: NDArray[np.int64]) -> float:
    """The mean over the texts of how often each was together with the others of its group; 0 without a group."""
    same = (labels[:, None] == labels) & (labels >= 0) & ~np.eye(len(labels), dtype=np.bool_)
    others = same.sum(axis=1)
    return float(((consensus * same).sum(axis=1) / np.maximum(others, 1)).mean())
