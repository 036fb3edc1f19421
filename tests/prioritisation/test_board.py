from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prioritisation.board import BoardRow, Stand, lay_board
from prioritisation.consultations import ConsultedList, Entry, Marking
from prioritisation.ranking import Ranking
from prioritisation.weights import across
from tests.prioritisation.making import consult, law, rank

VOTED = rank(["a>b>c>d"] * 3, "abcd", key="s-p", perspective="p")


def board(*lists: Ranking | ConsultedList) -> dict[str, BoardRow]:
    return {row.key: row for row in lay_board(across(lists))}


def stands(row: BoardRow) -> list[tuple[Stand, str]]:
    return [(square.stand, square.words) for square in row.squares]


def test_every_kind_of_list_says_what_it_can_say_about_a_point() -> None:
    ranked = consult("ba", "abc", key="s-q", perspective="q")
    loose = consult("a", "ab", marking=Marking.UNRANKED, key="s-r", perspective="r")
    grouped = consult([Entry("a", group="Eerst")], "a", marking=Marking.GROUPS, key="s-t", perspective="t")
    empty = rank([], "abcd", key="s-u", perspective="u")
    rows = board(VOTED, ranked, loose, grouped, empty)
    assert stands(rows["a"]) == [
        (Stand.PLACE, "1"), (Stand.PLACE, "2"), (Stand.LISTED, ""), (Stand.GROUP, "Eerst"), (Stand.NO_LIST, ""),
    ]  # fmt: skip
    assert [stand for stand, _ in stands(rows["c"])] == [
        Stand.PLACE, Stand.LEFT_OUT, Stand.NOT_PUT, Stand.NOT_PUT, Stand.NO_LIST,
    ]  # fmt: skip


def test_a_point_that_was_brought_in_is_named_by_its_session_and_stands_on_no_other_list() -> None:
    brought_in = Entry("x", brought_in=True, title="Leg het uit", findings=("f1",))
    row = board(VOTED, consult([brought_in], "ab", key="s-q", perspective="q"))["x"]
    assert (row.title, row.brought_in, row.findings) == ("Leg het uit", True, ("f1",))
    assert stands(row) == [(Stand.NOT_PUT, ""), (Stand.PLACE, "1")]


def test_a_reworded_point_keeps_the_title_that_was_put_to_everybody() -> None:
    reworded = consult([Entry("a", reworded="Bel dezelfde dag")], "ab", key="s-q", perspective="q")
    row = board(reworded, VOTED)["a"]
    assert row.title == "Verbeter a"
    assert row.squares[0].line is not None
    assert row.squares[0].line.title == "Bel dezelfde dag"


def test_first_stands_what_is_high_on_most_lists() -> None:
    other = rank(["d>c>b>a"] * 3, "abcd", key="s-q", perspective="q")
    third = consult("cd", "abcd", key="s-r", perspective="r")
    assert list(board(VOTED, other, third)) == ["c", "b", "d", "a"]


@law
@given(st.permutations("abcd"), st.permutations("abcd"), st.integers(1, 4))
def test_every_point_of_every_list_has_one_row_with_a_square_for_each_list(
    first: list[str], second: list[str], size: int
) -> None:
    lists = (rank([">".join(first)] * 3, "abcd", key="s-p", perspective="p"), consult(second[:size], "abcd", key="s-q"))
    rows = board(*lists)
    assert sorted(rows) == list("abcd")
    assert [rows[key].squares[0].rank for key in first] == [1, 2, 3, 4]
    assert [rows[key].squares[1].rank for key in second[:size]] == list(range(1, size + 1))
    assert {rows[key].squares[1].stand for key in second[size:]} <= {Stand.LEFT_OUT}
