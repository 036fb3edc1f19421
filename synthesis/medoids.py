"""Medoids: the passage that stands for a group of passages, with a talkative person weighing no more than another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from corpus.embedding import Embedder
from corpus.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

_WORD = re.compile(r"[^\W\d_]{2,}")
_COST_DIGITS = 12
"""Costs that differ less than this are ties: they are sums of the same fractions in another order."""


def measure_distances(texts: Sequence[str], *, embedder: Embedder | None = None) -> NDArray[float64]:
    """The distance in [0, 2] between each two texts: cosine over the embedder's vectors, else word overlap.

    Word overlap is 1 − shared / all content words (Jaccard); a text without content words goes by all its words.

    >>> measure_distances(["Het UWV betaalt terug", "Terug betaalt het", "Fietsen"]).round(2).tolist()
    [[0.0, 0.5, 1.0], [0.5, 0.0, 1.0], [1.0, 1.0, 0.0]]
    """
    import numpy as np

    if embedder is None:
        return _overlap_distances(texts)
    vectors = np.asarray(embedder.vectors(texts), dtype=np.float64)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(lengths > 0, lengths, 1.0)
    distances: NDArray[float64] = 1.0 - np.clip(unit @ unit.T, -1.0, 1.0)
    np.fill_diagonal(distances, 0.0)
    return distances


def _overlap_distances(texts: Sequence[str]) -> NDArray[float64]:
    import numpy as np

    bags = [_bag(text) for text in texts]
    places = {word: place for place, word in enumerate(sorted(set().union(*bags)))}
    present = np.zeros((len(texts), max(1, len(places))), dtype=np.float32)
    for row, bag in enumerate(bags):
        present[row, [places[word] for word in bag]] = 1.0
    shared = (present @ present.T).astype(np.float64)
    sizes = present.sum(axis=1).astype(np.float64)
    either = sizes[:, None] + sizes[None, :] - shared
    distances = 1.0 - np.where(either > 0, shared / np.where(either > 0, either, 1.0), 1.0)
    np.fill_diagonal(distances, 0.0)
    return distances


def _bag(text: str) -> set[str]:
    words = set(_WORD.findall(text.lower()))
    return words - STOP_WORDS or words


def medoid_costs(distances: NDArray[float64], respondents: Sequence[Hashable]) -> NDArray[float64]:
    """For each passage its distance to all others, each weighed by 1 / the number of passages of its respondent."""
    import numpy as np

    passages_of = Counter(respondents)
    weights = np.array([1.0 / passages_of[each] for each in respondents])
    costs: NDArray[float64] = (np.asarray(distances, dtype=np.float64) @ weights).round(_COST_DIGITS)
    return costs


def find_medoid(distances: NDArray[float64], respondents: Sequence[Hashable], texts: Sequence[str]) -> int:
    """The position of the respondent-weighted medoid; ties go to fewer words, then to the text that sorts first.

    `distances` is square; `respondents` and `texts` name who said each passage and what. The weighing keeps one
    talkative person from picking the quote (synthesis.md, 3.6; medoids: Kaufman and Rousseeuw 1987).

    >>> import numpy as np
    >>> find_medoid(np.array([[0, 0.1, 0.6], [0.1, 0, 0.5], [0.6, 0.5, 0]]), ["r1", "r1", "r2"], ["a", "b b", "c"])
    2
    """
    costs = medoid_costs(distances, respondents)
    return min(range(len(texts)), key=lambda each: (costs[each], len(texts[each].split()), texts[each]))
