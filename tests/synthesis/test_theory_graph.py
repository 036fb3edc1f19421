from __future__ import annotations

import pytest

from synthesis.errors import UnknownNode
from synthesis.evidence import Stance
from synthesis.layers import count_crossings
from synthesis.matrix import test_assumptions
from synthesis.outcomes import Outcome
from synthesis.theory import Assumption, AssumptionKind, Block, TheoryLink, TheoryNode
from synthesis.theory_graph import list_paths, path_verdict, place_nodes, theory_graph
from synthesis.verdicts import AssumptionMatrix
from tests.synthesis.cases import EMPLOYERS, asked, asked_table, assumption, passage, passages, people, stance


def node(key: str, block: Block, ordinal: int = 0) -> TheoryNode:
    return TheoryNode(f"id-{key}", key, ordinal, f"Vak {key}", block)


def link(source: str, target: str, under: str | None = None) -> TheoryLink:
    return TheoryLink(f"id-{source}-{target}", source, target, under)


NODES = [
    node("p", Block.PROBLEM),
    node("o", Block.CAUSES),
    node("s1", Block.SOLUTION, 1),
    node("s2", Block.SOLUTION, 2),
    node("d", Block.TARGET_GROUP, 1),
    node("w", Block.INGREDIENTS, 2),
    node("u", Block.OUTCOME),
]
LINKS = [link("p", "o", "A1"), link("o", "s1", "A2"), link("o", "s2"), link("s1", "w", "A3"), link("w", "u", "A1")]


def matrix_of(*assumptions: Assumption) -> AssumptionMatrix:
    """A1 is supported by all six employers, A2 by none of them, nobody was asked anything else."""
    rows = [passage(f"c{each}{key}", f"w{each}") for each in range(1, 7) for key in ("A1", "A2")]
    evidence = [
        stance(f"c{each}{key}", Stance.SUPPORTS if key == "A1" else Stance.CONTRADICTS, key)
        for each in range(1, 7)
        for key in ("A1", "A2")
    ]
    known = assumptions or (assumption("A1"), assumption("A2"), assumption("A3"))
    return test_assumptions(known, evidence, passages(*rows), asked_table(asked(people(6))), perspectives=(EMPLOYERS,))


def test_boxes_stand_in_layers_from_problem_to_outcome() -> None:
    graph = theory_graph(NODES, LINKS)
    assert {key: graph.nodes[key]["layer"] for key in graph} == {
        "p": 0,
        "o": 1,
        "s1": 2,
        "s2": 2,
        "d": 3,
        "w": 3,
        "u": 4,
    }
    assert [graph.nodes[key]["y"] for key in ("s1", "s2")] == [-0.5, 0.5]
    assert all(graph.nodes[key]["x"] == graph.nodes[key]["layer"] for key in graph)


def test_the_order_of_boxes_and_arrows_changes_nothing() -> None:
    one, other = theory_graph(NODES, LINKS), theory_graph(NODES[::-1], LINKS[::-1])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_boxes_are_ordered_so_that_arrows_do_not_cross() -> None:
    nodes = [node(f"a{each}", Block.CAUSES, each) for each in range(4)]
    nodes += [node(f"b{each}", Block.SOLUTION, each) for each in range(4)]
    links = [link(f"a{each}", f"b{3 - each}") for each in range(4)]
    start = [[f"a{each}" for each in range(4)], [f"b{each}" for each in range(4)]]
    arrows = [(each.source, each.target) for each in links]
    assert count_crossings(start, arrows) == 6
    places = place_nodes(nodes, links)
    layers = [sorted((key for key in places if key[0] == side), key=lambda key: places[key][1]) for side in "ab"]
    assert count_crossings(layers, arrows) == 0


def test_an_arrow_carries_the_verdict_on_its_assumption() -> None:
    facts = theory_graph(NODES, LINKS, matrix_of()).edges["p", "o"]
    assert (facts["outcome"], facts["counts"]) == (Outcome.SUBSTANTIATED, {"werkgever": (6, 6)})
    assert facts["verdict"].words == "herkend in de praktijk"


def test_an_arrow_without_an_assumption_has_no_verdict() -> None:
    facts = theory_graph(NODES, LINKS, matrix_of()).edges["o", "s2"]
    assert (facts["assumption"], facts["verdict"], facts["outcome"]) == (None, None, None)


def test_an_arrow_to_nowhere_is_refused() -> None:
    with pytest.raises(UnknownNode, match="p → q"):
        theory_graph(NODES, [link("p", "q")])


def test_a_path_is_as_strong_as_its_weakest_link() -> None:
    graph = theory_graph(NODES, LINKS, matrix_of())
    assert path_verdict(graph, ["p", "o"]) is Outcome.SUBSTANTIATED
    assert path_verdict(graph, ["p", "o", "s1"]) is Outcome.CONTRADICTED
    assert path_verdict(graph, ["s1", "w", "u"]) is Outcome.TOO_LITTLE


def test_a_contradicted_link_goes_before_one_that_nobody_examined() -> None:
    graph = theory_graph(NODES, LINKS, matrix_of())
    assert path_verdict(graph, ["p", "o", "s1", "w", "u"]) is Outcome.CONTRADICTED


def test_norms_are_left_out_of_a_path_and_a_path_of_norms_has_no_verdict() -> None:
    norm = assumption("A2", kind=AssumptionKind.NORMATIVE)
    graph = theory_graph(NODES, LINKS, matrix_of(assumption("A1"), norm))
    assert path_verdict(graph, ["p", "o", "s1"]) is Outcome.SUBSTANTIATED
    assert path_verdict(graph, ["o", "s1"]) is None


def test_paths_run_from_what_nothing_leads_to_to_an_outcome() -> None:
    graph = theory_graph(NODES, LINKS)
    assert list_paths(graph) == (("p", "o", "s1", "w", "u"),)
    assert list_paths(graph, limit=0) == ()


def test_a_theory_of_nothing_is_a_graph_of_nothing() -> None:
    assert len(theory_graph([], [])) == 0
