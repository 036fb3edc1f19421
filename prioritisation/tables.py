"""The tables of prioritisation."""

from __future__ import annotations

from prioritisation.ballots import Ballot
from prioritisation.consultations import Consultation
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
# Its entries hold what was said in a meeting: the journal keeps no old values of them.
consultations = bind(
    Consultation,
    "consultation",
    references={"session_id": "voting_session"},
    unique=(("session_id",),),
    order=("session_id",),
)
