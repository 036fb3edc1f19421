"""Suggestions: codes that a method proposes for a passage; never counted until a person accepts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code (key) proposed for the span [start, end) of a document, with the method and its score from 0 to 1.

    `accepted` is None until somebody decides.
    """

    id: str
    document_id: str
    start: int
    end: int
    code: str
    method: str
    score: float
    made_at: datetime
    accepted: bool | None = None
    decided_by: str | None = None
