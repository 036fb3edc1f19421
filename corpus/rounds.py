"""Rounds: what a person chose for the files of one round, kept so that the next file needs no questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """How files of one format are read in one round (an instrument; None for files that belong to none).

    `settings` holds what was overruled, by name, as text: encoding, delimiter, sheet, speakers, `column.text`, …
    """

    id: str
    instrument_id: str | None
    format: str
    made_at: datetime
    by: str
    settings: Mapping[str, str] = field(default_factory=dict)
