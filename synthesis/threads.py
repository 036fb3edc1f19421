"""Source threads: which sources tell a whole path themselves, and how much it takes to break it (synthesis.md, 4.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One source (a respondent, a study) that says that one box leads to another."""

    source: str
    cause: str
    effect: str


def source_threads(claims: Iterable[Claim], path: Sequence[str]) -> tuple[str, ...]:
    """The sources whose own claims hold every step of the path, so that nobody's steps are tied to another's.

    Steps that different sources took cannot be chained: the transitivity trap (Powell, Copestake and Remnant 2024).

    >>> both = [Claim("r1", "a", "b"), Claim("r1", "b", "c"), Claim("r2", "a", "b")]
    >>> source_threads(both, ["a", "b", "c"])
    ('r1',)
    """
    steps_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        steps_of[claim.source].add((claim.cause, claim.effect))
    steps = set(pairwise(path))
    return tuple(sorted(source for source, own in steps_of.items() if steps <= own))


def claims_to_break(claims: Iterable[Claim], cause: str, effect: str) -> int:
    """The least number of claims to take away before nothing leads from cause to effect: a minimum cut."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((cause, effect))
    for (one, other), sources in _sources_of_steps(claims).items():
        graph.add_edge(one, other, capacity=len(sources))
    return int(nx.maximum_flow_value(graph, cause, effect))


def sources_to_break(claims: Iterable[Claim], cause: str, effect: str) -> int:
    """The least number of sources to take away before nothing leads from cause to effect.

    Exact: every way through must lose a step, and a step is lost when all its sources are; the branches are followed
    from the fewest sources up. Meant for drawn theories, with tens of arrows.
    """
    steps = _sources_of_steps(claims)
    best = frozenset(source for sources in steps.values() for source in sources)
    return len(_break(steps, (cause, effect), frozenset(), best))


def _sources_of_steps(claims: Iterable[Claim]) -> dict[tuple[str, str], frozenset[str]]:
    steps: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in sorted(set(claims)):
        steps[claim.cause, claim.effect].add(claim.source)
    return {step: frozenset(sources) for step, sources in steps.items()}


def _break(
    steps: dict[tuple[str, str], frozenset[str]],
    ends: tuple[str, str],
    removed: frozenset[str],
    best: frozenset[str],
) -> frozenset[str]:
    """The smallest set of sources that breaks every way through and holds the removed ones, or `best`."""
    if len(removed) >= len(best):
        return best
    path = _way_through(steps, ends, removed)
    if path is None:
        return removed
    for step in sorted(pairwise(path), key=lambda each: (len(steps[each] - removed), each)):
        best = _break(steps, ends, removed | steps[step], best)
    return best


def _way_through(
    steps: dict[tuple[str, str], frozenset[str]], ends: tuple[str, str], removed: frozenset[str]
) -> list[str] | None:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ends)
    graph.add_edges_from(step for step, sources in sorted(steps.items()) if sources - removed)
    return nx.shortest_path(graph, *ends) if nx.has_path(graph, *ends) else None
