"""The logic model (logisch model): from what goes in to what it is for, and what became of each link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.messages import N_
from study.messages import translate as _


class Layer(StrEnum):
    """Where in the chain something stands."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"

    @property
    def place(self) -> int:
        """Its place in the chain, from 0.

        >>> Layer.OUTPUT.place
        2
        """
        return tuple(Layer).index(self)

    @property
    def words(self) -> str:
        """What is printed for the layer."""
        return _(_LAYERS[self])


class LinkStatus(StrEnum):
    """What became of a link (synthesis.md, 4.11)."""

    MET = "voldaan"
    MET_WITH_CONCERN = "voldaan_met_aandachtspunt"
    DONE = "uitgevoerd_opbrengst_onbekend"
    TOO_EARLY = "te_vroeg"
    NOT_MET = "niet_voldaan"
    NOT_EXAMINED = "niet_onderzocht"

    @property
    def words(self) -> str:
        """What is printed for the status."""
        return _(_STATUSES[self])


class SourceKind(StrEnum):
    """Where the status of a link comes from."""

    DOCUMENT = "document"
    RESPONDENT = "respondent"
    OWN_ANALYSIS = "own_analysis"

    @property
    def words(self) -> str:
        """What is printed for the kind of source."""
        return _(_SOURCES[self])


_LAYERS: Mapping[Layer, str] = {
    Layer.INPUT: N_("Inputs"),
    Layer.ACTIVITY: N_("Activities"),
    Layer.OUTPUT: N_("Outputs"),
    Layer.OUTCOME: N_("Outcomes"),
    Layer.IMPACT: N_("Impact"),
}
_STATUSES: Mapping[LinkStatus, str] = {
    LinkStatus.MET: N_("met"),
    LinkStatus.MET_WITH_CONCERN: N_("met, with a point of concern"),
    LinkStatus.DONE: N_("carried out, yield unknown"),
    LinkStatus.TOO_EARLY: N_("too early"),
    LinkStatus.NOT_MET: N_("not met"),
    LinkStatus.NOT_EXAMINED: N_("not examined"),
}
_SOURCES: Mapping[SourceKind, str] = {
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.RESPONDENT: N_("respondents"),
    SourceKind.OWN_ANALYSIS: N_("own analysis"),
}


@dataclass(frozen=True, slots=True)
class LogicElement:
    """A box of the logic model."""

    id: str
    key: str
    ordinal: int
    layer: Layer
    label: str


@dataclass(frozen=True, slots=True)
class LogicLink:
    """An arrow between two boxes (by key) with its status, and what that status rests on.

    `ordinal` is the number it has in print; `passages` are ids of codings, `rival` another explanation for what was
    seen, `assumption` the key of the assumption that the link puts to the test.
    """

    id: str
    ordinal: int
    source: str
    target: str
    status: LinkStatus
    source_kind: SourceKind | None = None
    note: str = ""
    rival: str = ""
    passages: tuple[str, ...] = ()
    assumption: str | None = None
