from __future__ import annotations

import pytest

from prioritisation.disclosure import disclosure, may_republish, publish
from study.messages import speaking
from tests.prioritisation.making import rank


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
