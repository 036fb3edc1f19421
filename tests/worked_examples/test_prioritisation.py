"""Prioritisation by numbers that can be checked by hand, each with the place it is known from."""

from __future__ import annotations

from fractions import Fraction

import pytest

from prioritisation.agreement import measure_agreement
from prioritisation.consensus import compare_lists
from prioritisation.counts import Counts, count
from prioritisation.profiles import make_profile
from prioritisation.rules import RULES
from prioritisation.rules.copeland import condorcet_winner
from prioritisation.rules.pairwise import records, support
from prioritisation.rules.schulze import strongest_paths
from prioritisation.tiebreak import draw_lots
from prioritisation.weights import Comparison, across
from tests.prioritisation.making import as_sets, rank, read_list

# R1: the capital of Tennessee (Memphis, Nashville, Chattanooga, Knoxville), the usual example for Borda and Kemeny.
TENNESSEE = {"M>N>C>K": 42, "N>C>K>M": 26, "C>K>N>M": 15, "K>C>N>M": 17}
# R2: Schulze, A new monotonic … single-winner election method, Social Choice and Welfare 36 (2011), example 1.
SCHULZE = {
    "A>C>B>E>D": 5,
    "A>D>E>C>B": 5,
    "B>E>D>A>C": 8,
    "C>A>B>E>D": 3,
    "C>A>E>B>D": 7,
    "C>B>A>D>E": 2,
    "D>C>E>B>A": 7,
    "E>B>A>D>C": 8,
}
# R3: the cycle of Condorcet (1785). R4: ties and truncation. R5: three rules, three first places.
CYCLE = {"a>b>c": 1, "b>c>a": 1, "c>a>b": 1}
TRUNCATED = {"a>b": 2, "b=c>a": 1, "c": 1, "d>c>b>a>e": 1}
SENSITIVE = {"b>c>a>d": 3, "d>c": 3, "d>b>c>a": 1}


def counts_of(options: str, ballots: dict[str, int]) -> Counts:
    lists = [read_list(text) for text in ballots]
    return count(make_profile(options, lists, weights=list(ballots.values())))


def scores(counts: Counts, rule: str) -> dict[str, Fraction]:
    return RULES[rule](counts, "below").scores


def order(counts: Counts, rule: str) -> str:
    return ">".join("=".join(tier) for tier in RULES[rule](counts, "below").tiers)


def fractions(**values: int | str) -> dict[str, Fraction]:
    return {key: Fraction(value) for key, value in values.items()}


def test_r1_borda_gives_nashville_194_of_tennessee() -> None:
    counts = counts_of("CKMN", TENNESSEE)
    expected = fractions(C=173, K=107, M=126, N=194)
    assert scores(counts, "borda") == scores(counts, "borda-pess") == scores(counts, "borda-opt") == expected
    assert scores(counts, "borda-mbc") == fractions(C=273, K=207, M=226, N=294)
    assert order(counts, "borda") == order(counts, "borda-mbc") == "N>C>M>K"


def test_r1_nashville_beats_every_city_head_to_head() -> None:
    counts = counts_of("CKMN", TENNESSEE)
    assert support(counts).tolist() == [[0, 83, 58, 32], [17, 0, 58, 32], [42, 42, 0, 42], [68, 68, 58, 0]]
    assert scores(counts, "copeland") == fractions(C=2, K=1, M=0, N=3)
    assert records(counts)["N"] == (3, 0, 0)
    assert condorcet_winner(counts) == "N"
    assert order(counts, "copeland") == order(counts, "schulze") == "N>C>K>M"


def test_r2_schulze_orders_his_own_example_as_he_does() -> None:
    counts = counts_of("ABCDE", SCHULZE)
    winning = strongest_paths(counts, strength="winning")
    assert (winning[4, 0], winning[0, 4]) == (25, 24)
    assert order(counts, "schulze") == "E>A>C>B>D"
    assert scores(counts, "copeland") == fractions(A=2, B=2, C=2, D=1, E=3)
    assert order(counts, "copeland") == "E>A=B=C>D"
    assert scores(counts, "borda") == fractions(A=98, B=92, C=89, D=69, E=102)
    assert condorcet_winner(counts) is None


@pytest.mark.parametrize("rule", RULES)
def test_r3_a_cycle_is_one_shared_first_place_under_every_rule(rule: str) -> None:
    assert order(counts_of("abc", CYCLE), rule) == "a=b=c"


@pytest.mark.parametrize("rule", RULES)
def test_r3_the_ranking_of_a_cycle_shows_places_1_to_3(rule: str) -> None:
    assert rank(CYCLE, rule=rule).places == {"a": "1-3", "b": "1-3", "c": "1-3"}


def test_r4_the_four_kinds_of_borda_treat_unranked_options_as_they_say() -> None:
    counts = counts_of("abcde", TRUNCATED)
    assert scores(counts, "borda") == fractions(a="25/2", b=13, c="25/2", d=8, e=4)
    assert scores(counts, "borda-pess") == fractions(a=11, b="23/2", c="21/2", d=4, e=0)
    assert scores(counts, "borda-opt") == fractions(a=14, b="29/2", c="29/2", d=12, e=8)
    assert scores(counts, "borda-mbc") == fractions(a=7, b="15/2", c="15/2", d=5, e=1)


def test_r4_pairs_with_unranked_options_count_below_the_ranked() -> None:
    counts = counts_of("abcde", TRUNCATED)
    assert support(counts).tolist() == [
        [0, 2, 2, 3, 4],
        [2, 0, 2, 3, 4],
        [3, 2, 0, 2, 3],
        [1, 1, 1, 0, 1],
        [0, 0, 0, 0, 0],
    ]
    assert scores(counts, "copeland") == fractions(a="5/2", b=3, c="7/2", d=1, e=0)
    assert order(counts, "schulze") == "b=c>a>d>e"


def test_r4_a_pair_that_ties_is_no_step_of_a_path() -> None:
    paths = strongest_paths(counts_of("abcde", TRUNCATED), strength="winning")
    assert paths.tolist() == [
        [0, 0, 0, 3, 4],
        [0, 0, 0, 3, 4],
        [3, 0, 0, 3, 3],
        [0, 0, 0, 0, 1],
        [0, 0, 0, 0, 0],
    ]


def test_r4_pairs_with_unranked_options_are_not_compared_when_they_abstain() -> None:
    # By hand: a and b are both ranked on four ballots, a above b on the two that say a>b.
    abstain = support(counts_of("abcde", TRUNCATED), "abstain")
    assert abstain.tolist() == [
        [0, 2, 0, 0, 1],
        [2, 0, 0, 0, 1],
        [2, 1, 0, 0, 1],
        [1, 1, 1, 0, 1],
        [0, 0, 0, 0, 0],
    ]


def test_r5_three_rules_give_three_first_places() -> None:
    counts = counts_of("abcd", SENSITIVE)
    assert scores(counts, "borda") == fractions(a="9/2", b="25/2", c=13, d=12)
    assert order(counts, "borda") == "c>b>d>a"
    assert order(counts, "borda-pess") == "c>d>b>a"
    assert order(counts, "borda-opt") == order(counts, "borda-mbc") == "b>c>d>a"
    assert order(counts, "copeland") == order(counts, "schulze") == "d>b>c>a"
    assert condorcet_winner(counts) == "d"


def test_w1_kendalls_w_of_three_lists_is_seven_ninths() -> None:
    # Rank sums 4, 6, 8 and 12 about a mean of 7.5 (Kendall and Smith 1939).
    lists = [read_list(text) for text in ("a>b>c>d", "a>c>b>d", "b>a>c>d")]
    agreement = measure_agreement(make_profile("abcd", lists))
    assert agreement.rank_sums == fractions(a=4, b=6, c=8, d=12)
    assert agreement.w == Fraction(7, 9)
    assert agreement.spread == 35
    assert agreement.ties == 0
    assert agreement.chi_squared == 7


def test_w2_kendalls_w_is_corrected_for_ties() -> None:
    # Siegel and Castellan (1988): three pairs of ties, T = 3 × 6.
    lists = [read_list(text) for text in ("a=b>c>d", "a>b=c>d", "b>a>c=d")]
    agreement = measure_agreement(make_profile("abcd", lists))
    assert agreement.rank_sums == fractions(a="9/2", b=5, c=9, d="23/2")
    assert (agreement.w, agreement.spread, agreement.ties) == (Fraction(67, 81), Fraction(67, 2), 18)
    assert agreement.chi_squared == Fraction(67, 9)
    assert agreement.untied == Fraction(5, 6)


def test_t1_one_swap_of_four_gives_tau_two_thirds() -> None:
    alike = compare_lists(read_list("a>b>c>d"), read_list("b>a>c>d"))
    assert alike.concordant == 5
    assert alike.discordant == 1
    assert alike.tau_x == Fraction(2, 3)
    assert alike.distance == 1
    assert alike.tau_b == pytest.approx(2 / 3)


def test_t2_a_tie_on_one_side_costs_half_a_pair() -> None:
    alike = compare_lists(read_list("a=b>c>d"), read_list("b>a>d>c"))
    assert (alike.concordant, alike.discordant, alike.tied_first, alike.tied_second) == (4, 1, 1, 0)
    assert (alike.tau_x, alike.distance) == (Fraction(1, 2), Fraction(3, 2))
    assert alike.tau_b == pytest.approx(0.547723, abs=1e-6)


def test_b1_leaving_out_one_of_three_voters_can_tie_the_first_two() -> None:
    ranking = rank(["a>b>c", "a>b>c", "b>a>c"])
    assert ranking.scores == fractions(a=5, b=4, c=0)
    assert ranking.ranks == {"a": 1, "b": 2, "c": 3}
    assert ranking.leave_one_out == {"a": (1, 1), "b": (1, 2), "c": (3, 3)}
    assert {key: depends.votes for key, depends in ranking.depends.items()} == {"a": 2, "b": 2, "c": 0}


def compare(groups: dict[str, list[str]]) -> Comparison:
    rankings = [rank(lists, key=name, perspective=name) for name, lists in groups.items()]
    return across(rankings, smallest=1)


def test_p1_one_employer_outweighs_nobody_and_nobody_outweighs_the_employer() -> None:
    comparison = compare({"clients": ["a>b>c"] * 4, "employers": ["c>b>a"]})
    assert comparison.per_person is not None
    assert comparison.per_perspective is not None
    assert comparison.per_person.scores == fractions(a=8, b=5, c=2)
    assert comparison.per_perspective.scores == fractions(a=2, b=2, c=2)
    assert as_sets(comparison.per_perspective.tiers) == [frozenset("abc")]
    assert comparison.agreement.w == 0
    assert comparison.likeness["clients", "employers"].tau_b == -1


def test_p2_three_perspectives_of_unequal_size_weigh_the_same() -> None:
    comparison = compare({"p": ["a>b>c"] * 5, "q": ["b>c>a"] * 2, "r": ["b>a>c"] * 2})
    assert comparison.per_person is not None
    assert comparison.per_perspective is not None
    assert comparison.per_person.scores == fractions(a=12, b=13, c=2)
    assert comparison.per_perspective.scores == fractions(a=3, b=5, c=1)
    assert comparison.per_perspective.tiers == (("b",), ("a",), ("c",))
    assert comparison.agreement.w == Fraction(4, 9)
    assert comparison.likeness["p", "q"].tau_b == pytest.approx(-1 / 3)


def test_tb1_two_that_cannot_be_parted_share_places_1_and_2() -> None:
    ranking = rank(["a>b>c", "b>a>c"])
    assert ranking.tiers == (("a", "b"), ("c",))
    assert ranking.places == {"a": "1-2", "b": "1-2", "c": "3"}


def test_tb2_the_published_lot_can_be_drawn_again_by_anybody() -> None:
    assert draw_lots("abc", seed="prioritering-2026-11-22|sessie-7") == ("a", "c", "b")
