from __future__ import annotations

from study.folder import Study
from synthesis.evidence import LITERATURE
from synthesis.verdicts import OVERALL
from workbench.actions.testing import load_graph, load_matrix, weigh_assumptions


def test_every_assumption_has_a_cell_for_each_source_the_overall_one_first(example: Study) -> None:
    matrix = load_matrix(example)
    found = weigh_assumptions(example)
    assert [each.key for each in found] == [each.key for each in matrix.assumptions]
    for each in found:
        assert [cell.column for cell in each.cells] == [OVERALL, *matrix.columns]
        assert LITERATURE in {cell.column for cell in each.cells}


def test_words_and_values_are_those_of_the_matrix(example: Study) -> None:
    matrix = load_matrix(example)
    for each in weigh_assumptions(example):
        for cell in each.cells:
            verdict = matrix.cell(each.key, cell.column).verdict
            assert cell.verdict == (verdict.decided.value if verdict else None)
            assert cell.words


def test_the_graph_has_arrows_between_boxes_that_exist(example: Study) -> None:
    nodes, links = load_graph(example)
    keys = {each.key for each in nodes}
    assert links
    assert all({each.source, each.target} <= keys for each in links)


def test_a_study_without_theory_has_an_empty_matrix(study: Study) -> None:
    assert weigh_assumptions(study) == ()
