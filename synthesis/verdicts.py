"""Verdicts (toetsingsuitkomsten): what a printed rule proposes, and what a person makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """The verdict of a cell; the stored names are those of the rule tables (synthesis.md, 4.3 to 4.5)."""

    SUBSTANTIATED = "onderbouwd"
    NUANCED = "genuanceerd"
    DIVIDED = "verdeeld"
    NOT_SUBSTANTIATED = "niet_onderbouwd"
    CONTRADICTED = "weersproken"
    TOO_LITTLE = "onvoldoende_bewijs"
    NOT_EXAMINED = "niet_onderzocht"


@dataclass(frozen=True, slots=True)
class Override:
    """A person's verdict instead of the rule's, with the reason and the hash of the evidence it was based on."""

    id: str
    assumption: str
    column: str
    value: Outcome
    reason: str
    by: str
    made_at: datetime
    inputs_hash: str
