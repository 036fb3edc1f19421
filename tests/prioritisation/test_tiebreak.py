from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.errors import NoSeed
from prioritisation.places import Tiered
from prioritisation.ranking import count_ballots
from prioritisation.tiebreak import cut_list, draw_lots
from tests.prioritisation.making import elections, law, make_ballots, make_session, rank

SEED = "prioritering-2026-11-22|sessie-7"


def test_a_cut_between_two_places_splits_nothing() -> None:
    cut = cut_list(rank(["b>a>c", "a>b>c"]), 2, seed="")
    assert (cut.chosen, cut.split_by) == (("a", "b"), {})


def test_the_tied_are_parted_head_to_head_first() -> None:
    ranking = rank(["a>b>c", "a>b>c", "b>c>a"])
    assert ranking.places == {"a": "1-2", "b": "1-2", "c": "3"}
    cut = cut_list(ranking, 1, seed="")
    assert (cut.chosen, cut.split_by) == (("a",), {"a": "head_to_head", "b": "head_to_head"})


def test_then_the_one_in_the_top_three_of_more_people_stays() -> None:
    # a and b have five points and one win each; a is among the first three of both people, b of one.
    ranking = rank(["b>c>a>d>e", "c>a>d>b>e"], "abcde")
    assert ranking.places["a"] == ranking.places["b"] == "2-3"
    cut = cut_list(ranking, 2, seed="")
    assert (cut.chosen, cut.split_by) == (("c", "a"), {"a": "breadth", "b": "breadth"})


def test_at_last_the_published_lot_decides_and_says_so() -> None:
    ranking = rank(["a>b>c", "b>c>a", "c>a>b"])
    cut = cut_list(ranking, 2, seed=SEED)
    assert cut.chosen == ("a", "c")
    assert cut.split_by == {"a": "lot", "b": "lot", "c": "lot"}


def test_a_lot_without_a_published_seed_is_refused() -> None:
    with pytest.raises(NoSeed):
        cut_list(rank(["a>b>c", "b>c>a", "c>a>b"]), 2, seed="")


def test_the_lot_is_the_order_of_the_digests_of_seed_bar_key() -> None:
    digests = {key: hashlib.sha256(("zaad|" + key).encode("utf-8")).hexdigest() for key in "abcdefgh"}
    assert draw_lots("abcdefgh", seed="zaad") == tuple(sorted(digests, key=digests.__getitem__))


def test_the_lot_does_not_look_at_the_order_in_which_options_are_given() -> None:
    assert draw_lots("cba", seed=SEED) == draw_lots("abc", seed=SEED) == ("a", "c", "b")
    assert draw_lots("abc", seed="another seed") != draw_lots("abc", seed=SEED)


@law
@given(elections("abcde"), st.integers(0, 6))
def test_a_cut_has_the_asked_size_and_never_passes_over_a_higher_place(ballots: list[Tiered], size: int) -> None:
    session = make_session("abcde")
    ranking = count_ballots(session, make_ballots(session, ballots))
    cut = cut_list(ranking, size, seed=SEED)
    assert len(set(cut.chosen)) == len(cut.chosen) == min(size, 5)
    ranks = ranking.ranks
    left = [ranks[key] for key in "abcde" if key not in cut.chosen]
    assert all(ranks[key] <= min(left, default=9) for key in cut.chosen)
