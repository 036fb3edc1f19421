"""A draft: what the chapters of a report are written from, with the quotes numbered and the figures at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind
from reports.material import Material
from reports.quotes import QuoteNumbers
from reports.sections import FigureBlock, QuoteBlock
from study.config import Perspective, Settings
from synthesis.experience import CellStatement
from synthesis.improvements import ImprovementPoint
from synthesis.quotes import Quote

if TYPE_CHECKING:
    from prioritisation.consultations import ConsultedLine

QUOTED_IN_FULL = 2
"""How many quotes of a finding stand in the text; all of them stand in the appendix."""


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """The material of a report with its settings, drawn figures and quote numbers."""

    settings: Settings
    material: Material
    figures: tuple[Figure, ...]
    quotes: QuoteNumbers

    @property
    def perspectives(self) -> tuple[Perspective, ...]:
        """The perspectives that the report has a chapter on: those of the map, else those of the study."""
        journey = self.material.journey
        return journey.perspectives if journey else self.settings.perspectives

    def figure_blocks(self, *kinds: FigureKind, perspective: str | None = None) -> tuple[FigureBlock, ...]:
        """The figures of these kinds (about one perspective, when it is given), in the order of the kinds."""
        found = (each for kind in kinds for each in self.figures if each.kind is kind)
        return tuple(FigureBlock(each) for each in found if perspective is None or each.perspective == perspective)

    def overview_blocks(self, kind: FigureKind) -> tuple[FigureBlock, ...]:
        """The figures of a kind that are about no perspective in particular."""
        return tuple(block for block in self.figure_blocks(kind) if block.figure.perspective is None)

    def numbers(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The quote numbers of these quotes."""
        return self.quotes.numbers(quotes)

    def quote_blocks(self, statement: CellStatement) -> tuple[QuoteBlock, ...]:
        """The quotes of a statement that are printed in full: the first ones, and the one that says the opposite."""
        supporting = [each for each in statement.quotes if not each.contra][:QUOTED_IN_FULL]
        opposing = [each for each in statement.quotes if each.contra][:1]
        return (
            *(QuoteBlock(self.quotes.find(number)) for number in self.numbers(supporting)),
            *(QuoteBlock(self.quotes.find(number), contra=True) for number in self.numbers(opposing)),
        )

    def statements_of(self, point: ImprovementPoint) -> tuple[CellStatement, ...]:
        """The statements that an improvement point rests on, in the order of the map."""
        journey = self.material.journey
        return tuple(each for each in journey.statements if each.finding.id in point.findings) if journey else ()

    def numbers_of(self, point: ImprovementPoint) -> tuple[int, ...]:
        """The quote numbers behind an improvement point."""
        return self.numbers(quote for each in self.statements_of(point) for quote in each.quotes)

    def numbers_of_line(self, line: ConsultedLine) -> tuple[int, ...]:
        """The quote numbers behind a point on the list of a consultation, of the study or brought in there."""
        known = {each.id: each for each in self.material.points}
        if line.point_id is not None:
            return self.numbers_of(known[line.point_id]) if line.point_id in known else ()
        return self.numbers_of(ImprovementPoint(line.key, line.key, 0, line.title, findings=line.findings))
