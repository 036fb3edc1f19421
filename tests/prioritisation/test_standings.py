from __future__ import annotations

from prioritisation.standings import STANDINGS, find_standings
from prioritisation.weights import across
from study.messages import speaking, translate
from tests.prioritisation.making import rank


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
