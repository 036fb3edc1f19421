from __future__ import annotations

import pytest

from corpus.documents import DocumentKind
from corpus.errors import NoSuchTurn, UnknownQuestion
from corpus.prompts import link_questions
from corpus.readers.drafts import Draft
from corpus.reading import Reading
from tests.corpus.material import a_question, a_reading, a_talk

FIRST, SECOND = a_question("q1", text="Hoe ging het?"), a_question("q2", text="En daarna?")


def _linked(reading: Reading, asked_in: dict[int, str] | None = None) -> list[str | None]:
    asking = [turn.speaker == "I" for turn in reading.turns]
    return link_questions(reading, asking=asking, questions=[FIRST, SECOND], asked_in=asked_in or {})


def test_answers_go_with_the_last_question_that_was_put() -> None:
    talk = a_talk(
        ("I", "Welkom."),
        ("R", "Dank."),
        ("I", " hoe  ging HET? "),
        ("R", "Goed."),
        ("I", "Echt?"),
        ("R", "Hoe ging het?"),
        ("I", "“En daarna…”"),
        ("R", "Weg."),
    )
    assert _linked(talk) == [None, None, "que-q1", "que-q1", "que-q1", "que-q1", "que-q2", "que-q2"]


def test_a_mapping_says_where_a_question_is_put_in_other_words() -> None:
    talk = a_talk(("I", "Vertel eens."), ("R", "Goed."), ("I", "En daarna?"), ("R", "Weg."))
    assert _linked(talk, {0: "que-q1", 2: "que-q1"}) == ["que-q1"] * 4


def test_posts_go_with_the_prompt_of_their_thread_or_of_the_post_they_answer() -> None:
    posts = a_reading(
        Draft("a", "M", thread="A", prompt="Hoe ging het?"),
        Draft("b", "E", thread="A"),
        Draft("c", "E", thread="B"),
        Draft("d", "F", thread="C", reply_to=1),
        Draft("e", "F", thread="C", prompt="Q2"),
        Draft("f", "F", reply_to=2),
        kind=DocumentKind.COMMUNITY,
    )
    assert _linked(posts) == ["que-q1", "que-q1", None, "que-q2", "que-q2", None]


def test_posts_without_threads_go_up_the_replies_and_a_circle_ends() -> None:
    posts = a_reading(
        Draft("a", "M", prompt="q1"),
        Draft("b", "E", reply_to=0),
        Draft("c", "E", reply_to=1),
        Draft("d", "E", reply_to=4),
        Draft("e", "E", reply_to=3),
        kind=DocumentKind.COMMUNITY,
    )
    assert _linked(posts) == ["que-q1", "que-q1", "que-q1", None, None]


def test_a_mapping_that_does_not_fit_is_refused() -> None:
    talk = a_talk(("I", "Hoe?"), ("R", "Goed."))
    with pytest.raises(NoSuchTurn):
        _linked(talk, {2: "que-q1"})
    with pytest.raises(UnknownQuestion):
        _linked(talk, {0: "que-elders"})
