"""`draad theory`: bring in the policy theory, show the matrix that tests it."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which file."""
    verbs = parser.add_subparsers(dest="what", metavar=_("WHAT"))
    verbs.add_parser("show", help=_("show the matrix (default)"))
    bring = verbs.add_parser("import", help=_("bring in assumptions, graph, evidence and overrides (TOML)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    from workbench.actions.testing import import_whole_theory, matrix_rows

    study = study_of(arguments)
    if arguments.what == "import":
        theory = import_whole_theory(study, arguments.file, by=person(arguments))
        number = len(theory.assumptions)
        screen.say(translate_count("{number} assumption stored.", "{number} assumptions stored.", number))
        screen.answer([each.key for each in theory.assumptions])
        return
    heads, rows, plain = matrix_rows(study)
    if not rows:
        screen.say(_("There are no assumptions yet. Bring them in with “draad theory import FILE”."))
    else:
        screen.table(heads, rows)
        for each in plain:
            screen.say(f"{each['assumption']}  {each['statement']}")
    screen.answer(plain)
