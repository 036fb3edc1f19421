"""The looker: who looks at the study in this request or command, so that nobody is shown what a round hides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_looker: ContextVar[str | None] = ContextVar("looker", default=None)


def current_looker() -> str | None:
    """The name of whoever looks; None for somebody without a name."""
    return _looker.get()


@contextmanager
def looking_as(name: str | None) -> Iterator[None]:
    """Everything inside the block is shown to this person."""
    token = _looker.set(name)
    try:
        yield
    finally:
        _looker.reset(token)
