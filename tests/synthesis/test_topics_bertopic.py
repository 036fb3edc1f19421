"""The door to BERTopic: a real run, the same twice, in our own shape; and what is said where it is not installed."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from corpus.embedding import fit_embedder
from synthesis.topic_methods.policy import Limits
from synthesis.topics import Topic, TopicFit, TopicMember, fit_topics, stability
from tests.synthesis.topics_corpus import digest_of_fit, noise, three_themes

ROOT = Path(__file__).parents[2]
WITHOUT_BERTOPIC = """
import sys
sys.modules["bertopic"] = None
from corpus.embedding import fit_embedder
from study.errors import ExtraMissing
from study.messages import set_language
from synthesis.topics import fit_topics
from tests.synthesis.topics_corpus import three_themes
set_language("en")
segments = three_themes()
try:
    fit_topics(segments, embedder=fit_embedder(segments["text"].tolist()), method="bertopic")
except ExtraMissing as missing:
    print(missing)
"""


def fit(segments: pd.DataFrame, *, limits: Limits | None = None, topics: int | None = None) -> TopicFit:
    embedder = fit_embedder(segments["text"].tolist())
    return fit_topics(segments, embedder=embedder, method="bertopic", limits=limits, topics=topics)


def run(*command: str, hash_seed: str = "0") -> str:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_it_finds_the_three_themes() -> None:
    segments = three_themes()
    found = fit(segments)
    theme = dict(zip(segments["segment_id"], segments["theme"], strict=True))
    places = Counter((each.topic, theme[each.segment_id]) for each in found.members if each.topic)
    assert len(found.topics) == 3
    assert sum(max(places[number, name] for name in set(theme.values())) for number in (1, 2, 3)) >= 0.95 * sum(
        places.values()
    )


def test_everything_that_leaves_the_door_is_our_own() -> None:
    found = fit(three_themes())
    assert {type(each) for each in found.topics} == {Topic}
    assert {type(each) for each in found.members} == {TopicMember}
    plain = [value for topic in found.topics for value in (*topic.words, *topic.weights, topic.size)]
    assert {type(value) for value in plain} == {str, float, int}
    assert all(topic.words and len(topic.words) <= 10 for topic in found.topics)
    assert {"version.bertopic", "version.umap-learn", "version.numba"} <= set(found.settings)


def test_the_order_of_the_segments_changes_nothing() -> None:
    segments = noise()
    assert fit(segments.iloc[::-1]) == fit(segments)


def test_another_process_gives_the_same_bytes() -> None:
    other = run("-m", "tests.synthesis.topics_corpus", "bertopic", hash_seed="1")
    assert other == digest_of_fit("bertopic")


@pytest.mark.parametrize("size", [0, 1, 5, 19, 20, 21])
def test_few_texts_never_make_it_fail(size: int) -> None:
    found = fit(three_themes().head(size))
    assert bool(found.topics) == (size >= 20)
    assert len(found.members) == size


@pytest.mark.parametrize("size", range(3, 9))
def test_it_runs_on_a_handful_of_texts_for_who_lowers_the_limits(size: int) -> None:
    assert len(fit(noise().head(size), limits=Limits(small=3)).members) == size


def test_texts_that_are_all_alike_never_make_it_fail() -> None:
    texts = [f"{'fiets ' * (place + 1)}" for place in range(25)]
    people = [f"p{place % 6}" for place in range(25)]
    alike = pd.DataFrame(
        {"segment_id": map(str, range(25)), "document_id": people, "participant_id": people, "text": texts}
    )
    assert sum(topic.size for topic in fit(alike).topics) <= 25


def test_what_is_not_in_the_sample_is_assigned_to_the_nearest_topic() -> None:
    segments = three_themes()
    found = fit(segments, limits=Limits(medium=20, sample=30, sample_size=40, block=16), topics=3)
    assert (found.policy, found.settings["fitted_texts"]) == ("groot_sample", "40")
    assert len(found.members) == 60
    assert sum(each.topic is not None for each in found.members) > 40


def test_its_stability_can_be_asked_too() -> None:
    segments = three_themes()
    found = stability(fit(segments), segments, embedder=fit_embedder(segments["text"].tolist()), runs=2)
    assert found.value is not None
    assert 0 < found.value <= 1


def test_it_leaves_the_warnings_of_the_process_as_they_were() -> None:
    before = list(warnings.filters)
    fit(three_themes().head(25))
    assert warnings.filters == before


def test_nothing_is_printed_along_the_way(capfd: pytest.CaptureFixture[str]) -> None:
    fit(three_themes().head(25))
    assert capfd.readouterr() == ("", "")


def test_where_it_is_not_installed_the_sentence_names_both_commands() -> None:
    sentence = run("-c", WITHOUT_BERTOPIC)
    assert "“bertopic”" in sentence
    assert 'pip install "rodedraad[topics]"' in sentence
    assert "pip install --no-deps bertopic==" in sentence


def test_the_built_in_way_loads_none_of_its_libraries() -> None:
    loaded = run(
        "-c",
        "import sys; from tests.synthesis.topics_corpus import digest_of_fit; digest_of_fit('builtin');"
        "print([name for name in ('bertopic', 'umap', 'hdbscan', 'numba', 'torch') if name in sys.modules])",
    )
    assert loaded.strip() == "[]"
