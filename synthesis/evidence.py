"""Evidence (onderbouwing): what passages and studies say about an assumption."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LITERATURE = "literatuur"
"""The column of the assumption matrix that holds studies; every other column is a perspective."""


class Stance(StrEnum):
    """What a piece of evidence says: supports, nuances, contradicts, looked and found nothing, does not treat it."""

    SUPPORTS = "S"
    NUANCES = "Q"
    CONTRADICTS = "C"
    NOTHING_FOUND = "N"
    SILENT = "0"


class Quality(StrEnum):
    """How well a study was done, appraised once."""

    STRONG = "sterk"
    MODERATE = "matig"
    WEAK = "zwak"


class Relevance(StrEnum):
    """Whether a study is about this question or near it."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage (`coding_id`) or study with its stance on an assumption (by key).

    A passage belongs to the column of its speaker's perspective; a study (`study` is its short name) to literature,
    with the document and the coding of the passage that quotes it, quality, relevance and page.
    """

    id: str
    assumption: str
    stance: Stance
    coding_id: str | None = None
    document_id: str | None = None
    study: str | None = None
    quality: Quality | None = None
    relevance: Relevance | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class LiteratureSearch:
    """The log of a search: without one, an assumption was not searched and no literature verdict is printed."""

    id: str
    assumptions: tuple[str, ...]
    query: str
    held_on: date
    hits: int
    read: int
