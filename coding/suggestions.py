"""Suggestions: codes that a method proposes for a passage; never counted until a person accepts them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code (key) proposed for the span [start, end) of a document, with the method and its score from 0 to 1.

    `accepted` is None until somebody decides.
    """

    id: str
    document_id: str
    start: int
    end: int
    code: str
    method: str
    score: float
    made_at: datetime
    accepted: bool | None = None
    decided_by: str | None = None


NEIGHBOURS = 12
LEAST_LIKE = 0.25
"""A neighbour that is less alike than this has no say."""
LEAST_SCORE = 0.5
FEWEST = 3
"""So many neighbours at least carry a code that is proposed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A code (key) for a turn (its place among the turns), with its score from 0 to 1."""

    turn: int
    code: str
    score: float


def propose_codes(
    vectors: NDArray[np.float64], coded: Mapping[int, Collection[str]], wanted: Sequence[int]
) -> tuple[Proposal, ...]:
    """Codes for turns by the coded turns that are most like them (nearest neighbours; Cover and Hart, 1967).

    `vectors` has a row of length 1 or 0 for each turn, `coded` says of turns (rows) which codes they carry, `wanted`
    are the turns that are looked at. The score of a code is the share of the likeness of the neighbours that carry it;
    it is proposed from a half, when three neighbours or more carry it. The most certain come first in each turn.
    """
    import numpy as np

    known = np.array(sorted(coded), dtype=int)
    if not len(known) or not len(wanted):
        return ()
    likeness = np.round(vectors[np.array(wanted)] @ vectors[known].T, 6)
    found: list[Proposal] = []
    for row, turn in enumerate(wanted):
        order = [each for each in np.argsort(-likeness[row], kind="stable") if known[each] != turn][:NEIGHBOURS]
        near = [(float(likeness[row, each]), int(known[each])) for each in order if likeness[row, each] >= LEAST_LIKE]
        found += _voted(turn, near, coded)
    return tuple(found)


def _voted(turn: int, near: Sequence[tuple[float, int]], coded: Mapping[int, Collection[str]]) -> list[Proposal]:
    whole = sum(alike for alike, _other in near)
    votes: dict[str, list[float]] = {}
    for alike, other in near:
        for code in coded[other]:
            votes.setdefault(code, []).append(alike)
    scored = [(code, sum(some) / whole) for code, some in sorted(votes.items()) if len(some) >= FEWEST]
    kept = sorted(((code, score) for code, score in scored if score >= LEAST_SCORE), key=lambda pair: -pair[1])
    return [Proposal(turn, code, round(score, 3)) for code, score in kept]
