"""Sight: what a person may see of the codings of others while rounds of double coding are open."""

from __future__ import annotations

from collections.abc import Iterable

from coding.rounds import Blindfold, CodingRound, RoundUnit, blindfold, is_blind_in
from study.store import Store
from workbench.errors import BlindNow
from workbench.looker import current_looker


def sight_of(store: Store, *, by: str | None) -> Blindfold:
    """What is hidden from this person now; by no name, all that is in an open round."""
    opened = [each for each in store.records(CodingRound)[0] if each.closed_at is None]
    units = [unit for each in opened for unit in store.find(RoundUnit, round_id=each.id)]
    return blindfold(opened, units, by=by)


def check_sight(store: Store) -> None:
    """Nothing, when whoever looks may see numbers and words that rest on the codings of everybody.

    Raises `BlindNow` for a coder of an open round, and for somebody without a name while one is open.
    """
    check_rounds(store.records(CodingRound)[0])


def check_rounds(rounds: Iterable[CodingRound]) -> None:
    """The same, of these rounds."""
    for each in rounds:
        if is_blind_in(each, current_looker()):
            raise BlindNow(title=each.title)
