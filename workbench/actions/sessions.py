"""Voting sessions and their ballots: from a TOML file, from a sheet; a list once voted on is never put otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prioritisation.ballots import Ballot, BallotState, check_ballot, explain_reason
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession, check_session
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from synthesis.improvements import ImprovementPoint
from workbench.actions.saving import put
from workbench.errors import BallotsCast, NoSession, UnreadableFile
from workbench.row_files import read_rows
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

SESSION = {
    "key", "title", "perspective", "held_on", "form", "rule", "unranked", "top_k", "ties_allowed",
    "options", "seed", "invited", "ballot",
}  # fmt: skip
COLUMNS = ("stem", "ranking")
BLANK = ("blanco", "blank")
TIE, NEXT = "=", ">"

Marks = Sequence[Sequence[str]]


def import_sessions(study: Study, file: Path, *, by: str) -> tuple[VotingSession, ...]:
    """Store the sessions of a TOML file with the ballots in it; a session that has ballots is closed.

    Raises `BallotsCast` when a session that people voted in would be put otherwise.
    """
    data = read_toml(file)
    only_tables(file, data, ("session",))
    with study.store(by=by) as store:
        points = {each.key: each for each in store.records(ImprovementPoint)[0]}
        read = read_entries(file, data, "session", lambda row: _session(row, study.settings, points), fields=SESSION)
        return tuple(_keep(store, study.settings, session, marks) for session, marks in read)


def import_ballots(study: Study, key: str, file: Path, *, by: str) -> tuple[VotingSession, tuple[Ballot, ...]]:
    """Store the ballots of a CSV file (one a line: "a > b = c") and close the session; returns both.

    The column called `stem` or `ranking` is read; an empty cell, or the word "blanco", is a blank ballot. What is wrong
    is kept as cast, with the reason. Ballots of an earlier file for this session make way for these.
    """
    marks = _read_ballots(file)
    with study.store(by=by) as store:
        session = replace(find_session(store, key), status=SessionStatus.CLOSED)
        check_session(session)
        put(store, session)
        return session, _keep_ballots(store, study.settings, session, marks)


def why_invalid(session: VotingSession, ballots: Iterable[Ballot]) -> Iterator[tuple[int, str]]:
    """The number, from 1, and the reason of every ballot that does not count."""
    for number, each in enumerate(ballots, start=1):
        if each.state is BallotState.INVALID and each.reason:
            yield number, explain_reason(each.reason, session)


def find_session(store: Store, key: str) -> VotingSession:
    """The session with this key; raises `NoSession` with the known ones."""
    sessions: tuple[VotingSession, ...] = store.records(VotingSession)[0]
    for each in sessions:
        if each.key == key:
            return each
    raise NoSession(name=key, known=", ".join(each.key for each in sessions) or "–")


def _keep(store: Store, settings: Settings, session: VotingSession, marks: Sequence[Marks]) -> VotingSession:
    """Store a session with its ballots; one that was voted in keeps its status and must be the same otherwise."""
    old = next(iter(store.find(VotingSession, key=session.key)), None)
    if old is not None and store.count(Ballot, session_id=old.id):
        session = replace(session, status=old.status)
        if session != old:
            raise BallotsCast(session=session.key)
    put(store, session)
    if marks:
        _keep_ballots(store, settings, session, marks)
    return session


def _keep_ballots(
    store: Store, settings: Settings, session: VotingSession, marks: Iterable[Marks]
) -> tuple[Ballot, ...]:
    ballots = tuple(_ballot(settings, session, number, tiers) for number, tiers in enumerate(marks, start=1))
    kept = {each.id for each in ballots}
    store.remove(*(each for each in store.find(Ballot, session_id=session.id) if each.id not in kept))
    put(store, *ballots)
    return ballots


def _ballot(settings: Settings, session: VotingSession, number: int, marks: Marks) -> Ballot:
    tiers = tuple(tuple(tier) for tier in marks)
    state, reason = check_ballot(session, tiers)
    key = imported_id(settings.id, f"ballot/{session.key}", number)
    return Ballot(key, session.id, key[:8], tiers, BallotState(state), reason)


def _read_ballots(file: Path) -> list[Marks]:
    rows = read_rows(file)
    column = next((name for name in rows.heads if name in COLUMNS), None)
    if column is None:
        reason = _("no column “stem” or “ranking” with ballots such as a > b = c")
        raise UnreadableFile(file=file.name, reason=reason)
    if not rows.entries:
        raise UnreadableFile(file=file.name, reason=_("it holds no ballots"))
    return [read_marks(str(row.values.get(column, ""))) for row in rows.entries]


def read_marks(text: str) -> tuple[tuple[str, ...], ...]:
    """The tiers of a written ballot.

    >>> read_marks("a > b = c"), read_marks("blanco")
    ((('a',), ('b', 'c')), ())
    """
    if text.strip().casefold() in BLANK:
        return ()
    tiers = (tuple(mark.strip() for mark in tier.split(TIE) if mark.strip()) for tier in text.split(NEXT))
    return tuple(tier for tier in tiers if tier)


def _session(
    row: Entry, settings: Settings, points: Mapping[str, ImprovementPoint]
) -> tuple[VotingSession, list[Marks]]:
    key, perspective = row.text("key"), row.text_or_none("perspective")
    marks = _marks(row)
    session = VotingSession(
        id=imported_id(settings.id, "session", key),
        key=key,
        title=row.text("title"),
        perspective=settings.perspective(perspective).key if perspective else None,
        form=row.choice("form", SessionForm),
        rule=row.text("rule", "borda"),
        unranked=row.text("unranked", "below"),
        options=tuple(_option(row, each, points) for each in row.texts("options")),
        held_on=row.day("held_on"),
        top_k=row.whole("top_k"),
        ties_allowed=row.yes("ties_allowed", default=True),
        seed=row.text("seed", ""),
        invited=row.whole("invited"),
        status=SessionStatus.CLOSED if marks else SessionStatus.PREPARED,
    )
    check_session(session)
    return session, marks


def _option(row: Entry, key: str, points: Mapping[str, ImprovementPoint]) -> Option:
    if key not in points:
        raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name="options", key=key))
    point = points[key]
    return Option(point.key, point.id, point.title, point.explanation)


def _marks(row: Entry) -> list[Marks]:
    ballots = row.values.get("ballot", [])
    if not isinstance(ballots, list) or not all(_is_ballot(each) for each in ballots):
        raise row.refuse(_("each [[session.ballot]] is a “ranking”: a list of lists of keys"))
    return [each["ranking"] for each in ballots]


def _is_ballot(ballot: Any) -> bool:
    tiers = ballot.get("ranking") if isinstance(ballot, dict) and set(ballot) == {"ranking"} else None
    return isinstance(tiers, list) and all(
        isinstance(tier, list) and all(isinstance(mark, str) for mark in tier) for tier in tiers
    )
