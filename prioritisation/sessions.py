"""Voting sessions: what was put to whom, under which rule, fixed before it opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SessionForm(StrEnum):
    """Ballots (stemmen) or consultation (overleg)."""

    BALLOTS = "ballots"
    CONSULTATION = "consultation"


class SessionStatus(StrEnum):
    """A session is prepared, open, or closed; results exist only when it is closed."""

    PREPARED = "voorbereid"
    OPEN = "open"
    CLOSED = "gesloten"


@dataclass(frozen=True, slots=True)
class Option:
    """An improvement point as it was worded when the session opened; votes bind to this wording."""

    key: str
    point_id: str
    title: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class VotingSession:
    """A session of one perspective (or of all, when `perspective` is None) with its frozen options and rule."""

    id: str
    key: str
    title: str
    perspective: str | None
    form: SessionForm
    rule: str
    unranked: str
    options: tuple[Option, ...]
    held_on: date | None = None
    top_k: int | None = None
    ties_allowed: bool = True
    seed: str = ""
    invited: int | None = None
    status: SessionStatus = SessionStatus.PREPARED
