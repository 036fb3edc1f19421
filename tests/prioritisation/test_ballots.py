from __future__ import annotations

import pytest

from prioritisation.ballots import REASONS, BallotState, cast_ballot, check_ballot, explain_reason
from prioritisation.errors import SessionClosed, SessionNotOpen
from prioritisation.sessions import SessionStatus
from study.messages import speaking
from tests.prioritisation.making import make_session

VALID, BLANK, INVALID = BallotState.VALID, BallotState.BLANK, BallotState.INVALID


def test_a_ballot_with_ties_and_unranked_options_is_valid() -> None:
    assert check_ballot(make_session("abc"), [["b", "c"]]) == (VALID, None)


@pytest.mark.parametrize("tiers", [(), [[]], [[], []]])
def test_a_ballot_without_marks_is_blank(tiers: list[list[str]]) -> None:
    assert check_ballot(make_session(), tiers) == (BLANK, None)


@pytest.mark.parametrize(
    ("tiers", "reason"),
    [
        ([["a"], ["z"]], "unknown_item"),
        ([["a"], ["b"], ["a"]], "doubled_item"),
        ([["a", "a"]], "doubled_item"),
        ([["a", "b"]], "ties_not_allowed"),
        ([["a"], ["b"], ["c"]], "too_many_ranked"),
    ],
)
def test_every_refusal_has_its_own_reason(tiers: list[list[str]], reason: str) -> None:
    assert check_ballot(make_session(ties_allowed=False, top_k=2), tiers) == (INVALID, reason)


def test_a_skipped_place_leaves_the_order_and_is_said() -> None:
    assert check_ballot(make_session(), [["a"], [], ["b"]]) == (VALID, "rank_gap")
    assert check_ballot(make_session(), [[], ["a"]]) == (VALID, "rank_gap")


def test_an_empty_last_tier_skips_nothing() -> None:
    assert check_ballot(make_session(), [["a"], ["b"], []]) == (VALID, None)


def test_of_several_reasons_the_first_of_the_list_is_given() -> None:
    session = make_session(ties_allowed=False, top_k=1)
    assert check_ballot(session, [["z", "a", "a"]]) == (INVALID, "unknown_item")
    assert check_ballot(session, [["b", "a", "a"]]) == (INVALID, "doubled_item")
    assert check_ballot(session, [["b", "a"]]) == (INVALID, "ties_not_allowed")


def test_ties_and_long_ballots_pass_where_they_are_allowed() -> None:
    assert check_ballot(make_session(top_k=3), [["a", "b", "c"]]) == (VALID, None)


def test_a_ballot_is_kept_as_it_was_cast_even_when_it_is_refused() -> None:
    session = make_session(status=SessionStatus.OPEN)
    ballot = cast_ballot(session, [["a"], [], ["z"]], key="k1", perspective="klant")
    assert ballot.tiers == (("a",), (), ("z",))
    assert (ballot.state, ballot.reason, ballot.session_id) == (INVALID, "unknown_item", session.id)
    assert (ballot.key, ballot.perspective) == ("k1", "klant")


def test_nobody_votes_before_a_session_opens_or_after_it_closed() -> None:
    with pytest.raises(SessionNotOpen):
        cast_ballot(make_session(status=SessionStatus.PREPARED), [["a"]], key="k")
    with pytest.raises(SessionClosed):
        cast_ballot(make_session(status=SessionStatus.CLOSED), [["a"]], key="k")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_a_sentence_in_both_languages(reason: str) -> None:
    with speaking("en"):
        english = explain_reason(reason, make_session(top_k=2))
    with speaking("nl"):
        dutch = explain_reason(reason, make_session(top_k=2))
    assert english != dutch
    assert english.endswith(".")
    assert dutch.endswith(".")


def test_a_voter_reads_in_plain_dutch_how_many_points_may_be_chosen() -> None:
    with speaking("nl"):
        assert explain_reason("too_many_ranked", make_session(top_k=2)) == (
            "Er zijn meer dan 2 punten gekozen. Kies er hoogstens 2."
        )
