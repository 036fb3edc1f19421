"""`draad vote`: sessions, ballots, the count, the lists of consultations."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from prioritisation.consultations import ConsultedLine
    from workbench.actions.voting import Consulted, Counted

STATES = ("valid", "blank", "invalid")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which session."""
    verbs = SubVerbs(parser)
    verbs.add("count", _("count the closed sessions and show the lists (default)"))
    for name, about in (
        ("points", _("bring in improvement points (TOML)")),
        ("sessions", _("bring in sessions, with or without ballots (TOML)")),
    ):
        each = verbs.add(name, about)
        each.add_argument("file", type=Path, metavar=_("FILE"))
        add_by(each)
    ballots = verbs.add("ballots", _("bring in the ballots of a session (CSV) and close it"))
    ballots.add_argument("session", metavar=_("SESSION"))
    ballots.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(ballots)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, count."""
    {"points": _points, "sessions": _sessions, "ballots": _ballots}.get(arguments.what, _count)(arguments, screen)


def _points(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.points import import_points

    points = import_points(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(
        translate_count("{number} improvement point stored.", "{number} improvement points stored.", len(points))
    )
    screen.answer([each.key for each in points])


def _sessions(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.sessions import import_sessions

    sessions = import_sessions(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(translate_count("{number} session stored.", "{number} sessions stored.", len(sessions)))
    screen.answer([each.key for each in sessions])


def _ballots(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.sessions import import_ballots, why_invalid

    session, ballots = import_ballots(study_of(arguments), arguments.session, arguments.file, by=person(arguments))
    screen.say(translate_count("{number} ballot stored.", "{number} ballots stored.", len(ballots)))
    for number, reason in why_invalid(session, ballots):
        screen.warn(_("Ballot {number} is invalid: {reason}", number=number, reason=reason))
    states = Counter(each.state.value for each in ballots)
    screen.answer({name: states[name] for name in STATES})


def _count(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.voting import Counted, list_sessions, ranking_rows

    study = study_of(arguments)
    lists = list_sessions(study)
    if not lists:
        screen.say(_("No session is closed yet. Bring in ballots with “draad vote ballots SESSION FILE”."))
    for each in lists:
        screen.head(each.session.title)
        if isinstance(each, Counted):
            _show_counted(each, screen)
        else:
            _show_consulted(each, screen)
        screen.say()
    screen.answer(ranking_rows(study))


def _show_counted(counted: Counted, screen: Screen) -> None:
    screen.say(_turnout(counted))
    rows = [(line.place, line.score, line.title, line.depends) for line in counted.published.lines]
    heads = (_("place"), _("points"), _("improvement point"), _("depends on"))
    screen.table(heads, rows, wide={2, 3})
    screen.remark(counted.published.note)


def _show_consulted(consulted: Consulted, screen: Screen) -> None:
    published = consulted.published
    screen.say(
        _(
            "Consultation, {number} present; marked as: {marking}",
            number=published.present,
            marking=published.marking_words,
        )
    )
    grouped = any(line.group for line in published.lines)
    rows = [(line.group if grouped else line.place, _worded(line), line.dissent) for line in published.lines]
    screen.table(
        (_("group") if grouped else _("place"), _("improvement point"), _("seen otherwise")), rows, wide={1, 2}
    )
    if published.left_out:
        left_out = [(option.title,) for option in published.left_out]
        screen.table((_("put to the group and left off its list"),), left_out, wide={0})
    screen.remark(published.note)


def _worded(line: ConsultedLine) -> str:
    """The point as the group left it, with what it was and where it came from."""
    remarks = [
        _("was: {title}", title=line.put_as) if line.put_as else "",
        _("brought in during the session") if line.brought_in else "",
    ]
    said = "; ".join(each for each in remarks if each)
    return f"{line.title} ({said})" if said else line.title


def _turnout(counted: Counted) -> str:
    turnout = counted.ranking.turnout
    numbers = {"valid": turnout.valid, "blank": turnout.blank, "invalid": turnout.invalid}
    if counted.session.perspective is None:
        return _("Open to anyone; {valid} valid, {blank} blank, {invalid} invalid", **numbers)
    return _("{valid} valid, {blank} blank, {invalid} invalid", **numbers)
