"""The logic model as a graph: boxes in five layers, arrows with their status, and what is odd about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from study.messages import N_
from study.messages import translate as _
from synthesis.errors import UnknownElement
from synthesis.layers import place_in_layers
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink, SourceKind
from synthesis.theory_checks import find_circles

if TYPE_CHECKING:
    import networkx as nx


def logic_graph(elements: Iterable[LogicElement], links: Iterable[LogicLink]) -> nx.DiGraph[str]:
    """The graph of a logic model, drawn the same on every build, whatever the order of the input.

    Nodes (by key) carry `element`, `label`, `block` (the layer), `layer` (its place in the chain) and their place `x`,
    `y`; layers that hold nothing take no room. Edges carry `link`. Raises `UnknownElement` for a link to nothing.
    """
    import networkx as nx

    boxes = sorted(elements, key=lambda each: (each.layer.place, each.ordinal, each.key))
    arrows = sorted(links, key=lambda each: (each.source, each.target))
    known = {each.key for each in boxes}
    for arrow in arrows:
        if not {arrow.source, arrow.target} <= known:
            raise UnknownElement(source=arrow.source, target=arrow.target)
    used = sorted({each.layer.place for each in boxes})
    columns = {used.index(place): [each.key for each in boxes if each.layer.place == place] for place in used}
    places = place_in_layers(columns, ((each.source, each.target) for each in arrows))
    graph: nx.DiGraph[str] = nx.DiGraph()
    for box in boxes:
        x, y = places[box.key]
        graph.add_node(box.key, element=box, label=box.label, block=box.layer, layer=box.layer.place, x=x, y=y)
    for arrow in arrows:
        graph.add_edge(arrow.source, arrow.target, link=arrow)
    return graph


class LogicGap(StrEnum):
    """What may be missing or wrong in a logic model."""

    OUTCOME_WITHOUT_CAUSE = "opbrengst_zonder_oorzaak"
    SHORTCUT = "kortsluiting"
    LINK_WITHOUT_EVIDENCE = "schakel_zonder_onderbouwing"
    CYCLE = "kringloop"


_WORDS = {
    LogicGap.OUTCOME_WITHOUT_CAUSE: N_("Nothing in the logic model leads to {subject}."),
    LogicGap.SHORTCUT: N_(
        "The link {subject} goes from input to outcome at once: what is done in between is not told."
    ),
    LogicGap.LINK_WITHOUT_EVIDENCE: N_("The link {subject} was judged, and no passage stands behind it."),
    LogicGap.CYCLE: N_("The logic model goes round in a circle: {subject}."),
}


@dataclass(frozen=True, slots=True)
class LogicRemark:
    """One remark: what is the matter, and the labels of the boxes (one, or those of a link or circle)."""

    gap: LogicGap
    labels: tuple[str, ...]

    @property
    def words(self) -> str:
        """The remark as a sentence."""
        return _(_WORDS[self.gap], subject=" → ".join(f"“{each}”" for each in self.labels))


def check_logic(graph: nx.DiGraph[str]) -> tuple[LogicRemark, ...]:
    """What is missing or odd in a graph of `logic_graph`; remarks, never refusals, boxes before links."""
    elements: dict[str, LogicElement] = {key: facts["element"] for key, facts in graph.nodes(data=True)}
    found = [*_check_boxes(graph, elements), *_check_links(graph, elements)]
    found += [(LogicGap.CYCLE, circle) for circle in find_circles(graph)]
    return tuple(LogicRemark(gap, tuple(elements[key].label for key in keys)) for gap, keys in found)


def _check_boxes(
    graph: nx.DiGraph[str], elements: dict[str, LogicElement]
) -> Iterable[tuple[LogicGap, tuple[str, ...]]]:
    for key, element in elements.items():
        if element.layer in {Layer.OUTCOME, Layer.IMPACT} and graph.in_degree(key) == 0:
            yield LogicGap.OUTCOME_WITHOUT_CAUSE, (key,)


def _check_links(
    graph: nx.DiGraph[str], elements: dict[str, LogicElement]
) -> Iterable[tuple[LogicGap, tuple[str, ...]]]:
    links: list[LogicLink] = [facts["link"] for *_ends, facts in graph.edges(data=True)]
    for link in sorted(links, key=lambda each: (each.ordinal, each.source, each.target)):
        ends = (link.source, link.target)
        if elements[link.source].layer is Layer.INPUT and elements[link.target].layer in {Layer.OUTCOME, Layer.IMPACT}:
            yield LogicGap.SHORTCUT, ends
        judged = link.status is not LinkStatus.NOT_EXAMINED
        if judged and not link.passages and link.source_kind is not SourceKind.OWN_ANALYSIS:
            yield LogicGap.LINK_WITHOUT_EVIDENCE, ends
