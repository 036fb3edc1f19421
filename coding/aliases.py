"""Aliases: what people of a perspective call what a code is about; for finding it, never for coding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeAlias:
    """Other words for a code (key), as one perspective says them; None is everybody."""

    id: str
    code: str
    words: str
    perspective: str | None = None
