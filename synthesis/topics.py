"""Topics: a reading aid beside coding, in one shape whatever the method."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from corpus.embedding import Embedder
    from synthesis.topic_methods.fitting import Groups, Method, Recipe
    from synthesis.topic_methods.material import Material
    from synthesis.topic_methods.policy import Limits

_FITS = uuid.UUID("3b0e9a52-8a57-5f0c-9f55-6f2a3d1c7e40")


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of segments that use the same words; `words` run from most to least telling."""

    number: int
    words: tuple[str, ...]
    weights: tuple[float, ...]
    size: int
    respondents: int
    medoid: str | None = None


@dataclass(frozen=True, slots=True)
class TopicMember:
    """Where a segment landed: its topic number (None: not assigned) and its similarity to the topic's centre."""

    segment_id: str
    topic: int | None
    similarity: float


@dataclass(frozen=True, slots=True)
class TopicFit:
    """One fitted topic model with everything needed to make it again: method, settings, seed, corpus hash, versions."""

    id: str
    method: str
    policy: str
    seed: int
    settings: Mapping[str, str]
    corpus_hash: str
    topics: tuple[Topic, ...]
    members: tuple[TopicMember, ...]


@dataclass(frozen=True, slots=True)
class Stability:
    """How much of the topics comes back when a fifth of the speakers is left out: 1 is everything, 0 nothing.

    `value` is the mean over the runs, None where there is nothing to compare; `topics` the same per topic number.
    """

    value: float | None
    topics: Mapping[int, float]
    runs: int


def fit_topics(
    segments: pd.DataFrame,
    *,
    embedder: Embedder,
    method: Method = "builtin",
    seed: int = 42,
    topics: int | None = None,
    limits: Limits | None = None,
) -> TopicFit:
    """The topics of a table of segments, numbered from 1 (the largest), with where every segment landed.

    `segments` has a row per segment: segment_id, document_id, participant_id (None: nobody is linked), text, and
    `key`, which orders segments with the same text by content. Give the turns of respondents, not of interviewers.
    The number of different texts that carry content decides the way (`policy`): below 20 there is no model and no
    topic, which is a valid answer; up to 200 a consensus of small fits, up to 5,000 one fit, above that a fit on a
    sample to which the rest is assigned. Nobody weighs more than a tenth of a fit. Segments far from every topic
    are not assigned. The order of the rows, and of ids, changes nothing.

    Raises `study.errors.ExtraMissing` for method "bertopic" where BERTopic is not installed.
    Sources: Nelson (2020) on topic models as a reading aid; Monti et al. (2003) on consensus; Grootendorst (2022).

    >>> import pandas as pd
    >>> from corpus.embedding import fit_embedder
    >>> few = pd.DataFrame({"segment_id": ["a"], "document_id": ["d"], "participant_id": ["p"], "text": ["De bus."]})
    >>> fit = fit_topics(few, embedder=fit_embedder(few["text"]))
    >>> fit.policy, fit.topics, fit.members
    ('geen_topicmodel', (), (TopicMember(segment_id='a', topic=None, similarity=0.0),))
    """
    from synthesis.topic_methods.fitting import Recipe, fit
    from synthesis.topic_methods.material import gather
    from synthesis.topic_methods.policy import Limits, Policy, choose_policy

    limits = limits or Limits()
    material = gather(segments)
    recipe = Recipe(method, choose_policy(len(material), limits), seed, topics, limits)
    if recipe.policy is Policy.NONE:
        return _record(material, recipe, _settings(recipe, embedder), None)
    groups = fit(material, embedder, recipe)
    return _record(material, recipe, _settings(recipe, embedder) | groups.notes, groups)


def not_assigned(fit: TopicFit) -> float:
    """The share of the segments that belongs to no topic: the first thing to say about a fit.

    >>> members = (TopicMember("a", 1, 0.8), TopicMember("b", None, 0.1))
    >>> not_assigned(TopicFit("", "builtin", "middel", 42, {}, "", (), members))
    0.5
    """
    return sum(member.topic is None for member in fit.members) / max(1, len(fit.members))


def nearest_topics(fit: TopicFit, segments: pd.DataFrame, *, embedder: Embedder) -> pd.DataFrame:
    """For each segment, assigned or not, its topic or the nearest one: segment_id, topic, assigned, similarity.

    Similarity is the cosine to the centre of the topic's segments. A segment without content has topic None.
    """
    from synthesis.topic_methods.neighbours import nearest

    return nearest(members_frame(fit), segments, embedder)


def members_frame(fit: TopicFit) -> pd.DataFrame:
    """The members as a table: segment_id, topic (None: not assigned) and similarity."""
    import pandas as pd

    return pd.DataFrame(
        {
            "segment_id": pd.Series([member.segment_id for member in fit.members], dtype=object),
            "topic": pd.Series([member.topic for member in fit.members], dtype=object),
            "similarity": pd.Series([member.similarity for member in fit.members], dtype=float),
        }
    )


def topics_by_code(fit: TopicFit, passages: pd.DataFrame) -> pd.DataFrame:
    """Where topics and codes meet: topic, code, n (segments with both), lift and respondents, for pairs that occur.

    Lift is n(t,c)·N / (n(t)·n(c)) with N all segments of the fit; it is None below three segments or two
    respondents, where it would be noise. Passages on segments outside the fit are left out.
    """
    from synthesis.topic_methods.cross_table import cross

    return cross(members_frame(fit), passages)


def coverage(fit: TopicFit, passages: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """How much of each topic is coded: topic, n, respondents, uncoded, uncoded_respondents, uncoded_share,
    uncoded_theme and examples; the row with topic None is what is not assigned.

    An uncoded theme has five uncoded segments or more, from three respondents or more, that make up 60% of the
    topic. `examples` holds five uncoded segment ids, picked without looking at how clear they are.
    """
    from synthesis.topic_methods.cross_table import cover

    return cover(members_frame(fit), passages, segments)


def stability(
    fit: TopicFit,
    segments: pd.DataFrame,
    *,
    embedder: Embedder,
    runs: int = 10,
    share: float = 0.8,
    limits: Limits | None = None,
) -> Stability:
    """How well the topics come back in fits on 80% of the speakers, with the same method and number of topics.

    Per run the top ten words of both fits are matched one to one (Hungarian method) and the Jaccard overlaps are
    summed and divided by the larger number of topics. Stable over seeds is not stable over people: this is the
    number to show beside a model. Twenty runs are thorough, ten take half the time.
    """
    from synthesis.topic_methods.material import gather
    from synthesis.topic_methods.stability import compare, refit

    if not fit.topics:
        return Stability(None, {}, runs)
    recipe = _recipe_of(fit, limits)
    again = list(refit(gather(segments), embedder, recipe, runs=runs, share=share))
    return Stability(*compare({topic.number: topic.words for topic in fit.topics}, again), runs)


def _recipe_of(fit: TopicFit, limits: Limits | None) -> Recipe:
    """The recipe that asks for as many topics as this fit has."""
    from synthesis.topic_methods.fitting import Recipe
    from synthesis.topic_methods.policy import Limits, Policy

    method: Method = "bertopic" if fit.method == "bertopic" else "builtin"
    return Recipe(method, Policy(fit.policy), fit.seed, len(fit.topics), limits or Limits())


def _settings(recipe: Recipe, embedder: Embedder) -> dict[str, str]:
    from synthesis.topic_methods.fitting import versions

    own = {"topics": str(recipe.topics or "auto")}
    if recipe.policy == "geen_topicmodel":
        return own
    made_by = {f"embedder.{name}": str(value) for name, value in embedder.settings.items()}
    return own | recipe.limits.as_settings() | made_by | versions(recipe.method)


def _record(material: Material, recipe: Recipe, settings: Mapping[str, str], groups: Groups | None) -> TopicFit:
    kept = dict(sorted(settings.items()))
    recognised = [material.digest, recipe.method, str(recipe.seed), *(f"{name}={kept[name]}" for name in kept)]
    return TopicFit(
        id=str(uuid.uuid5(_FITS, "\n".join(recognised))),
        method=recipe.method,
        policy=recipe.policy.value,
        seed=recipe.seed,
        settings=kept,
        corpus_hash=material.digest,
        topics=_topics(material, groups) if groups else (),
        members=_members(material, groups),
    )


def _topics(material: Material, groups: Groups) -> tuple[Topic, ...]:
    from synthesis.topic_methods.material import count_respondents, count_segments, first_segments

    labels = groups.assignment.labels
    sizes = count_segments(material, labels, groups=len(groups.words))
    respondents = count_respondents(material, labels, groups=len(groups.words))
    first = first_segments(material)
    return tuple(
        Topic(
            number=place + 1,
            words=tuple(word for word, _ in words),
            weights=tuple(weight for _, weight in words),
            size=sizes[place],
            respondents=respondents[place],
            medoid=None if medoid is None else first[medoid],
        )
        for place, (words, medoid) in enumerate(zip(groups.words, groups.medoids, strict=True))
    )


def _members(material: Material, groups: Groups | None) -> tuple[TopicMember, ...]:
    """Every segment in content order; one without content is at similarity 0 from everything."""
    if groups is None:
        return tuple(TopicMember(segment, None, 0.0) for segment in material.segment_ids)
    labels, similarity = groups.assignment.labels.tolist(), groups.assignment.similarity.tolist()
    places = zip(material.segment_ids, material.segment_texts.tolist(), strict=True)
    return tuple(
        TopicMember(segment, labels[text] + 1 if labels[text] >= 0 else None, similarity[text])
        if text >= 0
        else TopicMember(segment, None, 0.0)
        for segment, text in places
    )
