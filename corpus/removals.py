"""Removals: that somebody's words were taken out of the study, and how much that was; never which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Removal:
    """One withdrawal of consent: who was removed (the code only), when, by whom, and how many records of each kind."""

    id: str
    code: str
    made_at: datetime
    by: str
    counts: Mapping[str, int] = field(default_factory=dict)
