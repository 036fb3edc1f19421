"""Asked questions: which question of the topic list was put to which participant, as far as anybody recorded it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.asked import guides_of
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.segments import Role, Segment


class Asking(StrEnum):
    """What is known of one question and one participant."""

    ANSWERED = "answered"
    PUT = "put"
    LISTED = "listed"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Whether a question was put to a participant: in a linked turn, or only by the list used; `answers` are turns."""

    asking: Asking = Asking.NOT
    answers: int = 0


def questions_asked(
    guides: Sequence[Guide], questions: Iterable[Question], documents: Iterable[Document], segments: Iterable[Segment]
) -> dict[tuple[str, str], AskedOf]:
    """For each participant (id) and question (id) what is known; a pair that is not in it was not asked.

    A question is *answered* when a turn of the participant goes with it, *put* when it was put where the participant
    speaks, *listed* when a talk was held with its topic list and nobody linked it.
    """
    listed = _by_guide(questions)
    spoken, answers, put = _spoken(segments)
    made: dict[tuple[str, str], AskedOf] = {}
    for document in documents:
        of_list = set().union(*(listed.get(each, set()) for each in guides_of(document, guides)))
        for person in spoken.get(document.id, ()):
            for question in of_list | put.get(document.id, set()):
                own = answers.get((document.id, person, question), 0)
                here = _asking(own, question in put.get(document.id, ()), document)
                made[person, question] = _together(made.get((person, question), AskedOf()), AskedOf(here, own))
    return {pair: each for pair, each in made.items() if each.asking is not Asking.NOT}


def _asking(answers: int, is_put: bool, document: Document) -> Asking:
    """In a community a prompt is asked of those who post under it (synthesis.md 3.2)."""
    if answers:
        return Asking.ANSWERED
    if document.kind == DocumentKind.COMMUNITY:
        return Asking.NOT
    return Asking.PUT if is_put else Asking.LISTED


def _together(one: AskedOf, other: AskedOf) -> AskedOf:
    order = list(Asking)
    return AskedOf(min(one.asking, other.asking, key=order.index), one.answers + other.answers)


def _by_guide(questions: Iterable[Question]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in questions:
        found.setdefault(each.guide_id, set()).add(each.id)
    return found


def _spoken(
    segments: Iterable[Segment],
) -> tuple[dict[str, set[str]], dict[tuple[str, str, str], int], dict[str, set[str]]]:
    """Who speaks in each document, how many turns of each go with each question, and what is put in it."""
    spoken: dict[str, set[str]] = {}
    answers: dict[tuple[str, str, str], int] = {}
    put: dict[str, set[str]] = {}
    for each in segments:
        if each.question_id is not None:
            put.setdefault(each.document_id, set()).add(each.question_id)
        if each.role == Role.RESPONDENT and each.participant_id is not None:
            spoken.setdefault(each.document_id, set()).add(each.participant_id)
            if each.question_id is not None:
                key = (each.document_id, each.participant_id, each.question_id)
                answers[key] = answers.get(key, 0) + 1
    return spoken, answers, put
