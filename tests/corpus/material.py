"""Small material for the tests of the corpus: ids are made of what things are called."""

from __future__ import annotations

from typing import Any

from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.readers.drafts import Draft, place_turns
from corpus.reading import Reading
from corpus.segments import Role, Segment, Unit
from study.ids import digest_of

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"


def a_reading(*drafts: Draft, kind: DocumentKind = DocumentKind.TRANSCRIPT, source: str = "gesprek.docx") -> Reading:
    text, turns = place_turns(drafts)
    digest = digest_of(f"{source}\n{text}".encode())
    return Reading(source, kind, text, turns, (), digest, source, None, "docx")


def a_talk(*said: tuple[str | None, str], source: str = "gesprek.docx") -> Reading:
    return a_reading(*(Draft(text, speaker) for speaker, text in said), source=source)


def a_participant(code: str, perspective: str = "werkgever", *labels: str) -> Participant:
    return Participant(f"par-{code}", code, perspective, labels)


def an_instrument(
    key: str, kind: InstrumentKind = InstrumentKind.INTERVIEW, *, perspective: str | None = "werkgever"
) -> Instrument:
    return Instrument(f"ins-{key}", key, key.capitalize(), kind, perspective, 1)


def a_guide(key: str, *, instrument: str) -> Guide:
    return Guide(f"gui-{key}", key, f"ins-{instrument}", "1")


def a_question(key: str, *, guide: str = "g", text: str = "", **about: Any) -> Question:
    return Question(f"que-{key}", key, f"gui-{guide}", 1, text or f"Vraag {key}?", **about)


def a_document(
    name: str,
    *,
    instrument: str | None,
    guide: str | None = None,
    kind: DocumentKind = DocumentKind.TRANSCRIPT,
) -> Document:
    instrument_id = f"ins-{instrument}" if instrument else None
    guide_id = f"gui-{guide}" if guide else None
    return Document(f"doc-{name}", name, "Ja.", kind, instrument_id, guide_id, "nl", None, name, f"digest-{name}")


def a_segment(
    document: str,
    participant: str | None,
    *,
    role: Role = Role.RESPONDENT,
    question: str | None = None,
    ordinal: int = 0,
) -> Segment:
    return Segment(
        id=f"seg-{document}-{participant}-{question}-{ordinal}",
        document_id=f"doc-{document}",
        ordinal=ordinal,
        unit=Unit.TURN,
        start=0,
        end=3,
        participant_id=f"par-{participant}" if participant else None,
        role=role,
        question_id=f"que-{question}" if question else None,
    )
