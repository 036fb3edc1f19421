"""Which words carry content, and which tell a topic from the others."""

from __future__ import annotations

import math

import pytest

from corpus.embedding import fit_embedder
from synthesis.topic_methods.words import content_words, count_words, telling_words, written_forms
from synthesis.topics import fit_topics
from tests.synthesis.topics_corpus import three_themes


def test_stop_words_filler_numbers_and_short_words_carry_no_content() -> None:
    text = "Klopt, eigenlijk ging ik, zeg maar, in 2019 met 3 OV-fietsen en het OV naar m'n werkplek."
    assert content_words(text) == ["ov-fietsen", "werkplek"]


def test_words_stay_as_people_write_them() -> None:
    assert content_words("Collega’s, re-integratie en reïntegratie; café") == [
        "collega's",
        "re-integratie",
        "reïntegratie",
        "café",
    ]


@pytest.mark.parametrize("text", ["", "Ja, hoor.", "12 en 2019", "…", "🙂"])
def test_some_texts_have_no_content(text: str) -> None:
    assert content_words(text) == []


def test_a_speaker_counts_once_however_often_a_word_is_said() -> None:
    spoken = [(0, [("bus bus", 0), ("bus", 0)]), (1, [("bus", 0), ("loon", 1)])]
    counts = count_words(spoken, groups=2)
    assert counts.speakers[0]["bus"] == 2
    assert counts.texts[0]["bus"] == 3
    assert counts.speakers[1] == {"loon": 1}


def test_the_weight_is_the_printed_formula() -> None:
    spoken = [(0, [("bus halte", 0)]), (1, [("bus", 0), ("bus loon", 1)])]
    first, second = telling_words(count_words(spoken, groups=2), top=2)
    mean = 5 / 2
    assert first == [("halte", math.log1p(mean / 1)), ("bus", 2 * math.log1p(mean / 3))]
    assert [word for word, _ in second] == ["loon", "bus"]


def test_equal_weights_go_by_texts_and_then_by_the_alphabet() -> None:
    spoken = [(0, [("halte bus", 0), ("halte trein", 0), ("fiets", 0)])]
    assert [word for word, _ in telling_words(count_words(spoken, groups=1), top=4)[0]] == [
        "halte",
        "bus",
        "fiets",
        "trein",
    ]


def test_capitals_are_kept_where_people_write_them_inside_a_sentence() -> None:
    texts = ["Vervoer is lastig. UWV belde.", "Toen zei UWV dat vervoer niet kan.", "Ik bel UWV, vervoer kan."]
    assert written_forms(texts, ["uwv", "vervoer", "belde", "fiets"]) == {
        "uwv": "UWV",
        "vervoer": "vervoer",
        "belde": "belde",
        "fiets": "fiets",
    }


def test_the_words_of_topics_obey_all_of_this() -> None:
    segments = three_themes()
    topics = fit_topics(segments, embedder=fit_embedder(segments["text"].tolist())).topics
    words = {word for topic in topics for word in topic.words}
    assert all(len(word) >= 3 and content_words(word) for word in words)
    assert all(list(topic.weights) == sorted(topic.weights, reverse=True) for topic in topics)
    assert all(len(topic.words) == len(topic.weights) <= 10 for topic in topics)
