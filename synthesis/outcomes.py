"""Outcomes of a test and their words: each kind of column speaks its own (synthesis.md, 4.3 to 4.5)."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from study.messages import N_
from study.messages import translate as _
from synthesis.evidence import LITERATURE


class Outcome(StrEnum):
    """The verdict of a cell; the stored names are those of the rule tables (synthesis.md, 4.3 to 4.5)."""

    SUBSTANTIATED = "onderbouwd"
    NUANCED = "genuanceerd"
    DIVIDED = "verdeeld"
    NOT_SUBSTANTIATED = "niet_onderbouwd"
    CONTRADICTED = "weersproken"
    TOO_LITTLE = "onvoldoende_bewijs"
    NOT_EXAMINED = "niet_onderzocht"

    @property
    def is_substantive(self) -> bool:
        """Whether it says something about the assumption itself."""
        return self not in {Outcome.TOO_LITTLE, Outcome.NOT_EXAMINED}


class Flag(StrEnum):
    """What a reader must know beside a verdict."""

    NARROW_BASE = "smalle_basis"
    ONE_SOURCE = "een_bron"
    NO_SEARCH = "geen_zoekverslag"
    DIVIDED = "verdeeld"
    SOURCES_DISAGREE = "tegenspraak_tussen_bronnen"

    @property
    def words(self) -> str:
        """What is printed for the flag."""
        return _(_FLAGS[self])


class ColumnKind(StrEnum):
    """Which words a verdict speaks: perceived effect, studies, all columns together, or whether a norm is shared."""

    PERSPECTIVE = "perspectief"
    LITERATURE = "literatuur"
    OVERALL = "totaal"
    NORMATIVE = "normatief"


_FLAGS = {
    Flag.NARROW_BASE: N_("narrow base"),
    Flag.ONE_SOURCE: N_("one source"),
    Flag.NO_SEARCH: N_("studies without a search log"),
    Flag.DIVIDED: N_("respondents divided"),
    Flag.SOURCES_DISAGREE: N_("sources contradict each other"),
}
_EVERYWHERE = {
    Outcome.NUANCED: N_("nuanced"),
    Outcome.DIVIDED: N_("divided"),
    Outcome.NOT_SUBSTANTIATED: N_("cannot be substantiated"),
    Outcome.CONTRADICTED: N_("contradicted"),
    Outcome.TOO_LITTLE: N_("too little information"),
    Outcome.NOT_EXAMINED: N_("not examined"),
}
_WORDS = {
    ColumnKind.PERSPECTIVE: _EVERYWHERE
    | {Outcome.SUBSTANTIATED: N_("supported"), Outcome.NOT_SUBSTANTIATED: N_("not recognised")},
    ColumnKind.LITERATURE: _EVERYWHERE
    | {Outcome.SUBSTANTIATED: N_("plausible"), Outcome.TOO_LITTLE: N_("no conclusion possible")},
    ColumnKind.OVERALL: _EVERYWHERE | {Outcome.SUBSTANTIATED: N_("plausible and recognised")},
    ColumnKind.NORMATIVE: {
        Outcome.SUBSTANTIATED: N_("shared"),
        Outcome.NUANCED: N_("partly shared"),
        Outcome.NOT_SUBSTANTIATED: N_("not shared"),
    },
}
NORM_OUTCOMES = tuple(_WORDS[ColumnKind.NORMATIVE])
"""What a person can decide about a normative assumption."""
UNTESTED = N_("plausible, not tested in practice")
RECOGNISED = N_("recognised in practice")


def verdict_words(outcome: Outcome, kind: ColumnKind, *, sources: Collection[str] = ()) -> str:
    """The printed words of an outcome in a kind of column, in the reader's language.

    A perspective never says “onderbouwd”: an opinion about an effect is a perceived effect. Overall it depends on the
    columns that say something (`sources`): without literature it is recognised, on literature alone untested.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     [verdict_words(Outcome.SUBSTANTIATED, kind) for kind in (ColumnKind.PERSPECTIVE, ColumnKind.LITERATURE)]
    ['ondersteund', 'plausibel']
    """
    if kind is ColumnKind.OVERALL and outcome is Outcome.SUBSTANTIATED and sources:
        if LITERATURE not in sources:
            return _(RECOGNISED)
        if len(sources) == 1:
            return _(UNTESTED)
    return _(_WORDS[kind].get(outcome) or _EVERYWHERE[outcome])
