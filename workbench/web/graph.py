"""Theory and logic model as drawings: boxes in layers and arrows between them, measured for a template to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeAlias

from reports.style import VERDICTS
from study.messages import translate as _
from synthesis.theory_graph import theory_graph
from synthesis.verdicts import AssumptionMatrix
from workbench.actions.testing import load_graph
from workbench.web import words
from workbench.web.arrows import ACROSS, DOWN, HEIGHT, WIDTH, Ends, Point, draw_courses, place_names
from workbench.web.desk import Desk

if TYPE_CHECKING:
    import networkx as nx

Facts: TypeAlias = "dict[str, Any]"
EDGE = 14
HEAD = 34
"""Room above the boxes for the names of their layers."""
LINE_LETTERS, LINE_HEIGHT = 22, 17


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
class Look:
    """How an arrow looks: the name on it, the key of its verdict or status (empty without one), letter and words."""

    name: str
    status: str
    letter: str
    said: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as a path, with its look and the place of its name."""

    source: str
    target: str
    path: str
    look: Look
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Layer:
    """The name over a column of boxes."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole drawing; empty without boxes."""

    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    layers: tuple[Layer, ...] = ()
    width: float = 0
    height: float = 0
    box_width: float = WIDTH
    box_height: float = HEIGHT


def graph_of(desk: Desk, matrix: AssumptionMatrix) -> Graph:
    """The theory of the study, drawn the same every time."""
    nodes, links = load_graph(desk.study)
    if not nodes:
        return Graph()
    blocks = {block: _(name) for block, name in words.BLOCKS.items()}
    return measure_graph(theory_graph(nodes, links, matrix), blocks=blocks, look=_look_of_verdict)


def _look_of_verdict(facts: Facts) -> Look:
    verdict = str(facts["outcome"] or "")
    return Look(
        name=facts["assumption"] or "",
        status=verdict,
        letter=VERDICTS[verdict].letter if verdict in VERDICTS else "",
        said=facts["verdict"].words if facts["verdict"] else "",
    )


def measure_graph(graph: nx.DiGraph[str], *, blocks: Mapping[Any, str], look: Callable[[Facts], Look]) -> Graph:
    """The drawing of a graph whose boxes carry `label`, `block`, `x` and `y`; `look` says how an arrow looks.

    `blocks` names the blocks as they stand over the columns.
    """
    facts: dict[str, dict[str, Any]] = {key: graph.nodes[key] for key in graph}
    top = min(float(each["y"]) for each in facts.values())
    corners = {
        key: (EDGE + float(each["x"]) * ACROSS, HEAD + EDGE + (float(each["y"]) - top) * DOWN)
        for key, each in facts.items()
    }
    right = max(x for x, _ in corners.values())
    turns_around = any(corners[source][0] == corners[target][0] == right for source, target in graph.edges)
    return Graph(
        boxes=tuple(_box(key, each, corners[key]) for key, each in facts.items()),
        arrows=_arrows({(one, other): look(each) for one, other, each in graph.edges(data=True)}, corners),
        layers=_layers(facts, corners, blocks),
        width=right + WIDTH + EDGE + (70 if turns_around else 0),
        height=max(y for _, y in corners.values()) + HEIGHT + EDGE,
    )


def _layers(facts: Facts, corners: dict[str, Point], blocks: Mapping[Any, str]) -> tuple[Layer, ...]:
    named: dict[float, list[Any]] = {}
    for key, each in facts.items():
        found = named.setdefault(corners[key][0], [])
        if each["block"] not in found:
            found.append(each["block"])
    return tuple(Layer(x + WIDTH / 2, ", ".join(blocks[each] for each in found)) for x, found in sorted(named.items()))


def _box(key: str, facts: dict[str, Any], corner: tuple[float, float]) -> Box:
    x, y = corner
    lines: Sequence[str] = wrap(facts["label"], LINE_LETTERS, max_lines=4, placeholder=" …")
    first = y + HEIGHT / 2 - (len(lines) - 1) * LINE_HEIGHT / 2 + 5
    placed = tuple((first + number * LINE_HEIGHT, line) for number, line in enumerate(lines))
    return Box(key, facts["block"], facts["label"], x, y, placed)


def _arrows(looks: Mapping[Ends, Look], corners: Mapping[str, Point]) -> tuple[Arrow, ...]:
    courses = draw_courses(looks, corners)
    places = place_names([courses[ends] for ends in looks], corners.values())
    return tuple(
        Arrow(*ends, courses[ends].path, look, *place)
        for (ends, look), place in zip(looks.items(), places, strict=True)
    )
