"""The goal tree from a TOML file, with the assumptions and boxes of the logic model that bear on each goal."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any

from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.records import to_plain
from synthesis.goals import Goal, GoalKind, WeighedGoal, in_tree, weigh_goals
from synthesis.logic import LogicElement
from synthesis.theory import Assumption
from workbench.actions.material import Material
from workbench.actions.references import read_keys
from workbench.actions.saving import renew
from workbench.actions.testing import load_matrix
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

FIELDS = {"key", "kind", "label", "parent", "assumptions", "elements"}


def import_goals(study: Study, file: Path, *, by: str) -> tuple[Goal, ...]:
    """Store the goal tree of the file, which is the whole of it; theory and logic model must be in the study before.

    Raises `UnknownGoal` or `GoalInACircle` for goals that make no tree.
    """
    data = read_toml(file)
    only_tables(file, data, ("goal",))
    with study.store(by=by) as store:
        assumptions, elements, old = store.records(Assumption, LogicElement, Goal)
        known, boxes = {each.key for each in assumptions}, {each.key for each in elements}
        goals = read_entries(file, data, "goal", lambda row: _goal(row, study.settings, known, boxes), fields=FIELDS)
        in_tree(goals)
        renew(store, old, *goals)
    return goals


def load_goals(study: Study, material: Material | None = None) -> tuple[WeighedGoal, ...]:
    """The goal tree with the overall verdicts of this moment."""
    with study.reading() as store:
        goals, elements = store.records(Goal, LogicElement)
    return weigh_goals(goals, load_matrix(study, material), elements) if goals else ()


def _goal(row: Entry, settings: Settings, assumptions: Container[str], boxes: Container[str]) -> Goal:
    key = row.text("key")
    return Goal(
        id=imported_id(settings.id, "goal", key),
        key=key,
        ordinal=row.number,
        kind=row.choice("kind", GoalKind),
        label=row.text("label"),
        parent=row.text_or_none("parent"),
        assumptions=read_keys(row, "assumptions", assumptions),
        elements=read_keys(row, "elements", boxes),
    )


def goal_rows(study: Study) -> list[dict[str, Any]]:
    """The goals as rows, every goal before those under it, with the verdict on each assumption that bears on it."""
    return [
        {
            **to_plain(each.goal),
            "depth": each.depth,
            "assumptions": [cell.assumption for cell in each.cells],
            "verdicts": [cell.verdict.decided.value if cell.verdict else "niet_beoordeeld" for cell in each.cells],
        }
        for each in load_goals(study)
    ]
