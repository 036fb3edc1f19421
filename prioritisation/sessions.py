"""Voting sessions: what was put to whom, under which rule, fixed before it opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from prioritisation.errors import (
    BadChoice,
    DoubledOption,
    SessionNotOpen,
    SessionNotPrepared,
    TooFewOptions,
    UnknownTreatment,
)

TREATMENTS = ("below", "abstain")


class SessionForm(StrEnum):
    """Ballots (stemmen) or consultation (overleg)."""

    BALLOTS = "ballots"
    CONSULTATION = "consultation"


class SessionStatus(StrEnum):
    """A session is prepared, open, or closed; results exist only when it is closed."""

    PREPARED = "voorbereid"
    OPEN = "open"
    CLOSED = "gesloten"


@dataclass(frozen=True, slots=True)
class Option:
    """An improvement point as it was worded when the session opened; votes bind to this wording."""

    key: str
    point_id: str
    title: str
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class VotingSession:
    """A session of one perspective (or of all, when `perspective` is None) with its frozen options and rule.

    `rule` is a name of `prioritisation.rules` ("borda", "copeland", …); `unranked` says whether an option left off a
    ballot stands *below* the others or is not compared (*abstain*); at most `top_k` options may be ranked.
    """

    id: str
    key: str
    title: str
    perspective: str | None
    form: SessionForm
    rule: str
    unranked: str
    options: tuple[Option, ...]
    held_on: date | None = None
    top_k: int | None = None
    ties_allowed: bool = True
    seed: str = ""
    invited: int | None = None
    status: SessionStatus = SessionStatus.PREPARED


def open_session(session: VotingSession) -> VotingSession:
    """The same session, open: from now on its options, rule and seed are fixed.

    Raises what `check_session` raises, and `SessionNotPrepared` when the session is open or closed already.
    """
    if session.status is not SessionStatus.PREPARED:
        raise SessionNotPrepared(session=session.key)
    check_session(session)
    return replace(session, status=SessionStatus.OPEN)


def close_session(session: VotingSession) -> VotingSession:
    """The same session, closed: it takes no more ballots and may be counted."""
    if session.status is SessionStatus.PREPARED:
        raise SessionNotOpen(session=session.key)
    return replace(session, status=SessionStatus.CLOSED)


def check_session(session: VotingSession) -> None:
    """Refuse a session that cannot be held: too few or doubled options, an unknown rule, an impossible choice.

    A consultation needs no options: everything on its list may be brought in during the session.
    Raises `TooFewOptions`, `DoubledOption`, `UnknownRule`, `UnknownTreatment` or `BadChoice`.
    """
    _check_options(session)
    if session.form is SessionForm.BALLOTS:
        _check_rule(session)


def _check_options(session: VotingSession) -> None:
    keys = [option.key for option in session.options]
    doubled = next((key for key in keys if keys.count(key) > 1), None)
    if doubled is not None:
        raise DoubledOption(session=session.key, option=doubled)
    if len(keys) < 2 and session.form is SessionForm.BALLOTS:
        raise TooFewOptions(session=session.key, count=len(keys))


def _check_rule(session: VotingSession) -> None:
    # Counting brings NumPy; reading sessions from the store does not need it.
    from prioritisation.rules import rule_named

    rule_named(session.rule)
    if session.unranked not in TREATMENTS:
        raise UnknownTreatment(session=session.key, unranked=session.unranked)
    if session.top_k is not None and not 1 <= session.top_k <= len(session.options):
        raise BadChoice(session=session.key, asked=session.top_k, count=len(session.options))
