"""The priorities: a list for each session, side by side, with the findings and words behind every point."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from prioritisation.disclosure import PublishedList, publish
from prioritisation.ranking import Line
from prioritisation.rules import TITLES
from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from workbench.actions.voting import Counted
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import OptionNotFound
from workbench.web.evidence import Evidence, evidence_of
from workbench.web.pages import show
from workbench.web.passages import ShownPassage, passages_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as it may leave the room, with the number of findings behind each of its points (key)."""

    session: VotingSession
    published: PublishedList
    perspective: str
    rule: str
    sources: dict[str, int]


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A session without a list, and why."""

    session: VotingSession
    reason: str


@dataclass(frozen=True, slots=True)
class Basis:
    """A finding behind a point: counted in the map, or with its passages alone when it is in no cell."""

    finding: Finding
    evidence: Evidence | None
    passages: tuple[ShownPassage, ...]


@router.get("/prioriteiten")
def show_priorities(request: Request, desk: DeskOf) -> Response:
    """The lists side by side."""
    points = {each.id: each for each in desk.records(ImprovementPoint)}
    counted = {each.session.id for each in desk.counted}
    waiting = [each for each in desk.records(VotingSession) if each.id not in counted]
    return show(
        request,
        "priorities.html",
        lists=[_shown(each, desk, points) for each in desk.counted],
        waiting=[Uncounted(each, _reason(each)) for each in waiting],
        points=points.values(),
        principles={each.key: each.label for each in desk.settings.principles},
    )


@router.get("/prioriteiten/{session}/{key}")
def show_point(request: Request, desk: DeskOf, session: str, key: str) -> Response:
    """One point of a list: its place, what it hangs on, and the findings it rests on with their words."""
    counted, line = find_line(desk, session, key)
    published = publish(counted.ranking)
    point = next((each for each in desk.records(ImprovementPoint) if each.id == line.point_id), None)
    return show(
        request,
        "point.html",
        session=counted.session,
        line=next(each for each in published.lines if each.key == key),
        note=published.note,
        point=point,
        bases=bases_of(desk, point),
        principles={each.key: each.label for each in desk.settings.principles},
    )


def find_line(desk: Desk, session: str, key: str) -> tuple[Counted, Line]:
    """The list of a session and the line of an option (keys); raises `OptionNotFound`."""
    for counted in desk.counted:
        for line in counted.ranking.lines:
            if (counted.session.key, line.key) == (session, key):
                return counted, line
    raise OptionNotFound(session=session, name=key)


def bases_of(desk: Desk, point: ImprovementPoint | None) -> list[Basis]:
    """The findings behind a point, in its order, each with everything behind it."""
    findings = {each.id: each for each in desk.records(Finding)}
    statements: dict[str, CellStatement] = {each.finding.id: each for each in desk.journey.statements}
    found = []
    for each in (findings[name] for name in (point.findings if point else ()) if name in findings):
        statement = statements.get(each.id)
        evidence = evidence_of(desk, statement) if statement else None
        found.append(Basis(each, evidence, () if evidence else passages_of(desk, each.passages)))
    return found


def _shown(counted: Counted, desk: Desk, points: dict[str, ImprovementPoint]) -> ShownList:
    session = counted.session
    labels = {each.key: each.label for each in desk.settings.perspectives}
    findings = {each.id for each in desk.records(Finding)}
    return ShownList(
        session=session,
        # Published anew for every visitor: its sentences are in the visitor's language.
        published=publish(counted.ranking),
        perspective=labels.get(session.perspective or "", "") or _("All perspectives"),
        rule=_(TITLES[session.rule]) if session.rule in TITLES else session.rule,
        sources={
            each.key: len(findings.intersection(points[each.point_id].findings if each.point_id in points else ()))
            for each in session.options
        },
    )


def _reason(session: VotingSession) -> str:
    if session.form is SessionForm.CONSULTATION:
        return _("This was a consultation: nothing was put to the vote, so there is nothing to count.")
    if session.status is SessionStatus.OPEN:
        return _("This session is still open; its list is made when it is closed.")
    return _("This session is being prepared; nobody has voted yet.")
