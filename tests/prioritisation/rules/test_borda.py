from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.counts import count
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules.borda import VARIANTS, borda
from prioritisation.rules.pairwise import support
from tests.prioritisation.making import as_sets, elections, law


def points_by_hand(keys: str, ballot: Tiered, variant: str) -> dict[str, Fraction]:
    """The points of one ballot, written from the table of the specification and not from pairs."""
    m, k = len(keys), sum(len(tier) for tier in ballot)
    spare = {"avg": Fraction(m - k - 1, 2), "pess": Fraction(0), "opt": Fraction(m - k - 1), "mbc": Fraction(0)}
    points = dict.fromkeys(keys, spare[variant])
    above = 0
    for tier in ballot:
        best = k if variant == "mbc" else m - 1
        points |= dict.fromkeys(tier, best - above - Fraction(len(tier) - 1, 2))
        above += len(tier)
    return points


def totals_by_hand(keys: str, ballots: Sequence[Tiered], variant: str) -> dict[str, Fraction]:
    each = [points_by_hand(keys, ballot, variant) for ballot in ballots]
    return {key: sum((points[key] for points in each), Fraction(0)) for key in keys}


@law
@given(elections("abcde"), st.sampled_from(VARIANTS))
def test_the_points_are_those_of_every_ballot_added_up(ballots: list[Tiered], variant: str) -> None:
    outcome = borda(count(make_profile("abcde", ballots)), variant=variant)
    assert outcome.scores == totals_by_hand("abcde", ballots, variant)


@law
@given(elections("abcde"))
def test_averaged_borda_is_half_the_margins_and_half_the_points_there_are(ballots: list[Tiered]) -> None:
    counts = count(make_profile("abcde", ballots))
    n = support(counts, "below")
    expected = [Fraction(int((n[i] - n[:, i]).sum()) + len(ballots) * 4, 2) for i in range(5)]
    assert list(borda(counts).scores.values()) == expected


@law
@given(elections("abcd"))
def test_averaged_borda_gives_every_ballot_the_same_number_of_points(ballots: list[Tiered]) -> None:
    assert sum(borda(count(make_profile("abcd", ballots))).scores.values()) == 6 * len(ballots)


@law
@given(elections("abcd", full=True))
def test_reversing_every_ballot_reverses_the_list(ballots: list[Tiered]) -> None:
    tiers = borda(count(make_profile("abcd", ballots))).tiers
    turned = borda(count(make_profile("abcd", [ballot[::-1] for ballot in ballots]))).tiers
    assert as_sets(turned) == as_sets(tiers)[::-1]


@law
@given(elections("abcd", strict=True, full=True))
def test_pref_voting_gives_the_same_borda_scores_on_full_ballots(ballots: list[Tiered]) -> None:
    from pref_voting.profiles import Profile

    rankings = [tuple("abcd".index(tier[0]) for tier in ballot) for ballot in ballots]
    theirs = Profile(rankings).borda_scores()
    ours = borda(count(make_profile("abcd", ballots))).scores
    assert {key: ours[key] for key in "abcd"} == {"abcd"[number]: score for number, score in theirs.items()}


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="'dowdall' is not one of"):
        borda(count(make_profile("ab", [])), variant="dowdall")
