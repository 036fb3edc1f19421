"""The logic model (logisch model) as a figure: five layers, links that show their status, and the two conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import Sources, source_line
from reports.words import sentence
from study.messages import translate as _
from study.messages import translate_count
from synthesis.logic import LinkStatus, LogicElement, LogicLink
from synthesis.logic_audit import audit_logic
from synthesis.logic_graph import check_logic, logic_graph

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "key", "number", "source", "target", "source_layer", "source_label", "target_layer", "target_label", "status",
    "words", "source_kind", "note", "rival", "assumption", "passages",
)  # fmt: skip


def draw_logic(
    elements: Sequence[LogicElement], links: Iterable[LogicLink], *, sources: Sources | None = None
) -> Figure:
    """The logic model on its side: from input to impact, each arrow with its number and the letter of its status.

    Contribution and effect stand under it, apart, each with the links that decide it.
    """
    ordered = sorted(links, key=lambda each: (each.ordinal, each.source, each.target))
    codings = [each for link in ordered for each in link.passages]
    return Figure(
        key="logisch-model",
        title=_("Logic model"),
        kind=FigureKind.LOGIC,
        data=_table(elements, ordered),
        body=Sheet("theory", _content(elements, ordered), wide=True),
        source_line=source_line(sources.parts(codings)) if sources else "",
        alt=_alternative(elements, ordered),
        reading_example=_reading_example(elements, ordered),
        notes=tuple(each.words for each in check_logic(logic_graph(elements, ordered))),
        bias=sources.bias(codings) if sources else (),
        references={f"{each.source}>{each.target}": each.passages for each in ordered},
    )


def conclusion_words(elements: Iterable[LogicElement], links: Iterable[LogicLink]) -> tuple[tuple[str, str, str], ...]:
    """The two conclusions: its name, what it is, and which links decide it."""
    audit = audit_logic(elements, links)
    return (
        (_("Contribution"), audit.contribution.words, audit.contribution_reason),
        (_("Effect"), audit.effect.words, audit.effect_reason),
    )


def _table(elements: Sequence[LogicElement], links: Sequence[LogicLink]) -> pd.DataFrame:
    import pandas as pd

    boxes = {each.key: each for each in elements}
    rows = [
        (
            f"{each.source}>{each.target}", each.ordinal, each.source, each.target,
            boxes[each.source].layer.value, boxes[each.source].label,
            boxes[each.target].layer.value, boxes[each.target].label,
            each.status.value, each.status.words, each.source_kind and each.source_kind.value, each.note or None,
            each.rival or None, each.assumption, len(each.passages),
        )
        for each in links
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _content(elements: Sequence[LogicElement], links: Sequence[LogicLink]) -> dict[str, Plain]:
    graph = logic_graph(elements, links)
    boxes = {key: graph.nodes[key] for key in graph}
    nodes = sorted(boxes, key=lambda key: (boxes[key]["layer"], boxes[key]["y"], key))
    met = {each.status for each in links}
    return {
        "nodes": [
            {
                "key": key,
                "label": boxes[key]["label"],
                "block": "",
                "layer": boxes[key]["layer"],
                "order": boxes[key]["y"],
            }
            for key in nodes
        ],
        "heads": list[Plain](dict.fromkeys(boxes[key]["block"].words for key in nodes)),
        "edges": [
            {"source": each.source, "target": each.target, "name": str(each.ordinal), "verdict": each.status.value}
            for each in links
        ],
        "legend": [{"verdict": each.value, "text": each.words} for each in LinkStatus if each in met],
        "plain": None,
        "lines": [],
        "conclusions": [
            {"name": name, "words": words, "reason": reason}
            for name, words, reason in conclusion_words(elements, links)
        ],
    }


def _reading_example(elements: Sequence[LogicElement], links: Sequence[LogicLink]) -> str:
    if not links:
        return ""
    labels = {each.key: each.label for each in elements}
    first = links[0]
    return _(
        "How to read this: link {number}, from “{source}” to “{target}”, is: {status}.",
        number=first.ordinal,
        source=labels[first.source],
        target=labels[first.target],
        status=first.status.words,
    )


def _alternative(elements: Sequence[LogicElement], links: Sequence[LogicLink]) -> str:
    labels = {each.key: each.label for each in elements}
    told = "; ".join(
        f"{each.ordinal}. {labels[each.source]} → {labels[each.target]} ({each.status.words})" for each in links
    )
    conclusions = " ".join(sentence(f"{name}: {words}") for name, words, _reason in conclusion_words(elements, links))
    boxes = translate_count("{number} box", "{number} boxes", len(elements))
    return _(
        "Logic model of {boxes}. Links: {links}. {conclusions}", boxes=boxes, links=told or "–", conclusions=conclusions
    )
