"""The steps inside a fit, one at a time: medoid, neighbours, matching, consensus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.embedding import fit_embedder
from synthesis.topic_methods import kmeans
from synthesis.topic_methods.assignment import medoids
from synthesis.topic_methods.fitting import Recipe, fit
from synthesis.topic_methods.item_consensus import above_chance, choose_groups
from synthesis.topic_methods.matching import jaccard_of_matches, match_labels
from synthesis.topic_methods.material import gather
from synthesis.topic_methods.neighbours import nearest_rows
from synthesis.topic_methods.policy import Limits, Policy
from synthesis.topics import fit_topics
from tests.synthesis.topics_corpus import three_themes


def with_dots(dots: list[list[float]]) -> NDArray[np.float64]:
    """Vectors of length one with these products."""
    return np.asarray(np.linalg.cholesky(np.array(dots)), dtype=np.float64)


def test_the_medoid_of_the_worked_example_is_not_picked_by_who_talks_most() -> None:
    words = {"a": 15, "b": 18, "c": 12}
    texts = [f"{name}{name}{name} " + "fiets " * (count - 1) for name, count in words.items()]
    people = ["r1", "r1", "r2"]
    material = gather(
        pd.DataFrame({"segment_id": list(words), "document_id": people, "participant_id": people, "text": texts})
    )
    vectors = with_dots([[1, 0.9, 0.4], [0.9, 1, 0.5], [0.4, 0.5, 1]])
    order = [list(words).index(segment) for segment in material.segment_ids]
    everything = np.arange(3)
    (medoid,) = medoids(material, vectors[order], everything, np.zeros(3, dtype=np.int64), groups=1)
    assert medoid is not None
    assert material.segment_ids[medoid] == "c"


@given(st.integers(2, 30), st.integers(1, 8), st.integers(1, 9))
def test_nearest_rows_are_the_nearest_ones_and_begin_with_the_row_itself(size: int, count: int, block: int) -> None:
    vectors = kmeans.unit(np.random.default_rng(size).normal(size=(size, 4)))[np.arange(size) // 2]
    count = min(count, size)
    indices, distances = nearest_rows(vectors, count=count, block=block)
    plain = np.sort((1 - vectors @ vectors.T).clip(min=0), axis=1)[:, :count]
    assert indices[:, 0].tolist() == list(range(size))
    assert np.allclose(distances, plain, atol=1e-12)
    assert all(len(set(row)) == count for row in indices.tolist())


def test_labels_are_matched_whatever_their_numbers() -> None:
    found, wanted = np.array([2, 2, 0, 0, 1]), np.array([0, 0, 1, 1, 2])
    assert match_labels(found, wanted, groups=3)[found].tolist() == wanted.tolist()


def test_a_topic_without_a_match_overlaps_with_nothing() -> None:
    assert jaccard_of_matches([["a", "b"], ["c"]], [["a", "b"]]) == [1.0, 0.0]
    assert jaccard_of_matches([["a"]], []) == [0.0]


def test_the_number_of_groups_is_the_one_that_comes_back_whoever_is_left_out() -> None:
    random = np.random.default_rng(3)
    vectors = kmeans.unit(np.repeat(np.eye(12)[:3], 20, axis=0) + random.normal(scale=0.05, size=(60, 12)))
    samples = [(random.random(60) < 0.8).astype(np.float64) for _ in range(10)]
    assert choose_groups(vectors, np.ones(60), samples, tries=[2, 3, 4, 5], seed=1) == (3, 1.0)


def test_groups_are_sought_in_as_many_directions_as_there_are_groups() -> None:
    vectors = kmeans.unit(np.array([[5.0, 0.0, 0.1], [5.0, 0.1, 0.0], [0.0, 3.0, 0.1], [0.1, 3.0, 0.2]]))
    places = kmeans.project(vectors, kmeans.main_directions(vectors, np.ones(4)), groups=2)
    assert places.shape == (4, 2)
    assert np.allclose(np.linalg.norm(places, axis=1), 1)
    assert places[0] @ places[1] > 0.99
    assert abs(places[0] @ places[2]) < 0.1


def test_texts_that_share_no_word_with_others_take_no_topic_of_a_small_corpus() -> None:
    segments = three_themes()
    loners = ["Giraffen zingen", "Paarse opera", "Vulkanen bakken taart", "Walvissen typen", "Een komeet sloft"]
    lonely = segments.head(5).assign(segment_id=loners, key=loners, text=loners)
    everything = pd.concat([segments, lonely])
    found = fit_topics(everything, embedder=fit_embedder(everything["text"].tolist()), topics=3)
    assert [topic.size >= 15 for topic in found.topics] == [True, True, True]
    assert {each.topic for each in found.members if each.segment_id in loners} == {None}


@pytest.mark.parametrize(("consensus", "expected"), [(1.0, 1.0), (0.5, 0.0), (0.75, 0.5)])
def test_consensus_is_measured_above_chance(consensus: float, expected: float) -> None:
    assert above_chance(consensus, np.array([0, 0, 1, 1])) == expected


def test_one_group_is_never_better_than_chance() -> None:
    assert above_chance(1.0, np.zeros(4, dtype=np.int64)) == 0.0


def test_a_vector_of_nothing_stays_nothing() -> None:
    assert kmeans.unit(np.array([[0.0, 0.0], [3.0, 4.0]])).tolist() == [[0.0, 0.0], [0.6, 0.8]]


@pytest.mark.parametrize("policy", [Policy.MEDIUM, Policy.STREAM])
def test_one_or_two_texts_are_no_topic(policy: Policy) -> None:
    segments = three_themes()
    recipe = Recipe("builtin", policy, 42, 25, Limits())
    groups = fit(gather(segments), fit_embedder(segments["text"].tolist()), recipe)
    found = groups.assignment.nearest
    assert np.bincount(found[found >= 0]).min() >= 3


@pytest.mark.parametrize("limits", [Limits(), Limits(medium=20)])
def test_a_text_about_something_else_is_not_assigned(limits: Limits) -> None:
    segments = three_themes()
    other = segments.head(1).assign(segment_id="anders", key="anders", text="Giraffen zingen paarse liedjes.")
    everything = pd.concat([segments, other])
    found = fit_topics(everything, embedder=fit_embedder(everything["text"].tolist()), topics=3, limits=limits)
    assert next(each for each in found.members if each.segment_id == "anders").topic is None


class BlindEmbedder:
    """Sees nothing in any text."""

    settings: Mapping[str, str] = {}

    def vectors(self, texts: Sequence[str], /) -> NDArray[np.float64]:
        return np.zeros((len(texts), 3))


@pytest.mark.parametrize("limits", [Limits(), Limits(medium=20), Limits(medium=20, sample=25, stream=30)])
def test_vectors_of_nothing_assign_nothing(limits: Limits) -> None:
    found = fit_topics(three_themes(), embedder=BlindEmbedder(), limits=limits)
    assert found.topics == ()
    assert all(each.topic is None for each in found.members)
