"""What a place hangs on: the counting rule, and any single ballot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from prioritisation.counts import Counts, count, leave_out
from prioritisation.places import rank_points, shared_places, write_range
from prioritisation.profiles import Profile
from prioritisation.rules import RULES, TITLES, rule_named
from study.messages import N_, translate

MOST_LEFT_OUT = 2000
"""Above this number of ballots no list is recounted without each of them: one ballot no longer shows."""

_BY_RULE = N_("Depends on the counting rule ({places}).")
_BY_BALLOT = N_("Depends on single ballots: leaving out any of {votes} of the {valid} changes it (rank {ranks}).")
_BY_FEW = N_("Depends on single ballots: leaving out one of a few of the {valid} changes it (rank {ranks}).")
_BY_NOTHING = N_("No other rule and no single ballot changes this place.")
_BY_NO_RULE = N_("No other rule changes this place; it was not recounted without each ballot.")
_ONE_PLACE = N_("{rules}: place {place}")


@dataclass(frozen=True, slots=True)
class Dependence:
    """What changes the place of one option.

    `rules` names every other rule that gives it another place, with that place. `ranks` is the lowest and highest
    rank it takes when one ballot is left out, and `votes` the number of ballots of which that changes its place
    (sharing included); both are None when this cannot be asked: fewer than two ballots, or too many.
    """

    place: str
    rules: tuple[tuple[str, str], ...]
    ranks: tuple[int, int] | None
    votes: int | None
    valid: int

    @property
    def phrase(self) -> str:
        """The place with its range: "place 2; without one vote 2-4"."""
        if self.ranks is None:
            return translate(N_("place {place}"), place=self.place)
        ranks = write_range(*self.ranks)
        return translate(N_("place {place}; without one vote {ranks}"), place=self.place, ranks=ranks)

    @property
    def sentence(self) -> str:
        """The line "depends on": which other rule and how many single ballots change this place."""
        return self.say()

    def say(self, *, least: int = 0) -> str:
        """The same line with fewer than `least` ballots put together, as others may read it."""
        parts = [translate(_BY_RULE, places=self._other_places())] if self.rules else []
        if self.votes and self.ranks:
            ranks = write_range(*self.ranks)
            words = _BY_FEW if self.votes < least else _BY_BALLOT
            parts.append(translate(words, votes=self.votes, valid=self.valid, ranks=ranks))
        if not parts:
            parts.append(translate(_BY_NO_RULE if self.votes is None else _BY_NOTHING))
        return " ".join(parts)

    def _other_places(self) -> str:
        by_place: dict[str, list[str]] = {}
        for rule, place in self.rules:
            by_place.setdefault(place, []).append(translate(TITLES[rule]))
        return "; ".join(
            translate(_ONE_PLACE, rules=", ".join(rules), place=place) for place, rules in by_place.items()
        )


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """For every option its lowest and highest rank with one ballot left out, and how many ballots change its place."""

    ranks: Mapping[str, tuple[int, int]]
    votes: Mapping[str, int]


def leave_one_out(profile: Profile, *, rule: str, unranked: str) -> LeaveOneOut:
    """The list recounted without each ballot in turn; empty below two ballots and above `MOST_LEFT_OUT`.

    Ranks are competition ranks (1, 2, 2, 4). The ballots weigh one each.

    >>> from prioritisation.profiles import make_profile
    >>> three = make_profile("abc", [[["a"], ["b"], ["c"]], [["a"], ["b"], ["c"]], [["b"], ["a"], ["c"]]])
    >>> leave_one_out(three, rule="borda", unranked="below").ranks
    {'a': (1, 1), 'b': (1, 2), 'c': (3, 3)}
    """
    if not 2 <= profile.size <= MOST_LEFT_OUT:
        return LeaveOneOut({}, {})
    counts = count(profile)
    columns, copies = np.unique(profile.positions, axis=1, return_counts=True)
    recounts = np.array([_standing(leave_out(counts, each), rule, unranked) for each in columns.T])
    changed = (recounts != _standing(counts, rule, unranked)).any(axis=1)
    votes = copies @ changed
    lowest, highest = recounts[:, 0].min(axis=0), recounts[:, 0].max(axis=0)
    return LeaveOneOut(
        ranks={option: (int(lowest[i]), int(highest[i])) for i, option in enumerate(profile.options)},
        votes={option: int(votes[i]) for i, option in enumerate(profile.options)},
    )


def _standing(counts: Counts, rule: str, unranked: str) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Two rows: the competition rank of every option, and with how many it is shared."""
    points = rule_named(rule)(counts, unranked).points
    return np.array([rank_points(points), np.count_nonzero(points[:, None] == points[None, :], axis=1)])


def places_by_rule(counts: Counts, *, unranked: str) -> dict[str, dict[str, str]]:
    """The place of every option under every rule."""
    return {name: shared_places(rule(counts, unranked).tiers) for name, rule in RULES.items()}


def find_dependence(profile: Profile, counts: Counts, *, rule: str, unranked: str) -> dict[str, Dependence]:
    """What the place of every option hangs on."""
    places = places_by_rule(counts, unranked=unranked)
    without = leave_one_out(profile, rule=rule, unranked=unranked)
    return {
        option: Dependence(
            place=place,
            rules=tuple((name, other[option]) for name, other in places.items() if other[option] != place),
            ranks=without.ranks.get(option),
            votes=without.votes.get(option),
            valid=profile.size,
        )
        for option, place in places[rule].items()
    }
