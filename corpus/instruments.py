"""Instruments: the interview rounds, communities and groups that the material comes from, with their register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InstrumentKind(StrEnum):
    """How the material was gathered."""

    INTERVIEW = "interview"
    COMMUNITY = "community"
    SURVEY = "survey"
    GROUP = "group"
    ADVOCATE = "advocate"
    SESSION = "session"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A row of the material register; what it says is printed beside every figure that rests on it."""

    id: str
    key: str
    title: str
    kind: InstrumentKind
    perspective: str | None
    ordinal: int
    held_from: date | None = None
    held_until: date | None = None
    invited: int | None = None
    took_part: int | None = None
    conducted_by: str = ""
    analysed_by: str = ""
    selection: str = ""
    bias: str = ""
    consent: str = ""
    anonymity: str = ""
