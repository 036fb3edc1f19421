"""The process map (proceskaart): what happens in each phase in the eyes of a perspective, formally and informally."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from study.config import ACROSS_PHASES, Perspective, Phase
from synthesis.errors import StepWithoutPassages
from synthesis.experience import refuse_mixed_sets
from synthesis.quotes import Quote
from synthesis.quoting import Quoting

if TYPE_CHECKING:
    import pandas as pd


class StepRole(StrEnum):
    """Whether a step follows from a rule or an agreement, or is what people do in practice."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """One thing that happens in a phase, in the eyes of a perspective; `ordinal` is its place among all its steps.

    `passages` are ids of the codings it rests on (raises `StepWithoutPassages` when there are none), `actor` the key of
    the code for who does it, `see` keys of codes of the lists it refers to.
    """

    id: str
    perspective: str
    phase: str
    ordinal: int
    role: StepRole
    text: str
    passages: tuple[str, ...]
    actor: str | None = None
    see: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.passages:
            raise StepWithoutPassages(step=self.key)

    @property
    def key(self) -> str:
        """What the step is called in tables and addresses: its perspective and its place."""
        return f"{self.perspective}-{self.ordinal}"


@dataclass(frozen=True, slots=True)
class MappedStep:
    """A step on the map: its number in its cell, from 1, how many passages it rests on, and its quotes."""

    step: ProcessStep
    number: int
    m: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ProcessCell:
    """What happens in a phase in the eyes of a perspective, in order."""

    perspective: str
    phase: str
    steps: tuple[MappedStep, ...]


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """Perspective × phase; `loose` are steps of no cell: their passages, perspective or phase are no longer there."""

    perspectives: tuple[Perspective, ...]
    phases: tuple[Phase, ...]
    cells: tuple[ProcessCell, ...]
    loose: tuple[ProcessStep, ...] = ()

    @property
    def steps(self) -> tuple[MappedStep, ...]:
        """The steps, cell by cell."""
        return tuple(step for cell in self.cells for step in cell.steps)

    @property
    def described(self) -> tuple[Perspective, ...]:
        """The perspectives that have steps."""
        met = {each.step.perspective for each in self.steps}
        return tuple(each for each in self.perspectives if each.key in met)

    def cell(self, perspective: str, phase: str) -> ProcessCell:
        """The cell of a perspective (key) and a phase (key)."""
        return next(each for each in self.cells if (each.perspective, each.phase) == (perspective, phase))

    def of(self, perspective: str) -> tuple[MappedStep, ...]:
        """The steps of a perspective (key), phase by phase."""
        return tuple(each for each in self.steps if each.step.perspective == perspective)


def map_process(
    passages: pd.DataFrame,
    steps: Iterable[ProcessStep],
    *,
    phases: Sequence[Phase],
    perspectives: Sequence[Perspective],
) -> ProcessMap:
    """The process map: for every perspective and phase (across phases last) its steps, in the order of their ordinals.

    `passages` is the table of `coding.passages`. A step of which no passage is in it is not printed but `loose`. The
    order in which steps are given changes nothing. Raises `MixedPhaseSets`.
    """
    refuse_mixed_sets(phases)
    quoting = Quoting(passages)
    ordered = sorted(steps, key=lambda each: (each.ordinal, each.perspective, each.phase, each.text))
    inner = tuple(each for each in phases if each.key != ACROSS_PHASES)
    places = [(each.key, phase) for each in perspectives for phase in (*(one.key for one in inner), ACROSS_PHASES)]
    held = [each for each in ordered if (each.perspective, each.phase) in places and quoting.passages(each.passages)]
    return ProcessMap(
        perspectives=tuple(perspectives),
        phases=inner,
        cells=tuple(ProcessCell(*place, _mapped(place, held, quoting)) for place in places),
        loose=tuple(each for each in ordered if each not in held),
    )


def _mapped(place: tuple[str, str], steps: Sequence[ProcessStep], quoting: Quoting) -> tuple[MappedStep, ...]:
    here = [each for each in steps if (each.perspective, each.phase) == place]
    return tuple(_step(step, number, quoting) for number, step in enumerate(here, start=1))


def _step(step: ProcessStep, number: int, quoting: Quoting) -> MappedStep:
    return MappedStep(step, number, len(quoting.passages(step.passages)), quoting.quotes(step.passages))
