"""The door to BERTopic: our vectors and words go in, labels and words come out, nothing of its own does."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from study.doors import require
from synthesis.topic_methods.neighbours import nearest_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIBRARIES = ("bertopic", "umap-learn", "numba", "scikit-learn")
NEIGHBOURS = 15
DIMENSIONS = 5


class _WeighedKMeans:
    """What BERTopic asks of a clusterer, with the weights that keep one speaker from filling a fit."""

    def __init__(self, groups: int, *, weights: NDArray[np.float64], seed: int) -> None:
        from sklearn.cluster import KMeans

        self.model: Any = KMeans(groups, n_init=10, random_state=seed)
        self.weights = weights
        self.labels_: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def fit(self, places: NDArray[np.floating], y: object = None) -> _WeighedKMeans:
        self.labels_ = self.model.fit(places, sample_weight=self.weights).labels_.astype(np.int64)
        return self


def cluster(
    vectors: NDArray[np.float64],
    words: Sequence[Sequence[str]],
    weights: NDArray[np.float64],
    *,
    groups: int,
    seed: int,
    top: int,
) -> tuple[NDArray[np.int64], list[list[tuple[str, float]]]]:
    """The label of each text and the words of each label with their weight (BERTopic, Grootendorst, 2022).

    Vectors of length one are laid out by UMAP in one thread from a fixed seed and clustered by k-means, so every
    text gets a topic and two runs give the same ones. Raises `ExtraMissing` when BERTopic is not installed.
    """
    if len({word for each in words for word in each}) < 2:
        return np.zeros(len(words), dtype=np.int64), []  # its word weights need a table of two words
    with _quiet():
        bertopic, umap = require("bertopic", extra="topics"), require("umap", extra="topics")
        from bertopic.vectorizers import ClassTfidfTransformer
        from sklearn.feature_extraction.text import CountVectorizer

        model = bertopic.BERTopic(
            language="multilingual",  # its default, English, strips letters with an accent
            embedding_model=None,
            umap_model=umap.UMAP(**_layout(vectors), random_state=seed),
            hdbscan_model=_WeighedKMeans(groups, weights=weights, seed=seed),
            # One document per topic is counted here, so any higher min_df would count topics.
            vectorizer_model=CountVectorizer(analyzer=str.split, min_df=1),
            ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
            top_n_words=top,
        )
        labels, _ = model.fit_transform([" ".join(each) for each in words], embeddings=vectors)
        found = [_words(model.get_topic(label)) for label in range(max(labels) + 1)]
    return np.array(labels, dtype=np.int64), found


def _layout(vectors: NDArray[np.float64]) -> dict[str, Any]:
    """How UMAP lays out these texts; with few of them its spectral start has too little to go on.

    Exact neighbours are given: UMAP would otherwise compile a search of its own first, which takes seconds and
    is approximate for many texts.
    """
    neighbours = min(NEIGHBOURS, len(vectors) - 1)
    return {
        "n_neighbors": neighbours,
        "precomputed_knn": (*nearest_rows(vectors, count=neighbours), None),
        "n_components": DIMENSIONS,
        "init": "spectral" if len(vectors) >= 4 * DIMENSIONS else "random",
        "min_dist": 0.0,
        "metric": "cosine",
        "n_jobs": 1,
    }


def _words(found: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Plain words and weights; BERTopic fills up a short list with empty words."""
    return [(str(word), float(weight)) for word, weight in found if word and weight > 0]


@contextmanager
def _quiet() -> Iterator[None]:
    """No warnings or log lines of these libraries inside, and the filters as they were after: importing BERTopic
    silences warnings for the whole process."""
    logger = logging.getLogger("BERTopic")
    level = logger.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logger.setLevel(logging.ERROR)
        try:
            yield
        finally:
            logger.setLevel(level)
