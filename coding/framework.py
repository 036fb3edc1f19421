"""The framework matrix: cases by themes, with a summary in each cell (Ritchie and Spencer, 1994)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FrameworkSummary:
    """What a researcher typed about one participant and one theme (code key), with the codings it rests on."""

    id: str
    participant_id: str
    code: str
    text: str
    by: str
    made_at: datetime
    codings: tuple[str, ...] = ()
