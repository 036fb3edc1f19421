"""Counting ballots: Borda, pairs and Copeland in one go, beside pref_voting on as many ballots as it holds easily.

Run with `python -m benchmarks.tally`. Times are the shortest of three runs in one process, building included:
pref_voting compares all pairs while it builds, so that its counting alone says nothing. Ours is timed from the same
Python ballots as theirs, and from a table of whole numbers, which only ours can read. Both must give the same numbers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from prioritisation.counts import count
from prioritisation.places import Outcome
from prioritisation.profiles import Profile, make_profile
from prioritisation.rules.borda import borda
from prioritisation.rules.copeland import copeland

OPTIONS = 10
SIZES = (100_000, 1_000_000)
COMPARED = 10_000
SEED = 20261122

T = TypeVar("T")


def draw_places(ballots: int) -> NDArray[np.uint8]:
    """Random full orders: the place of every option (row) on every ballot (column)."""
    chance = np.random.default_rng(SEED)
    places = np.tile(np.arange(OPTIONS, dtype=np.uint8)[:, None], (1, ballots))
    return np.ascontiguousarray(chance.permuted(places, axis=0))


def make_ours(places: NDArray[np.uint8]) -> Profile:
    """Our profile of these orders, every ballot weighing one."""
    names = tuple(str(number) for number in range(OPTIONS))
    return Profile(names, places, np.ones(places.shape[1], dtype=np.int64))


def list_orders(places: NDArray[np.uint8]) -> list[tuple[int, ...]]:
    """The same ballots as Python tuples of options, best first."""
    return [tuple(order) for order in np.argsort(places, axis=0).T.tolist()]


def tally_lists(orders: Sequence[tuple[int, ...]]) -> tuple[Outcome, Outcome]:
    """Ours, from Python ballots."""
    names = [str(number) for number in range(OPTIONS)]
    return tally_ours(make_profile(names, [[(names[option],) for option in order] for order in orders]))


def tally_table(places: NDArray[np.uint8]) -> tuple[Outcome, Outcome]:
    """Ours, from a table of places."""
    return tally_ours(make_ours(places))


def tally_ours(profile: Profile) -> tuple[Outcome, Outcome]:
    """Borda and Copeland from one comparison of all pairs."""
    counts = count(profile)
    return borda(counts), copeland(counts)


def tally_theirs(orders: Sequence[tuple[int, ...]]) -> tuple[dict[int, float], dict[int, float]]:
    """The same by pref_voting, which counts a Copeland win +1 and a loss -1."""
    from pref_voting.profiles import Profile as TheirProfile

    profile = TheirProfile(list(orders))
    return profile.borda_scores(), profile.copeland_scores()


def time_best(work: Callable[[], T]) -> tuple[float, T]:
    """The shortest of three runs, in seconds, and what came out."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        outcome = work()
        taken.append(time.perf_counter() - start)
    return min(taken), outcome


def check_same(ours: tuple[Outcome, Outcome], theirs: tuple[dict[int, float], dict[int, float]]) -> None:
    """Stop when the two do not agree on a single number."""
    points, duels = ours[0].scores, ours[1].scores
    assert {int(key): score for key, score in points.items()} == {
        key: Fraction(each) for key, each in theirs[0].items()
    }
    expected = {key: Fraction(each) for key, each in theirs[1].items()}
    assert {int(key): 2 * score - (OPTIONS - 1) for key, score in duels.items()} == expected


def compare() -> None:
    """Print both at the size that pref_voting holds, as a ratio."""
    places = draw_places(COMPARED)
    orders = list_orders(places)
    theirs_taken, theirs = time_best(partial(tally_theirs, orders))
    print(f"{COMPARED:>9,} ballots  pref_voting, from Python ballots {theirs_taken:8.4f} s")
    for words, work in (("Python ballots", partial(tally_lists, orders)), ("a table", partial(tally_table, places))):
        taken, ours = time_best(work)
        check_same(ours, theirs)
        print(f"{COMPARED:>9,} ballots  ours, from {words:<14} {taken:15.4f} s  {theirs_taken / taken:.1f}x as fast")


def main() -> None:
    """Measure and print."""
    print(f"Borda, pairs and Copeland of {OPTIONS} options, full orders, one process")
    for ballots in SIZES:
        taken, _ = time_best(partial(tally_table, draw_places(ballots)))
        print(f"{ballots:>9,} ballots  ours, from a table {taken:22.4f} s")
    compare()


if __name__ == "__main__":
    main()
