"""A small logic model, one box in each layer, and models of any kind for the laws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink

ELEMENTS = tuple(LogicElement(f"e-{each}", each.value, at, each, f"Vak {each}") for at, each in enumerate(Layer, 1))
"""One box a layer, with the name of the layer as its key."""
CHAIN = ("input", "activity", "output", "outcome", "impact")


def link(source: str, target: str, status: LinkStatus = LinkStatus.MET, ordinal: int = 1, **facts: Any) -> LogicLink:
    """A link between two layers."""
    return LogicLink(f"{source}>{target}", ordinal, source, target, status, **facts)


def chain(*statuses: LinkStatus) -> list[LogicLink]:
    """The links from input to impact with these statuses, as far as they go."""
    pairs = zip(CHAIN, CHAIN[1:], statuses, strict=False)
    return [link(source, target, status, at) for at, (source, target, status) in enumerate(pairs, 1)]


PAIRS = [(one, other) for one in CHAIN for other in CHAIN]


def _model(statuses: Mapping[tuple[str, str], LinkStatus]) -> list[LogicLink]:
    return [link(*ends, status, at) for at, (ends, status) in enumerate(statuses.items(), 1)]


MODELS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(LinkStatus), max_size=8).map(_model)
"""Any links between the five boxes, with any status."""
