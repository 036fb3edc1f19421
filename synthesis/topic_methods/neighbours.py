"""What lies nearest: the topic nearest to a segment, also an unassigned one, and the texts nearest to a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.kmeans import centres_of, unit
from synthesis.topic_methods.words import content_words

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from corpus.embedding import Embedder


def nearest(members: pd.DataFrame, segments: pd.DataFrame, embedder: Embedder) -> pd.DataFrame:
    """Per member segment_id, topic (its own, else the nearest), assigned and similarity to the topic's centre.

    The centre is that of the assigned segments, each text once. Without topics, or without a word that carries
    content, there is no nearest topic.
    """
    table = members[["segment_id", "topic"]].merge(segments[["segment_id", "text"]])
    texts = [" ".join(str(text).split()) for text in table.pop("text")]
    own = np.array([-1 if topic is None else topic - 1 for topic in table["topic"]], dtype=np.int64)
    found, similarity = _find(texts, own, embedder) if (own >= 0).any() else (own, np.zeros(len(own)))
    return table.assign(
        topic=np.array([label + 1 if label >= 0 else None for label in found.tolist()], dtype=object),
        assigned=own >= 0,
        similarity=np.round(similarity, 6),
    )


def nearest_rows(
    vectors: NDArray[np.float64], *, count: int, block: int = 1_000
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each vector at length one the numbers of the nearest ones, itself first, and their cosine distances."""
    indices = np.empty((len(vectors), count), dtype=np.int64)
    distances = np.empty((len(vectors), count))
    for start in range(0, len(vectors), block):
        rows = np.arange(start, min(start + block, len(vectors)))
        distance = (1 - vectors[rows] @ vectors.T).clip(min=0)
        distance[rows - start, rows] = -1
        near = np.sort(np.argpartition(distance, count - 1, axis=1)[:, :count], axis=1)
        found = np.take_along_axis(distance, near, axis=1)
        order = np.argsort(found, axis=1, kind="stable")
        indices[rows] = np.take_along_axis(near, order, axis=1)
        distances[rows] = np.take_along_axis(found, order, axis=1).clip(min=0)
    return indices, distances


def _find(
    texts: list[str], own: NDArray[np.int64], embedder: Embedder
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    distinct, rows = np.unique(np.array(texts, dtype=object), return_inverse=True)
    vectors = unit(np.asarray(embedder.vectors(distinct.tolist()), dtype=np.float64))
    labels = np.full(len(distinct), -1, dtype=np.int64)
    labels[rows[own >= 0]] = own[own >= 0]
    centres = centres_of(vectors, labels, np.ones(len(distinct)), groups=int(own.max()) + 1)
    nearness = vectors @ centres.T
    near = np.where(labels >= 0, labels, nearness.argmax(axis=1))
    readable = np.array([bool(content_words(text)) for text in distinct])
    similarity = np.where(readable, np.take_along_axis(nearness, near[:, None], axis=1)[:, 0], 0.0)
    return np.where(readable, near, -1)[rows], similarity[rows]
