"""Checks on a policy theory: what a reader of the graph would stumble over (synthesis.md, 4.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from study.messages import N_
from study.messages import translate as _
from synthesis.outcomes import Outcome
from synthesis.theory import Assumption, Block

if TYPE_CHECKING:
    import networkx as nx


class Gap(StrEnum):
    """What may be missing or wrong in a theory."""

    OUTCOME_WITHOUT_CAUSE = "opbrengst_zonder_oorzaak"
    MEANS_WITHOUT_GOAL = "middel_zonder_doel"
    ARROW_WITHOUT_ASSUMPTION = "pijl_zonder_veronderstelling"
    ARROW_WITHOUT_EVIDENCE = "pijl_zonder_onderbouwing"
    SHORTCUT = "kortsluiting"
    CYCLE = "kringloop"
    ASSUMPTION_NOT_DRAWN = "veronderstelling_zonder_pijl"


_WORDS = {
    Gap.OUTCOME_WITHOUT_CAUSE: N_("Nothing leads to the outcome “{subject}”."),
    Gap.MEANS_WITHOUT_GOAL: N_("“{subject}” leads to no outcome."),
    Gap.ARROW_WITHOUT_ASSUMPTION: N_("No assumption lies under the arrow {subject}."),
    Gap.ARROW_WITHOUT_EVIDENCE: N_("Nobody examined the assumption under the arrow {subject}."),
    Gap.SHORTCUT: N_("The arrow {subject} goes from problem to outcome at once."),
    Gap.CYCLE: N_("The theory goes round in a circle: {subject}."),
    Gap.ASSUMPTION_NOT_DRAWN: N_("The assumption {subject} lies under no arrow."),
}


@dataclass(frozen=True, slots=True)
class TheoryRemark:
    """One remark: what is the matter, and the keys of the boxes (one, or those of an arrow or circle) or assumption."""

    gap: Gap
    keys: tuple[str, ...]

    @property
    def words(self) -> str:
        """The remark as a sentence."""
        return _(_WORDS[self.gap], subject=" → ".join(self.keys))


def check_theory(graph: nx.DiGraph[str], assumptions: Iterable[Assumption] = ()) -> tuple[TheoryRemark, ...]:
    """What is missing or odd in a graph of `theory_graph`; remarks, never refusals, boxes before arrows."""
    drawn = {facts["assumption"] for _, _, facts in graph.edges(data=True)}
    ordered = sorted(assumptions, key=lambda each: (each.ordinal, each.key))
    return (
        *_check_boxes(graph),
        *_check_arrows(graph),
        *_check_circles(graph),
        *(TheoryRemark(Gap.ASSUMPTION_NOT_DRAWN, (each.key,)) for each in ordered if each.key not in drawn),
    )


def _check_boxes(graph: nx.DiGraph[str]) -> Iterable[TheoryRemark]:
    import networkx as nx

    blocks = {key: facts["block"] for key, facts in graph.nodes(data=True)}
    outcomes = {key for key, block in blocks.items() if block is Block.OUTCOME}
    reaching = {each for key in outcomes for each in nx.ancestors(graph, key)} | outcomes
    for key, block in blocks.items():
        if block is Block.OUTCOME and graph.in_degree(key) == 0:
            yield TheoryRemark(Gap.OUTCOME_WITHOUT_CAUSE, (key,))
        if block in {Block.SOLUTION, Block.INGREDIENTS} and key not in reaching:
            yield TheoryRemark(Gap.MEANS_WITHOUT_GOAL, (key,))


def _check_arrows(graph: nx.DiGraph[str]) -> Iterable[TheoryRemark]:
    for source, target, facts in graph.edges(data=True):
        if facts["assumption"] is None:
            yield TheoryRemark(Gap.ARROW_WITHOUT_ASSUMPTION, (source, target))
        elif facts["outcome"] is Outcome.NOT_EXAMINED:
            yield TheoryRemark(Gap.ARROW_WITHOUT_EVIDENCE, (source, target))
        blocks = graph.nodes[source]["block"], graph.nodes[target]["block"]
        if blocks == (Block.PROBLEM, Block.OUTCOME):
            yield TheoryRemark(Gap.SHORTCUT, (source, target))


def _check_circles(graph: nx.DiGraph[str]) -> Iterable[TheoryRemark]:
    return (TheoryRemark(Gap.CYCLE, circle) for circle in find_circles(graph))


def find_circles(graph: nx.DiGraph[str]) -> Iterator[tuple[str, ...]]:
    """A shortest way round (first key last again) for each knot of boxes that lead back to each other."""
    import networkx as nx

    for knot in sorted(map(sorted, nx.strongly_connected_components(graph))):
        first = knot[0]
        if len(knot) > 1:
            inside = graph.subgraph(knot)
            back = min((nx.shortest_path(inside, each, first) for each in sorted(inside.successors(first))), key=len)
            yield (first, *back)
        elif graph.has_edge(first, first):
            yield (first, first)
