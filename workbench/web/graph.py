"""The theory as a drawing: boxes in layers and arrows between them, measured so that a template can draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from reports.style import VERDICTS
from synthesis.theory_graph import theory_graph
from synthesis.verdicts import AssumptionMatrix
from workbench.actions.testing import load_graph
from workbench.web.desk import Desk

if TYPE_CHECKING:
    import networkx as nx

WIDTH, HEIGHT = 176, 76
ACROSS, DOWN = 248, 104
EDGE = 14
LINE_LETTERS, LINE_HEIGHT = 23, 17


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the theory, by its upper left corner, with its label in lines."""

    key: str
    block: str
    label: str
    x: float
    y: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as a path, with what lies under it; `verdict` is the key of what counts, empty without one."""

    source: str
    target: str
    path: str
    assumption: str
    verdict: str
    letter: str
    said: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole drawing; empty without boxes."""

    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    width: float = 0
    height: float = 0


def graph_of(desk: Desk, matrix: AssumptionMatrix) -> Graph:
    """The theory of the study, drawn the same every time."""
    nodes, links = load_graph(desk.study)
    if not nodes:
        return Graph()
    return _measure(theory_graph(nodes, links, matrix))


def _measure(graph: nx.DiGraph[str]) -> Graph:
    top = min(float(facts["y"]) for _, facts in graph.nodes(data=True))
    corners = {
        key: (EDGE + float(facts["x"]) * ACROSS, EDGE + (float(facts["y"]) - top) * DOWN)
        for key, facts in graph.nodes(data=True)
    }
    boxes = tuple(_box(key, facts, corners[key]) for key, facts in graph.nodes(data=True))
    arrows = tuple(_arrow(source, target, facts, corners) for source, target, facts in graph.edges(data=True))
    width = max(x for x, _ in corners.values()) + WIDTH + EDGE
    height = max(y for _, y in corners.values()) + HEIGHT + EDGE
    return Graph(boxes, arrows, width, height)


def _box(key: str, facts: dict[str, Any], corner: tuple[float, float]) -> Box:
    x, y = corner
    lines: Sequence[str] = wrap(facts["label"], LINE_LETTERS)[:4]
    first = y + HEIGHT / 2 - (len(lines) - 1) * LINE_HEIGHT / 2 + 5
    placed = tuple((first + number * LINE_HEIGHT, line) for number, line in enumerate(lines))
    return Box(key, facts["block"], facts["label"], x, y, placed)


def _arrow(source: str, target: str, facts: dict[str, Any], corners: dict[str, tuple[float, float]]) -> Arrow:
    (x1, y1), (x2, y2) = corners[source], corners[target]
    verdict = str(facts["outcome"] or "")
    path, label = _curve(x1, y1, x2, y2)
    return Arrow(
        source=source,
        target=target,
        path=path,
        assumption=facts["assumption"] or "",
        verdict=verdict,
        letter=VERDICTS[verdict].letter if verdict in VERDICTS else "",
        said=facts["verdict"].words if facts["verdict"] else "",
        label_x=label[0],
        label_y=label[1],
    )


def _curve(x1: float, y1: float, x2: float, y2: float) -> tuple[str, tuple[float, float]]:
    """The path from the right of one box to the left of another, and its middle; back or down it goes around."""
    start, end = (x1 + WIDTH, y1 + HEIGHT / 2), (x2, y2 + HEIGHT / 2)
    around = x2 <= x1
    if around:
        end = (x2 + WIDTH, end[1])
    bend = max(start[0], end[0]) + 40 if around else (start[0] + end[0]) / 2
    places = (start, (bend, start[1]), (bend, end[1]), end)
    first, *rest = (f"{x:.0f},{y:.0f}" for x, y in places)
    return f"M{first} C{' '.join(rest)}", (bend - 12 if around else bend, (start[1] + end[1]) / 2)
