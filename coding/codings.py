"""Codings: a span of text with a code, its facets, and the person who put it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Valence(StrEnum):
    """How the speaker judges: it belongs to the coding, for one turn can praise and complain."""

    PAIN = "pijnpunt"
    GOOD = "goed"
    MIXED = "gemengd"
    NONE = "geen"


class StatementKind(StrEnum):
    """What sort of statement: experience, perception, or rule or fact."""

    EXPERIENCE = "ervaring"
    PERCEPTION = "perceptie"
    FACT = "feit"


class Origin(StrEnum):
    """Where a coding came from; a suggestion is never a coding until a person accepts it."""

    HUMAN = "human"
    ACCEPTED = "suggested_accepted"
    AUTOMATIC = "auto"


@dataclass(frozen=True, slots=True)
class Coding:
    """The span [start, end) of a document with a code (`code`, a code key) and facets.

    A coding without a code is a facet coding: it lends its phase, actor, valence and kind to codings inside it
    (synthesis.md, section 2). `phase` and `actor` are keys; `intensity` runs from 0 to 3.
    """

    id: str
    document_id: str
    start: int
    end: int
    coder: str
    code: str | None = None
    phase: str | None = None
    actor: str | None = None
    valence: Valence | None = None
    kind: StatementKind | None = None
    intensity: int | None = None
    origin: Origin = Origin.HUMAN
    codebook_version: int = 1
    made_at: datetime | None = None
