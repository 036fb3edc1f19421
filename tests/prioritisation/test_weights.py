from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from prioritisation.consultations import Marking
from prioritisation.errors import PointsFallTogether, SessionsDiffer
from prioritisation.ranking import Ranking
from prioritisation.weights import Comparison, across
from tests.prioritisation.making import consult, rank


def lists(groups: Mapping[str, list[str]], keys: str = "abc", **changes: str) -> list[Ranking]:
    return [rank(ballots, keys, key=f"s-{name}", perspective=name, **changes) for name, ballots in groups.items()]


def both(comparison: Comparison) -> tuple[dict[str, int], dict[str, int]]:
    assert comparison.per_person is not None
    assert comparison.per_perspective is not None
    return comparison.per_person.ranks, comparison.per_perspective.ranks


def test_a_perspective_with_two_ballots_is_shown_and_not_mixed_in() -> None:
    comparison = across(lists({"p": ["a>b>c"] * 3, "q": ["b>a>c"] * 3, "r": ["c>b>a"] * 2}))
    assert comparison.apart == ("r",)
    assert comparison.per_person is not None
    assert comparison.per_person.perspectives == ("p", "q")
    assert comparison.per_person.scores == {"a": 9, "b": 9, "c": 0}
    assert comparison.board["c"] == ("3", "3", "1")


def test_without_two_large_perspectives_there_is_no_joint_list() -> None:
    comparison = across(lists({"p": ["a>b>c"] * 3, "q": ["b>a>c"]}))
    assert (comparison.per_person, comparison.per_perspective, comparison.moves) == (None, None, {})
    assert comparison.likeness["p", "q"].shared == 3


def test_points_that_move_two_ranks_by_the_weights_are_marked() -> None:
    comparison = across(lists({"p": ["a>b>c>d"] * 20, "q": ["d>c>b>a"] * 3, "r": ["d>b>c>a"] * 3}, "abcd"))
    person, perspective = both(comparison)
    assert person == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert perspective == {"d": 1, "b": 2, "c": 3, "a": 4}
    assert comparison.moves == {"a": -3, "b": 0, "c": 0, "d": 3}
    assert comparison.moved == ("a", "d")


def test_every_perspective_adds_up_to_one() -> None:
    comparison = across(lists({"p": ["a>b>c"] * 7, "q": ["b>c>a"] * 4}))
    assert comparison.per_perspective is not None
    assert sum(comparison.per_perspective.scores.values()) == 2 * 3
    assert comparison.per_perspective.scores["b"] == Fraction(1) + 2
    assert comparison.per_perspective.fewest == 4


def test_two_sessions_of_one_perspective_count_together() -> None:
    first = rank(["a>b>c"] * 2, key="s1", perspective="p")
    second = rank(["b>a>c"] * 2, key="s2", perspective="p")
    other = rank(["c>a>b"] * 3, key="s3", perspective="q")
    comparison = across([first, second, other])
    assert comparison.names == ("p (s1)", "p (s2)", "q")
    assert comparison.apart == ()
    assert comparison.per_perspective is not None
    assert comparison.per_perspective.scores == {"a": Fraction(5, 2), "b": Fraction(3, 2), "c": 2}


def test_points_are_joined_by_the_mapping_of_the_researcher() -> None:
    p = rank(["a>b>c"] * 3, "abc", key="s1", perspective="p")
    q = rank(["y>x"] * 3, "xy", key="s2", perspective="q")
    shared = {("s1", "a"): "loket", ("s1", "c"): "taal", ("s2", "x"): "loket", ("s2", "y"): "taal"}
    comparison = across([p, q], shared=shared)
    assert comparison.orders == ((("loket",), ("taal",)), (("taal",), ("loket",)))
    assert comparison.common == ("loket", "taal")
    assert comparison.likeness["p", "q"].tau_b == -1
    assert comparison.per_person is not None
    assert comparison.per_person.scores == {"loket": 3, "taal": 3}


def test_only_points_on_all_lists_enter_the_joint_list() -> None:
    comparison = across([*lists({"p": ["a>x>b"] * 3}, "axb"), *lists({"q": ["b>y>a"] * 3}, "bya")])
    assert comparison.common == ("a", "b")
    assert comparison.board == {"a": ("1", "3"), "x": ("2", None), "b": ("3", "1"), "y": (None, "2")}
    assert comparison.per_person is not None
    assert comparison.per_person.places == {"a": "1-2", "b": "1-2"}


def test_a_perspective_without_valid_ballots_is_apart_and_spoils_nothing() -> None:
    comparison = across(lists({"p": ["a>b>c"] * 3, "q": [], "r": ["a>c>b"] * 3}))
    assert comparison.apart == ("q",)
    assert comparison.common == ("a", "b", "c")
    assert comparison.per_person is not None
    assert comparison.per_person.tiers[0] == ("a",)
    assert comparison.board["a"] == ("1", None, "1")


def test_the_weights_are_exact_under_every_rule() -> None:
    groups = {"p": ["a>b>c"] * 7, "q": ["b>c>a"] * 3, "r": ["b>a>c"] * 11}
    for rule in ("copeland", "schulze", "borda-mbc"):
        assert both(across(lists(groups, rule=rule)))[1] == {"b": 1, "a": 2, "c": 3}


def test_nothing_at_all_can_be_compared_too() -> None:
    comparison = across([])
    assert (comparison.names, comparison.common, comparison.agreement.w) == ((), (), None)


def test_lists_counted_in_different_ways_are_not_joined() -> None:
    with pytest.raises(SessionsDiffer):
        across([*lists({"p": ["a>b"]}), *lists({"q": ["a>b"]}, rule="copeland")])


def test_two_points_of_one_list_do_not_become_one() -> None:
    with pytest.raises(PointsFallTogether):
        across(lists({"p": ["a>b"]}), shared={("s-p", "a"): "x", ("s-p", "b"): "x"})


def test_lists_of_a_consultation_stand_beside_the_others_and_enter_no_total() -> None:
    counted = lists({"p": ["a>b>c"] * 3, "q": ["b>a>c"] * 3})
    agreed = consult("cba", key="s-r", perspective="r", present=40)
    alone, together = across(counted), across([*counted, agreed])
    assert both(together) == both(alone)
    assert together.names == ("p", "q", "r")
    assert together.board["c"] == ("3", "3", "1")
    assert together.apart == ("r",)
    assert (together.rankings, together.consulted) == (tuple(counted), (agreed,))
    assert together.likeness["p", "r"].tau_b == -1


def test_a_list_without_rank_takes_no_part_in_agreement_or_likeness() -> None:
    counted = lists({"p": ["a>b>c"] * 3, "q": ["a>b>c"] * 3})
    comparison = across([*counted, consult("cb", marking=Marking.UNRANKED, key="s-r", perspective="r")])
    assert comparison.agreement.w == 1
    assert comparison.common == ("a", "b", "c")
    assert comparison.likeness["p", "r"].shared == 0
    assert comparison.board["c"] == ("3", "3", None)


def test_an_open_session_is_nobodys_and_enters_no_total() -> None:
    counted = lists({"p": ["a>b>c"] * 3, "q": ["b>a>c"] * 3})
    comparison = across([*counted, rank(["c>b>a"] * 38, key="s-open")])
    assert both(comparison) == both(across(counted))
    assert comparison.names == ("p", "q", "s-open")
    assert comparison.apart == ("s-open",)


def test_two_consultations_alone_can_be_compared() -> None:
    comparison = across([consult("ab", key="s1", perspective="p"), consult("ba", key="s2", perspective="q")])
    assert comparison.per_person is None
    assert comparison.board == {"a": ("1", "2"), "b": ("2", "1"), "c": (None, None)}
