"""The policy theory (beleidstheorie): what a policy assumes, from problem to outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class AssumptionKind(StrEnum):
    """Normative (principle and norm), causal (cause and effect) or final (goal and means)."""

    NORMATIVE = "normatief"
    CAUSAL = "causaal"
    FINAL = "finaal"


class Block(StrEnum):
    """Where in the theory something stands."""

    PROBLEM = "problem"
    CAUSES = "causes"
    SOLUTION = "solution"
    TARGET_GROUP = "target_group"
    INGREDIENTS = "ingredients"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A veronderstelling: `key` is what the report calls it ("A3").

    `reconstructed_from` are ids of codings in policy texts; `elements` may hold subject, mechanism, outcome and
    condition (Leeuw 2003; Hoogerwerf 1990).
    """

    id: str
    key: str
    ordinal: int
    kind: AssumptionKind
    block: Block
    statement: str
    elements: Mapping[str, str] = field(default_factory=dict)
    reconstructed_from: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TheoryNode:
    """A box of the theory graph."""

    id: str
    key: str
    ordinal: int
    label: str
    block: Block


@dataclass(frozen=True, slots=True)
class TheoryLink:
    """An arrow between two boxes (by key), with the assumption (by key) that lies under it."""

    id: str
    source: str
    target: str
    assumption: str | None = None
