"""Ballots (stembriefjes): marks as cast, never repaired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BallotState(StrEnum):
    """What a ballot counts as; turnout is valid + blank + invalid, results use valid only."""

    VALID = "valid"
    BLANK = "blank"
    INVALID = "invalid"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's ranking: tiers of option keys, best first; options in one tier are tied, others are unranked.

    `key` is random and says nothing about the person; `perspective` is set only in sessions over all perspectives.
    """

    id: str
    session_id: str
    key: str
    tiers: tuple[tuple[str, ...], ...]
    state: BallotState
    reason: str | None = None
    perspective: str | None = None
