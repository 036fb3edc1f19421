"""A figure: its data first, then how it is to be drawn, and everything that must stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import pandas as pd

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON holds; the body of a sheet is made of nothing else, so it never carries a record or an id."""


class FigureKind(StrEnum):
    """What a figure shows; the report puts it where its kind belongs."""

    PROCESS = "process"
    EXPERIENCE = "experience"
    JUDGEMENT = "judgement"
    ASSUMPTIONS = "assumptions"
    THEORY = "theory"
    LOGIC = "logic"
    GOALS = "goals"
    TOPICS_BY_CODE = "topics_by_code"
    TOPICS = "topics"
    RANKING = "ranking"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure of words, drawn by a Typst template in `sheets/`; `wide` asks for a page on its side."""

    template: str
    content: Mapping[str, Plain]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure of numbers: a Vega-Lite specification, with its width in pixels."""

    specification: Mapping[str, Plain]
    wide: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One figure, complete: what it says, what it rests on, and what a reader needs to read it.

    `data` is tidy and is exactly what the CSV holds; `references` gives per statement of the figure (the `key` column
    of `data`) the ids of the codings behind it, for links: they never reach a file. `perspective` is set when the
    figure is about one. A number is given when a report is composed.
    """

    key: str
    title: str
    kind: FigureKind
    data: pd.DataFrame
    body: Sheet | Chart
    source_line: str
    alt: str
    reading_example: str = ""
    notes: tuple[str, ...] = ()
    bias: tuple[str, ...] = ()
    perspective: str | None = None
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def beneath(self) -> tuple[str, ...]:
        """The lines under the figure, in the order of print: reading example, notes, source, bias."""
        return tuple(line for line in (self.reading_example, *self.notes, self.source_line, *self.bias) if line)

    @property
    def wide(self) -> bool:
        """Whether the figure wants a page on its side."""
        return self.body.wide
