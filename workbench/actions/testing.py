"""Testing the policy theory: the matrix of assumptions and evidence, with what people decided instead of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from reports.words import group_label
from study.folder import Study
from study.ids import imported_id
from study.messages import translate as _
from study.store import Store
from synthesis.evidence import LITERATURE, Evidence, LiteratureSearch
from synthesis.theory import Assumption, TheoryLink, TheoryNode
from synthesis.verdicts import OVERALL, AssumptionMatrix, MatrixCell, Override, override_verdict
from workbench.actions.material import Material, load_material, material_in
from workbench.actions.saving import put
from workbench.actions.theory import Ruling, Theory, store_theory


@dataclass(frozen=True, slots=True)
class WeighedCell:
    """What one source makes of an assumption: its label, the verdict (None is not judged), its words and the base."""

    column: str
    label: str
    verdict: str | None
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class WeighedAssumption:
    """An assumption with the overall verdict first, then what each source makes of it."""

    key: str
    statement: str
    cells: tuple[WeighedCell, ...]


def load_matrix(study: Study, material: Material | None = None) -> AssumptionMatrix:
    """The matrix of this moment, overrides included."""
    material = material or load_material(study)
    with study.reading() as store:
        return matrix_in(store, material)


def matrix_in(store: Store, material: Material) -> AssumptionMatrix:
    """The matrix of what stands in an open store, on this material."""
    from synthesis.matrix import test_assumptions

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
    """Store the theory of the file and its overrides, each with the hash of the evidence it corrects; all or nothing.

    `refs` maps names of passages in the file to coding ids; without it the file names codings by their id.
    """
    with study.store(by=by) as store:
        theory = store_theory(store, study.settings, file, refs=refs)
        old = {(each.assumption, each.column): each for each in store.records(Override)[0]}
        fresh = [each for each in theory.rulings if not _is_same(each, old.get((each.assumption, each.column)))]
        if fresh:
            matrix = matrix_in(store, material_in(store, study.settings))
            put(store, *(_override(study, matrix, each) for each in fresh))
    return theory


def _is_same(ruling: Ruling, override: Override | None) -> bool:
    """Whether a ruling was stored before: it then keeps its moment, and the evidence it was based on."""
    return override is not None and (override.value, override.reason, override.by) == (
        ruling.value,
        ruling.reason,
        ruling.by,
    )


def _override(study: Study, matrix: AssumptionMatrix, ruling: Ruling) -> Override:
    with ruling.row.placed():
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


def weigh_assumptions(study: Study) -> tuple[WeighedAssumption, ...]:
    """The assumptions with what each source makes of them, in words."""
    matrix = load_matrix(study)
    return tuple(
        WeighedAssumption(each.key, each.statement, tuple(_cells(study, matrix, each))) for each in matrix.assumptions
    )


def _cells(study: Study, matrix: AssumptionMatrix, assumption: Assumption) -> Iterator[WeighedCell]:
    labels = {OVERALL: _("overall"), LITERATURE: _("literature")}
    for column in (OVERALL, *matrix.columns):
        label = labels.get(column) or group_label(column, study.settings.perspectives)
        yield _weighed_cell(matrix.cell(assumption.key, column), label)


def _weighed_cell(cell: MatrixCell, label: str) -> WeighedCell:
    if cell.verdict is None:
        return WeighedCell(cell.column, label, None, _("not judged"), "")
    return WeighedCell(cell.column, label, cell.verdict.decided.value, cell.verdict.words, cell.detail)
