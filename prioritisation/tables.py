"""The tables of prioritisation."""

from __future__ import annotations

from prioritisation.ballots import Ballot
from prioritisation.sessions import VotingSession
from study.records import bind

voting_sessions = bind(VotingSession, "voting_session", unique=(("key",),), order=("held_on", "key"), analytic=True)
ballots = bind(
    Ballot,
    "ballot",
    references={"session_id": "voting_session"},
    unique=(("session_id", "key"),),
    order=("session_id", "key"),
)
