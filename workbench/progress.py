"""How far a long piece of work is, told to whoever shows it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what is being done now, and how much of it."""

    def __call__(self, what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        """Say what is being done now, and how much of it."""


def silent(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
    """Progress that nobody watches."""
