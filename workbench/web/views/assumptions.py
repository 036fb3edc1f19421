"""The assumption-testing matrix and the theory graph, with the stances and the rule behind every cell."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from reports.sources import source_line
from reports.style import VERDICTS
from study.config import Thresholds
from study.messages import translate as _
from synthesis.evidence import LITERATURE, Evidence, LiteratureSearch, Stance
from synthesis.overall import OVERALL_RULES, OverallRule
from synthesis.rules import LITERATURE_RULES, PERSPECTIVE_RULES, Rule
from synthesis.theory import Assumption, AssumptionKind
from synthesis.verdicts import OVERALL, AssumptionMatrix, ColumnKind, MatrixCell
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import CellNotFound
from workbench.web.graph import Graph, graph_of
from workbench.web.pages import show
from workbench.web.passages import ShownPassage, passages_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Side:
    """The passages with one stance."""

    stance: Stance
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class Study:
    """A study of the literature column, with the passage that quotes it when there is one."""

    evidence: Evidence
    passage: ShownPassage | None


@router.get("/aannames")
def show_matrix(request: Request, desk: DeskOf) -> Response:
    """The matrix, the rule tables, and the theory as boxes and arrows."""
    matrix = desk.matrix
    graph: Graph = graph_of(desk, matrix)
    return show(
        request,
        "assumptions.html",
        matrix=matrix,
        heads=heads_of(desk, matrix),
        overall=OVERALL,
        letters={key: each.letter for key, each in VERDICTS.items()},
        column_rules=(PERSPECTIVE_RULES, LITERATURE_RULES),
        overall_rules=OVERALL_RULES,
        thresholds=desk.settings.thresholds,
        graph=graph,
    )


@router.get("/aannames/{key}/{column}")
def show_matrix_cell(request: Request, desk: DeskOf, key: str, column: str) -> Response:
    """One cell: the verdict, its rule, every stance with its words, or why there are none."""
    matrix = desk.matrix
    assumption, cell = find_matrix_cell(matrix, key, column)
    cells = [each for each in matrix.cells if each.assumption == key] if column == OVERALL else [cell]
    codings = [each.coding_id for one in cells for each in one.evidence if each.coding_id]
    sources = desk.sources
    return show(
        request,
        "assumption.html",
        assumption=assumption,
        cell=cell,
        column=dict(heads_of(desk, matrix))[column],
        cells=cells,
        heads=dict(heads_of(desk, matrix)),
        overall=column == OVERALL,
        sides=sides_of(desk, cells),
        studies=studies_of(desk, cells),
        searches=[each for each in desk.records(LiteratureSearch) if key in each.assumptions],
        is_literature=column == LITERATURE,
        rule=rule_of(cell),
        condition=condition_of(cell, desk.settings.thresholds),
        origins=passages_of(desk, assumption.reconstructed_from),
        thresholds=desk.settings.thresholds,
        letters={name: each.letter for name, each in VERDICTS.items()},
        reason=reason_words(assumption, cell),
        source=source_line(sources.parts(codings)),
        bias=sources.bias(codings),
    )


def find_matrix_cell(matrix: AssumptionMatrix, key: str, column: str) -> tuple[Assumption, MatrixCell]:
    """The assumption and its cell in this column; raises `CellNotFound`."""
    assumption = next((each for each in matrix.assumptions if each.key == key), None)
    if assumption is None or column not in (*matrix.columns, OVERALL):
        raise CellNotFound(name=f"{key} × {column}")
    return assumption, matrix.cell(key, column)


def heads_of(desk: Desk, matrix: AssumptionMatrix) -> list[tuple[str, str]]:
    """The key and the words of each column, the overall verdict last."""
    labels = {each.key: each.label for each in desk.settings.perspectives}
    columns = [(each, _("Literature") if each == LITERATURE else labels.get(each, each)) for each in matrix.columns]
    return [*columns, (OVERALL, _("Overall"))]


def sides_of(desk: Desk, cells: list[MatrixCell]) -> list[Side]:
    """What people said in these cells, by stance, in the order for, nuance, against."""
    said = [each for cell in cells for each in cell.evidence if each.study is None and each.coding_id]
    sides = []
    for stance in Stance:
        codings = [each.coding_id for each in said if each.stance is stance and each.coding_id]
        if codings:
            sides.append(Side(stance, passages_of(desk, codings, stances=dict.fromkeys(codings, stance))))
    return sides


def studies_of(desk: Desk, cells: list[MatrixCell]) -> list[Study]:
    """The studies in these cells, each with its passage."""
    found = []
    for each in (one for cell in cells for one in cell.evidence if one.study is not None):
        passages = passages_of(
            desk, [each.coding_id] if each.coding_id else [], stances={each.coding_id or "": each.stance}
        )
        found.append(Study(each, passages[0] if passages else None))
    return found


def rule_of(cell: MatrixCell) -> Rule | OverallRule | None:
    """The printed rule that gave the verdict: the last of those its number names."""
    if cell.verdict is None:
        return None
    numbers = cell.verdict.rule.split("/")
    every: tuple[Rule | OverallRule, ...] = (*PERSPECTIVE_RULES, *LITERATURE_RULES, *OVERALL_RULES)
    return next((each for each in every if each.number == numbers[-1]), None)


def condition_of(cell: MatrixCell, thresholds: Thresholds) -> str:
    """The condition of the rule as it is printed."""
    rule = rule_of(cell)
    if rule is None:
        return ""
    return rule.condition_words if isinstance(rule, OverallRule) else rule.condition_words(thresholds)


def reason_words(assumption: Assumption, cell: MatrixCell) -> str:
    """Why a cell holds no evidence; empty text when it holds some."""
    if cell.evidence or cell.column == OVERALL:
        return ""
    if assumption.kind is AssumptionKind.NORMATIVE:
        return _("A norm is not counted: people say whether it is shared.")
    if cell.verdict and cell.verdict.kind is ColumnKind.LITERATURE:
        if cell.verdict.rule == "L-":
            return _("No search of the literature was recorded for this assumption.")
        return _("The literature was searched, and no study was recorded that treats this assumption.")
    if cell.verdict and cell.verdict.rule == "R-":
        return _("No question in the topic lists of this perspective covers this assumption.")
    return _("It was asked, and nobody took a stance that was coded.")
