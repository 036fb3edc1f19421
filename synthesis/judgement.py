"""The judgement quadrant (oordeelfiguur): what one perspective makes of one actor, and how many say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from synthesis.experience import CellStatement


class Column(StrEnum):
    """Where a label stands from left to right; gemengd stands in the middle too, with a mark of its own."""

    PAIN = "pijnpunt"
    DIVIDED = "verdeeld"
    GOOD = "goed"


class Row(StrEnum):
    """Where a label stands from top to bottom."""

    OFTEN = "veel"
    SELDOM = "weinig"


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A finding's label in the figure; `mixed` gives it the mark of gemengd, `on_border` the hatched marker."""

    statement: CellStatement
    column: Column
    row: Row
    on_border: bool
    mixed: bool

    @property
    def label(self) -> str:
        """The noun phrase that the figure prints."""
        return self.statement.finding.label


@dataclass(frozen=True, slots=True)
class Judgement:
    """One quadrant: the placed labels and, listed below it, those that have no place.

    `too_small` has fewer than the least number of people asked (or none), `not_mentioned` was said by none of those
    asked, `neutral` was mostly said without a judgement. `actor` None holds the findings about no one in particular.
    """

    perspective: str
    actor: str | None
    placed: tuple[PlacedLabel, ...]
    too_small: tuple[CellStatement, ...] = ()
    not_mentioned: tuple[CellStatement, ...] = ()
    neutral: tuple[CellStatement, ...] = ()

    def at(self, column: Column, row: Row) -> tuple[PlacedLabel, ...]:
        """The labels in one field of the quadrant."""
        return tuple(each for each in self.placed if (each.column, each.row) == (column, row))
