from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.put_questions import put_questions, relink_questions
from corpus.segments import Segment, Unit

TALK, COMMUNITY = DocumentKind.TRANSCRIPT, DocumentKind.COMMUNITY
CHOICES = st.dictionaries(st.integers(0, 9).map("s{}".format), st.sampled_from(["q1", "q2", "q3", None]))


def talk(*questions: str | None, replies: dict[int, int] | None = None) -> tuple[Segment, ...]:
    replies = replies or {}
    return tuple(
        Segment(
            f"s{place}", "doc", place, Unit.TURN, place, place + 1,
            question_id=question, reply_to=f"s{replies[place]}" if place in replies else None,
        )
        for place, question in enumerate(questions)
    )  # fmt: skip


def after(segments: tuple[Segment, ...], chosen: dict[str, str | None], kind: DocumentKind = TALK) -> list[str | None]:
    new = {each.id: each for each in relink_questions(segments, kind, chosen)}
    return [new.get(each.id, each).question_id for each in segments]


def test_a_question_is_put_where_another_one_begins() -> None:
    assert put_questions(talk(None, "q1", "q1", "q2", "q1"), TALK) == {"s1": "q1", "s3": "q2", "s4": "q1"}


def test_answers_go_with_the_question_until_the_next_one_that_was_put() -> None:
    assert after(talk(None, None, None, "q2", "q2"), {"s1": "q1"}) == [None, "q1", "q1", "q2", "q2"]
    assert after(talk("q1", "q1", "q1", "q1"), {"s2": "q3"}) == ["q1", "q1", "q3", "q3"]


def test_a_turn_that_puts_nothing_goes_on_with_the_question_before() -> None:
    assert after(talk("q1", "q1", "q2", "q2"), {"s2": None}) == ["q1"] * 4
    assert after(talk(None, "q1", "q1"), {"s1": None}) == [None] * 3


def test_posts_go_with_the_post_they_reply_to() -> None:
    posts = talk(None, None, None, "q2", "q2", replies={1: 0, 2: 1, 4: 3})
    assert put_questions(posts, COMMUNITY) == {"s3": "q2"}
    assert after(posts, {"s0": "q1"}, COMMUNITY) == ["q1", "q1", "q1", "q2", "q2"]
    assert after(posts, {"s1": "q1"}, COMMUNITY) == [None, "q1", "q1", "q2", "q2"]


def test_a_community_without_replies_is_read_in_its_order() -> None:
    assert after(talk(None, None, None), {"s1": "q1"}, COMMUNITY) == [None, "q1", "q1"]


def test_only_what_changes_is_given_back() -> None:
    assert relink_questions(talk("q1", "q1"), TALK, {"s0": "q1"}) == ()


@given(CHOICES, CHOICES)
def test_what_was_put_before_puts_everything_back(first: dict[str, str | None], then: dict[str, str | None]) -> None:
    segments = talk(*[None] * 10)
    linked = tuple(replace(each, question_id=one) for each, one in zip(segments, after(segments, first), strict=True))
    changed = after(linked, then)
    there = tuple(replace(each, question_id=one) for each, one in zip(linked, changed, strict=True))
    back: dict[str, str | None] = dict.fromkeys(put_questions(there, TALK)) | put_questions(linked, TALK)
    assert after(there, back) == [each.question_id for each in linked]
