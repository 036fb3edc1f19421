"""`draad process`: bring in the process map, show it, take that of a perspective away."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from synthesis.process import MappedStep, ProcessMap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which file or perspective."""
    verbs = SubVerbs(parser)
    verbs.add("show", _("show the process map (default)"))
    bring = verbs.add("import", _("bring in what happens in each phase (TOML)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    remove = verbs.add("remove", _("take the process map of a perspective away"))
    remove.add_argument("perspective", metavar=_("KEY"))
    add_by(remove)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    {"import": _import, "remove": _remove}.get(arguments.what, _show)(arguments, screen)


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.process import import_process

    steps = import_process(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(translate_count("{number} step stored.", "{number} steps stored.", len(steps)))
    screen.answer([each.key for each in steps])


def _remove(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.process import remove_process

    number = remove_process(study_of(arguments), arguments.perspective, by=person(arguments))
    screen.say(translate_count("{number} step taken away.", "{number} steps taken away.", number))
    screen.answer({"removed": number})


def _show(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.process import build_process

    study = study_of(arguments)
    process = build_process(study)
    if not process.steps:
        screen.say(_("There is no process map yet. Bring one in with “draad process import FILE”."))
    for perspective in process.described:
        screen.head(perspective.label)
        for cell in process.cells:
            if cell.perspective == perspective.key and cell.steps:
                screen.say(study.settings.phase(cell.phase).label_for(cell.perspective))
                _show_steps(cell.steps, screen)
        screen.say()
    _warn(process, screen)
    screen.answer([_json(each) for each in process.steps])


def _show_steps(steps: Sequence[MappedStep], screen: Screen) -> None:
    from reports.words import passages_words, role_words

    for each in steps:
        screen.entry(
            f"{each.number}. {each.step.text}", f"{role_words(each.step.role)} · {passages_words(each.m)}", depth=1
        )


def _warn(process: ProcessMap, screen: Screen) -> None:
    lost = len(process.loose)
    if lost:
        screen.warn(
            translate_count(
                "{number} step has lost its passages or its phase and is not shown.",
                "{number} steps have lost their passages or their phase and are not shown.",
                lost,
            )
        )


def _json(mapped: MappedStep) -> dict[str, object]:
    step = mapped.step
    return {
        "key": step.key,
        "perspective": step.perspective,
        "phase": step.phase,
        "number": mapped.number,
        "role": step.role.value,
        "text": step.text,
        "passages": mapped.m,
    }
