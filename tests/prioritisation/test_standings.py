from __future__ import annotations

from prioritisation.consultations import Entry, Marking
from prioritisation.standings import STANDINGS, find_standings
from prioritisation.weights import across
from study.messages import speaking, translate
from tests.prioritisation.making import consult, rank


def standings(*orders: str, top: int = 2, keys: str = "abcd") -> dict[str, tuple[str, ...]]:
    rankings = [rank([order] * 3, keys, key=f"s{n}", perspective=f"p{n}") for n, order in enumerate(orders)]
    return find_standings(across(rankings), top=top)


def test_points_high_on_every_list_are_shared() -> None:
    assert standings("a>b>c>d", "b>a>c>d")["a"] == ("shared",)


def test_points_half_a_list_apart_divide_the_groups() -> None:
    found = standings("a>b>c>d", "d>b>c>a")
    assert found == {"a": ("contested", "one_party"), "b": ("shared",), "c": (), "d": ("contested", "one_party")}


def test_points_high_on_one_list_belong_to_one_party() -> None:
    assert standings("a>b>c>d", "a>c>b>d", "a>d>c>b")["b"] == ("contested", "one_party")


def test_one_list_alone_shares_nothing() -> None:
    assert set(standings("a>b>c>d").values()) == {()}


def test_every_standing_is_named_in_dutch() -> None:
    with speaking("nl"):
        assert [translate(each) for each in STANDINGS.values()] == [
            "gedeeld",
            "hierover verschillen de groepen",
            "alleen bij één partij",
        ]


def test_an_open_session_shares_but_is_no_party() -> None:
    counted = [rank(["a>b>c>d"] * 3, "abcd", key=f"s{n}", perspective=f"p{n}") for n in range(2)]
    everybody = rank(["d>a>c>b"] * 12, "abcd", key="s-open")
    found = find_standings(across([*counted, everybody]), top=2)
    assert found == {"a": ("shared",), "b": (), "c": (), "d": ()}


def test_a_list_without_rank_says_nothing_about_who_differs() -> None:
    counted = rank(["a>b>c"] * 3, "abc", key="s1", perspective="p")
    loose = consult("c", "abc", marking=Marking.UNRANKED, key="s2", perspective="q")
    assert set(find_standings(across([counted, loose]), top=1).values()) == {()}
    ranked = consult("ca", "abc", key="s2", perspective="q")
    assert find_standings(across([counted, ranked]), top=1)["c"] == ("contested", "one_party")


def test_what_was_put_to_one_party_alone_is_not_said_to_be_theirs_alone() -> None:
    counted = rank(["a>b>c"] * 3, "abc", key="s1", perspective="p")
    brought_in = Entry("x", brought_in=True, title="Leg het uit")
    agreed = consult([brought_in, "b"], "bc", key="s2", perspective="q")
    found = find_standings(across([counted, agreed]), top=1)
    assert (found["x"], found["a"]) == ((), ())
    assert find_standings(across([counted, consult("b", "ab", key="s2", perspective="q")]), top=1)["a"] == (
        "one_party",
    )
