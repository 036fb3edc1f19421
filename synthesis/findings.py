"""Findings (bevindingen): statements a researcher is willing to print, each resting on passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coding.codings import StatementKind, Valence


class Wording(StrEnum):
    """How the wording came to be: taken from a passage, edited, or written by a person."""

    EXTRACT = "extract"
    EDITED = "bewerkt"
    WRITTEN = "geschreven"


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement in one cell (perspective × phase) of the experience map.

    `passages` are ids of the codings it rests on (never empty), `contra` those that say the opposite; `topic` and
    `actor` are code keys; `history` holds earlier wordings, oldest first.
    """

    id: str
    key: str
    perspective: str
    phase: str
    label: str
    wording: str
    passages: tuple[str, ...]
    contra: tuple[str, ...] = ()
    topic: str | None = None
    actor: str | None = None
    kind: StatementKind | None = None
    valence: Valence | None = None
    origin: Wording = Wording.WRITTEN
    editor: str = ""
    history: tuple[str, ...] = ()
