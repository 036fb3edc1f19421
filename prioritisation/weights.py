"""Across perspectives: the lists side by side, and one list with persons or perspectives weighing the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from prioritisation.agreement import Agreement, measure_lists
from prioritisation.consensus import Likeness, compare_lists
from prioritisation.counts import Counts, add, narrow, weigh
from prioritisation.errors import PointsFallTogether, SessionsDiffer
from prioritisation.places import Tiered, competition_ranks, restrict, shared_places
from prioritisation.ranking import Ranking
from prioritisation.rules import rule_named
from study.messages import N_

SMALLEST_PERSPECTIVE = 3
MARKED_MOVE = 2

WEIGHTS: Mapping[str, str] = {
    "perspective": N_("every perspective weighs the same"),
    "person": N_("every person weighs the same"),
}


@dataclass(frozen=True, slots=True)
class CrossList:
    """One list over several perspectives: `weights` says whether a "person" or a "perspective" weighs one.

    `fewest` is the number of valid ballots of the smallest perspective in it. What may be published follows from that
    number (`disclosure(fewest)`): the lists of the others, taken off this one, leave the smallest.
    """

    weights: str
    rule: str
    perspectives: tuple[str, ...]
    fewest: int
    tiers: Tiered
    scores: Mapping[str, Fraction]

    @property
    def places(self) -> dict[str, str]:
        """The place of every point, a shared one as "2-3"."""
        return shared_places(self.tiers)

    @property
    def ranks(self) -> dict[str, int]:
        """The competition rank of every point."""
        return competition_ranks(self.tiers)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lists of several perspectives side by side.

    `orders` gives every list under the names of the shared points; `common` are the points on all of them. The two
    cross lists always come together, or not at all: they need two perspectives with enough ballots and two points in
    common. `apart` names the perspectives that are shown but not mixed in, because they have too few ballots.
    """

    names: tuple[str, ...]
    rankings: tuple[Ranking, ...]
    orders: tuple[Tiered, ...]
    common: tuple[str, ...]
    per_perspective: CrossList | None
    per_person: CrossList | None
    apart: tuple[str, ...]
    agreement: Agreement
    likeness: Mapping[tuple[str, str], Likeness]

    @property
    def board(self) -> dict[str, tuple[str | None, ...]]:
        """For every point its place on each list, None where it was not put to the vote."""
        places = [shared_places(order) for order in self.orders]
        points = dict.fromkeys(point for order in places for point in order)
        return {point: tuple(each.get(point) for each in places) for point in points}

    @property
    def moves(self) -> dict[str, int]:
        """How many ranks a point rises when perspectives instead of persons weigh the same (negative: it falls)."""
        if self.per_person is None or self.per_perspective is None:
            return {}
        ranks = self.per_perspective.ranks
        return {point: rank - ranks[point] for point, rank in self.per_person.ranks.items()}

    @property
    def moved(self) -> tuple[str, ...]:
        """The points whose place hangs on the weights: they move two ranks or more."""
        return tuple(point for point, move in self.moves.items() if abs(move) >= MARKED_MOVE)


def across(
    rankings: Iterable[Ranking],
    *,
    shared: Mapping[tuple[str, str], str] | None = None,
    smallest: int = SMALLEST_PERSPECTIVE,
) -> Comparison:
    """The lists of several sessions or perspectives side by side, with both ways to weigh them into one.

    `shared` maps (session key, option key) to the name of a shared point; without it points with the same option key
    are the same. A perspective with fewer than `smallest` valid ballots is kept apart; sessions of one perspective are
    counted together. Per person every ballot weighs one; per perspective each of its n ballots weighs 1/n.
    Raises `SessionsDiffer` when rules or treatments of unranked points differ, and `PointsFallTogether` when two
    points of one list are mapped to one.
    """
    lists = tuple(rankings)
    _check_alike(lists)
    named = [_name_points(ranking, shared) for ranking in lists]
    orders = tuple(restrict(ranking.tiers, names) for ranking, names in zip(lists, named, strict=True))
    filled = [order for order in orders if order]
    common = _common(filled)
    groups = _group(lists, named)
    large = {name: counts for name, counts in groups.items() if counts and _voters(counts) >= smallest}
    person, perspective = _weigh_both(lists, large)
    names = _names(lists)
    return Comparison(
        names=names,
        rankings=lists,
        orders=orders,
        common=common,
        per_perspective=perspective,
        per_person=person,
        apart=tuple(name for name in groups if name not in large),
        agreement=measure_lists(common, [restrict(order, dict(zip(common, common, strict=True))) for order in filled]),
        likeness={
            (names[i], names[j]): compare_lists(orders[i], orders[j]) for i, j in combinations(range(len(lists)), 2)
        },
    )


def _check_alike(lists: Sequence[Ranking]) -> None:
    ways = dict.fromkeys(f"{ranking.rule}, {ranking.unranked}" for ranking in lists)
    if len(ways) > 1:
        raise SessionsDiffer(ways="; ".join(ways))


def _names(lists: Sequence[Ranking]) -> tuple[str, ...]:
    """What each list is called: its perspective, with the session where a perspective has more than one."""
    perspectives = [ranking.perspective or ranking.session_key for ranking in lists]
    return tuple(
        name if perspectives.count(name) == 1 else f"{name} ({ranking.session_key})"
        for name, ranking in zip(perspectives, lists, strict=True)
    )


def _name_points(ranking: Ranking, shared: Mapping[tuple[str, str], str] | None) -> dict[str, str]:
    """The shared name of every option of a list that has one."""
    keys = [option.key for option in ranking.options]
    if shared is None:
        return {key: key for key in keys}
    named = {key: shared[ranking.session_key, key] for key in keys if (ranking.session_key, key) in shared}
    points = list(named.values())
    doubled = next((point for point in points if points.count(point) > 1), None)
    if doubled is not None:
        raise PointsFallTogether(session=ranking.session_key, point=doubled)
    return named


def _common(orders: Sequence[Tiered]) -> tuple[str, ...]:
    """The points that stand on every list, in the order of the first."""
    if not orders:
        return ()
    points = [{point for tier in order for point in tier} for order in orders]
    return tuple(point for tier in orders[0] for point in tier if all(point in each for each in points))


def _group(lists: Sequence[Ranking], named: Sequence[Mapping[str, str]]) -> dict[str, tuple[Counts, ...]]:
    """The counts of every perspective under the names of the shared points, one for each session with ballots."""
    groups: dict[str, tuple[Counts, ...]] = {}
    for ranking, names in zip(lists, named, strict=True):
        name = ranking.perspective or ranking.session_key
        counted = () if ranking.is_empty else (narrow(ranking.counts, names),)
        groups[name] = groups.get(name, ()) + counted
    return groups


def _voters(counts: Sequence[Counts]) -> int:
    return sum(each.total // each.scale for each in counts)


def _weigh_both(
    lists: Sequence[Ranking], groups: Mapping[str, Sequence[Counts]]
) -> tuple[CrossList | None, CrossList | None]:
    """The cross lists per person and per perspective, over the points that all these perspectives voted on."""
    everything = [counts for many in groups.values() for counts in many]
    points = _common([tuple((option,) for option in counts.options) for counts in everything])
    if len(groups) < 2 or len(points) < 2:
        return None, None
    kept = dict(zip(points, points, strict=True))
    merged = {name: add([narrow(each, kept) for each in many]) for name, many in groups.items()}
    weighed = [weigh(counts, Fraction(1, _voters(groups[name]))) for name, counts in merged.items()]
    return (
        _cross("person", lists[0], groups, add(list(merged.values()))),
        _cross("perspective", lists[0], groups, add(weighed)),
    )


def _cross(weights: str, like: Ranking, groups: Mapping[str, Sequence[Counts]], counts: Counts) -> CrossList:
    outcome = rule_named(like.rule)(counts, like.unranked)
    fewest = min(_voters(many) for many in groups.values())
    return CrossList(weights, like.rule, tuple(groups), fewest, outcome.tiers, outcome.scores)
