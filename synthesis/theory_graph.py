"""The theory as a graph: boxes in layers from problem to outcome, arrows with the verdict on what lies under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from synthesis.errors import UnknownNode
from synthesis.layers import place_in_layers
from synthesis.outcomes import ColumnKind, Outcome
from synthesis.theory import AssumptionKind, Block, TheoryLink, TheoryNode
from synthesis.verdicts import OVERALL, AssumptionMatrix

if TYPE_CHECKING:
    import networkx as nx

LAYERS: Mapping[Block, int] = {
    Block.PROBLEM: 0,
    Block.CAUSES: 1,
    Block.SOLUTION: 2,
    Block.TARGET_GROUP: 3,
    Block.INGREDIENTS: 3,
    Block.OUTCOME: 4,
}
"""From left to right; whom a policy is for and what it works through stand in one layer."""


def theory_graph(
    nodes: Iterable[TheoryNode], links: Iterable[TheoryLink], matrix: AssumptionMatrix | None = None
) -> nx.DiGraph[str]:
    """The graph of a policy theory, drawn the same on every build: no seed, and no order of ids or of the input.

    Nodes (by key) carry `label`, `block`, `ordinal`, `layer` and their place `x`, `y` (layers apart 1, boxes in a layer
    apart 1 and centred on 0; y grows downwards); edges carry `assumption` (key or None), `normative`, `verdict` (the
    overall one, or None), `outcome` (what counts; None without a verdict and for a norm) and `counts` (per perspective
    S and E).
    Within layers the barycentre order with the fewest crossings (Sugiyama, Tagawa and Toda 1981).
    Raises `UnknownNode` for an arrow that points at nothing.
    """
    import networkx as nx

    boxes = sorted(nodes, key=lambda each: (each.ordinal, each.key))
    known = {each.key for each in boxes}
    arrows = sorted(links, key=lambda each: (each.source, each.target))
    for arrow in arrows:
        if not {arrow.source, arrow.target} <= known:
            raise UnknownNode(source=arrow.source, target=arrow.target)
    graph: nx.DiGraph[str] = nx.DiGraph()
    places = place_nodes(boxes, arrows)
    for box in boxes:
        x, y = places[box.key]
        facts = {"label": box.label, "block": box.block, "ordinal": box.ordinal, "layer": LAYERS[box.block]}
        graph.add_node(box.key, x=x, y=y, **facts)
    for arrow in arrows:
        graph.add_edge(arrow.source, arrow.target, **_edge_facts(arrow.assumption, matrix))
    return graph


def _edge_facts(assumption: str | None, matrix: AssumptionMatrix | None) -> dict[str, object]:
    facts: dict[str, object] = {
        "assumption": assumption,
        "normative": False,
        "verdict": None,
        "outcome": None,
        "counts": {},
    }
    known = {each.key: each for each in matrix.assumptions} if matrix else {}
    if matrix is None or assumption not in known:
        return facts
    verdict = matrix.cell(assumption, OVERALL).verdict
    normative = known[assumption].kind is AssumptionKind.NORMATIVE
    columns = [each for each in matrix.cells if each.assumption == assumption and each.verdict]
    counts = {
        each.column: (int(each.verdict.tally.supports), each.verdict.tally.eligible)
        for each in columns
        if each.verdict and each.verdict.kind is ColumnKind.PERSPECTIVE
    }
    outcome = None if verdict is None or normative else verdict.decided
    return facts | {"normative": normative, "verdict": verdict, "outcome": outcome, "counts": counts}


def place_nodes(nodes: Sequence[TheoryNode], links: Sequence[TheoryLink]) -> dict[str, tuple[float, float]]:
    """The place (x, y) of each box: its layer, and its order in it with as few crossings as the sweeps find."""
    layers: dict[int, list[str]] = {}
    for node in sorted(nodes, key=lambda each: (each.ordinal, each.key)):
        layers.setdefault(LAYERS[node.block], []).append(node.key)
    return place_in_layers(layers, {(each.source, each.target) for each in links})


_WEAKEST_FIRST = (
    Outcome.CONTRADICTED,
    Outcome.NOT_SUBSTANTIATED,
    Outcome.TOO_LITTLE,
    Outcome.DIVIDED,
    Outcome.NUANCED,
    Outcome.SUBSTANTIATED,
)


def path_verdict(graph: nx.DiGraph[str], path: Sequence[str]) -> Outcome | None:
    """The verdict of a path (node keys): its weakest link; `Outcome.TOO_LITTLE` says that the path is unknown.

    An arrow that was not examined, or has no assumption under it, makes the path unknown unless something weaker is
    on it. Normative arrows are left out; a path of nothing else has no verdict (synthesis.md, 4.7).
    """
    found = []
    for source, target in pairwise(path):
        facts = graph.edges[source, target]
        if facts["normative"]:
            continue
        outcome = facts["outcome"] or Outcome.NOT_EXAMINED
        found.append(Outcome.TOO_LITTLE if outcome is Outcome.NOT_EXAMINED else outcome)
    return min(found, key=_WEAKEST_FIRST.index, default=None)


def list_paths(graph: nx.DiGraph[str], *, limit: int = 200) -> tuple[tuple[str, ...], ...]:
    """The paths from a box that nothing leads to, to an outcome, in order of their boxes; at most `limit`."""
    import networkx as nx

    starts = sorted(key for key in graph if graph.in_degree(key) == 0)
    outcomes = sorted(key for key, facts in graph.nodes(data=True) if facts["block"] is Block.OUTCOME)
    paths = (
        path for start in starts for end in outcomes if start != end for path in nx.all_simple_paths(graph, start, end)
    )
    return tuple(tuple(path) for path in islice(paths, limit))
