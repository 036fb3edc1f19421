"""The codebook: code groups and their codes, with definitions and a tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """A group of codes; only codes of substantive groups (knelpunt, actie, signaal, reden …) make passages."""

    id: str
    key: str
    label: str
    ordinal: int
    substantive: bool = True


@dataclass(frozen=True, slots=True)
class Code:
    """One code; `group` is the key of its group, `parent` the key of the code above it. Keys are unique in a study."""

    id: str
    key: str
    group: str
    name: str
    ordinal: int
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    parent: str | None = None
    colour: str | None = None
