"""Sessions with their ballots or the list of a consultation, from files; what was put to people never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from prioritisation.ballots import Ballot, BallotState, check_ballot, explain_reason
from prioritisation.consultations import Consultation, check_brought_in, check_consultation
from prioritisation.errors import ConsultationHasNoBallots, ConsultationHeld
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession, check_session
from study.config import Settings
from study.errors import StudyError
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from workbench.actions.consultations import ENTRY_TABLE, put_points, read_consultation
from workbench.actions.saving import put
from workbench.errors import BallotsCast, NoSession, UnreadableFile
from workbench.row_files import read_rows
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

SESSION = {
    "key",
    "title",
    "perspective",
    "held_on",
    "form",
    "rule",
    "unranked",
    "top_k",
    "ties_allowed",
    "options",
    "seed",
    "invited",
    "ballot",
    "marking",
    "present",
    "facilitator",
    ENTRY_TABLE,
}
OF_BALLOTS = ("rule", "unranked", "top_k", "ties_allowed", "seed", "ballot")
OF_CONSULTATIONS = ("marking", "present", "facilitator", ENTRY_TABLE)  # fmt: skip
COLUMNS = ("stem", "ranking")
BLANK = ("blanco", "blank")
TIE, NEXT = "=", ">"

Marks = Sequence[Sequence[str]]


def import_sessions(study: Study, file: Path, *, by: str) -> tuple[VotingSession, ...]:
    """Store the sessions of a TOML file with the ballots or the list in it; a session that has either is closed.

    Raises `BallotsCast` when a session that people voted in would be put otherwise, `ConsultationHeld` when that
    would happen to a consultation, and `BroughtInOtherwise` when two sessions brought in different points as one.
    """
    data = read_toml(file)
    only_tables(file, data, ("session",))
    with study.store(by=by) as store:
        points = {each.key: each for each in store.records(ImprovementPoint)[0]}
        findings = {each.key: each.id for each in store.records(Finding)[0]}
        read = read_entries(
            file, data, "session", lambda row: _read(row, study.settings, points, findings), fields=SESSION
        )
        kept = tuple(_keep(store, study.settings, *each) for each in read)
        check_brought_in(store.records(Consultation)[0])
        return kept


def import_ballots(study: Study, key: str, file: Path, *, by: str) -> tuple[VotingSession, tuple[Ballot, ...]]:
    """Store the ballots of a CSV file (one a line: "a > b = c") and close the session; returns both.

    The column called `stem` or `ranking` is read; an empty cell, or the word "blanco", is a blank ballot. What is wrong
    is kept as cast, with the reason. Ballots of an earlier file for this session make way for these.
    """
    marks = _read_ballots(file)
    with study.store(by=by) as store:
        session = replace(find_session(store, key), status=SessionStatus.CLOSED)
        if session.form is SessionForm.CONSULTATION:
            raise ConsultationHasNoBallots(session=session.key)
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


def _keep(
    store: Store, settings: Settings, session: VotingSession, marks: Sequence[Marks], held: Consultation | None
) -> VotingSession:
    """Store a session with what came of it; one that was held keeps its status and must be the same otherwise."""
    old = next(iter(store.find(VotingSession, key=session.key)), None)
    refused = _refusal(store, old) if old is not None else None
    if old is not None and refused is not None:
        session = replace(session, status=old.status)
        if session != old:
            raise refused(session=session.key)
    put(store, session, *((held,) if held else ()))
    if marks:
        _keep_ballots(store, settings, session, marks)
    return session


def _refusal(store: Store, session: VotingSession) -> type[StudyError] | None:
    """What is said when a session that was held would change; None before it was held."""
    if store.count(Ballot, session_id=session.id):
        return BallotsCast
    return ConsultationHeld if store.count(Consultation, session_id=session.id) else None


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


def _read(
    row: Entry, settings: Settings, points: Mapping[str, ImprovementPoint], findings: Mapping[str, str]
) -> tuple[VotingSession, list[Marks], Consultation | None]:
    """A session with its ballots, or with the list that was made in consultation."""
    form = row.choice("form", SessionForm)
    _check_form(row, form)
    if form is SessionForm.BALLOTS:
        marks = _marks(row)
        session = _session(row, settings, form, _options(row, row.texts("options"), points), held=bool(marks))
        check_session(session)
        return session, marks, None
    options = row.texts("options") if "options" in row.values else put_points(row)
    session = _session(row, settings, form, _options(row, options, points), held=ENTRY_TABLE in row.values)
    consultation = read_consultation(row, session, settings, points=points, findings=findings)
    if consultation is None:
        check_session(session)
    else:
        check_consultation(session, consultation)
    return session, [], consultation


def _check_form(row: Entry, form: SessionForm) -> None:
    """What belongs to the other form would pass unseen: it is refused."""
    strange = OF_BALLOTS if form is SessionForm.CONSULTATION else OF_CONSULTATIONS
    found = next((name for name in strange if name in row.values), None)
    if found is not None:
        raise row.refuse(_("“{name}” does not go with form = “{form}”", name=found, form=form.value))


def _session(
    row: Entry, settings: Settings, form: SessionForm, options: tuple[Option, ...], *, held: bool
) -> VotingSession:
    key, perspective = row.text("key"), row.text_or_none("perspective")
    counted = form is SessionForm.BALLOTS
    return VotingSession(
        id=imported_id(settings.id, "session", key),
        key=key,
        title=row.text("title"),
        perspective=settings.perspective(perspective).key if perspective else None,
        form=form,
        rule=row.text("rule", "borda") if counted else "",
        unranked=row.text("unranked", "below") if counted else "",
        options=options,
        held_on=row.day("held_on"),
        top_k=row.whole("top_k"),
        ties_allowed=row.yes("ties_allowed", default=True),
        seed=row.text("seed", ""),
        invited=row.whole("invited"),
        status=SessionStatus.CLOSED if held else SessionStatus.PREPARED,
    )


def _options(row: Entry, keys: Iterable[str], points: Mapping[str, ImprovementPoint]) -> tuple[Option, ...]:
    """The points as they are worded now: that is what is put to people."""
    keys = tuple(keys)
    for key in keys:
        if key not in points:
            raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name="options", key=key))
    return tuple(Option(key, points[key].id, points[key].title, points[key].explanation) for key in keys)


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
