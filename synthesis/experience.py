"""The experience map (belevingskaart): perspective × phase, every cell with its state and its counted statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from study.config import Perspective, Phase, Thresholds
from synthesis.findings import Finding
from synthesis.quantifiers import Quantifier
from synthesis.quotes import Quote
from synthesis.salience import Salience
from synthesis.valence import Judged


class CellState(StrEnum):
    """Why a cell holds what it holds; the first that fits, from the top (synthesis.md, 3.2)."""

    FILLED = "gevuld"
    WITHHELD = "niet_getoond"
    NO_FINDING_YET = "nog_geen_bevinding"
    NOT_ASKED = "niet_gevraagd"
    NO_DATA = "gevraagd_geen_data"
    NOTHING_SAID = "gevraagd_niets_gezegd"


@dataclass(frozen=True, slots=True)
class CellStatement:
    """A finding in its cell, counted: the letters are those of synthesis.md, 3.2.

    `r` respondents of the `eligible` (E) who were asked said it, in `m` passages, with `g` group voices beside them;
    `contra` respondents say the opposite and `outside` said it without being asked ("en n ongevraagd").
    `salience` is None when nobody was asked, `stable` when there is no class to be stable; `disagreement` (D) is None
    when nobody judged or the valence is gemengd; `intensity` is the median over respondents of their highest (0-3).
    """

    finding: Finding
    r: int
    eligible: int
    m: int
    g: int
    contra: int
    outside: int
    prompted: bool
    salience: Salience | None
    stable: bool | None
    valence: Judged
    disagreement: Fraction | None
    intensity: float | None
    quantifier: Quantifier
    minority: bool
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One perspective in one phase; statements run from most to fewest respondents, then by label.

    `eligible` is E(p, f), `passages` the passages of this perspective in this phase, `unphased` those of them without
    a phase (only in "x"), `spontaneous` says that no guide covers the phase, so E is everybody who took part.
    """

    perspective: str
    phase: str
    state: CellState
    eligible: int
    passages: int
    spontaneous: bool
    statements: tuple[CellStatement, ...] = ()
    withheld: int = 0
    unphased: int = 0


@dataclass(frozen=True, slots=True)
class ExperienceMap:
    """Perspective × phase, one cell for each, the across-phases cell ("x") last in each row.

    `phases` are those of one phase set, without "x". `guides_known` is False when no topic list was recorded: every
    figure then says so; `without_guide` names per perspective the instruments (ids) without one.
    """

    perspectives: tuple[Perspective, ...]
    phases: tuple[Phase, ...]
    cells: tuple[Cell, ...]
    thresholds: Thresholds
    guides_known: bool
    without_guide: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def cell(self, perspective: str, phase: str) -> Cell:
        """The cell of a perspective and a phase (keys)."""
        return next(each for each in self.cells if (each.perspective, each.phase) == (perspective, phase))

    @property
    def statements(self) -> tuple[CellStatement, ...]:
        """All statements, cell by cell."""
        return tuple(statement for cell in self.cells for statement in cell.statements)
