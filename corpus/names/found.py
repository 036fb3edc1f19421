"""What a rule found: a span that may say who somebody is, the kind, the rule, and how sure that rule is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.replacements import NameKind

LIKELY = 0.6
"""From here on a longer span counts before a shorter one in it."""
UNSURE = 0.4
"""Below this a find is only offered because a person may know better."""


class Rule(StrEnum):
    """Why a span was found."""

    PARTICIPANT = "deelnemer"
    KEY = "sleutel"
    SPEAKER = "spreker"
    CHECK = "controle"
    FORM = "vorm"
    TITLE = "aanspreking"
    LIST = "lijst"
    CONTEXT = "context"
    ELSEWHERE = "elders"
    CAPITAL = "hoofdletter"
    BY_HAND = "hand"


KNOWN = (Rule.PARTICIPANT, Rule.KEY, Rule.BY_HAND)


@dataclass(frozen=True, slots=True)
class FoundName:
    """The code points [start, end) of a text; `code` is the participant it stands for, when that is known.

    `ending` is what the span holds after the name itself: the s of “Karels”.
    """

    start: int
    end: int
    kind: NameKind
    rule: Rule
    score: float
    code: str | None = None
    ending: str = ""


def best_of(found: Iterable[FoundName]) -> tuple[FoundName, ...]:
    """The finds that do not overlap, in their order.

    E-mail addresses come first (a name in one is a part of it), then what is known; then longer before shorter
    and surer before less sure.
    """
    kept: list[FoundName] = []
    taken = _Taken()
    for each in sorted(found, key=_rank, reverse=True):
        if taken.take(each.start, each.end):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def _rank(found: FoundName) -> tuple[bool, bool, bool, int, float, int]:
    is_address = found.kind is NameKind.EMAIL
    return is_address, found.rule in KNOWN, found.score >= LIKELY, found.end - found.start, found.score, -found.start


class _Taken:
    """The places that are taken, looked up by blocks of a few characters."""

    def __init__(self) -> None:
        self._places: set[int] = set()

    def take(self, start: int, end: int) -> bool:
        """Whether all of these were free; they are taken then."""
        places = range(start, end)
        if not self._places.isdisjoint(places):
            return False
        self._places.update(places)
        return True
