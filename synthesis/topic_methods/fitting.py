"""One fit, whatever the method: sample, group, assign, describe, number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Literal

import numpy as np

from synthesis.topic_methods import bertopic, consensus, item_consensus, kmeans, stream
from synthesis.topic_methods.assignment import NOWHERE, Assignment, assign, medoids
from synthesis.topic_methods.material import by_speaker, count_segments
from synthesis.topic_methods.policy import Limits, Policy, candidates
from synthesis.topic_methods.speakers import draw, subsamples, weigh
from synthesis.topic_methods.words import content_words, count_words, telling_words, written_forms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.embedding import Embedder
    from synthesis.topic_methods.material import Material

    Vectors = Callable[[Sequence[str]], NDArray[np.float64]]
    Words = list[list[tuple[str, float]]]

Method = Literal["builtin", "bertopic"]
TOP_WORDS = 10
SMALL_RUNS = 50
RUNS = 20
RESTARTS = 50
LARGE_RESTARTS = 5
CHOOSING_SIZE = 2_000
"""The number of topics of a large corpus is chosen on so many of its texts."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a fit is made: which method and policy, the seed, the number of topics if it was asked for."""

    method: Method
    policy: Policy
    seed: int
    topics: int | None
    limits: Limits


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Numbered groups (0 is the first topic): where each text lands, and per group its words and medoid text."""

    assignment: Assignment
    words: Words
    medoids: list[int | None]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """The fitted texts (`rows`, ascending), their vectors and weights, and their weights in each subsample."""

    rows: NDArray[np.int64]
    vectors: NDArray[np.float64]
    weights: NDArray[np.float64]
    subsamples: list[NDArray[np.float64]]


def fit(material: Material, embedder: Embedder, recipe: Recipe) -> Groups:
    """The numbered groups of a material that is large enough for a model."""
    with _one_thread():
        vectors = _unit_vectors(embedder)
        sample = _take_sample(material, vectors, recipe)
        labels, words, notes = _group(material, sample, recipe)
        labels, words = _dissolve(labels, words)
        centres = kmeans.centres_of(sample.vectors, labels, sample.weights, groups=int(labels.max()) + 1)
        assignment = assign(
            material.texts, vectors, centres, fitted=sample.rows, labels=labels, block=recipe.limits.block
        )
        words = words or _describe(material, assignment.labels, groups=len(centres))
        found = medoids(material, sample.vectors, sample.rows, assignment.labels, groups=len(centres))
    notes |= _notes(material, sample, assignment)
    return _number(material, sample, Groups(assignment, words, found, notes))


def _unit_vectors(embedder: Embedder) -> Vectors:
    return lambda texts: kmeans.unit(np.asarray(embedder.vectors(list(texts)), dtype=np.float64))


def _take_sample(material: Material, vectors: Vectors, recipe: Recipe) -> _Sample:
    mentions = draw(material, recipe.limits.fit_size(recipe.policy), seed=recipe.seed)
    rows = np.unique(material.mention_texts[mentions])
    runs = SMALL_RUNS if recipe.policy is Policy.SMALL else RUNS
    chosen = subsamples(material, mentions, runs=runs, seed=recipe.seed)
    return _Sample(
        rows=rows,
        vectors=np.concatenate([vectors(part) for part in _blocks(material, rows, recipe.limits.block)]),
        weights=weigh(material, mentions)[rows],
        subsamples=[weigh(material, each)[rows] for each in chosen],
    )


def _blocks(material: Material, rows: NDArray[np.int64], block: int) -> Iterator[list[str]]:
    for start in range(0, len(rows), block):
        yield [material.texts[row] for row in rows[start : start + block]]


def _group(material: Material, sample: _Sample, recipe: Recipe) -> tuple[NDArray[np.int64], Words, dict[str, str]]:
    """The label of each fitted text, the words where the method gives its own, and what was chosen."""
    asked = [min(recipe.topics, len(sample.rows))] if recipe.topics else []
    tries = asked or candidates(len(sample.rows), most=recipe.limits.topics)
    notes = {"tried": " ".join(map(str, tries))}
    if recipe.method == "builtin" and recipe.policy is Policy.SMALL:
        said = [content_words(material.texts[row]) for row in sample.rows]
        labels, score = consensus.cluster(said, sample.subsamples, tries=tries)
        return labels, [], notes | {"item_consensus": f"{score:.3f}"}
    groups, score = _choose(sample, tries, recipe)
    notes |= {"item_consensus": f"{score:.3f}"}
    if recipe.method == "bertopic":
        said = [content_words(material.texts[row]) for row in sample.rows]
        labels, words = bertopic.cluster(
            sample.vectors, said, sample.weights, groups=groups, seed=recipe.seed, top=TOP_WORDS
        )
        return labels, words, notes
    return _cluster(sample, groups, recipe), [], notes


def _choose(sample: _Sample, tries: Sequence[int], recipe: Recipe) -> tuple[int, float]:
    random = np.random.default_rng(recipe.seed)
    size = min(CHOOSING_SIZE, len(sample.rows))
    part = np.sort(random.choice(len(sample.rows), size=size, replace=False))
    return item_consensus.choose_groups(
        sample.vectors[part],
        sample.weights[part],
        [each[part] for each in sample.subsamples],
        tries=tries,
        seed=recipe.seed,
    )


def _cluster(sample: _Sample, groups: int, recipe: Recipe) -> NDArray[np.int64]:
    directions = kmeans.main_directions(sample.vectors, sample.weights)
    places = kmeans.project(sample.vectors, directions, groups=groups)
    if recipe.policy is Policy.STREAM:
        return stream.cluster(places, sample.weights, groups=groups, seed=recipe.seed)
    restarts = LARGE_RESTARTS if recipe.policy is Policy.SAMPLE else RESTARTS
    return kmeans.cluster(places, sample.weights, groups=groups, seed=recipe.seed, restarts=restarts)


def _dissolve(labels: NDArray[np.int64], words: Words) -> tuple[NDArray[np.int64], Words]:
    """Labels without gaps; a group of one or two texts is no topic (-1) unless there are no others."""
    sizes = np.bincount(labels[labels >= 0])
    kept = np.flatnonzero(sizes >= min(consensus.FEWEST_TEXTS, int(sizes.max())))
    new = np.full(len(sizes), NOWHERE, dtype=np.int64)
    new[kept] = np.arange(len(kept))
    return np.where(labels >= 0, new[labels], NOWHERE), [words[group] for group in kept] if words else []


def _describe(material: Material, labels: NDArray[np.int64], *, groups: int) -> Words:
    return telling_words(count_words(by_speaker(material, labels), groups=groups), top=TOP_WORDS)


def _number(material: Material, sample: _Sample, groups: Groups) -> Groups:
    """The groups from large to small, equal ones by their words; groups that nobody is assigned to fall away."""
    sizes = count_segments(material, groups.assignment.labels, groups=len(groups.words))
    order = [group for group in range(len(sizes)) if sizes[group]]
    order.sort(key=lambda group: (-sizes[group], groups.words[group], groups.medoids[group]))
    new = np.full(len(sizes), -1, dtype=np.int64)
    new[order] = np.arange(len(order))
    forms = written_forms(
        (material.texts[row] for row in sample.rows), {word for each in groups.words for word, _ in each}
    )
    found = groups.assignment
    return Groups(
        assignment=Assignment(new[found.nearest], found.similarity, found.threshold),
        words=[[(forms[word], round(weight, 6)) for word, weight in groups.words[group]] for group in order],
        medoids=[groups.medoids[group] for group in order],
        notes=groups.notes,
    )


def _notes(material: Material, sample: _Sample, assignment: Assignment) -> dict[str, str]:
    return {
        "texts": str(len(material)),
        "fitted_texts": str(len(sample.rows)),
        "rest_below_similarity": f"{assignment.threshold:.6f}",
    }


def versions(method: Method) -> dict[str, str]:
    """The versions of the libraries whose numbers end up in a fit."""
    libraries = {"numpy", "scipy", "scikit-learn"} | (set(bertopic.LIBRARIES) if method == "bertopic" else set())
    return {f"version.{library}": metadata.version(library) for library in sorted(libraries)}


@contextmanager
def _one_thread() -> Iterator[None]:
    """Sums are made in one order: with several threads the last digit would depend on the machine's mood."""
    import sklearn.cluster  # noqa: F401 - only libraries that are loaded can be told
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # ships no types

    with threadpool_limits(1):
        yield
