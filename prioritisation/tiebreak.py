"""Cuts: the first k of a list, and how a shared place is split when the cut runs through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from prioritisation.counts import narrow
from prioritisation.errors import NoSeed
from prioritisation.places import Tiered, tiers_by_points
from prioritisation.ranking import Ranking
from prioritisation.rules.copeland import copeland
from study.messages import N_

STEPS: Mapping[str, str] = {
    "head_to_head": N_("head to head"),
    "breadth": N_("in the top 3 of more people"),
    "lot": N_("by a lot published beforehand"),
}


@dataclass(frozen=True, slots=True)
class Cut:
    """The options above a cut; `split_by` names for every option at the shared place the step that decided it."""

    chosen: tuple[str, ...]
    split_by: Mapping[str, str]


def draw_lots(options: Sequence[str], *, seed: str) -> tuple[str, ...]:
    """The options in the order of the published lot: by SHA-256 of "seed|key", so that anybody can repeat it.

    >>> draw_lots("abc", seed="prioritering-2026-11-22|sessie-7")
    ('a', 'c', 'b')
    """
    return tuple(sorted(options, key=lambda key: sha256(f"{seed}|{key}".encode()).hexdigest()))


def cut_list(ranking: Ranking, size: int, *, seed: str) -> Cut:
    """The first `size` options of a ranking.

    Only when the cut runs through a shared place is that place split: head to head among the tied, then by the
    number of people who have it in their top 3, then by lot. Raises `NoSeed` when a lot is needed and none was
    published.
    """
    chosen: list[str] = []
    for tier in ranking.tiers:
        room = size - len(chosen)
        if len(tier) > room > 0:
            picked, split_by = _split(ranking, tier, room, seed)
            return Cut((*chosen, *picked), split_by)
        chosen += tier if room > 0 else ()
    return Cut(tuple(chosen), {})


def _split(ranking: Ranking, tier: tuple[str, ...], room: int, seed: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """The options of a shared place that fit, and the step that decided about each."""
    split_by: dict[str, str] = {}
    picked: tuple[str, ...] = ()
    tied = tier
    for step, refine in _STEPS.items():
        above, tied, below = _part(refine(ranking, tied, seed), room - len(picked))
        picked += above
        split_by |= dict.fromkeys((*above, *below), step)
        if not tied:
            break
    return picked, split_by


def _part(tiers: Tiered, room: int) -> Tiered:
    """What surely fits, what is still tied across the cut, and what surely does not fit."""
    above: tuple[str, ...] = ()
    for number, tier in enumerate(tiers):
        if len(above) + len(tier) > room:
            tied = tier if len(above) < room else ()
            rest = tiers[number + 1 :] if tied else tiers[number:]
            return above, tied, tuple(option for each in rest for option in each)
        above += tier
    return above, (), ()


def _head_to_head(ranking: Ranking, tied: tuple[str, ...], seed: str) -> Tiered:
    del seed
    among = narrow(ranking.counts, {option: option for option in tied})
    return copeland(among, ranking.unranked).tiers


def _by_breadth(ranking: Ranking, tied: tuple[str, ...], seed: str) -> Tiered:
    del seed
    return tiers_by_points(tied, [ranking.breadth[option] for option in tied])


def _by_lot(ranking: Ranking, tied: tuple[str, ...], seed: str) -> Tiered:
    if not seed:
        raise NoSeed(places=ranking.places[tied[0]])
    return tuple((option,) for option in draw_lots(tied, seed=seed))


_STEPS: Mapping[str, Callable[[Ranking, tuple[str, ...], str], Tiered]] = {
    "head_to_head": _head_to_head,
    "breadth": _by_breadth,
    "lot": _by_lot,
}
