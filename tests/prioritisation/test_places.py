from __future__ import annotations

from itertools import chain

from hypothesis import given

from prioritisation.places import Tiered, competition_ranks, restrict, shared_places, write_range
from tests.prioritisation.making import law, tiered_lists


@law
@given(tiered_lists("abcdef"))
def test_a_shared_place_runs_from_the_rank_over_all_who_share_it(tiers: Tiered) -> None:
    ranks, places = competition_ranks(tiers), shared_places(tiers)
    for tier in tiers:
        for key in tier:
            assert places[key] == write_range(ranks[key], ranks[key] + len(tier) - 1)


@law
@given(tiered_lists("abcdef"))
def test_the_rank_after_a_shared_place_skips(tiers: Tiered) -> None:
    above = 0
    for tier in tiers:
        assert {competition_ranks(tiers)[key] for key in tier} == {above + 1}
        above += len(tier)


def test_a_restricted_list_keeps_its_order_and_its_ties() -> None:
    kept = restrict((("a", "b"), ("c",), ("d", "e")), {"b": "b", "d": "x", "e": "e"})
    assert kept == (("b",), ("x", "e"))
    assert list(chain(*kept)) == ["b", "x", "e"]
