"""Theory and logic model as drawings: boxes in layers and arrows between them, measured for a template to draw."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeAlias

from reports.style import VERDICTS
from study.messages import translate as _
from synthesis.theory_graph import theory_graph
from synthesis.verdicts import AssumptionMatrix
from workbench.actions.testing import load_graph
from workbench.web import words
from workbench.web.desk import Desk

if TYPE_CHECKING:
    import networkx as nx

Point: TypeAlias = tuple[float, float]
Facts: TypeAlias = "dict[str, Any]"
Curve: TypeAlias = tuple[Point, Point, Point, Point]
WIDTH, HEIGHT = 176, 76
ACROSS, DOWN = 276, 104
EDGE = 14
HEAD = 34
"""Room above the boxes for the names of their layers."""
LINE_LETTERS, LINE_HEIGHT = 23, 17
CLEAR = 14
"""What an arrow keeps away from boxes that it passes."""
NEAR = 0.32
"""How far along an arrow its name stands: near its source, where arrows to one box are still apart."""


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
        arrows=tuple(_arrow((one, other), look(each), corners) for one, other, each in graph.edges(data=True)),
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


def _arrow(ends: tuple[str, str], look: Look, corners: dict[str, Point]) -> Arrow:
    path, (x, y) = _route(corners[ends[0]], corners[ends[1]], corners.values())
    return Arrow(*ends, path, look, x, y)


def _route(source: Point, target: Point, corners: Collection[Point]) -> tuple[str, Point]:
    """The path between two boxes (their corners) and the place of its name.

    To another layer it goes from side to side; past a layer in between it goes where no box stands;
    within a layer it goes around the right side.
    """
    (x1, y1), (x2, y2) = source, target
    middle1, middle2 = y1 + HEIGHT / 2, y2 + HEIGHT / 2
    if x1 == x2:
        out = x1 + WIDTH + 52
        curve = ((x1 + WIDTH, middle1), (out, middle1), (out, middle2), (x2 + WIDTH, middle2))
        return _path(curve), _along(curve, 0.5)
    start, end = ((x1 + WIDTH, middle1), (x2, middle2)) if x2 > x1 else ((x1, middle1), (x2 + WIDTH, middle2))
    gap = (ACROSS - WIDTH) if x2 > x1 else WIDTH - ACROSS
    if abs(x2 - x1) <= ACROSS:
        curve = _swing(start, end)
        return _path(curve), _along(curve, NEAR)
    lane = _free_lane(start[1], [y for x, y in corners if min(x1, x2) < x < max(x1, x2)])
    down, up = _swing(start, (start[0] + gap, lane)), _swing((end[0] - gap, lane), end)
    return _path(down) + _path(up).replace("M", " L", 1), _along(down, 0.5)


def _free_lane(height: float, tops: Sequence[float]) -> float:
    """The height nearest to this one at which an arrow passes none of the boxes with these tops."""
    lanes = (height, *(y - CLEAR for y in tops), *(y + HEIGHT + CLEAR for y in tops))
    free = [lane for lane in lanes if not any(y - CLEAR < lane < y + HEIGHT + CLEAR for y in tops)]
    return min(free, key=lambda lane: (abs(lane - height), lane))


def _swing(start: Point, end: Point) -> Curve:
    half = (start[0] + end[0]) / 2
    return start, (half, start[1]), (half, end[1]), end


def _path(curve: Curve) -> str:
    first, *rest = (f"{x:.0f},{y:.0f}" for x, y in curve)
    return f"M{first} C{' '.join(rest)}"


def _along(curve: Curve, share: float) -> Point:
    """The point at this share of a cubic curve."""
    weights = ((1 - share) ** 3, 3 * (1 - share) ** 2 * share, 3 * (1 - share) * share**2, share**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y
