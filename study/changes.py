"""Changes: what an operation over many rooms wants to happen to the records of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """Records with new values, and records that go; a room gives them and whoever holds the store carries them out."""

    replaced: tuple[Any, ...] = ()
    removed: tuple[Any, ...] = ()

    def __add__(self, other: Changes) -> Changes:
        """Both together, this one first."""
        return Changes(self.replaced + other.replaced, self.removed + other.removed)


def changed(pairs: Iterable[tuple[Any, Any]]) -> Changes:
    """The changes between records before and after; an after of None means that the record goes.

    >>> changed([("a", "a"), ("b", "c"), ("d", None)])
    Changes(replaced=('c',), removed=('d',))
    """
    some = tuple(pairs)
    return Changes(
        replaced=tuple(after for before, after in some if after is not None and after != before),
        removed=tuple(before for before, after in some if after is None),
    )
