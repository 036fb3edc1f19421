"""The experience map (belevingskaart): perspective × phase, every cell with its state and its counted statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.embedding import Embedder
from corpus.segments import Role
from study.config import ACROSS_PHASES, Perspective, Phase, Thresholds
from synthesis.counting import phase_of
from synthesis.eligible import Eligible
from synthesis.errors import MixedPhaseSets
from synthesis.findings import Finding
from synthesis.salience import USUAL_THRESHOLDS
from synthesis.statements import CellStatement as CellStatement
from synthesis.statements import count_statements

if TYPE_CHECKING:
    import pandas as pd

LARGEST_PRINTED = 9
"""What a cell of the printed sheet holds at most (synthesis.md, 3.8)."""


class CellState(StrEnum):
    """Why a cell holds what it holds; the first that fits, from the top (synthesis.md, 3.2)."""

    FILLED = "gevuld"
    WITHHELD = "niet_getoond"
    NO_FINDING_YET = "nog_geen_bevinding"
    NOT_ASKED = "niet_gevraagd"
    NO_DATA = "gevraagd_geen_data"
    NOTHING_SAID = "gevraagd_niets_gezegd"


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
    figure then says so; `without_guide` names per perspective the instruments (ids) without one. `unsupported` are
    findings that have lost their passages: they are in no cell, for nothing is printed without evidence.
    """

    perspectives: tuple[Perspective, ...]
    phases: tuple[Phase, ...]
    cells: tuple[Cell, ...]
    thresholds: Thresholds
    guides_known: bool
    without_guide: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unsupported: tuple[Finding, ...] = ()

    def cell(self, perspective: str, phase: str) -> Cell:
        """The cell of a perspective and a phase (keys)."""
        return next(each for each in self.cells if (each.perspective, each.phase) == (perspective, phase))

    @property
    def statements(self) -> tuple[CellStatement, ...]:
        """All statements, cell by cell."""
        return tuple(statement for cell in self.cells for statement in cell.statements)


def map_experience(
    passages: pd.DataFrame,
    findings: Iterable[Finding],
    asked: pd.DataFrame | Eligible,
    *,
    phases: Sequence[Phase],
    perspectives: Sequence[Perspective],
    thresholds: Thresholds = USUAL_THRESHOLDS,
    guides_known: bool = True,
    embedder: Embedder | None = None,
) -> ExperienceMap:
    """The experience map of one phase set, every statement counted over those who were asked (synthesis.md, 3.2-3.6).

    `passages` is the table of `coding.passages`, `asked` that of `corpus.asked.asked` (or an `Eligible` made of it).
    Without findings the cells say how many passages wait for one. Passages without a phase stand across phases.
    Quotes are chosen by the embedder's vectors, or by word overlap without one. Raises `MixedPhaseSets`.
    """
    refuse_mixed_sets(phases)
    eligible = asked if isinstance(asked, Eligible) else Eligible(asked)
    places = [(each.key, phase) for each in perspectives for phase in _phase_keys(phases)]
    wanted = [each for each in findings if (each.perspective, each.phase) in set(places)]
    statements, unsupported = count_statements(wanted, passages, eligible, thresholds=thresholds, embedder=embedder)
    sizes = _passage_counts(passages)
    return ExperienceMap(
        perspectives=tuple(perspectives),
        phases=tuple(each for each in phases if each.key != ACROSS_PHASES),
        cells=tuple(_cell(place, statements.get(place, ()), sizes, eligible) for place in places),
        thresholds=thresholds,
        guides_known=guides_known,
        without_guide={each.key: eligible.without_guide(each.key) for each in perspectives},
        unsupported=unsupported,
    )


def refuse_mixed_sets(phases: Sequence[Phase]) -> None:
    """Nothing, when all phases are of one set; else `MixedPhaseSets`."""
    sets = sorted({each.set for each in phases if each.key != ACROSS_PHASES})
    if len(sets) > 1:
        raise MixedPhaseSets(sets=", ".join(sets))


def _phase_keys(phases: Sequence[Phase]) -> tuple[str, ...]:
    return (*(each.key for each in phases if each.key != ACROSS_PHASES), ACROSS_PHASES)


def _passage_counts(passages: pd.DataFrame) -> dict[tuple[str, str], tuple[int, int]]:
    """For each cell the number of passages in it, and how many of them have no phase of their own."""
    spoken = passages[passages["role"].isin([str(Role.RESPONDENT), str(Role.GROUP)])]
    rows = spoken.assign(cell_phase=phase_of(spoken["phase"]), unphased=phase_of(spoken["phase"]) != spoken["phase"])
    once = rows.drop_duplicates(["coding_id", "cell_phase"])
    table = once.groupby(["perspective", "cell_phase"])["unphased"].agg(["size", "sum"])
    return {
        (str(perspective), str(phase)): (int(size), int(unphased))
        for (perspective, phase), size, unphased in zip(table.index, table["size"], table["sum"], strict=True)
    }


def _cell(
    place: tuple[str, str],
    statements: tuple[CellStatement, ...],
    sizes: Mapping[tuple[str, str], tuple[int, int]],
    eligible: Eligible,
) -> Cell:
    perspective, phase = place
    passages, unphased = sizes.get(place, (0, 0))
    covered = eligible.covers(perspective, phase)
    people = len(eligible.of_phase(perspective, phase).people)
    state = _state(statements, passages=passages, covered=covered, eligible=people)
    return Cell(
        perspective, phase, state, people, passages, spontaneous=not covered, statements=statements, unphased=unphased
    )


def _state(statements: Sequence[CellStatement], *, passages: int, covered: bool, eligible: int) -> CellState:
    if statements:
        return CellState.FILLED
    if passages:
        return CellState.NO_FINDING_YET
    if not covered:
        return CellState.NOT_ASKED
    return CellState.NOTHING_SAID if eligible else CellState.NO_DATA


def withhold(journey: ExperienceMap, *, findings: Collection[str]) -> ExperienceMap:
    """The map without the findings with these keys: they are counted as withheld, and a cell may have none left."""
    return replace(journey, cells=tuple(_withhold(cell, findings) for cell in journey.cells))


def _withhold(cell: Cell, keys: Collection[str]) -> Cell:
    shown = tuple(each for each in cell.statements if each.finding.key not in keys)
    hidden = len(cell.statements) - len(shown)
    if not hidden:
        return cell
    state = CellState.FILLED if shown else CellState.WITHHELD
    return replace(cell, statements=shown, withheld=cell.withheld + hidden, state=state)


def select_statements(cell: Cell, *, limit: int = LARGEST_PRINTED) -> tuple[CellStatement, ...]:
    """The statements that a sheet prints: the first `limit`, and always one minority view if the cell has any."""
    shown = cell.statements[:limit]
    minority = next((each for each in cell.statements if each.minority), None)
    if minority is None or any(each.minority for each in shown) or limit < 1:
        return shown
    return (*shown[: limit - 1], minority)
