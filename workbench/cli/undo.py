"""`draad undo`: take a step back, the last of your own or one from the journal; again does it again."""

from __future__ import annotations

import argparse

from study.messages import translate as _
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which step."""
    parser.add_argument(
        "step", nargs="?", metavar=_("STEP"), help=_("the step, as “draad journal” shows it (else your last one)")
    )
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Take it back."""
    from workbench.actions.journal import undo_named
    from workbench.actions.step_words import step_words

    undone = undo_named(study_of(arguments), arguments.step, by=person(arguments))
    screen.say(_("Taken back: {what}.", what=step_words(undone.what)))
    screen.answer({"step": undone.step, "undid": undone.undid})
