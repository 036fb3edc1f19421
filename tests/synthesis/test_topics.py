"""Fits of the built-in methods: what they find, what they may not depend on, and what sizes they survive."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.embedding import fit_embedder
from synthesis.topic_methods.policy import Limits
from synthesis.topics import TopicFit, fit_topics, nearest_topics, not_assigned, stability
from tests.synthesis.topics_corpus import digest_of_fit, noise, three_themes

ROOT = Path(__file__).parents[2]
MEDIUM = Limits(medium=20)
SAMPLE = Limits(medium=20, sample=30, sample_size=40, block=7)
STREAM = Limits(medium=20, sample=25, stream=30, stream_size=40, block=7)
SIZES = {"klein_consensus": Limits(), "middel": MEDIUM, "groot_sample": SAMPLE, "massaal_stream": STREAM}


def fit(segments: pd.DataFrame, *, limits: Limits = MEDIUM, topics: int | None = None, seed: int = 42) -> TopicFit:
    embedder = fit_embedder(segments["text"].tolist())
    return fit_topics(segments, embedder=embedder, limits=limits, topics=topics, seed=seed)


def themes_of_topics(found: TopicFit, segments: pd.DataFrame) -> list[Counter[str]]:
    theme = dict(zip(segments["segment_id"], segments["theme"], strict=True))
    members = [[each.segment_id for each in found.members if each.topic == topic.number] for topic in found.topics]
    return [Counter(theme[segment] for segment in each) for each in members]


def plain(texts: list[str], *, people: int = 8) -> pd.DataFrame:
    names = [str(place) for place in range(len(texts))]
    person = [f"p{place % people}" for place in range(len(texts))]
    return pd.DataFrame({"segment_id": names, "document_id": person, "participant_id": person, "text": texts})


@pytest.mark.parametrize(("policy", "limits"), SIZES.items())
def test_each_way_finds_the_three_themes(policy: str, limits: Limits) -> None:
    segments = three_themes()
    found = fit(segments, limits=limits, topics=3)
    assert found.policy == policy
    themes = themes_of_topics(found, segments)
    assert len(themes) == 3
    assert {max(each, key=each.__getitem__) for each in themes} == {"reis", "geld", "begeleiding"}
    assert sum(max(each.values()) for each in themes) >= 0.95 * sum(topic.size for topic in found.topics)


@pytest.mark.parametrize("limits", [Limits(), MEDIUM])
def test_the_number_of_themes_is_found_too(limits: Limits) -> None:
    assert len(fit(three_themes(), limits=limits).topics) == 3


@pytest.mark.parametrize("limits", SIZES.values())
@given(order=st.permutations(range(60)))
@settings(max_examples=3)
def test_the_order_of_the_segments_changes_nothing(limits: Limits, order: list[int]) -> None:
    segments = three_themes()
    assert fit(segments.iloc[order], limits=limits, topics=3) == fit(segments, limits=limits, topics=3)


@pytest.mark.parametrize("limits", SIZES.values())
def test_other_ids_of_segments_documents_and_people_give_the_same_topics(limits: Limits) -> None:
    segments = three_themes()
    renamed = segments.assign(
        segment_id=[f"x{hash((name, 7))}" for name in segments["segment_id"]],
        document_id=segments["document_id"].map(lambda name: f"{name[::-1]}!"),
        participant_id=segments["participant_id"].map(lambda name: f"{name[::-1]}?"),
    )
    one, other = fit(segments, limits=limits), fit(renamed, limits=limits)
    assert one.id == other.id
    assert [replace(each, medoid=None) for each in one.topics] == [replace(each, medoid=None) for each in other.topics]
    assert [(each.topic, each.similarity) for each in one.members] == [
        (each.topic, each.similarity) for each in other.members
    ]


@pytest.mark.parametrize("limits", SIZES.values())
def test_without_any_theme_two_fits_still_give_the_same(limits: Limits) -> None:
    assert fit(noise(), limits=limits, topics=9) == fit(noise(), limits=limits, topics=9)


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(hash_seed: str) -> None:
    command = [sys.executable, "-m", "tests.synthesis.topics_corpus", "builtin"]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == digest_of_fit("builtin")


@pytest.mark.parametrize("size", [0, 1, 2, 5, 19])
def test_fewer_than_twenty_texts_give_no_model_and_that_is_an_answer(size: int) -> None:
    found = fit(three_themes().head(size))
    assert (found.policy, found.topics) == ("geen_topicmodel", ())
    assert len(found.members) == size
    assert not_assigned(found) == (1.0 if size else 0.0)
    assert stability(found, three_themes().head(size), embedder=fit_embedder([])).value is None


@pytest.mark.parametrize("size", [20, 21, 30])
@pytest.mark.parametrize("limits", [Limits(), MEDIUM])
def test_from_twenty_texts_on_there_are_topics(size: int, limits: Limits) -> None:
    found = fit(three_themes().head(size), limits=limits)
    assert found.topics
    assert len(found.members) == size


def test_the_kind_of_text_never_makes_a_fit_fail() -> None:
    words = ["fiets", "trein", "loon", "huur"]
    alike = plain([f"{'fiets ' * (place + 1)}" for place in range(25)])
    turned = plain([" ".join(np.roll(words, place % 4)) + " ja" * place for place in range(25)])
    apart = plain([f"woord{chr(97 + place)} zaak{chr(97 + place)}" for place in range(25)])
    for segments in (alike, turned, apart):
        for limits in SIZES.values():
            found = fit(segments, limits=limits)
            assert sum(topic.size for topic in found.topics) + sum(each.topic is None for each in found.members) == 25


def test_more_topics_asked_than_there_are_texts_give_as_many_as_there_can_be() -> None:
    for limits in SIZES.values():
        assert 1 <= len(fit(three_themes(), limits=limits, topics=100).topics) <= 60


def test_sizes_and_the_unassigned_add_up_to_all_segments() -> None:
    for limits in SIZES.values():
        found = fit(three_themes(), limits=limits)
        assert sum(topic.size for topic in found.topics) == sum(each.topic is not None for each in found.members)
        assert not_assigned(found) == pytest.approx(1 - sum(topic.size for topic in found.topics) / 60)


def test_topics_are_numbered_from_large_to_small() -> None:
    segments = three_themes()
    found = fit(segments[(segments["theme"] != "geld") | (segments.index % 2 == 0)], topics=3)
    sizes = [topic.size for topic in found.topics]
    assert sizes == sorted(sizes, reverse=True)
    assert [topic.number for topic in found.topics] == [1, 2, 3]


def test_a_text_without_content_belongs_nowhere() -> None:
    segments = three_themes()
    empty = segments.head(1).assign(segment_id="ja", text="Ja, nee, 2019, op.")
    found = fit(pd.concat([segments, empty]))
    assert next(each for each in found.members if each.segment_id == "ja").topic is None
    assert next(each for each in found.members if each.segment_id == "ja").similarity == 0
    assert [topic.words for topic in found.topics] == [topic.words for topic in fit(segments).topics]


def test_a_text_that_is_repeated_lands_with_its_twin_and_only_counts_more() -> None:
    segments = three_themes()
    twin = segments.head(1).assign(segment_id="twin", key="twin")
    once, twice = fit(segments), fit(pd.concat([segments, twin]))
    place = {each.segment_id: each.topic for each in twice.members}
    assert place["twin"] == place["reis-00"]
    assert {topic.words for topic in once.topics} == {topic.words for topic in twice.topics}
    assert sum(topic.size for topic in twice.topics) == sum(topic.size for topic in once.topics) + 1


def test_only_participants_are_counted_as_respondents() -> None:
    segments = three_themes()
    linked = segments.assign(participant_id=segments["participant_id"].where(segments["theme"] != "geld", None))
    found = fit(linked, topics=3)
    for topic, themes in zip(found.topics, themes_of_topics(found, segments), strict=True):
        assert (topic.respondents == 0) == ("geld" in themes)
        assert topic.respondents <= 12


def test_the_medoid_is_a_segment_of_the_topic() -> None:
    for limits in SIZES.values():
        found = fit(three_themes(), limits=limits)
        place = {each.segment_id: each.topic for each in found.members}
        assert [place[topic.medoid or ""] for topic in found.topics] == [topic.number for topic in found.topics]


def test_every_segment_has_a_nearest_topic_also_when_it_is_not_assigned() -> None:
    segments = three_themes()
    found, embedder = fit(segments, limits=MEDIUM), fit_embedder(segments["text"].tolist())
    table = nearest_topics(found, segments, embedder=embedder)
    assert table["segment_id"].tolist() == [each.segment_id for each in found.members]
    assert table["assigned"].tolist() == [each.topic is not None for each in found.members]
    themes = [max(each, key=each.__getitem__) for each in themes_of_topics(found, segments)]
    spoken = table.merge(segments, on="segment_id")["theme"]
    assert not table["assigned"].all()
    assert [themes[topic - 1] for topic in table["topic"]] == spoken.tolist()
    assert table["similarity"].between(-1, 1).all()
    own = [each.topic for each in found.members if each.topic is not None]
    assert table.loc[table["assigned"], "topic"].tolist() == own


def test_without_topics_nothing_is_nearest() -> None:
    segments = three_themes().head(5)
    table = nearest_topics(fit(segments), segments, embedder=fit_embedder(segments["text"].tolist()))
    assert table["topic"].tolist() == [None] * 5
    assert not table["assigned"].any()


def test_a_fit_is_known_by_what_it_was_made_of() -> None:
    segments = three_themes()
    found = fit(segments)
    others = fit(segments, seed=7), fit(segments, topics=3), fit(segments, limits=SAMPLE), fit(segments.head(40))
    assert len({found.id, *(each.id for each in others)}) == 5
    assert all(isinstance(text, str) for pair in found.settings.items() for text in pair)
    assert "version.numpy" in found.settings
    assert found.settings["embedder.method"] == "tfidf-svd"


def test_clear_themes_are_stable_and_noise_is_not() -> None:
    segments = three_themes()
    clear, vague = (
        stability(fit(each, topics=3), each, embedder=fit_embedder(each["text"].tolist()), runs=5, limits=MEDIUM)
        for each in (segments, noise())
    )
    assert clear.value is not None
    assert vague.value is not None
    assert clear.value > vague.value + 0.1
    assert set(clear.topics) == {1, 2, 3}
    assert clear.value == pytest.approx(float(np.mean(list(clear.topics.values()))))


def test_stability_is_the_same_each_time_and_for_each_order() -> None:
    segments = three_themes()
    found, embedder = fit(segments, limits=MEDIUM), fit_embedder(segments["text"].tolist())
    one = stability(found, segments, embedder=embedder, runs=3, limits=MEDIUM)
    assert one == stability(found, segments.iloc[::-1], embedder=embedder, runs=3, limits=MEDIUM)
