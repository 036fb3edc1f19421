from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from prioritisation.consensus import compare_lists
from prioritisation.places import Tiered
from tests.prioritisation.making import law, read_list, tiered_lists

full = tiered_lists("abcde", full=True)


@law
@given(full, full)
def test_scipy_gives_the_same_tau_b(first: Tiered, second: Tiered) -> None:
    from scipy.stats import kendalltau

    alike = compare_lists(first, second)
    if alike.tau_b is None:
        assert len(first) == 1 or len(second) == 1
        return
    ranks = [[next(n for n, tier in enumerate(tiers) if key in tier) for key in "abcde"] for tiers in (first, second)]
    assert alike.tau_b == pytest.approx(kendalltau(*ranks).statistic)


@law
@given(full, full)
def test_the_order_of_the_two_lists_does_not_matter(first: Tiered, second: Tiered) -> None:
    one, other = compare_lists(first, second), compare_lists(second, first)
    assert (one.tau_x, one.distance, one.tau_b) == (other.tau_x, other.distance, other.tau_b)


@law
@given(full)
def test_a_list_is_at_no_distance_from_itself(tiers: Tiered) -> None:
    alike = compare_lists(tiers, tiers)
    assert alike.distance == 0
    assert alike.tau_x == 1


@law
@given(full, full)
def test_tau_x_is_the_sum_over_the_two_score_matrices(first: Tiered, second: Tiered) -> None:
    def score(tiers: Tiered, i: str, j: str) -> int:
        places = {key: place for place, tier in enumerate(tiers) for key in tier}
        return 1 if places[i] <= places[j] else -1

    pairs = [(i, j) for i in "abcde" for j in "abcde" if i != j]
    total = sum(score(first, i, j) * score(second, i, j) for i, j in pairs)
    assert compare_lists(first, second).tau_x == Fraction(total, 20)


def test_only_options_on_both_lists_are_compared_and_counted() -> None:
    alike = compare_lists(read_list("x>a>b>c"), read_list("b>a>y>c"))
    assert (alike.shared, alike.concordant, alike.discordant) == (3, 2, 1)


def test_lists_with_fewer_than_two_options_in_common_have_no_tau() -> None:
    alike = compare_lists(read_list("a>b"), read_list("b>c"))
    assert alike.shared == 1
    assert alike.tau_b is None
    assert alike.tau_x is None
    assert alike.distance == 0
