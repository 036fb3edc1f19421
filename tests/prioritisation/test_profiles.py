from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from prioritisation.errors import UnknownOption
from prioritisation.profiles import Profile, make_profile
from tests.prioritisation.making import read_list


def test_positions_hold_the_tier_of_every_option_and_the_unranked_last() -> None:
    profile = make_profile("abcd", [read_list("b>a=c"), read_list("d")])
    assert profile.positions.tolist() == [[1, 4], [0, 4], [1, 4], [4, 0]]


def test_fractional_weights_stay_exact_over_one_denominator() -> None:
    profile = make_profile("ab", [read_list("a"), read_list("b")], weights=[Fraction(1, 3), Fraction(1, 4)])
    assert (profile.weights.tolist(), profile.scale) == ([4, 3], 12)
    assert not profile.is_unweighted


def test_very_fine_weights_are_counted_with_pythons_own_integers() -> None:
    weights = [Fraction(1, 10**13 + 37), Fraction(1, 10**13 + 51)]
    profile = make_profile("ab", [read_list("a"), read_list("b")], weights=weights)
    assert profile.weights.dtype == object
    assert [Fraction(each, profile.scale) for each in profile.weights] == weights


def test_two_hundred_items_and_more_fit() -> None:
    keys = [f"k{n:03}" for n in range(300)]
    profile = make_profile(keys, [[[key] for key in keys]])
    assert profile.positions[:, 0].tolist() == list(range(300))


def test_breadth_counts_who_has_an_option_in_their_top_three() -> None:
    profile = make_profile("abcde", [read_list("a>b>c>d>e"), read_list("a=b=c=d>e"), read_list("e")])
    assert profile.breadth == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 1}


def test_an_option_that_was_not_put_to_the_vote_is_named() -> None:
    with pytest.raises(UnknownOption) as caught:
        make_profile("ab", [read_list("a>z")])
    assert caught.value.values == {"option": "z", "known": "a, b"}


def test_a_table_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="expected"):
        Profile(("a", "b"), np.zeros((2, 3), dtype=np.uint8), np.ones(2, dtype=np.int64))
