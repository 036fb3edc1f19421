"""Adjudication: what was decided about a unit that coders disagreed on, why, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Adjudication:
    """Whether a code (key) belongs on a unit of a round after all; the codings themselves stay as they were."""

    id: str
    round_id: str
    document_id: str
    start: int
    end: int
    code: str
    is_present: bool
    reason: str
    by: str
    made_at: datetime
