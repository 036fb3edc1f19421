from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.consultations import Entry
from prioritisation.disclosure import disclosure, may_republish, merge_small, publish, publish_consultation
from study.messages import speaking
from tests.prioritisation.making import consult, law, rank


@pytest.mark.parametrize(
    ("valid", "totals", "distributions"),
    [(0, False, False), (4, False, False), (5, True, False), (9, True, False), (10, True, True)],
)
def test_what_may_be_published_follows_from_the_number_of_ballots(
    valid: int, totals: bool, distributions: bool
) -> None:
    allowed = disclosure(valid)
    assert (allowed.totals, allowed.ranges, allowed.distributions) == (totals, totals, distributions)


def test_four_ballots_publish_the_order_with_its_ties_and_no_number() -> None:
    published = publish(rank(["a>b>c", "b>a>c", "a>b>c", "b>a>c"]))
    assert [(line.place, line.key) for line in published.lines] == [("1-2", "a"), ("1-2", "b"), ("3", "c")]
    for line in published.lines:
        assert (line.score, line.ranks, line.copeland, line.depends) == (None, None, None, None)
    with speaking("nl"):
        assert publish(rank(["a>b"] * 4)).note.startswith("Minder dan 5 geldige stembriefjes")


def test_five_ballots_publish_totals_and_ranges_and_no_pairs() -> None:
    line = publish(rank(["a>b>c"] * 5)).lines[0]
    assert line.score == 10
    assert line.ranks == "1"
    assert line.copeland is None
    assert line.depends


def test_ten_ballots_publish_pairs_too() -> None:
    assert publish(rank(["a>b>c"] * 10)).lines[0].copeland == 2


def test_without_valid_ballots_the_note_says_so() -> None:
    published = publish(rank([]))
    assert published.lines == ()
    with speaking("en"):
        assert publish(rank([])).note == "No valid ballots: there is no list."


def test_a_late_ballot_alone_is_no_reason_to_publish_again() -> None:
    assert [may_republish(12, now) for now in (9, 10, 12, 13, 14, 15)] == [True, False, True, False, False, True]


@pytest.mark.parametrize(
    ("dissent", "published"),
    [
        ("2 organisaties zagen dit anders: het kost te veel tijd.", "Niet iedereen zag dit zo: het kost te veel tijd."),
        ("De bond zag dit anders: dat kost banen.", "Niet iedereen zag dit zo: dat kost banen."),
        ("Eén van hen vond dit overbodig.", "Niet iedereen zag dit zo."),
        ("Een werkgever vond dit overbodig.", "Niet iedereen zag dit zo."),
        ("Alleen zinvol voor wie een nieuwe baan zoekt.", "Alleen zinvol voor wie een nieuwe baan zoekt."),
        ("", ""),
    ],
)
def test_in_a_small_group_nobody_can_tell_who_saw_it_otherwise(dissent: str, published: str) -> None:
    entries = [Entry("a", dissent=dissent)]
    with speaking("nl"):
        assert publish_consultation(consult(entries, present=4)).lines[0].dissent == published
        assert publish_consultation(consult(entries, present=5)).lines[0].dissent == dissent


@law
@given(st.integers(10, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_small_number_never_shows_and_neither_does_what_it_leaves(numbers: tuple[int, int]) -> None:
    number, of = numbers
    first, last = merge_small(number, of)
    assert first <= number <= last
    assert last - first in {0, 2}
    assert first != last or (number >= 3 and of - number >= 3)


def test_from_ten_ballots_it_is_said_how_many_put_a_point_high() -> None:
    lines = publish(rank([*["a>b>c>d"] * 8, *["d>c>b>a"] * 4], "abcd")).lines
    assert {line.key: line.in_first_three for line in lines} == {"a": (8, 8), "b": (10, 12), "c": (10, 12), "d": (4, 4)}
    assert all(line.in_first_three is None for line in publish(rank(["a>b>c>d"] * 9, "abcd")).lines)


def test_from_ten_ballots_a_few_that_change_a_place_are_not_numbered() -> None:
    hangs_on_one = rank([*["a>b>c"] * 5, *["b>a>c"] * 5, "a>c>b"])
    hangs_on_six = rank([*["a>b>c"] * 6, *["b>a>c"] * 5])
    with speaking("en"):
        assert "one of a few of the 11" in (publish(hangs_on_one).lines[0].depends or "")
        assert "any of 6 of the 11" in (publish(hangs_on_six).lines[0].depends or "")
