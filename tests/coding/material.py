"""Small material for the tests of coding: ids are made of what things are called."""

from __future__ import annotations

from typing import Any

from coding import Code, Coding
from corpus.documents import Document, DocumentKind
from corpus.guides import Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit

TEXT = "Wie belde u toen het werk stopte?\n\nNiemand. Ik heb zelf gebeld.\n\nEn daarna?\n\nToen kwam mijn coach langs."
ASKED, ANSWERED, ASKED_ON, ANSWERED_ON = (0, 33), (35, 63), (65, 75), (77, 104)


def a_document(source: str = "w01.vtt", *, text: str = TEXT, instrument: str | None = None) -> Document:
    return Document(
        f"doc-{source}", source, text, DocumentKind.TRANSCRIPT, instrument, None, "nl", None, source, f"digest-{source}"
    )


def an_instrument(key: str = "interviews", *, perspective: str | None = "werkgever") -> Instrument:
    return Instrument(f"ins-{key}", key, key.capitalize(), InstrumentKind.INTERVIEW, perspective, 1)


def a_participant(code: str = "WG01", *, perspective: str = "werkgever") -> Participant:
    return Participant(f"par-{code}", code, perspective)


def a_turn(span: tuple[int, int], *, ordinal: int = 0, source: str = "w01.vtt", **about: Any) -> Segment:
    about = {"unit": Unit.TURN, "role": Role.RESPONDENT, **about}
    return Segment(f"seg-{source}-{ordinal}", f"doc-{source}", ordinal, start=span[0], end=span[1], **about)


def an_interview(source: str = "w01.vtt", *, participant: str = "WG01", question: str | None = None) -> list[Segment]:
    """Two questions and two answers."""
    asked: dict[str, Any] = {
        "source": source,
        "role": Role.INTERVIEWER,
        "speaker": "Onderzoeker",
        "question_id": question,
    }
    said: dict[str, Any] = {
        "source": source,
        "speaker": "Respondent",
        "participant_id": f"par-{participant}",
        "question_id": question,
    }
    return [
        a_turn(ASKED, ordinal=0, **asked),
        a_turn(ANSWERED, ordinal=1, **said),
        a_turn(ASKED_ON, ordinal=2, **asked),
        a_turn(ANSWERED_ON, ordinal=3, **said),
    ]


def a_code(key: str, *, group: str = "knelpunt", parent: str | None = None, name: str = "", ordinal: int = 1) -> Code:
    return Code(f"code-{key}", key, group, name or key.capitalize(), ordinal, parent=parent)


def a_coding(span: tuple[int, int], *, source: str = "w01.vtt", coder: str = "marit", **said: Any) -> Coding:
    told = "-".join(f"{value}" for value in said.values())
    said = {"id": f"cod-{source}-{span}-{coder}-{told}", **said}
    return Coding(document_id=f"doc-{source}", start=span[0], end=span[1], coder=coder, **said)


def a_question(key: str = "q1", *, phase: str | None = None, actor: str | None = None) -> Question:
    return Question(
        f"que-{key}", key, "guide", 1, "Wie belde u?", prompted=True, default_phase=phase, default_actor=actor
    )
