"""What comes back of topics when some of the speakers had not been there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from synthesis.topic_methods.fitting import Recipe, fit
from synthesis.topic_methods.matching import jaccard_of_matches
from synthesis.topic_methods.material import Material, restrict
from synthesis.topic_methods.speakers import subsamples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.embedding import Embedder

    Listed = Sequence[Sequence[str]]


def refit(material: Material, embedder: Embedder, recipe: Recipe, *, runs: int, share: float) -> Iterator[Listed]:
    """The top words of the topics of each fit on a random share of the speakers."""
    everything = np.ones(len(material.mention_texts), dtype=np.bool_)
    for mentions in subsamples(material, everything, runs=runs, seed=recipe.seed, share=share):
        groups = fit(restrict(material, mentions), embedder, recipe)
        yield [[word for word, _ in words] for words in groups.words]


def compare(words: Mapping[int, Sequence[str]], again: Sequence[Listed]) -> tuple[float, dict[int, float]]:
    """The mean overlap of the matched words over all runs, and per topic.

    >>> compare({1: ["baan"], 2: ["bus"]}, [[["bus"], ["baan"]], [["bus"]]])
    (0.75, {1: 0.5, 2: 1.0})
    """
    runs = [jaccard_of_matches(list(words.values()), each) for each in again]
    values = [sum(run) / max(len(words), len(each)) for run, each in zip(runs, again, strict=True)]
    topics = {number: float(np.mean([run[place] for run in runs])) for place, number in enumerate(words)}
    return float(np.mean(values)), topics
