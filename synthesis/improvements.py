"""Improvement points (verbeterpunten): what should change, resting on findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ImprovementPoint:
    """An imperative sentence with its explanation; `findings` are ids, `principles` maps a principle to its reason."""

    id: str
    key: str
    ordinal: int
    title: str
    explanation: str = ""
    findings: tuple[str, ...] = ()
    principles: Mapping[str, str] = field(default_factory=dict)
