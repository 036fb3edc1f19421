"""Segments: the units in which a document is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a segment is."""

    TURN = "turn"
    POST = "post"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class Role(StrEnum):
    """Who speaks: a respondent counts, an interviewer does not, a group voice counts as one voice and no respondent."""

    RESPONDENT = "respondent"
    INTERVIEWER = "interviewer"
    GROUP = "group"
    NONE = "none"


class Part(StrEnum):
    """What a segment is in a published text: running text, or one of the pieces that are taken out of it."""

    TEXT = "text"
    QUOTE = "quote"
    BOX = "box"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Segment:
    """A span [start, end) of a document, with who spoke (label and participant), when, and in reply to what.

    Times are seconds from the start of the recording; `posted_at` is the date and time of a community post as
    its export writes it in ISO form; `likes` are reactions (instemming), never counted as respondents. Of a published
    text: `page` counts from 1, `part` says whether it is a quote, a box or a bullet of a figure.
    """

    id: str
    document_id: str
    ordinal: int
    unit: Unit
    start: int
    end: int
    speaker: str | None = None
    participant_id: str | None = None
    role: Role = Role.NONE
    starts_at: float | None = None
    ends_at: float | None = None
    posted_at: str | None = None
    reply_to: str | None = None
    question_id: str | None = None
    likes: int = 0
    page: int | None = None
    part: Part = Part.TEXT
