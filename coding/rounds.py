"""Rounds of double coding: the same units by several coders, blind to each other until the round is closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coding.codings import Coding


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


def is_coder(name: str | None, coders: Iterable[str]) -> bool:
    """Whether the name is among the coders, in whatever capitals."""
    return name is not None and name.casefold() in {each.casefold() for each in coders}


def is_blind_in(coding_round: CodingRound, name: str | None) -> bool:
    """Whether the round hides codings from this person: one of its coders, or somebody without a name."""
    return coding_round.closed_at is None and (name is None or is_coder(name, coding_round.coders))


@dataclass(frozen=True, slots=True)
class Blindfold:
    """What one person may not see while rounds are open; `by` is None for somebody who gave no name.

    `rounds` are the open ones that concern this person, by document (id).
    """

    by: str | None
    rounds: Mapping[str, tuple[CodingRound, ...]]

    def hides(self, coding: Coding) -> bool:
        """Whether the coding is hidden: it is another coder's in a round, or this person's own of before the round."""
        here = self.rounds.get(coding.document_id, ())
        if not is_coder(self.by, [coding.coder]):
            return bool(here)
        return any(len(each.coders) == 1 and coding.round_id != each.id for each in here)

    def see(self, codings: Iterable[Coding]) -> tuple[Coding, ...]:
        """The codings that may be seen."""
        return tuple(each for each in codings if not self.hides(each))


def blindfold(rounds: Iterable[CodingRound], units: Iterable[RoundUnit], *, by: str | None) -> Blindfold:
    """What this person may not see: in the documents of an open round its coders are blind to each other.

    Whoever codes in no open round sees everything; somebody without a name sees nothing of the documents in one.
    """
    mine = {each.id: each for each in rounds if is_blind_in(each, by)}
    covered: dict[str, dict[str, CodingRound]] = defaultdict(dict)
    for unit in units:
        if unit.round_id in mine:
            covered[unit.document_id][unit.round_id] = mine[unit.round_id]
    return Blindfold(by, {key: tuple(some.values()) for key, some in covered.items()})
