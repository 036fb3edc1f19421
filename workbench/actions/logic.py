"""The logic model from a TOML file: its boxes, the links between them, and what became of each link."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.records import to_plain
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink, SourceKind
from synthesis.logic_audit import LogicAudit, audit_logic
from synthesis.theory import Assumption
from workbench.actions.references import passages_in, read_key, read_passages
from workbench.actions.saving import renew
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

if TYPE_CHECKING:
    import networkx as nx

ELEMENT = {"key", "layer", "label"}
LINK = {"source", "target", "status", "source_kind", "note", "rival", "passages", "assumption"}
WORDED = ("status", "source_kind")
"""What may be written as it is printed: “voldaan met aandachtspunt” is voldaan_met_aandachtspunt."""


@dataclass(frozen=True, slots=True)
class LogicModel:
    """The boxes and links of a study's logic model."""

    elements: tuple[LogicElement, ...] = ()
    links: tuple[LogicLink, ...] = ()

    @property
    def audit(self) -> LogicAudit:
        """Contribution and effect."""
        return audit_logic(self.elements, self.links)

    @property
    def graph(self) -> nx.DiGraph[str]:
        """The model as a graph."""
        from synthesis.logic_graph import logic_graph

        return logic_graph(self.elements, self.links)


def import_logic(study: Study, file: Path, *, by: str, refs: Mapping[str, str] | None = None) -> LogicModel:
    """Store the logic model of the file; `refs` maps names of passages in the file to coding ids.

    The file is the whole of it: what it no longer holds is taken away, and the journal keeps what that was.
    """
    data = read_toml(file)
    only_tables(file, data, ("element", "link"))
    with study.store(by=by) as store:
        known = passages_in(store, refs)
        assumptions = {each.key for each in store.records(Assumption)[0]}
        settings = study.settings
        elements = read_entries(file, data, "element", lambda row: _element(row, settings), fields=ELEMENT)
        boxes = {each.key: each for each in elements}
        links = read_entries(
            file,
            data,
            "link",
            lambda row: _link(row, settings, boxes, known, assumptions),
            fields=LINK,
            identity=("source", "target"),
        )
        old_elements, old_links = store.records(LogicElement, LogicLink)
        renew(store, (*old_elements, *old_links), *elements, *links)
    return LogicModel(elements, links)


def load_logic(study: Study) -> LogicModel:
    """The logic model of the study; empty when there is none."""
    with study.reading() as store:
        return LogicModel(*store.records(LogicElement, LogicLink))


def _element(row: Entry, settings: Settings) -> LogicElement:
    key = row.text("key")
    identity = imported_id(settings.id, "element", key)
    return LogicElement(identity, key, row.number, row.choice("layer", Layer), row.text("label"))


def _link(
    row: Entry,
    settings: Settings,
    boxes: Mapping[str, LogicElement],
    refs: Mapping[str, str],
    assumptions: Container[str],
) -> LogicLink:
    source, target = row.known("source", boxes).key, row.known("target", boxes).key
    name, plain = f"{source} → {target}", _underscored(row)
    return LogicLink(
        id=imported_id(settings.id, "logic link", f"{source}>{target}"),
        ordinal=row.number,
        source=source,
        target=target,
        status=plain.choice("status", LinkStatus),
        source_kind=plain.choice_or_none("source_kind", SourceKind),
        note=row.text("note", ""),
        rival=row.text("rival", ""),
        passages=read_passages(row, "passages", refs, what=name),
        assumption=read_key(row, "assumption", assumptions),
    )


def _underscored(row: Entry) -> Entry:
    values = {
        name: re.sub(r"[,\s]+", "_", value.strip()) if name in WORDED and isinstance(value, str) else value
        for name, value in row.values.items()
    }
    return replace(row, values=values)


def logic_rows(study: Study) -> list[dict[str, Any]]:
    """The links as rows, in order; a box without links has a row with nothing at the other end."""
    model = load_logic(study)
    boxes = {each.key: each for each in model.elements}
    linked = {end for each in model.links for end in (each.source, each.target)}
    loose = [each for each in model.elements if each.key not in linked]
    rows = [
        {**to_plain(each), "number": each.ordinal}
        | _end("source", boxes[each.source])
        | _end("target", boxes[each.target])
        for each in model.links
    ]
    nothing: dict[str, Any] = {
        "number": None,
        "status": None,
        "source_kind": None,
        "note": "",
        "rival": "",
        "passages": [],
    }
    nothing |= {"assumption": None, "target": None, "target_layer": None, "target_label": None}
    return [*rows, *(nothing | _end("source", each) for each in loose)]


def _end(name: str, box: LogicElement) -> dict[str, Any]:
    return {name: box.key, f"{name}_layer": box.layer.value, f"{name}_label": box.label}
