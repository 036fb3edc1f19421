from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.ballots import Ballot, BallotState
from prioritisation.errors import (
    BallotOfAnotherSession,
    BallotWithoutPerspective,
    ConsultationHasNoBallots,
    DoubledBallot,
    SessionNotClosed,
    UnknownRule,
)
from prioritisation.places import Tiered
from prioritisation.ranking import count_ballots, count_by_perspective
from prioritisation.sessions import SessionForm, SessionStatus
from tests.prioritisation.making import elections, law, make_ballots, make_session, rank, read_list


def test_a_line_says_what_its_place_rests_on() -> None:
    first, second, third = rank(["a>b>c", "a>c>b", "b=a>c"]).lines
    assert (first.rank, first.place, first.key, first.title) == (1, "1", "a", "Verbeter a")
    assert first.score == Fraction(11, 2)
    assert first.copeland == 2
    assert (first.wins, first.ties, first.losses) == (2, 0, 0)
    assert first.point_id == "punt-a"
    assert (second.key, third.key) == ("b", "c")


def test_results_rest_on_valid_ballots_and_turnout_on_all() -> None:
    session = make_session(invited=12)
    cast = [
        *make_ballots(session, [read_list("a>b"), read_list("b>a")]),
        Ballot("i3", session.id, "3", (), BallotState.BLANK),
        Ballot("i4", session.id, "4", (("z",),), BallotState.INVALID, "unknown_item"),
        Ballot("i5", session.id, "5", (("c",),), BallotState.SUPERSEDED),
    ]
    ranking = count_ballots(session, cast)
    turnout = ranking.turnout
    assert (turnout.valid, turnout.blank, turnout.invalid, turnout.superseded) == (2, 1, 1, 1)
    assert (turnout.total, turnout.invited, turnout.reasons) == (4, 12, {"unknown_item": 1})
    assert ranking.scores == {"a": 3, "b": 3, "c": 0}


def test_a_ballot_stored_as_valid_is_checked_once_more() -> None:
    turnout = rank(["a>b", "a>a", "a>z"]).turnout
    assert (turnout.valid, turnout.invalid) == (1, 2)
    assert turnout.reasons == {"doubled_item": 1, "unknown_item": 1}


def test_a_ballot_refused_on_paper_stays_refused() -> None:
    session = make_session()
    refused = Ballot("i", session.id, "1", (("a",),), BallotState.INVALID, "two sheets differ")
    assert count_ballots(session, [refused]).turnout.reasons == {"two sheets differ": 1}


def test_a_skipped_place_counts_in_its_order_and_is_reported() -> None:
    session = make_session()
    gap = Ballot("i", session.id, "1", (("b",), (), ("a",)), BallotState.VALID)
    ranking = count_ballots(session, [gap])
    assert ranking.tiers == (("b",), ("a",), ("c",))
    assert (ranking.turnout.valid, ranking.turnout.reasons) == (1, {"rank_gap": 1})


def test_no_valid_ballots_is_a_state_and_no_error() -> None:
    session = make_session()
    ranking = count_ballots(session, [Ballot("i", session.id, "1", (), BallotState.BLANK)])
    assert ranking.is_empty
    assert (ranking.tiers, ranking.scores, ranking.lines, ranking.places) == ((), {}, (), {})
    assert (ranking.turnout.blank, ranking.condorcet, ranking.agreement.w) == (1, None, None)


def test_one_voter_gives_a_list_that_cannot_be_counted_without_them() -> None:
    ranking = rank(["c>a>b"])
    assert ranking.tiers == (("c",), ("a",), ("b",))
    assert (ranking.leave_one_out, ranking.agreement.w) == ({}, None)


def test_all_options_tied_by_everybody_share_one_place() -> None:
    assert rank(["a=b=c"] * 3).places == {"a": "1-3", "b": "1-3", "c": "1-3"}


def test_a_tie_is_never_broken_by_the_alphabet() -> None:
    assert rank(["b>a>c", "a>b>c"], "bac").tiers == (("b", "a"), ("c",))


def test_the_session_says_what_unranked_options_are_worth() -> None:
    ballots = ["a", "a", "b>a"]
    below, abstain = (rank(ballots, rule="copeland", unranked=each) for each in ("below", "abstain"))
    assert (below.tiers[0], abstain.tiers[0]) == (("a",), ("b",))
    assert below.support["a"] == {"b": 2, "c": 3}
    assert abstain.support["a"] == {"b": 0, "c": 0}


def test_copeland_stands_beside_borda() -> None:
    ranking = rank(["b>c>a>d"] * 3 + ["d>c"] * 3 + ["d>b>c>a"], "abcd")
    assert (ranking.tiers[0], ranking.condorcet) == (("c",), "d")
    assert ranking.copeland == {"a": 0, "b": 2, "c": 1, "d": 3}


def test_only_a_closed_session_with_ballots_can_be_counted() -> None:
    with pytest.raises(SessionNotClosed):
        count_ballots(make_session(status=SessionStatus.OPEN), [])
    with pytest.raises(ConsultationHasNoBallots):
        count_ballots(make_session(form=SessionForm.CONSULTATION), [])
    with pytest.raises(UnknownRule):
        count_ballots(make_session(rule="loten"), [])


def test_ballots_of_another_session_and_ballots_sent_twice_are_refused() -> None:
    session = make_session()
    ballots = make_ballots(session, [read_list("a>b")])
    with pytest.raises(BallotOfAnotherSession):
        count_ballots(session, [replace(ballots[0], session_id="elsewhere")])
    with pytest.raises(DoubledBallot):
        count_ballots(session, ballots * 2)
    count_ballots(session, [*ballots, replace(ballots[0], state=BallotState.SUPERSEDED)])


@law
@given(elections("abcd"), st.randoms(use_true_random=False))
def test_ballots_in_another_order_give_the_same_ranking(ballots: list[Tiered], chance: random.Random) -> None:
    session = make_session("abcd")
    cast = make_ballots(session, ballots)
    assert count_ballots(session, chance.sample(cast, len(cast))) == count_ballots(session, cast)


def test_a_session_over_all_gives_a_list_for_each_perspective() -> None:
    session = make_session(invited=9)
    ballots = [
        *make_ballots(session, [read_list("a>b>c")] * 2, perspective="werkgever"),
        *make_ballots(session, [read_list("c>b>a")], perspective="klant"),
    ]
    client, employer = count_by_perspective(session, ballots)
    assert (client.perspective, client.tiers[0], client.turnout.valid) == ("klant", ("c",), 1)
    assert (employer.perspective, employer.tiers[0], employer.turnout.valid) == ("werkgever", ("a",), 2)
    assert client.turnout.invited is None


def test_a_session_of_one_perspective_gives_its_one_list() -> None:
    session = make_session(perspective="klant")
    ballots = make_ballots(session, [read_list("a>b")])
    assert count_by_perspective(session, ballots) == (count_ballots(session, ballots),)


def test_a_ballot_without_perspective_cannot_be_put_on_a_list() -> None:
    session = make_session()
    with pytest.raises(BallotWithoutPerspective):
        count_by_perspective(session, make_ballots(session, [read_list("a>b")]))
