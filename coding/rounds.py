"""Rounds of double coding: the same units by several coders, blind to each other until the round is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CodingRound:
    """Who codes which units with which codes (keys; none is all of them).

    `unit` is turn, sentence or character; `sample` says how the units were drawn ({"share": 0.1} or {"per_code": 50}),
    with `seed`. A round without `closed_at` is open: its coders do not see each other's codings in its documents.
    With one coder it is a round of that same person later (intra-coder).
    """

    id: str
    title: str
    coders: tuple[str, ...]
    unit: str
    codes: tuple[str, ...]
    sample: Mapping[str, float]
    seed: int
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoundUnit:
    """One unit that was there to be coded in a round: the span [start, end) of a document."""

    id: str
    round_id: str
    document_id: str
    start: int
    end: int
