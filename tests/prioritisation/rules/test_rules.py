"""Laws that hold for every rule: it treats voters alike, treats options alike and counts weights as copies."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.counts import Counts, add, count, weigh
from prioritisation.errors import UnknownRule
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules import RULES, TITLES, rule_named
from prioritisation.sessions import TREATMENTS
from tests.prioritisation.making import as_sets, elections, law

rules = st.sampled_from(sorted(RULES))
treatments = st.sampled_from(TREATMENTS)


def order(counts: Counts, rule: str, unranked: str) -> list[frozenset[str]]:
    return as_sets(RULES[rule](counts, unranked).tiers)


def renamed(ballots: Sequence[Tiered], names: dict[str, str]) -> list[Tiered]:
    return [tuple(tuple(names[key] for key in tier) for tier in ballot) for ballot in ballots]


@law
@given(elections("abcd"), rules, treatments, st.randoms(use_true_random=False))
def test_the_order_of_the_voters_changes_nothing(
    ballots: list[Tiered], rule: str, unranked: str, chance: random.Random
) -> None:
    turned = chance.sample(ballots, len(ballots))
    assert order(count(make_profile("abcd", turned)), rule, unranked) == order(
        count(make_profile("abcd", ballots)), rule, unranked
    )


@law
@given(elections("abcd"), rules, treatments, st.permutations("wxyz"))
def test_the_names_and_the_order_of_the_options_change_nothing(
    ballots: list[Tiered], rule: str, unranked: str, others: list[str]
) -> None:
    names = dict(zip("abcd", others, strict=True))
    found = order(count(make_profile("wxyz", renamed(ballots, names))), rule, unranked)
    expected = order(count(make_profile("abcd", ballots)), rule, unranked)
    assert found == [frozenset(names[key] for key in tier) for tier in expected]


@law
@given(elections("abcd"), rules, treatments)
def test_doubling_every_ballot_changes_no_list(ballots: list[Tiered], rule: str, unranked: str) -> None:
    once = count(make_profile("abcd", ballots))
    assert order(count(make_profile("abcd", ballots * 2)), rule, unranked) == order(once, rule, unranked)


@law
@given(st.lists(st.tuples(elections("abcd", most=1), st.integers(1, 4)), min_size=1, max_size=5), rules, treatments)
def test_a_weight_of_k_equals_k_copies(many: list[tuple[list[Tiered], int]], rule: str, unranked: str) -> None:
    weighed = make_profile("abcd", [ballots[0] for ballots, _ in many], weights=[weight for _, weight in many])
    copied = make_profile("abcd", [ballots[0] for ballots, weight in many for _ in range(weight)])
    one, other = RULES[rule](count(weighed), unranked), RULES[rule](count(copied), unranked)
    assert (one.scores, as_sets(one.tiers)) == (other.scores, as_sets(other.tiers))


@law
@given(elections("abcd"), elections("abcd"), st.fractions(Fraction(1, 7), 5), rules, treatments)
def test_weighing_counts_equals_weighing_every_ballot(
    ballots: list[Tiered], others: list[Tiered], weight: Fraction, rule: str, unranked: str
) -> None:
    weights = [weight] * len(ballots) + [1] * len(others)
    each = count(make_profile("abcd", ballots + others, weights=weights))
    whole = add([weigh(count(make_profile("abcd", ballots)), weight), count(make_profile("abcd", others))])
    one, other = RULES[rule](each, unranked), RULES[rule](whole, unranked)
    assert (one.scores, one.tiers) == (other.scores, other.tiers)


@law
@given(elections("abcd", strict=True, full=True), rules)
def test_a_unanimous_first_place_is_the_first_place(ballots: list[Tiered], rule: str) -> None:
    agreed = [(("e",), *ballot) for ballot in ballots]
    assert order(count(make_profile("abcde", agreed)), rule, "below")[0] == {"e"}


def test_every_rule_has_a_title() -> None:
    assert TITLES.keys() == RULES.keys()


def test_an_unknown_rule_is_named_with_the_rules_there_are() -> None:
    with pytest.raises(UnknownRule) as caught:
        rule_named("bordaa")
    assert caught.value.values["rule"] == "bordaa"
    assert "borda-mbc" in str(caught.value)
