"""Quotes: the verbatim passages that are printed under a statement or behind a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from synthesis.evidence import Stance


@dataclass(frozen=True, slots=True)
class Quote:
    """One verbatim passage: the exact text of [start, end) in its document, with who said it.

    `participant` is the respondent's code (None for a group voice), `document` the name of the source file. `contra`
    marks the one quote that says the opposite of its statement; `stance` is filled behind a verdict only.
    """

    coding_id: str
    text: str
    document_id: str
    document: str
    start: int
    end: int
    segment_id: str | None = None
    participant_id: str | None = None
    participant: str | None = None
    perspective: str | None = None
    phase: str | None = None
    contra: bool = False
    stance: Stance | None = None
