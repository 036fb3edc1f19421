"""Voting sessions and their ballots: from a TOML file, from improvement points, from a sheet; and counting them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prioritisation.ballots import Ballot, BallotState, check_ballot
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from synthesis.improvements import ImprovementPoint
from workbench.actions.saving import put
from workbench.errors import BadEntry, NoSession, UnreadableFile
from workbench.toml_files import Entry, entries, read_toml

SESSION = {
    "key", "title", "perspective", "held_on", "form", "rule", "unranked", "top_k", "ties_allowed",
    "options", "seed", "invited", "ballot",
}  # fmt: skip
TIE, NEXT = "=", ">"


def import_sessions(study: Study, file: Path, *, by: str) -> tuple[VotingSession, ...]:
    """Store the sessions of a TOML file with the ballots in it; sessions that hold ballots are closed."""
    data = read_toml(file)
    with study.store(by=by) as store:
        points = {each.key: each for each in store.records(ImprovementPoint)[0]}
        sessions = []
        for row in entries(file, data, "session", fields=SESSION):
            session = _session(row, study.settings, points)
            marks = [_tiers(row, ballot) for ballot in row.values.get("ballot", [])]
            put(store, session)
            put(store, *_ballots(session, marks, study.settings))
            sessions.append(session)
    return tuple(sessions)


def find_session(store: Store, key: str) -> VotingSession:
    """The session with this key; raises `NoSession` with the known ones."""
    sessions: tuple[VotingSession, ...] = store.records(VotingSession)[0]
    for each in sessions:
        if each.key == key:
            return each
    raise NoSession(name=key, known=", ".join(each.key for each in sessions) or "–")


def import_ballots(study: Study, key: str, file: Path, *, by: str) -> tuple[Ballot, ...]:
    """Store the ballots of a CSV file (one a line: "a > b = c") and close the session.

    The first column called `stem` or `ranking` is read; an empty line is a blank ballot. What is wrong is kept as cast,
    with the reason.
    """
    with study.store(by=by) as store:
        session = find_session(store, key)
        ballots = _ballots(session, _read_ballots(file), study.settings)
        put(store, *ballots)
        put(store, replace(session, status=SessionStatus.CLOSED))
    return ballots


def _read_ballots(file: Path) -> list[tuple[tuple[str, ...], ...]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UnreadableFile(file=file.name, reason=problem) from problem
    column = next((name for name in (rows[0] if rows else {}) if name in ("stem", "ranking")), None)
    if column is None:
        reason = _("no column “stem” or “ranking” with ballots such as a > b = c")
        raise UnreadableFile(file=file.name, reason=reason)
    return [read_marks(row[column] or "") for row in rows]


def read_marks(text: str) -> tuple[tuple[str, ...], ...]:
    """The tiers of a written ballot.

    >>> read_marks("a > b = c")
    (('a',), ('b', 'c'))
    """
    tiers = (tuple(mark.strip() for mark in tier.split(TIE) if mark.strip()) for tier in text.split(NEXT))
    return tuple(tier for tier in tiers if tier)


def _ballots(session: VotingSession, marks: Iterable[Sequence[Sequence[str]]], settings: Settings) -> list[Ballot]:
    ballots = []
    for number, each in enumerate(marks, start=1):
        tiers = tuple(tuple(tier) for tier in each)
        state, reason = check_ballot(session, tiers)
        key = imported_id(settings.id, f"ballot/{session.key}", number)
        ballots.append(Ballot(key, session.id, key[:8], tiers, BallotState(state), reason))
    return ballots


def _session(row: Entry, settings: Settings, points: Mapping[str, ImprovementPoint]) -> VotingSession:
    key, perspective = row.text("key"), row.text_or_none("perspective")
    if perspective:
        settings.perspective(perspective)
    return VotingSession(
        id=imported_id(settings.id, "session", key),
        key=key,
        title=row.text("title"),
        perspective=perspective,
        form=row.choice("form", SessionForm),
        rule=row.text("rule", "borda"),
        unranked=row.text("unranked", "below"),
        options=tuple(_option(row, each, points) for each in row.texts("options")),
        held_on=row.day("held_on"),
        top_k=row.whole("top_k"),
        ties_allowed=row.yes("ties_allowed", default=True),
        seed=row.text("seed", ""),
        invited=row.whole("invited"),
        status=SessionStatus.CLOSED if row.values.get("ballot") else SessionStatus.PREPARED,
    )


def _option(row: Entry, key: str, points: Mapping[str, ImprovementPoint]) -> Option:
    if key not in points:
        raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name="options", key=key))
    point = points[key]
    return Option(point.key, point.id, point.title, point.explanation)


def _tiers(row: Entry, ballot: Any) -> Sequence[Sequence[str]]:
    ranking = ballot.get("ranking") if isinstance(ballot, dict) else None
    if not isinstance(ranking, list) or not all(isinstance(tier, list) for tier in ranking):
        raise BadEntry(
            file=row.file.name, table="session.ballot", number=row.number, reason=_("“ranking” must be a list of lists")
        )
    return ranking
