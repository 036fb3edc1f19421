from __future__ import annotations

from fractions import Fraction

from hypothesis import given

from prioritisation.counts import count
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules.copeland import condorcet_winner, copeland
from tests.prioritisation.making import as_sets, elections, law, read_list


@law
@given(elections("abcd"))
def test_all_pairs_together_are_worth_one_point_each(ballots: list[Tiered]) -> None:
    assert sum(copeland(count(make_profile("abcd", ballots))).scores.values()) == 6


@law
@given(elections("abcd"))
def test_an_option_that_beats_all_others_has_a_point_for_each(ballots: list[Tiered]) -> None:
    counts = count(make_profile("abcd", ballots))
    full = [key for key, score in copeland(counts).scores.items() if score == 3]
    assert condorcet_winner(counts) == (full[0] if full else None)


@law
@given(elections("abcd"))
def test_an_option_below_all_on_every_ballot_changes_no_order_of_the_others(ballots: list[Tiered]) -> None:
    lost = [(*ballot, tuple(key for key in "abcd" if all(key not in tier for tier in ballot))) for ballot in ballots]
    complete = [tuple(tier for tier in ballot if tier) for ballot in lost]
    with_loser = copeland(count(make_profile("abcde", [(*ballot, ("e",)) for ballot in complete])))
    assert with_loser.tiers[-1] == ("e",)
    assert as_sets(with_loser.tiers[:-1]) == as_sets(copeland(count(make_profile("abcd", complete))).tiers)


@law
@given(elections("abcd", strict=True, full=True))
def test_pref_voting_gives_the_same_copeland_scores_on_full_ballots(ballots: list[Tiered]) -> None:
    from pref_voting.profiles import Profile

    rankings = [tuple("abcd".index(tier[0]) for tier in ballot) for ballot in ballots]
    theirs = Profile(rankings).copeland_scores()
    # pref_voting counts a win +1 and a loss -1: 2C - (m - 1).
    ours = copeland(count(make_profile("abcd", ballots))).scores
    assert {key: 2 * ours[key] - 3 for key in "abcd"} == {"abcd"[n]: Fraction(score) for n, score in theirs.items()}


def test_nobody_is_an_answer_when_two_tie_for_the_first_place() -> None:
    counts = count(make_profile("abc", [read_list("a>b>c"), read_list("b>a>c")]))
    assert condorcet_winner(counts) is None
