"""Consequences: what else becomes of maps and verdicts when records change, as what stood there and what stands now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reports.words import group_label, share_words, state_words
from study.config import Settings
from study.messages import N_, translate_count
from study.messages import translate as _
from study.store import Store
from synthesis.evidence import LITERATURE
from synthesis.experience import Cell
from synthesis.findings import Finding
from synthesis.verdicts import OVERALL, MatrixCell
from workbench.actions.maps import map_of
from workbench.actions.material import Material, material_in
from workbench.actions.testing import matrix_in

KINDS: Mapping[str, str] = {"finding": N_("finding"), "cell": N_("cell of the map"), "verdict": N_("verdict")}
"""What can read otherwise, in words."""


_WORDS = re.compile(r"[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that reads otherwise afterwards; `after` is empty for what is no longer there."""

    kind: str
    name: str
    before: str
    after: str

    @property
    def is_in_other_words(self) -> bool:
        """Whether more than the numbers changes: another class, another verdict, or nothing left."""
        return _WORDS.findall(self.before) != _WORDS.findall(self.after)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the outputs say at one moment, by kind ("finding", "cell", "verdict") and name."""

    lines: Mapping[tuple[str, str], str]

    def towards(self, later: Standing) -> tuple[Consequence, ...]:
        """What reads otherwise later, in the order in which it stands."""
        return tuple(
            Consequence(kind, name, before, later.lines.get((kind, name), ""))
            for (kind, name), before in self.lines.items()
            if later.lines.get((kind, name), "") != before
        )


def standing_in(store: Store, settings: Settings) -> Standing:
    """What map and matrix say of the records in an open store."""
    material = material_in(store, settings)
    return Standing(_findings(store, material) | _verdicts(store, material))


def _findings(store: Store, material: Material) -> dict[tuple[str, str], str]:
    journey = map_of(material, store.records(Finding)[0])
    labels = {each.key: each.label for each in material.settings.perspectives}
    phases = {each.key: each.label for each in journey.phases}
    findings = {("finding", each.finding.key): share_words(each) for each in journey.statements}
    cells = {
        ("cell", f"{labels[each.perspective]}: {phases.get(each.phase) or _('Across phases')}"): _cell_words(each)
        for each in journey.cells
    }
    return {**findings, **cells}


def _cell_words(cell: Cell) -> str:
    if not cell.statements:
        return state_words(cell.state)
    return translate_count("{number} finding", "{number} findings", len(cell.statements))


def _verdicts(store: Store, material: Material) -> dict[tuple[str, str], str]:
    matrix = matrix_in(store, material)
    labels = {OVERALL: _("overall"), LITERATURE: _("literature")}
    return {
        ("verdict", f"{each.assumption}: {labels.get(each.column) or _group(each.column, material)}"): _verdict(each)
        for each in (*matrix.overall, *matrix.cells)
    }


def _group(column: str, material: Material) -> str:
    return group_label(column, material.settings.perspectives)


def _verdict(cell: MatrixCell) -> str:
    if cell.verdict is None:
        return _("not judged")
    return f"{cell.verdict.words} ({cell.detail})" if cell.detail else cell.verdict.words
