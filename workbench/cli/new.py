"""`draad new NAME`: a new study."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder and the title."""
    parser.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("the folder of the new study"))
    parser.add_argument(
        "--title", metavar=_("TITLE"), help=_("the title on figures and report (else the name of the folder)")
    )


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Make the folder with its settings and its empty database."""
    from workbench.actions.starting import start_study

    study = start_study(arguments.folder, title=arguments.title)
    screen.say(_("Made: {folder}", folder=arguments.folder))
    screen.say(_("Perspectives and phases are in study.toml; adapt them before you code."))
    screen.say(_("Next: draad -s {folder} import FILE … --perspective KEY", folder=arguments.folder))
    screen.answer({"folder": str(study.folder), "id": study.settings.id, "title": study.settings.title})
