"""The priorities: the list of every session, counted or made in consultation, side by side, and what lies behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from prioritisation.board import BoardRow, Stand, lay_board
from prioritisation.consultations import ConsultedLine, ConsultedList
from prioritisation.disclosure import PublishedLine, PublishedList, publish, publish_consultation
from prioritisation.rules import TITLES
from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from prioritisation.standings import STANDINGS
from reports.lists import list_labels, list_origin, square_legend, square_words
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from workbench.actions.voting import Consulted, Counted, compare_sessions
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
    published: PublishedList | ConsultedList
    perspective: str
    rule: str
    sources: dict[str, int]

    @property
    def is_counted(self) -> bool:
        """Whether the list rests on ballots; else it was made by talking."""
        return isinstance(self.published, PublishedList)


@dataclass(frozen=True, slots=True)
class ShownSquare:
    """One square of the board: its words, whether it is high, and where it leads."""

    words: str
    is_high: bool
    not_put: bool
    head: str
    address: str | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One point against every list."""

    title: str
    brought_in: bool
    has_source: bool
    standings: str
    squares: tuple[ShownSquare, ...]


@dataclass(frozen=True, slots=True)
class ShownBoard:
    """The lists side by side: a heading and an origin for each, a row for each point."""

    heads: tuple[tuple[str, str], ...]
    rows: tuple[ShownRow, ...]
    legend: tuple[str, ...]


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
    listed = {each.session.id for each in desk.lists}
    waiting = [each for each in desk.records(VotingSession) if each.id not in listed]
    return show(
        request,
        "priorities.html",
        lists=[_shown(each, desk, points) for each in desk.lists],
        board=_board(desk, points),
        waiting=[Uncounted(each, _reason(each)) for each in waiting],
    )


@router.get("/prioriteiten/{session}/{key}")
def show_point(request: Request, desk: DeskOf, session: str, key: str) -> Response:
    """One point of a list: its place, what it hangs on, and the findings it rests on with their words."""
    found, line = find_line(desk, session, key)
    point_id = next((each.point_id for each in found.session.options if each.key == key), None)
    point = next((each for each in desk.records(ImprovementPoint) if each.id == point_id), None)
    rests_on = line.findings if isinstance(line, ConsultedLine) and line.brought_in else point.findings if point else ()
    return show(
        request,
        "point.html",
        session=found.session,
        line=line,
        consulted=isinstance(line, ConsultedLine),
        note=_published(found).note,
        point=point,
        bases=bases_of(desk, rests_on),
        principles={each.key: each.label for each in desk.settings.principles},
    )


def find_line(desk: Desk, session: str, key: str) -> tuple[Counted | Consulted, PublishedLine | ConsultedLine]:
    """The list of a session and the line of a point on it (keys), as it may be shown; raises `OptionNotFound`."""
    for each in desk.lists:
        for line in _published(each).lines:
            if (each.session.key, line.key) == (session, key):
                return each, line
    raise OptionNotFound(session=session, name=key)


def _published(each: Counted | Consulted) -> PublishedList | ConsultedList:
    """The list as it may leave the room, anew for every visitor: its sentences are in the visitor's language."""
    return publish(each.ranking) if isinstance(each, Counted) else publish_consultation(each.agreed)


def bases_of(desk: Desk, rests_on: Iterable[str]) -> list[Basis]:
    """The findings (ids) behind a point, in its order, each with everything behind it."""
    findings = {each.id: each for each in desk.records(Finding)}
    statements: dict[str, CellStatement] = {each.finding.id: each for each in desk.journey.statements}
    found = []
    for each in (findings[name] for name in rests_on if name in findings):
        statement = statements.get(each.id)
        evidence = evidence_of(desk, statement) if statement else None
        found.append(Basis(each, evidence, () if evidence else passages_of(desk, each.passages)))
    return found


def _shown(each: Counted | Consulted, desk: Desk, points: Mapping[str, ImprovementPoint]) -> ShownList:
    session = each.session
    labels = {one.key: one.label for one in desk.settings.perspectives}
    return ShownList(
        session=session,
        published=_published(each),
        perspective=labels.get(session.perspective or "", "") or _("Everybody (open meeting)"),
        rule=_(TITLES[session.rule]) if session.rule in TITLES else session.rule,
        sources=_sources(each, desk, points),
    )


def _sources(each: Counted | Consulted, desk: Desk, points: Mapping[str, ImprovementPoint]) -> dict[str, int]:
    """The number of findings behind every point of a list (key)."""
    findings = {one.id for one in desk.records(Finding)}
    lines = each.agreed.lines if isinstance(each, Consulted) else ()
    resting = {
        **{one.key: points[one.point_id].findings for one in each.session.options if one.point_id in points},
        **{line.key: line.findings for line in lines if line.brought_in},
    }
    return {key: len(findings.intersection(found)) for key, found in resting.items()}


def _board(desk: Desk, points: Mapping[str, ImprovementPoint]) -> ShownBoard | None:
    """The lists beside each other; None when there is nothing to compare."""
    comparison = compare_sessions(desk.lists)
    if comparison is None:
        return None
    rows = lay_board(comparison)
    heads = list_labels(comparison.lists, desk.settings.perspectives)
    sessions = [each.session_key for each in comparison.lists]
    return ShownBoard(
        heads=tuple((head, list_origin(each)) for head, each in zip(heads, comparison.lists, strict=True)),
        rows=tuple(_row(row, heads, sessions, points) for row in rows),
        legend=square_legend(rows),
    )


def _row(
    row: BoardRow, heads: Sequence[str], sessions: Sequence[str], points: Mapping[str, ImprovementPoint]
) -> ShownRow:
    squares = [
        ShownSquare(
            words=square_words(square),
            is_high=square.is_high,
            not_put=square.stand in {Stand.NOT_PUT, Stand.NO_LIST},
            head=head,
            address=f"{session}/{row.key}" if square.is_listed else None,
        )
        for square, head, session in zip(row.squares, heads, sessions, strict=True)
    ]
    known = points.get(row.point_id or "")
    return ShownRow(
        title=row.title,
        brought_in=row.brought_in,
        has_source=bool(known.findings if known else row.findings),
        standings="; ".join(_(STANDINGS[name]) for name in row.standings),
        squares=tuple(squares),
    )


def _reason(session: VotingSession) -> str:
    if session.form is SessionForm.CONSULTATION:
        return _("This is a consultation: its list is made in the meeting, and has not been brought in yet.")
    if session.status is SessionStatus.OPEN:
        return _("This session is still open; its list is made when it is closed.")
    return _("This session is being prepared; nobody has voted yet.")
