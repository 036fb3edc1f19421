"""`draad vote`: sessions, ballots, the count."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which session."""
    verbs = parser.add_subparsers(dest="what", metavar=_("WHAT"))
    verbs.add_parser("count", help=_("count the closed sessions and show the lists (default)"))
    for name, about in (
        ("points", _("bring in improvement points (TOML)")),
        ("sessions", _("bring in sessions, with or without ballots (TOML)")),
    ):
        each = verbs.add_parser(name, help=about)
        each.add_argument("file", type=Path, metavar=_("FILE"))
        add_by(each)
    ballots = verbs.add_parser("ballots", help=_("bring in the ballots of a session (CSV) and close it"))
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
    from workbench.actions.sessions import import_ballots

    ballots = import_ballots(study_of(arguments), arguments.session, arguments.file, by=person(arguments))
    screen.say(translate_count("{number} ballot stored.", "{number} ballots stored.", len(ballots)))
    states = {state: sum(each.state == state for each in ballots) for state in {each.state for each in ballots}}
    screen.answer({state.value: number for state, number in sorted(states.items())})


def _count(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.voting import count_sessions, ranking_rows

    study = study_of(arguments)
    counted = count_sessions(study)
    if not counted:
        screen.say(_("No session is closed yet. Bring in ballots with “draad vote ballots SESSION FILE”."))
    for each in counted:
        turnout = each.ranking.turnout
        title = _(
            "{title}: {valid} valid, {blank} blank, {invalid} invalid",
            title=each.session.title,
            valid=turnout.valid,
            blank=turnout.blank,
            invalid=turnout.invalid,
        )
        rows = ((line.place, line.title, line.score, line.depends) for line in each.published.lines)
        screen.table((_("place"), _("improvement point"), _("points"), _("depends on")), rows, title=title)
        screen.remark(each.published.note)
    screen.answer(ranking_rows(study))
