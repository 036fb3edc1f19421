"""The judgement quadrant (oordeelfiguur): what one perspective makes of one actor, and how many say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from synthesis.experience import CellStatement, ExperienceMap
from synthesis.salience import Salience, is_on_border
from synthesis.valence import Judged


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


_COLUMN_OF = {
    Judged.PAIN: Column.PAIN,
    Judged.GOOD: Column.GOOD,
    Judged.DIVIDED: Column.DIVIDED,
    Judged.MIXED: Column.DIVIDED,
}
_ROW_OF = {Salience.OFTEN: Row.OFTEN, Salience.SELDOM: Row.SELDOM}


def judge(journey: ExperienceMap, *, perspective: str, actor: str | None = None) -> Judgement:
    """The quadrant of one perspective about one actor (key; None: about no one in particular), over all phases.

    Valence × salience of the statements of the map (synthesis.md, 3.4): a divided item is never forced to a side, and
    what has no class of either kind is listed below.
    """
    about = [each for each in journey.statements if each.finding.perspective == perspective]
    return _place(perspective, actor, [each for each in about if each.finding.actor == actor])


def judge_all(journey: ExperienceMap) -> tuple[Judgement, ...]:
    """A quadrant for every perspective and actor of the map, actors by key, about no one in particular last."""
    return tuple(
        judge(journey, perspective=perspective.key, actor=actor)
        for perspective in journey.perspectives
        for actor in _actors(journey, perspective.key)
    )


def _actors(journey: ExperienceMap, perspective: str) -> list[str | None]:
    named = {each.finding.actor for each in journey.statements if each.finding.perspective == perspective}
    return sorted(named, key=lambda each: (each is None, each or ""))


def _place(perspective: str, actor: str | None, statements: list[CellStatement]) -> Judgement:
    ordered = sorted(statements, key=lambda each: (-each.r, each.finding.label, each.finding.key))
    classed = [each for each in ordered if each.salience in _ROW_OF]
    return Judgement(
        perspective,
        actor,
        placed=tuple(_label(each) for each in classed if each.valence in _COLUMN_OF),
        too_small=tuple(each for each in ordered if each.salience in {None, Salience.TOO_SMALL}),
        not_mentioned=tuple(each for each in ordered if each.salience is Salience.NOT_MENTIONED),
        neutral=tuple(each for each in classed if each.valence is Judged.NEUTRAL),
    )


def _label(statement: CellStatement) -> PlacedLabel:
    row = Row.OFTEN if statement.salience is Salience.OFTEN else Row.SELDOM
    border = is_on_border(statement.r, statement.stable)
    return PlacedLabel(statement, _COLUMN_OF[statement.valence], row, border, statement.valence is Judged.MIXED)
