"""Ballots (stembriefjes): marks as cast, never repaired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from prioritisation.errors import SessionClosed, SessionNotOpen
from prioritisation.sessions import SessionStatus, VotingSession
from study.ids import new_id
from study.messages import N_, translate

Tiers = Sequence[Sequence[str]]

# Every reason that can stand on a ballot, and what the voter is told (B1).
REASONS: Mapping[str, str] = {
    "unknown_item": N_("This ballot names a point that is not on the list. Choose only points from the list."),
    "doubled_item": N_("A point is on this ballot twice. Give every point one place."),
    "ties_not_allowed": N_("Two points have the same place. Give every point a place of its own."),
    "too_many_ranked": N_("More than {most} points were chosen. Choose {most} at most."),
    "rank_gap": N_("A place was skipped. The order counts as it is; the places move up."),
}


class BallotState(StrEnum):
    """What a ballot counts as; turnout is valid + blank + invalid, results use valid only."""

    VALID = "valid"
    BLANK = "blank"
    INVALID = "invalid"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's ranking: tiers of option keys, best first; options in one tier are tied, others are unranked.

    `key` is random and says nothing about the person; `perspective` is set only in sessions over all perspectives.
    """

    id: str
    session_id: str
    key: str
    tiers: tuple[tuple[str, ...], ...]
    state: BallotState
    reason: str | None = None
    perspective: str | None = None


def check_ballot(session: VotingSession, tiers: Tiers) -> tuple[BallotState, str | None]:
    """What a ballot counts as in this session, with the reason code (a key of `REASONS`) where there is one.

    Nothing is repaired. A ballot without any mark is blank. A skipped place ("1, 3") leaves the order intact: the
    ballot is valid and carries the code `rank_gap`, so that the screen can say it. Of several reasons the first in
    the order of `REASONS` is given.

    >>> from prioritisation.sessions import Option, SessionForm, VotingSession
    >>> options = (Option("a", "p1", "Eén loket"), Option("b", "p2", "Bel terug"))
    >>> session = VotingSession("1", "s", "Sessie", None, SessionForm.BALLOTS, "borda", "below", options)
    >>> check_ballot(session, [["a"], ["a"]])
    (<BallotState.INVALID: 'invalid'>, 'doubled_item')
    >>> check_ballot(session, [["b"]])
    (<BallotState.VALID: 'valid'>, None)
    """
    marks = [key for tier in tiers for key in tier]
    if not marks:
        return BallotState.BLANK, None
    reason = _refusal(session, marks, tiers)
    if reason is not None:
        return BallotState.INVALID, reason
    return BallotState.VALID, "rank_gap" if _skips_a_place(tiers) else None


def cast_ballot(session: VotingSession, tiers: Tiers, *, key: str, perspective: str | None = None) -> Ballot:
    """The ballot as it was cast, with its state and reason; the session must be open.

    Raises `SessionNotOpen` before the session opens and `SessionClosed` after it closed.
    """
    if session.status is SessionStatus.PREPARED:
        raise SessionNotOpen(session=session.key)
    if session.status is SessionStatus.CLOSED:
        raise SessionClosed(session=session.key)
    state, reason = check_ballot(session, tiers)
    cast = tuple(tuple(tier) for tier in tiers)
    return Ballot(new_id(), session.id, key, cast, state, reason, perspective)


def explain_reason(reason: str, session: VotingSession) -> str:
    """The sentence for the voter that goes with a reason code, in the current language."""
    return translate(REASONS[reason], most=session.top_k or len(session.options))


def _refusal(session: VotingSession, marks: Sequence[str], tiers: Tiers) -> str | None:
    most = session.top_k or len(session.options)
    checks = (
        ("unknown_item", not {option.key for option in session.options}.issuperset(marks)),
        ("doubled_item", len(set(marks)) < len(marks)),
        ("ties_not_allowed", not session.ties_allowed and any(len(tier) > 1 for tier in tiers)),
        ("too_many_ranked", len(marks) > most),
    )
    return next((reason for reason, found in checks if found), None)


def _skips_a_place(tiers: Tiers) -> bool:
    last = max(place for place, tier in enumerate(tiers) if tier)
    return any(not tier for tier in tiers[:last])
