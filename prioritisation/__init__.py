"""Prioritisation: from improvement points, through a session and its ballots, to a list that keeps its ties.

Names are loaded when they are asked for, so that the records can be had without NumPy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prioritisation.ballots import Ballot as Ballot
    from prioritisation.ballots import BallotState as BallotState
    from prioritisation.ballots import cast_ballot as cast_ballot
    from prioritisation.ballots import check_ballot as check_ballot
    from prioritisation.board import lay_board as lay_board
    from prioritisation.consultations import Consultation as Consultation
    from prioritisation.consultations import ConsultedList as ConsultedList
    from prioritisation.consultations import Marking as Marking
    from prioritisation.consultations import list_consultation as list_consultation
    from prioritisation.disclosure import publish as publish
    from prioritisation.disclosure import publish_consultation as publish_consultation
    from prioritisation.ranking import Ranking as Ranking
    from prioritisation.ranking import count_ballots as count_ballots
    from prioritisation.ranking import count_by_perspective as count_by_perspective
    from prioritisation.sessions import Option as Option
    from prioritisation.sessions import VotingSession as VotingSession
    from prioritisation.sessions import close_session as close_session
    from prioritisation.sessions import open_session as open_session
    from prioritisation.weights import Comparison as Comparison
    from prioritisation.weights import across as across

_HOMES = {
    "VotingSession": "sessions",
    "Option": "sessions",
    "open_session": "sessions",
    "close_session": "sessions",
    "Ballot": "ballots",
    "BallotState": "ballots",
    "check_ballot": "ballots",
    "cast_ballot": "ballots",
    "Ranking": "ranking",
    "count_ballots": "ranking",
    "count_by_perspective": "ranking",
    "Comparison": "weights",
    "across": "weights",
    "publish": "disclosure",
    "Consultation": "consultations",
    "ConsultedList": "consultations",
    "Marking": "consultations",
    "list_consultation": "consultations",
    "publish_consultation": "disclosure",
    "lay_board": "board",
}

__all__ = [
    "VotingSession",
    "Option",
    "open_session",
    "close_session",
    "Ballot",
    "BallotState",
    "check_ballot",
    "cast_ballot",
    "Ranking",
    "count_ballots",
    "count_by_perspective",
    "Comparison",
    "across",
    "publish",
    "Consultation",
    "ConsultedList",
    "Marking",
    "list_consultation",
    "publish_consultation",
    "lay_board",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"prioritisation.{_HOMES[name]}"), name)
