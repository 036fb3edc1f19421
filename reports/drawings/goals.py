"""The goal tree (doelenboom) as a figure: goals under goals, each with the verdicts on what bears on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reports.drawings.assumptions import verdict_legend
from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import source_line
from study.messages import translate as _
from study.messages import translate_count
from synthesis.goals import WeighedGoal
from synthesis.verdicts import MatrixCell

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("key", "kind", "goal", "parent", "depth", "assumptions", "verdicts", "elements")


def draw_goals(goals: Sequence[WeighedGoal], *, source: str = "") -> Figure:
    """The goal tree of `synthesis.goals.weigh_goals`; a goal has no verdict of its own, only what bears on it."""
    return Figure(
        key="doelenboom",
        title=_("Goal tree"),
        kind=FigureKind.GOALS,
        data=_table(goals),
        body=Sheet("goals", _content(goals)),
        source_line=source_line([source] if source else []),
        alt=_alternative(goals),
        notes=(_("A goal gets no verdict of its own: the verdicts are those on the assumptions that bear on it."),),
    )


def verdict_of(cell: MatrixCell) -> str:
    """The overall verdict on an assumption in words."""
    return cell.verdict.words if cell.verdict else _("a norm: not judged")


def _table(goals: Sequence[WeighedGoal]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            each.goal.key, each.goal.kind.value, each.goal.label, each.goal.parent, each.depth,
            "; ".join(cell.assumption for cell in each.cells) or None,
            "; ".join(verdict_of(cell) for cell in each.cells) or None,
            "; ".join(one.label for one in each.elements) or None,
        )
        for each in goals
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _content(goals: Sequence[WeighedGoal]) -> dict[str, Plain]:
    return {
        "headings": [_("Goal"), _("What bears on it"), _("In the logic model")],
        "rows": [
            {
                "kind": each.goal.kind.value,
                "kind_words": each.goal.kind.words,
                "label": each.goal.label,
                "rails": list[Plain](rails_of(goals, at)),
                "under": _has_children(goals, at),
                "verdicts": [_verdict(cell) for cell in each.cells],
                "elements": [one.label for one in each.elements],
            }
            for at, each in enumerate(goals)
        ],
        "depth": max((each.depth for each in goals), default=0),
        "nothing": _("no assumption bears on this goal"),
        "legend": verdict_legend(cell.verdict for each in goals for cell in each.cells),
    }


def rails_of(goals: Sequence[WeighedGoal], at: int) -> list[bool]:
    """For each level down to a goal, whether another goal of that level follows under the same one: a line runs on."""
    return [_runs_on(goals, at, level) for level in range(1, goals[at].depth + 1)]


def _runs_on(goals: Sequence[WeighedGoal], at: int, level: int) -> bool:
    for each in goals[at + 1 :]:
        if each.depth <= level:
            return each.depth == level
    return False


def _has_children(goals: Sequence[WeighedGoal], at: int) -> bool:
    return at + 1 < len(goals) and goals[at + 1].depth > goals[at].depth


def _verdict(cell: MatrixCell) -> Plain:
    outcome = cell.verdict.decided.value if cell.verdict else None
    return {"key": cell.assumption, "outcome": outcome, "words": verdict_of(cell)}


def _alternative(goals: Sequence[WeighedGoal]) -> str:
    lines = []
    for each in goals:
        verdicts = ", ".join(f"{cell.assumption} {verdict_of(cell)}" for cell in each.cells)
        lines.append(f"{each.goal.kind.words}: {each.goal.label} ({verdicts or _('no assumption bears on this goal')})")
    many = translate_count("{number} goal", "{number} goals", len(goals))
    return _("Tree of {goals}. {lines}.", goals=many, lines="; ".join(lines))
