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
    among the first `top` on the list of exactly one party, while it was put to another one too. Lists without rank say
    nothing here, and an open session is nobody's list: it takes part in what is shared, not in how the parties differ.
    """
    ranks = [competition_ranks(order) for order in comparison.orders]
    parties = [at for at, one in enumerate(comparison.lists) if ranks[at] and one.perspective is not None]
    put_to = [set(comparison.known_as[at].values()) for at in parties]
    everybody = [each for each in ranks if each]
    longest = max((len(each) for each in everybody), default=0)
    return {
        point: _standings(
            [each.get(point) for each in everybody],
            [ranks[at].get(point) for at, put in zip(parties, put_to, strict=True) if point in put],
            length=longest,
            top=top,
        )
        for point in comparison.board
    }


def _standings(
    everybody: Sequence[int | None], parties: Sequence[int | None], *, length: int, top: int
) -> tuple[str, ...]:
    """`parties` are the ranks on the lists of those to whom the point was put, None where they left it off."""
    known = [rank for rank in parties if rank is not None]
    holds = {
        "shared": len(everybody) > 1 and _high(everybody, top) == len(everybody),
        "contested": len(known) > 1 and 2 * (max(known) - min(known)) >= length,
        "one_party": len(parties) > 1 and _high(everybody, top) == _high(parties, top) == 1,
    }
    return tuple(name for name, found in holds.items() if found)


def _high(ranks: Sequence[int | None], top: int) -> int:
    return sum(rank is not None and rank <= top for rank in ranks)
