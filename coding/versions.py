"""Versions of the codebook: each change makes one, and every coding knows the version it was made with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CodebookVersion:
    """One version: `number` counts from 1, `step` is the step in the journal that made it, `what` names the change."""

    id: str
    number: int
    made_at: datetime
    by: str
    step: str
    what: str
