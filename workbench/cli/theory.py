"""`draad theory`: bring in the policy theory, its logic model and its goals; show what came of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which file."""
    verbs = SubVerbs(parser)
    verbs.add("show", _("show the matrix (default)"))
    bring = verbs.add("import", _("bring in assumptions, graph, evidence and overrides (TOML)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    for name, about in (
        ("logic", _("bring in the logic model (TOML), or show it with its two conclusions")),
        ("goals", _("bring in the goal tree (TOML), or show it with what bears on each goal")),
    ):
        model = verbs.add(name, about)
        model.add_argument("file", type=Path, nargs="?", metavar=_("FILE"))
        add_by(model)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    from workbench.cli.models import run_goals, run_logic

    {"import": _import, "logic": run_logic, "goals": run_goals}.get(arguments.what, _show)(arguments, screen)


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.testing import import_whole_theory

    theory = import_whole_theory(study_of(arguments), arguments.file, by=person(arguments))
    number = len(theory.assumptions)
    screen.say(translate_count("{number} assumption stored.", "{number} assumptions stored.", number))
    screen.answer([each.key for each in theory.assumptions])


def _show(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.testing import weigh_assumptions

    assumptions = weigh_assumptions(study_of(arguments))
    if not assumptions:
        screen.say(_("There are no assumptions yet. Bring them in with “draad theory import FILE”."))
    for each in assumptions:
        screen.head(f"{each.key}  {each.statement}")
        rows = ((cell.label, cell.words, cell.detail) for cell in each.cells)
        screen.table((_("source"), _("verdict"), _("based on")), rows, wide={1, 2})
        screen.say()
    screen.answer(
        [
            {
                "assumption": each.key,
                "statement": each.statement,
                "verdicts": {cell.column: cell.verdict for cell in each.cells},
            }
            for each in assumptions
        ]
    )
