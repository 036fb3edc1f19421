from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from prioritisation import counts as counting
from prioritisation.counts import Counts, add, count, leave_out, narrow, weigh
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from tests.prioritisation.making import elections, law, read_list


def same(one: Counts, other: Counts) -> bool:
    arrays = zip((one.ranked, one.both, one.above), (other.ranked, other.both, other.above), strict=True)
    return (one.options, one.total, one.scale) == (other.options, other.total, other.scale) and all(
        np.array_equal(first, second) for first, second in arrays
    )


@law
@given(elections("abcd"))
def test_leaving_a_ballot_out_equals_counting_without_it(ballots: list[Tiered]) -> None:
    profile = make_profile("abcd", ballots)
    for n in range(len(ballots)):
        without = count(make_profile("abcd", ballots[:n] + ballots[n + 1 :]))
        assert same(leave_out(count(profile), profile.positions[:, n]), without)


@law
@given(elections("abcd"), elections("abcd"))
def test_counts_of_two_groups_add_up(ballots: list[Tiered], others: list[Tiered]) -> None:
    apart = [count(make_profile("abcd", ballots)), count(make_profile("abcd", others))]
    assert same(add(apart), count(make_profile("abcd", ballots + others)))


@law
@given(elections("abcd"))
def test_narrowing_equals_counting_ballots_over_fewer_options(ballots: list[Tiered]) -> None:
    fewer = [tuple(tuple(key for key in tier if key in "bd") for tier in ballot) for ballot in ballots]
    names = {"d": "x", "b": "y"}
    renamed = [tuple(tuple(names[key] for key in tier) for tier in ballot) for ballot in fewer]
    assert same(narrow(count(make_profile("abcd", ballots)), names), count(make_profile("xy", renamed)))


@law
@given(elections("abcd", most=9))
def test_counting_in_small_parts_gives_the_same_numbers(ballots: list[Tiered]) -> None:
    profile = make_profile("abcd", ballots)
    whole = count(profile)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "CHUNK", 2)
        assert same(count(profile), whole)


def test_weighing_by_a_third_and_adding_three_times_gives_one() -> None:
    counts = count(make_profile("ab", [read_list("a>b")]))
    third = add([weigh(counts, Fraction(1, 3))] * 3)
    assert Fraction(third.above[0, 1], third.scale) == 1
    assert Fraction(third.total, third.scale) == 1
