"""Across perspectives: the lists side by side, and one list with persons or perspectives weighing the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from prioritisation.agreement import Agreement, measure_lists
from prioritisation.consensus import Likeness, compare_lists
from prioritisation.consultations import ConsultedList
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
    """The lists of several perspectives side by side, counted ones and those made in consultation.

    `orders` gives every list under the names of the shared points, empty for a list without rank; `common` are the
    points on all that have one. The two cross lists always come together, or not at all: they need two perspectives
    with enough ballots and two points in common. `apart` names the lists that are shown but not mixed in: they have
    too few ballots, are of nobody in particular (an open session), or were never counted (a consultation).
    """

    names: tuple[str, ...]
    lists: tuple[Ranking | ConsultedList, ...]
    known_as: tuple[Mapping[str, str], ...]
    orders: tuple[Tiered, ...]
    common: tuple[str, ...]
    per_perspective: CrossList | None
    per_person: CrossList | None
    apart: tuple[str, ...]
    agreement: Agreement
    likeness: Mapping[tuple[str, str], Likeness]

    @property
    def rankings(self) -> tuple[Ranking, ...]:
        """The lists that were counted."""
        return tuple(each for each in self.lists if isinstance(each, Ranking))

    @property
    def consulted(self) -> tuple[ConsultedList, ...]:
        """The lists that were made in consultation."""
        return tuple(each for each in self.lists if isinstance(each, ConsultedList))

    @property
    def board(self) -> dict[str, tuple[str | None, ...]]:
        """For every point its place on each list, None where it has none."""
        places = [shared_places(order) for order in self.orders]
        ranked = (point for order in places for point in order)
        points = dict.fromkeys([*ranked, *(point for named in self.known_as for point in named.values())])
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
    lists: Iterable[Ranking | ConsultedList],
    *,
    shared: Mapping[tuple[str, str], str] | None = None,
    smallest: int = SMALLEST_PERSPECTIVE,
) -> Comparison:
    """The lists of several sessions or perspectives side by side, with both ways to weigh the counted ones into one.

    `shared` maps (session key, option key) to the name of a shared point; without it points with the same option key
    are the same. A perspective with fewer than `smallest` valid ballots is kept apart; sessions of one perspective are
    counted together. Per person every ballot weighs one; per perspective each of its n ballots weighs 1/n. Lists of
    consultations and of open sessions stand beside the others and never enter a total.
    Raises `SessionsDiffer` when rules or treatments of unranked points differ, and `PointsFallTogether` when two
    points of one list are mapped to one.
    """
    every = tuple(lists)
    counted = [each for each in every if isinstance(each, Ranking)]
    _check_alike(counted)
    named = tuple(_name_points(each, shared) for each in every)
    orders = tuple(restrict(each.tiers, names) for each, names in zip(every, named, strict=True))
    filled = [order for order in orders if order]
    common = _common(filled)
    groups = _group(every, named)
    large = {name: counts for name, counts in groups.items() if counts and _voters(counts) >= smallest}
    person, perspective = _weigh_both(counted, large)
    names = _names(every)
    return Comparison(
        names=names,
        lists=every,
        known_as=named,
        orders=orders,
        common=common,
        per_perspective=perspective,
        per_person=person,
        apart=tuple(dict.fromkeys(name for name in map(_party, every) if name not in large)),
        agreement=measure_lists(common, [restrict(order, dict(zip(common, common, strict=True))) for order in filled]),
        likeness={
            (names[i], names[j]): compare_lists(orders[i], orders[j]) for i, j in combinations(range(len(every)), 2)
        },
    )


def _check_alike(lists: Sequence[Ranking]) -> None:
    ways = dict.fromkeys(f"{ranking.rule}, {ranking.unranked}" for ranking in lists)
    if len(ways) > 1:
        raise SessionsDiffer(ways="; ".join(ways))


def _party(each: Ranking | ConsultedList) -> str:
    """Whose list it is: a perspective, or the session itself when it was open to anyone."""
    return each.perspective or each.session_key


def _names(lists: Sequence[Ranking | ConsultedList]) -> tuple[str, ...]:
    """What each list is called: its perspective, with the session where a perspective has more than one."""
    perspectives = [_party(each) for each in lists]
    return tuple(
        name if perspectives.count(name) == 1 else f"{name} ({ranking.session_key})"
        for name, ranking in zip(perspectives, lists, strict=True)
    )


def _name_points(each: Ranking | ConsultedList, shared: Mapping[tuple[str, str], str] | None) -> dict[str, str]:
    """The shared name of every point of a list that has one."""
    keys = _keys(each)
    if shared is None:
        return {key: key for key in keys}
    named = {key: shared[each.session_key, key] for key in keys if (each.session_key, key) in shared}
    points = list(named.values())
    doubled = next((point for point in points if points.count(point) > 1), None)
    if doubled is not None:
        raise PointsFallTogether(session=each.session_key, point=doubled)
    return named


def _keys(each: Ranking | ConsultedList) -> list[str]:
    """The points of a list: what was put to its people, and what they brought in themselves."""
    if isinstance(each, Ranking):
        return [option.key for option in each.options]
    return [*(line.key for line in each.lines), *(option.key for option in each.left_out)]


def _common(orders: Sequence[Tiered]) -> tuple[str, ...]:
    """The points that stand on every list, in the order of the first."""
    if not orders:
        return ()
    points = [{point for tier in order for point in tier} for order in orders]
    return tuple(point for tier in orders[0] for point in tier if all(point in each for each in points))


def _group(
    lists: Sequence[Ranking | ConsultedList], named: Sequence[Mapping[str, str]]
) -> dict[str, tuple[Counts, ...]]:
    """The counts of every perspective under the names of the shared points, one for each session with ballots."""
    groups: dict[str, tuple[Counts, ...]] = {}
    for each, names in zip(lists, named, strict=True):
        # Who came to an open session may have voted in the session of a perspective as well.
        if isinstance(each, Ranking) and each.perspective is not None:
            counted = () if each.is_empty else (narrow(each.counts, names),)
            groups[each.perspective] = groups.get(each.perspective, ()) + counted
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
