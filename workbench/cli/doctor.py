"""`draad doctor`: is this installation sound, and this study?"""

from __future__ import annotations

import argparse

from study.errors import NoStudyHere
from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Show what was looked at; the exit code is 1 when something is wrong."""
    from workbench.doctor import examine

    try:
        study = study_of(arguments)
    except NoStudyHere:
        if arguments.study:
            raise
        study = None
    checks = examine(study)
    marks = {"good": "✓", "absent": "–", "wrong": "✗"}
    screen.table(
        ("", _("what"), _("found"), _("what to do")),
        ((marks[each.state], each.what, each.found, each.advice) for each in checks),
    )
    wrong = [each for each in checks if each.state == "wrong"]
    screen.say(_("Something is wrong; see the lines with ✗.") if wrong else _("All is well."))
    screen.answer(
        [{"what": each.what, "state": each.state, "found": each.found, "advice": each.advice} for each in checks]
    )
    return 1 if wrong else 0
