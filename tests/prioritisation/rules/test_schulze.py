from __future__ import annotations

import pytest
from hypothesis import given

from prioritisation.counts import count
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules.copeland import condorcet_winner
from prioritisation.rules.schulze import schulze, strongest_paths
from tests.prioritisation.making import as_sets, elections, law


@law
@given(elections("abcd"))
def test_an_option_that_beats_all_others_stands_alone_on_top(ballots: list[Tiered]) -> None:
    counts = count(make_profile("abcd", ballots))
    winner = condorcet_winner(counts)
    if winner is not None:
        assert schulze(counts).tiers[0] == (winner,)


@law
@given(elections("abcde", strict=True, full=True))
def test_margins_and_winning_votes_agree_on_full_ballots_without_ties(ballots: list[Tiered]) -> None:
    counts = count(make_profile("abcde", ballots))
    assert as_sets(schulze(counts, strength="margin").tiers) == as_sets(schulze(counts, strength="winning").tiers)


@law
@given(elections("abcd"))
def test_no_path_is_stronger_than_the_strongest_detour(ballots: list[Tiered]) -> None:
    paths = strongest_paths(count(make_profile("abcd", ballots)))
    for i in range(4):
        for via in range(4):
            for j in {0, 1, 2, 3} - {i, via}:
                if via != i:
                    assert paths[i, j] >= min(paths[i, via], paths[via, j])


def test_layers_have_no_scores() -> None:
    assert schulze(count(make_profile("ab", [(("a",), ("b",))]))).scores == {}


def test_an_unknown_strength_is_refused() -> None:
    with pytest.raises(ValueError, match="'losing' is not one of"):
        strongest_paths(count(make_profile("ab", [])), strength="losing")
