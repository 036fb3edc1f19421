"""The policy theory as a figure: boxes from problem to outcome, arrows that show their verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.drawings.assumptions import verdict_legend
from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import inside, source_line
from reports.words import group_label
from study.config import Perspective
from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.outcomes import ColumnKind, Outcome, verdict_words
from synthesis.theory import Block

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

BLOCK_WORDS = {
    Block.PROBLEM: N_("Problem"),
    Block.CAUSES: N_("Cause"),
    Block.SOLUTION: N_("Solution"),
    Block.TARGET_GROUP: N_("Target group"),
    Block.INGREDIENTS: N_("Active ingredient"),
    Block.OUTCOME: N_("Outcome"),
}
COLUMNS = ("key", "source", "target", "source_label", "target_label", "assumption", "outcome", "words", "counts")


def draw_theory(graph: nx.DiGraph[str], *, perspectives: Sequence[Perspective] = (), source: str = "") -> Figure:
    """The graph of `synthesis.theory_graph` on its side, laid out from left to right without boxes that overlap.

    An arrow carries the name of its assumption and the letter of its verdict; the counts per perspective (S of E)
    stand in the list below. An arrow without a verdict (a norm, or no assumption) is drawn in plain grey.
    """
    edges = sorted(graph.edges(data=True), key=lambda edge: _reading_order(graph, edge))
    return Figure(
        key="beleidstheorie",
        title=_("Policy theory"),
        kind=FigureKind.THEORY,
        data=_table(graph, edges),
        body=Sheet("theory", _content(graph, edges, perspectives), wide=True),
        source_line=source_line([source] if source else []),
        alt=_alternative(graph, edges),
        reading_example=_reading_example(graph, edges),
        notes=_path_notes(graph),
        references={},
    )


Edge = tuple[str, str, dict[str, Any]]


def _reading_order(graph: nx.DiGraph[str], edge: Edge) -> tuple[Any, ...]:
    source, target, facts = edge
    places = (
        graph.nodes[source]["layer"],
        graph.nodes[source]["y"],
        graph.nodes[target]["layer"],
        graph.nodes[target]["y"],
    )
    return (*places, facts["assumption"] or "", source, target)


def _boxes(graph: nx.DiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    """The boxes with what they carry, column by column from the top."""
    facts = {key: graph.nodes[key] for key in graph}
    ordered = sorted(facts, key=lambda key: (facts[key]["layer"], facts[key]["y"], key))
    return [(key, facts[key]) for key in ordered]


def _words(facts: dict[str, Any]) -> str:
    if facts["verdict"] is None:
        return ""
    words: str = facts["verdict"].words
    return words


def _counts(facts: dict[str, Any], perspectives: Sequence[Perspective] = ()) -> str:
    """Supporters of those asked, per perspective; a perspective that was not asked is left out."""
    asked = ((column, r, eligible) for column, (r, eligible) in facts["counts"].items() if eligible)
    return ", ".join(f"{inside(group_label(column, perspectives))} {r}/{eligible}" for column, r, eligible in asked)


def _table(graph: nx.DiGraph[str], edges: list[Edge]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            f"{source}>{target}",
            source,
            target,
            graph.nodes[source]["label"],
            graph.nodes[target]["label"],
            facts["assumption"],
            facts["outcome"] and facts["outcome"].value,
            _words(facts) or None,
            _counts(facts) or None,
        )
        for source, target, facts in edges
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _content(graph: nx.DiGraph[str], edges: list[Edge], perspectives: Sequence[Perspective]) -> dict[str, Plain]:
    return {
        "nodes": [
            {
                "key": key,
                "label": facts["label"],
                "block": _(BLOCK_WORDS[facts["block"]]),
                "layer": facts["layer"],
                "order": facts["y"],
            }
            for key, facts in _boxes(graph)
        ],
        "edges": [
            {
                "source": source,
                "target": target,
                "name": facts["assumption"] or "",
                "verdict": facts["outcome"].value if facts["outcome"] else None,
            }
            for source, target, facts in edges
        ],
        "legend": verdict_legend(facts["verdict"] for *_ends, facts in edges if facts["outcome"]),
        "plain": _("not tested: a norm, or no assumption under it")
        if any(not facts["outcome"] for *_ends, facts in edges)
        else None,
        "lines": list[Plain](_support_lines(edges, perspectives)),
    }


def _support_lines(edges: list[Edge], perspectives: Sequence[Perspective]) -> list[str]:
    """Per assumption who supports it, once, in the order of the names."""
    found = {facts["assumption"]: _counts(facts, perspectives) for *_ends, facts in edges if facts["assumption"]}
    ordered = sorted(found, key=lambda name: (len(name), name))
    lines = [f"{name}: {found[name]}" for name in ordered if found[name]]
    return [_("Support, of those asked:") + " " + "; ".join(lines) + "."] if lines else []


def _path_notes(graph: nx.DiGraph[str]) -> tuple[str, ...]:
    from synthesis.theory_graph import list_paths, path_verdict

    found = [path_verdict(graph, path) for path in list_paths(graph)]
    counted = Counter(found)
    parts = [f"{counted[outcome]} {_path_words(outcome)}" for outcome in (*Outcome, None) if counted[outcome]]
    if not parts:
        return ()
    many = translate_count("{number} path", "{number} paths", len(found))
    return (_("{paths} from a first box to an outcome, each as strong as its weakest link: {verdicts}.",
              paths=many, verdicts=", ".join(parts)),)  # fmt: skip


def _path_words(outcome: Outcome | None) -> str:
    if outcome is None:
        return _("of norms only")
    return _("unknown") if outcome is Outcome.TOO_LITTLE else verdict_words(outcome, ColumnKind.OVERALL)


def _reading_example(graph: nx.DiGraph[str], edges: list[Edge]) -> str:
    for source, target, facts in edges:
        if facts["outcome"]:
            return _(
                "How to read this: the arrow from “{source}” to “{target}” rests on {assumption}, of which the verdict "
                "is: {words}.",
                source=graph.nodes[source]["label"],
                target=graph.nodes[target]["label"],
                assumption=facts["assumption"],
                words=_words(facts),
            )
    return ""


def _alternative(graph: nx.DiGraph[str], edges: list[Edge]) -> str:
    arrows = "; ".join(
        f"{graph.nodes[source]['label']} → {graph.nodes[target]['label']}"
        + (f" ({', '.join(filter(None, (facts['assumption'], _words(facts))))})" if facts["assumption"] else "")
        for source, target, facts in edges
    )
    return _("Graph of {boxes} boxes. Arrows: {arrows}.", boxes=graph.number_of_nodes(), arrows=arrows or "–")
