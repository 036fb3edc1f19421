"""Standings: which points all lists put high, which divide them, and which only one party puts high."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prioritisation.places import competition_ranks
from prioritisation.weights import Comparison
from study.messages import N_

STANDINGS: Mapping[str, str] = {
    "shared": N_("shared by all"),
    "contested": N_("the groups differ on this"),
    "one_party": N_("one party only"),
}


def find_standings(comparison: Comparison, *, top: int) -> dict[str, tuple[str, ...]]:
    """For every point on a list its standings (keys of `STANDINGS`), as far as they hold.

    Shared: among the first `top` on every list. Contested: its ranks lie half a list or more apart. One party only:
    among the first `top` on exactly one list.
    """
    ranks = [competition_ranks(order) for order in comparison.orders if order]
    longest = max((len(each) for each in ranks), default=0)
    return {point: _standings([each.get(point) for each in ranks], longest, top) for point in comparison.board}


def _standings(ranks: Sequence[int | None], length: int, top: int) -> tuple[str, ...]:
    known = [rank for rank in ranks if rank is not None]
    high = sum(rank <= top for rank in known)
    holds = {
        "shared": len(ranks) > 1 and high == len(ranks),
        "contested": 2 * (max(known) - min(known)) >= length and len(known) > 1,
        "one_party": len(ranks) > 1 and high == 1,
    }
    return tuple(name for name, found in holds.items() if found)
