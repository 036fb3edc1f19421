"""The material of a report: everything that was computed and registered, as plain values side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coding.codebook import Code
from corpus.instruments import Instrument
from reports.sources import ONE_WORDS, Sources
from study.config import Perspective
from study.messages import translate as _
from synthesis.experience import ExperienceMap
from synthesis.findings import Finding
from synthesis.goals import WeighedGoal
from synthesis.improvements import ImprovementPoint
from synthesis.judgement import Judgement
from synthesis.logic import LogicElement
from synthesis.process import ProcessMap
from synthesis.quotes import Quote
from synthesis.quoting import QuotedLink
from synthesis.topics import TopicFit
from synthesis.verdicts import AssumptionMatrix

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from prioritisation.consultations import ConsultedList
    from prioritisation.ranking import Ranking
    from prioritisation.weights import Comparison


@dataclass(frozen=True, slots=True)
class CodedTwice:
    """A closed round of double coding: its title, coders, number and kind of units, and per code (name) alpha with the
    ends of its interval and the label in words."""

    title: str
    coders: tuple[str, ...]
    units: int
    unit: str
    rows: tuple[tuple[str, float | None, float | None, float | None, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What a report may draw on; what a study does not have yet stays empty and its chapter is left out.

    `passages` is the tidy table of `coding.passages`; `topics_by_code` that of `synthesis.topics`.
    """

    journey: ExperienceMap | None = None
    process: ProcessMap | None = None
    judgements: tuple[Judgement, ...] = ()
    matrix: AssumptionMatrix | None = None
    graph: nx.DiGraph[str] | None = None
    elements: tuple[LogicElement, ...] = ()
    links: tuple[QuotedLink, ...] = ()
    goals: tuple[WeighedGoal, ...] = ()
    points: tuple[ImprovementPoint, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    consulted: tuple[ConsultedList, ...] = ()
    comparison: Comparison | None = None
    topics: TopicFit | None = None
    topics_by_code: pd.DataFrame | None = None
    instruments: tuple[Instrument, ...] = ()
    codes: tuple[Code, ...] = ()
    passages: pd.DataFrame | None = None
    coded_twice: tuple[CodedTwice, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that a report could be about."""
        lists = self.rankings or self.consulted
        return not (self.findings or self.matrix or self.points or lists or self.topics or self.instruments)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the map, cell by cell."""
        return tuple(each.finding for each in self.journey.statements) if self.journey else ()

    def sources(self, perspectives: Iterable[Perspective]) -> Sources | None:
        """What source lines are computed from; None without the tidy table."""
        if self.passages is None:
            return None
        return Sources(self.passages, self.instruments, tuple(perspectives))

    def quotes(self) -> tuple[Quote, ...]:
        """Every quote that the report prints or refers to, in the order of reading."""
        groups = self.journey.perspectives if self.journey else ()
        said = [quote for each in groups for quote in (*self._described(each.key), *self._experienced(each.key))]
        weighed = [quote for cell in self.matrix.cells for quote in cell.quotes] if self.matrix else []
        linked = [quote for each in self.links for quote in each.quotes]
        return (*said, *weighed, *linked)

    def _described(self, perspective: str) -> list[Quote]:
        """The quotes behind the process map of a perspective (key)."""
        return [quote for each in self.process.of(perspective) for quote in each.quotes] if self.process else []

    def _experienced(self, perspective: str) -> list[Quote]:
        """The quotes behind the experience map of a perspective (key)."""
        statements = self.journey.statements if self.journey else ()
        return [quote for each in statements if each.finding.perspective == perspective for quote in each.quotes]

    def document_kinds(self) -> dict[str, str]:
        """Per document (id) what sort of source it is, in words."""
        if self.passages is None:
            return {}
        kinds = {each.id: _(ONE_WORDS[each.kind]) for each in self.instruments}
        pairs = self.passages[["document_id", "instrument_id"]].drop_duplicates().itertuples(index=False)
        return {document: kinds[instrument] for document, instrument in pairs if instrument in kinds}
