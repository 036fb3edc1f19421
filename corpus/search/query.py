"""A query as it is understood: words, phrases and beginnings of words, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 30
MOST_LETTERS = 500
DEEPEST = 10
DISTANCE = 10
"""So many words may stand between, unless another number is given."""
MOST_APART = 30


class Field(StrEnum):
    """What is compared: stems (an ordinary word) or the words themselves (a phrase, the beginning of a word)."""

    STEMS = "stems"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other, folded (and stemmed in the field of stems); `is_open` when the last is only the
    beginning of a word."""

    words: tuple[str, ...]
    field: Field = Field.STEMS
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two runs with at most so many words between them, in either order; of each side one of several runs."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    distance: int = DISTANCE


@dataclass(frozen=True, slots=True)
class All:
    """Every part is found."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of the options is found."""

    options: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What is wanted is found, and nothing of what is unwanted."""

    wanted: Query
    unwanted: tuple[Query, ...]


Query = Run | Near | All | Either | Without
