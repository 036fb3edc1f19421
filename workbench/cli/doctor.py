"""`draad doctor`: is this installation sound, and this study?"""

from __future__ import annotations

import argparse

from study.errors import NoStudyHere, StudyError
from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen

MARKS = {"good": "✓", "absent": "–", "todo": "!", "wrong": "✗"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Show what was looked at; the exit code is 1 when something is wrong."""
    from workbench.doctor import Check, examine

    study = None
    unread: tuple[Check, ...] = ()
    try:
        study = study_of(arguments)
    except NoStudyHere:
        if arguments.study:
            raise
    except StudyError as problem:
        unread = (Check(_("settings"), "wrong", "", str(problem)),)
    checks = (*examine(study), *unread)
    rows = ((MARKS[each.state], each.what, each.found, each.advice) for each in checks)
    screen.table(("", _("what"), _("found"), _("what to do")), rows, wide={1, 2, 3})
    screen.say()
    screen.say(_judged({each.state for each in checks}))
    keys = ("what", "state", "found", "advice")
    screen.answer([{key: getattr(each, key) for key in keys} for each in checks])
    return int(any(each.state == "wrong" for each in checks))


def _judged(states: set[str]) -> str:
    if "wrong" in states:
        return _("Something is wrong; see the lines with ✗.")
    return _("It works; before you publish, see the lines with !.") if "todo" in states else _("All is well.")
