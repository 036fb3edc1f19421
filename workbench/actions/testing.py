"""Testing the policy theory: the matrix of assumptions and evidence, with what people decided instead of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reports.words import group_label
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from synthesis.evidence import Evidence, LiteratureSearch
from synthesis.theory import Assumption, TheoryLink, TheoryNode
from synthesis.verdicts import OVERALL, AssumptionMatrix, MatrixCell, Override, override_verdict
from workbench.actions.material import Material, load_material
from workbench.actions.saving import put
from workbench.actions.theory import Ruling, Theory, import_theory


def load_matrix(study: Study, material: Material | None = None) -> AssumptionMatrix:
    """The matrix of this moment, overrides included."""
    from synthesis.matrix import test_assumptions

    material = material or load_material(study)
    with study.reading() as store:
        assumptions, evidence, searches, overrides = store.records(Assumption, Evidence, LiteratureSearch, Override)
    return test_assumptions(
        assumptions,
        evidence,
        material.passages,
        material.asked,
        searches,
        overrides,
        perspectives=material.settings.perspectives,
        thresholds=material.settings.thresholds,
    )


def load_graph(study: Study) -> tuple[tuple[TheoryNode, ...], tuple[TheoryLink, ...]]:
    """The boxes and arrows of the theory."""
    with study.reading() as store:
        nodes, links = store.records(TheoryNode, TheoryLink)
        return nodes, links


def import_whole_theory(study: Study, file: Path, *, by: str, refs: Mapping[str, str] | None = None) -> Theory:
    """Store the theory of the file, then its overrides, each with the hash of the evidence it corrects."""
    theory = import_theory(study, file, by=by, refs=refs)
    if not theory.rulings:
        return theory
    matrix = load_matrix(study)
    with study.store(by=by) as store:
        there = {(each.assumption, each.column) for each in store.records(Override)[0]}
        fresh = [each for each in theory.rulings if (each.assumption, each.column) not in there]
        put(store, *(_override(study, matrix, each) for each in fresh))
    return theory


def _override(study: Study, matrix: AssumptionMatrix, ruling: Ruling) -> Override:
    made = override_verdict(
        matrix,
        ruling.assumption,
        column=ruling.column,
        value=ruling.value,
        reason=ruling.reason,
        by=ruling.by,
        made_at=datetime.now(UTC),
    )
    return replace(made, id=imported_id(study.settings.id, "override", f"{ruling.assumption}/{ruling.column}"))


def matrix_rows(study: Study) -> tuple[list[str], list[list[str]], list[dict[str, Any]]]:
    """The matrix as text: the heads, a row for each assumption, and the same as plain values."""
    matrix = load_matrix(study)
    columns = [*matrix.columns, OVERALL]
    heads = ["", *(group_label(column, study.settings.perspectives) for column in matrix.columns), _("overall")]
    rows, plain = [], []
    for each in matrix.assumptions:
        cells = [matrix.cell(each.key, column) for column in columns]
        rows.append([each.key, *(_words(cell) for cell in cells)])
        verdicts = {cell.column: cell.verdict.decided.value if cell.verdict else None for cell in cells}
        plain.append({"assumption": each.key, "statement": each.statement, "verdicts": verdicts})
    return heads, rows, plain


def _words(cell: MatrixCell) -> str:
    return "–" if cell.verdict is None else f"{cell.verdict.words} {cell.detail}".strip()
