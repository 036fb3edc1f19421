from __future__ import annotations

from corpus.asked_questions import AskedOf, Asking, questions_asked
from corpus.documents import DocumentKind
from corpus.segments import Role
from tests.corpus.material import a_document, a_guide, a_question, a_segment

GUIDES = (a_guide("g", instrument="interviews"), a_guide("p", instrument="community"))
Q1, Q2, P1 = a_question("q1"), a_question("q2"), a_question("p1", guide="p")


def test_a_question_is_answered_put_or_only_on_the_list() -> None:
    documents = [a_document("a", instrument="interviews", guide="g")]
    segments = [
        a_segment("a", None, role=Role.INTERVIEWER, question="q1"),
        a_segment("a", "W1", question="q1", ordinal=1),
        a_segment("a", "W1", question="q1", ordinal=2),
        a_segment("a", "W2", ordinal=3),
    ]
    assert questions_asked(GUIDES, [Q1, Q2, P1], documents, segments) == {
        ("par-W1", "que-q1"): AskedOf(Asking.ANSWERED, 2),
        ("par-W1", "que-q2"): AskedOf(Asking.LISTED),
        ("par-W2", "que-q1"): AskedOf(Asking.PUT),
        ("par-W2", "que-q2"): AskedOf(Asking.LISTED),
    }


def test_two_talks_with_one_person_are_taken_together() -> None:
    documents = [a_document("a", instrument="interviews"), a_document("b", instrument="interviews")]
    segments = [a_segment("a", "W1", question="q1"), a_segment("b", "W1"), a_segment("b", "W1", question="q1")]
    found = questions_asked(GUIDES, [Q1], documents, segments)
    assert found == {("par-W1", "que-q1"): AskedOf(Asking.ANSWERED, 2)}


def test_a_prompt_is_asked_of_those_who_post_under_it() -> None:
    documents = [a_document("c", instrument="community", guide="p", kind=DocumentKind.COMMUNITY)]
    segments = [a_segment("c", "J1", question="p1"), a_segment("c", "J2")]
    found = questions_asked(GUIDES, [P1], documents, segments)
    assert found == {("par-J1", "que-p1"): AskedOf(Asking.ANSWERED, 1)}


def test_interviewers_and_group_voices_are_asked_nothing() -> None:
    documents = [a_document("a", instrument="interviews", guide="g")]
    segments = [a_segment("a", "W1", role=Role.GROUP, question="q1"), a_segment("a", None, role=Role.INTERVIEWER)]
    assert questions_asked(GUIDES, [Q1], documents, segments) == {}
