from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.embedding import fit_embedder
from synthesis.medoids import find_medoid, measure_distances


class Compass:
    """An embedder that points texts in the direction of their first letter."""

    @property
    def settings(self) -> Mapping[str, str]:
        return {}

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        return np.array([[1.0, 0.0] if each.startswith("a") else [0.0, 2.0] for each in texts])


def test_distances_follow_the_embedder_when_there_is_one() -> None:
    assert measure_distances(["appel", "noot", "aap"], embedder=Compass()).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


def test_the_study_embedder_fits() -> None:
    texts = ["De jobcoach belde terug", "De jobcoach belde niet", "De fiets stond buiten"]
    distances = measure_distances(texts, embedder=fit_embedder(texts))
    assert distances[0, 1] < distances[0, 2]


def test_texts_of_stop_words_only_still_differ() -> None:
    assert measure_distances(["ja", "nee"])[0, 1] == 1.0
    assert measure_distances(["ja", "ja"])[0, 1] == 0.0


def test_equal_costs_go_to_fewer_words_and_then_to_the_first_text() -> None:
    distances = np.ones((3, 3)) - np.eye(3)
    assert find_medoid(distances, ["a", "b", "c"], ["drie woorden lang", "b kort", "a kort"]) == 2
