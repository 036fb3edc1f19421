"""One speaker, one voice: nobody weighs more than a tenth of a fit, and samples are drawn by speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from synthesis.topic_methods.material import Material

LARGEST_SHARE = 0.10
FEWEST_SPEAKERS = 5
"""Below this many speakers a subsample leaves out texts instead of people."""


def largest_share(speakers: int) -> float:
    """The share of a fit that one speaker may have: 10%, or twice an equal share where ten or fewer speak.

    >>> largest_share(40), largest_share(8), largest_share(1)
    (0.1, 0.25, 1.0)
    """
    return LARGEST_SHARE if speakers > 1 / LARGEST_SHARE else min(1.0, 2 / max(1, speakers))


def cap(counts: NDArray[np.int64]) -> float:
    """The weight at which a speaker is cut off so that nobody exceeds the largest share of what is left."""
    counts = np.sort(counts[counts > 0])[::-1]
    share = largest_share(len(counts))
    rest = float(counts.sum())
    for place, count in enumerate(counts.tolist()):
        limit = share * rest / (1 - share * place) if share * place < 1 else count
        if count <= limit:
            return limit
        rest -= count
    return float(counts[-1]) if len(counts) else 0.0


def weigh(material: Material, mentions: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The weight of each text: its chosen mentions, a speaker with too many of them weighing less in each."""
    speakers = material.mention_speakers[mentions]
    counts = np.bincount(speakers, minlength=len(material.is_respondent))
    weights = np.minimum(1.0, cap(counts) / np.maximum(counts, 1))
    texts = material.mention_texts[mentions]
    return np.bincount(texts, weights=weights[speakers], minlength=len(material)).astype(np.float64)


def draw(material: Material, size: int, *, seed: int) -> NDArray[np.bool_]:
    """Which mentions go into a fit sample of at most this size: all, or as equal a number per speaker as can be."""
    total = len(material.mention_texts)
    if total <= size:
        return np.ones(total, dtype=np.bool_)
    shuffled = np.random.default_rng(seed).permutation(total)
    turn = _turn_of_each(material.mention_speakers, shuffled)
    first = shuffled[np.argsort(turn[shuffled], kind="stable")][:size]
    chosen = np.zeros(total, dtype=np.bool_)
    chosen[first] = True
    return chosen


def _turn_of_each(speakers: NDArray[np.int64], shuffled: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each mention whether it is the first, second, … of its speaker in a shuffled order."""
    order = shuffled[np.argsort(speakers[shuffled], kind="stable")]
    _, starts, counts = np.unique(speakers[order], return_index=True, return_counts=True)
    turns = np.empty(len(speakers), dtype=np.int64)
    turns[order] = np.arange(len(speakers)) - np.repeat(starts, counts)
    return turns


def subsamples(
    material: Material, mentions: NDArray[np.bool_], *, runs: int, seed: int, share: float = 0.8
) -> Iterator[NDArray[np.bool_]]:
    """Of the chosen mentions, again and again those of a random 80% of the speakers.

    Where fewer than five people speak, leaving one out would change the subject, so 80% of the mentions is taken.
    """
    random = np.random.default_rng(seed)
    units = material.mention_speakers
    if len(np.unique(units[mentions])) < FEWEST_SPEAKERS:
        units = np.arange(len(units))
    present = np.unique(units[mentions])
    for _ in range(runs):
        kept = random.choice(present, size=max(1, round(share * len(present))), replace=False)
        yield mentions & np.isin(units, kept)
