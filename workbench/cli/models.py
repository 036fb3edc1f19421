"""`draad theory logic` and `draad theory goals`: the logic model and the goal tree, brought in or shown."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from synthesis.goals import WeighedGoal
    from workbench.actions.logic import LogicModel


def run_logic(arguments: argparse.Namespace, screen: Screen) -> None:
    """Bring in the file when there is one, else show the links with their status, and the two conclusions."""
    from workbench.actions.logic import import_logic, load_logic

    study = study_of(arguments)
    if arguments.file:
        made = import_logic(study, arguments.file, by=person(arguments))
        screen.say(translate_count("{number} box stored.", "{number} boxes stored.", len(made.elements)))
        screen.say(translate_count("{number} link stored.", "{number} links stored.", len(made.links)))
        screen.answer({"elements": len(made.elements), "links": len(made.links)})
        return
    model = load_logic(study)
    if model.elements:
        _show_logic(model, screen)
    else:
        screen.say(_("There is no logic model yet. Bring one in with “draad theory logic FILE”."))
    screen.answer(_logic_json(model))


def _show_logic(model: LogicModel, screen: Screen) -> None:
    from synthesis.logic_graph import check_logic

    labels = {each.key: each.label for each in model.elements}
    for each in model.links:
        head = f"{each.ordinal}. {labels[each.source]} → {labels[each.target]}"
        screen.entry(head, " · ".join(filter(None, (each.status.words, each.note))))
    screen.say()
    audit = model.audit
    screen.entry(_("Contribution: {words}", words=audit.contribution.words), audit.contribution_reason)
    screen.entry(_("Effect: {words}", words=audit.effect.words), audit.effect_reason)
    for remark in check_logic(model.graph):
        screen.warn(remark.words)


def _logic_json(model: LogicModel) -> dict[str, object]:
    audit = model.audit
    return {
        "contribution": audit.contribution.value,
        "effect": audit.effect.value,
        "links": [
            {"number": each.ordinal, "source": each.source, "target": each.target, "status": each.status.value}
            for each in model.links
        ],
    }


def run_goals(arguments: argparse.Namespace, screen: Screen) -> None:
    """Bring in the file when there is one, else show the tree with the verdicts that bear on each goal."""
    from workbench.actions.goals import import_goals, load_goals

    study = study_of(arguments)
    if arguments.file:
        made = import_goals(study, arguments.file, by=person(arguments))
        screen.say(translate_count("{number} goal stored.", "{number} goals stored.", len(made)))
        screen.answer([each.key for each in made])
        return
    goals = load_goals(study)
    if not goals:
        screen.say(_("There is no goal tree yet. Bring one in with “draad theory goals FILE”."))
    for each in goals:
        screen.entry(f"{each.goal.kind.words}: {each.goal.label}", "; ".join(verdict_lines(each)), depth=each.depth)
    screen.answer([_goal_json(each) for each in goals])


def verdict_lines(weighed: WeighedGoal) -> list[str]:
    """Each assumption that bears on the goal with its overall verdict, or that none does."""
    lines = [f"{each.assumption}: {each.verdict.words if each.verdict else _('not judged')}" for each in weighed.cells]
    return lines or [_("no assumption bears on this goal")]


def _goal_json(weighed: WeighedGoal) -> dict[str, object]:
    return {
        "goal": weighed.goal.key,
        "kind": weighed.goal.kind.value,
        "label": weighed.goal.label,
        "parent": weighed.goal.parent,
        "verdicts": {each.assumption: each.verdict.decided.value if each.verdict else None for each in weighed.cells},
    }
