"""Where every text lands: its nearest topic, how near that is, and which texts are left unassigned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from synthesis.topic_methods.material import Material

NOWHERE = -1
REST_PERCENTILE = 10
"""A text nearer to its topic than this share of the fit is assigned; the others are shown as not assigned."""
DECIMALS = 6
READABLE_LENGTHS = range(4, 61)
"""A text of so many words can stand for its topic."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """Per text its nearest group and the similarity (cosine) to the group's centre; below the threshold: no group."""

    nearest: NDArray[np.int64]
    similarity: NDArray[np.float64]
    threshold: float

    @property
    def labels(self) -> NDArray[np.int64]:
        """The group of each text, -1 where it is not assigned."""
        return np.where((self.similarity >= self.threshold) & (self.similarity > 0), self.nearest, NOWHERE)


def assign(
    texts: Sequence[str],
    vectors: Callable[[Sequence[str]], NDArray[np.float64]],
    centres: NDArray[np.float64],
    *,
    fitted: NDArray[np.int64],
    labels: NDArray[np.int64],
    block: int,
) -> Assignment:
    """Where each text lands: the fitted ones in the group they were fitted in, the others at the nearest centre.

    Works through the texts in blocks, so memory does not grow with their number.
    """
    own = np.full(len(texts), NOWHERE, dtype=np.int64)
    own[fitted] = labels
    nearest = np.empty(len(texts), dtype=np.int64)
    similarity: NDArray[np.float64] = np.empty(len(texts))
    for start in range(0, len(texts), block):
        part = slice(start, start + block)
        nearness = vectors(texts[part]) @ centres.T
        nearest[part] = np.where(own[part] == NOWHERE, nearness.argmax(axis=1), own[part])
        similarity[part] = np.take_along_axis(nearness, nearest[part, None], axis=1)[:, 0]
    similarity = np.round(similarity, DECIMALS)
    return Assignment(nearest, similarity, float(np.percentile(similarity[fitted], REST_PERCENTILE, method="lower")))


def medoids(
    material: Material,
    vectors: NDArray[np.float64],
    fitted: NDArray[np.int64],
    labels: NDArray[np.int64],
    *,
    groups: int,
) -> list[int | None]:
    """Per group the fitted text nearest to all others, each speaker counting once.

    For the cosine the sum of the distances to all others is the distance to their weighted sum, so no table of
    pairs is needed. Ties go to fewer words, then to content order. `vectors` has a row per fitted text, `labels`
    one per text.
    """
    members = [fitted[labels[fitted] == group] for group in range(groups)]
    return [_medoid(material, vectors, fitted, each) for each in members]


def _medoid(
    material: Material, vectors: NDArray[np.float64], fitted: NDArray[np.int64], members: NDArray[np.int64]
) -> int | None:
    if not len(members):
        return None
    mentions = np.isin(material.mention_texts, members)
    often = np.bincount(material.mention_speakers[mentions])[material.mention_speakers[mentions]]
    rows = np.searchsorted(fitted, material.mention_texts[mentions])
    middle = (vectors[rows] / often[:, None]).sum(axis=0)
    lengths = {row: len(material.texts[row].split()) for row in members.tolist()}
    readable: list[int] = [row for row in lengths if lengths[row] in READABLE_LENGTHS] or list(lengths)
    nearness = np.round(vectors[np.searchsorted(fitted, readable)] @ middle, 9)
    best = min(range(len(readable)), key=lambda at: (-nearness[at], lengths[readable[at]], readable[at]))
    return readable[best]
