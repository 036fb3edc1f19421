from __future__ import annotations

from hypothesis import given

from prioritisation.counts import count
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules.pairwise import margins, records, support
from tests.prioritisation.making import elections, law, read_list


def places(ballot: Tiered) -> dict[str, int]:
    return {key: place for place, tier in enumerate(ballot) for key in tier}


@law
@given(elections("abcd"))
def test_support_below_counts_the_ballots_that_put_one_above_the_other(ballots: list[Tiered]) -> None:
    matrix = support(count(make_profile("abcd", ballots)), "below")
    for i, first in enumerate("abcd"):
        for j, second in enumerate("abcd"):
            ranks = [(places(ballot).get(first, 9), places(ballot).get(second, 9)) for ballot in ballots]
            assert matrix[i, j] == sum(one < other for one, other in ranks)


@law
@given(elections("abcd"))
def test_support_with_abstention_compares_only_what_is_ranked(ballots: list[Tiered]) -> None:
    matrix = support(count(make_profile("abcd", ballots)), "abstain")
    for i, first in enumerate("abcd"):
        for j, second in enumerate("abcd"):
            both = [places(ballot) for ballot in ballots if {first, second} <= places(ballot).keys()]
            assert matrix[i, j] == sum(each[first] < each[second] for each in both)


@law
@given(elections("abcd"))
def test_margins_of_a_pair_are_each_others_opposite(ballots: list[Tiered]) -> None:
    difference = margins(count(make_profile("abcd", ballots)))
    assert (difference == -difference.T).all()


def test_records_count_wins_ties_and_losses() -> None:
    ballots = [read_list("a>b>c"), read_list("b>a>c")]
    assert records(count(make_profile("abc", ballots))) == {"a": (1, 1, 0), "b": (1, 1, 0), "c": (0, 0, 2)}
