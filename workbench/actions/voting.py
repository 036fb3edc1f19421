"""The lists of the sessions that are closed, counted or made in consultation, whole and as they may leave the room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prioritisation.ballots import Ballot
from prioritisation.consultations import Consultation, ConsultedLine, ConsultedList, list_consultation
from prioritisation.disclosure import PublishedLine, PublishedList, publish, publish_consultation
from prioritisation.ranking import Ranking, count_ballots
from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from prioritisation.weights import Comparison, across
from study.folder import Study
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint


@dataclass(frozen=True, slots=True)
class Counted:
    """A session with its list: whole for the researchers, and with what may be shown to others."""

    session: VotingSession
    ranking: Ranking
    published: PublishedList


@dataclass(frozen=True, slots=True)
class Consulted:
    """A session with the list that was made in consultation: whole, and as it may be shown to others."""

    session: VotingSession
    agreed: ConsultedList
    published: ConsultedList


def list_sessions(study: Study) -> tuple[Counted | Consulted, ...]:
    """The lists of all sessions that have one, counted and agreed on, in the order in which they were held."""
    with study.reading() as store:
        sessions, ballots, consultations = store.records(VotingSession, Ballot, Consultation)
    held = {each.session_id: each for each in consultations}
    closed = [each for each in sessions if each.status is SessionStatus.CLOSED]
    lists: list[Counted | Consulted] = []
    for session in closed:
        if session.form is SessionForm.BALLOTS:
            lists.append(_count(session, [ballot for ballot in ballots if ballot.session_id == session.id]))
        elif session.id in held:
            lists.append(_consult(session, held[session.id]))
    return tuple(lists)


def compare_sessions(lists: Sequence[Counted | Consulted]) -> Comparison | None:
    """The lists side by side; None below two of them, or when ballots were counted by different rules."""
    counted = {(each.ranking.rule, each.ranking.unranked) for each in lists if isinstance(each, Counted)}
    if len(lists) < 2 or len(counted) > 1:
        return None
    return across(each.ranking if isinstance(each, Counted) else each.agreed for each in lists)


def count_sessions(study: Study) -> tuple[Counted, ...]:
    """All closed sessions with ballots, counted, in the order in which they were held."""
    return tuple(each for each in list_sessions(study) if isinstance(each, Counted))


def _count(session: VotingSession, ballots: list[Ballot]) -> Counted:
    ranking = count_ballots(session, ballots)
    return Counted(session, ranking, publish(ranking))


def _consult(session: VotingSession, consultation: Consultation) -> Consulted:
    agreed = list_consultation(session, consultation)
    return Consulted(session, agreed, publish_consultation(agreed))


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
    with study.reading() as store:
        findings = {each.id: each.passages for each in store.records(Finding)[0]}
    rows = []
    for each in list_sessions(study):
        rows += _counted_rows(each, behind) if isinstance(each, Counted) else _agreed_rows(each, behind, findings)
    return rows


def _counted_rows(counted: Counted, behind: Mapping[str, Collection[str]]) -> list[dict[str, Any]]:
    points = {option.key: option.point_id for option in counted.session.options}
    return [_counted_row(counted, line, len(behind.get(points[line.key], ()))) for line in counted.published.lines]


def _counted_row(counted: Counted, line: PublishedLine, sources: int) -> dict[str, Any]:
    turnout = counted.ranking.turnout
    return {
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
        "sources": sources,
        "form": counted.session.form.value,
        "marking": None,
        "present": None,
        "group": None,
        "put_as": None,
        "brought_in": False,
        "dissent": None,
    }


def _agreed_rows(
    consulted: Consulted, behind: Mapping[str, Collection[str]], findings: Mapping[str, Collection[str]]
) -> list[dict[str, Any]]:
    return [_agreed_row(consulted, line, _sources(line, behind, findings)) for line in consulted.published.lines]


def _sources(
    line: ConsultedLine, behind: Mapping[str, Collection[str]], findings: Mapping[str, Collection[str]]
) -> int:
    if line.point_id is not None:
        return len(behind.get(line.point_id, ()))
    return len({coding for finding in line.findings for coding in findings.get(finding, ())})


def _agreed_row(consulted: Consulted, line: ConsultedLine, sources: int) -> dict[str, Any]:
    return {
        "session": consulted.session.key,
        "perspective": consulted.session.perspective,
        "place": line.place or None,
        "key": line.key,
        "title": line.title,
        "score": None,
        "rule": None,
        "valid": None,
        "blank": None,
        "invalid": None,
        "sources": sources,
        "form": consulted.session.form.value,
        "marking": consulted.agreed.marking.value,
        "present": consulted.agreed.present,
        "group": line.group or None,
        "put_as": line.put_as,
        "brought_in": line.brought_in,
        "dissent": line.dissent or None,
    }
