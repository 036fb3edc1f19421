"""Who is at the keyboard: --by, else DRAAD_NAAM, else the name of the account."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from study.folder import Study, find_study, open_study
from study.keys import Ask
from study.messages import translate as _

NAME_VARIABLE = "DRAAD_NAAM"


def add_by(parser: argparse.ArgumentParser) -> None:
    """The option that says who does this."""
    parser.add_argument(
        "--by", metavar=_("NAME"), default=None, help=_("who does this (else DRAAD_NAAM or your account)")
    )


def person(arguments: argparse.Namespace) -> str:
    """The name under which changes are written down."""
    name = getattr(arguments, "by", None) or os.environ.get(NAME_VARIABLE)
    if name:
        return str(name)
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"


def ask_key() -> Ask | None:
    """What asks the person at the screen for the key of the vault; None where nobody is at a screen."""
    if not sys.stdin.isatty():
        return None
    return lambda: getpass.getpass(_("Key of the vault: "), sys.stderr)


def study_of(arguments: argparse.Namespace) -> Study:
    """The study that a command is about: -s, else the nearest folder upwards with a `study.toml`."""
    return open_study(arguments.study) if arguments.study else open_study(find_study(Path.cwd()))
