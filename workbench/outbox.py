"""The outbox: what left the study, when, and which quote number stood for which passage in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Export:
    """One file that was written for others; `quotes` maps a quote number to the id of the coding it prints."""

    id: str
    what: str
    file: str
    made_at: datetime
    by: str
    digest: str
    quotes: Mapping[str, str]
