"""Counting: the lists of the sessions that are closed, as researchers see them and as they may leave the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prioritisation.ballots import Ballot
from prioritisation.disclosure import PublishedList, publish
from prioritisation.ranking import Ranking, count_ballots
from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from study.folder import Study
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint


@dataclass(frozen=True, slots=True)
class Counted:
    """A session with its list: whole for the researchers, and with what may be shown to others."""

    session: VotingSession
    ranking: Ranking
    published: PublishedList


def count_sessions(study: Study) -> tuple[Counted, ...]:
    """All closed sessions with ballots, counted, in the order in which they were held."""
    with study.reading() as store:
        sessions, ballots = store.records(VotingSession, Ballot)
    countable = [each for each in sessions if each.form is SessionForm.BALLOTS and each.status is SessionStatus.CLOSED]
    return tuple(_count(each, [ballot for ballot in ballots if ballot.session_id == each.id]) for each in countable)


def _count(session: VotingSession, ballots: list[Ballot]) -> Counted:
    ranking = count_ballots(session, ballots)
    return Counted(session, ranking, publish(ranking))


def passages_behind(study: Study) -> Mapping[str, tuple[str, ...]]:
    """For every improvement point (id) the ids of the codings behind its findings; empty is "geen bron"."""
    with study.reading() as store:
        points, findings = store.records(ImprovementPoint, Finding)
    rests_on = {each.id: each.passages for each in findings}
    return {
        point.id: tuple(dict.fromkeys(coding for finding in point.findings for coding in rests_on.get(finding, ())))
        for point in points
    }


def ranking_rows(study: Study) -> list[dict[str, Any]]:
    """The lists as rows, with what the size of each group allows to be shown."""
    behind = passages_behind(study)
    return [row for counted in count_sessions(study) for row in _rows(counted, behind)]


def _rows(counted: Counted, behind: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    points = {option.key: option.point_id for option in counted.session.options}
    turnout = counted.ranking.turnout
    return [
        {
            "session": counted.session.key,
            "perspective": counted.session.perspective,
            "place": line.place,
            "key": line.key,
            "title": line.title,
            "score": None if line.score is None else str(line.score),
            "rule": counted.ranking.rule,
            "valid": turnout.valid,
            "blank": turnout.blank,
            "invalid": turnout.invalid,
            "sources": len(behind.get(points[line.key], ())),
        }
        for line in counted.published.lines
    ]
