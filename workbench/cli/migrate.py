"""`draad migrate`: bring an older database up to date, after a backup."""

from __future__ import annotations

import argparse

from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Migrate; on a server this is the only way, a SQLite file does it by itself."""
    study = study_of(arguments)
    study.prepare(may_migrate=True)
    screen.say(_("The database of “{title}” is up to date.", title=study.settings.title))
    screen.answer({"database": study.place})
