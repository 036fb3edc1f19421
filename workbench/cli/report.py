"""`draad report`: Word, PDF, HTML and the figures."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.folder import OUTPUT
from study.messages import translate as _
from workbench.cli.people import add_by, person, study_of
from workbench.cli.raw import warn_raw
from workbench.cli.screen import Screen

FORMS = ("docx", "pdf", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which forms, to where."""
    parser.add_argument("--format", choices=FORMS, action="append", help=_("one form (else all three)"))
    parser.add_argument(
        "-o", "--output", type=Path, metavar=_("FOLDER"), help=_("the folder (else rapport/ in the study)")
    )
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Write the report and say where it is."""
    from workbench.actions.reporting import write_report

    study = study_of(arguments)
    with screen.progress() as progress:
        files = write_report(
            study,
            arguments.output or study.folder / OUTPUT,
            forms=tuple(dict.fromkeys(arguments.format or FORMS)),
            by=person(arguments),
            progress=progress,
        )
    for file in files:
        screen.say(str(file))
    warn_raw(study, screen)
    screen.answer([str(file) for file in files])
