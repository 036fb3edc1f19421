"""The overall verdict on an assumption, from the verdicts of its columns (synthesis.md, 4.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from study.messages import N_
from study.messages import translate as _
from synthesis.outcomes import ColumnKind, Flag, Outcome, verdict_words


@dataclass(frozen=True, slots=True)
class Columns:
    """The verdicts of all columns by key; `substantive` (K) are those that say something."""

    verdicts: Mapping[str, Outcome]

    @property
    def substantive(self) -> dict[str, Outcome]:
        """K: the columns with a substantive verdict."""
        return {column: outcome for column, outcome in self.verdicts.items() if outcome.is_substantive}

    def has(self, *outcomes: Outcome) -> bool:
        """Whether any column says one of these."""
        return any(each in outcomes for each in self.substantive.values())

    def is_all(self, outcome: Outcome) -> bool:
        """Whether every column that says something says this."""
        return all(each is outcome for each in self.substantive.values())

    @property
    def contradicted_by_most(self) -> bool:
        """Whether more than half of K contradicts."""
        against = sum(each is Outcome.CONTRADICTED for each in self.substantive.values())
        return 2 * against > len(self.substantive)


@dataclass(frozen=True, slots=True)
class OverallRule:
    """One line of the overall table; an outcome of None takes over the one verdict there is."""

    number: str
    condition: str
    outcome: Outcome | None
    holds: Callable[[Columns], bool]
    flags: tuple[Flag, ...] = ()

    @property
    def condition_words(self) -> str:
        """The condition as the appendix prints it."""
        return _(self.condition)

    @property
    def outcome_words(self) -> str:
        """The verdict in overall words."""
        return verdict_words(self.outcome, ColumnKind.OVERALL) if self.outcome else _("that verdict")


_SUPPORT = (Outcome.SUBSTANTIATED, Outcome.NUANCED)

OVERALL_RULES: tuple[OverallRule, ...] = (
    OverallRule(
        "O-",
        N_("no column was examined"),
        Outcome.NOT_EXAMINED,
        lambda columns: all(each is Outcome.NOT_EXAMINED for each in columns.verdicts.values()),
    ),
    OverallRule("O0", N_("no column says anything"), Outcome.TOO_LITTLE, lambda columns: not columns.substantive),
    OverallRule(
        "O1",
        N_("one column says something"),
        None,
        lambda columns: len(columns.substantive) == 1,
        (Flag.ONE_SOURCE,),
    ),
    OverallRule(
        "O1b",
        N_("a column is divided, none contradicts"),
        Outcome.NUANCED,
        lambda columns: columns.has(Outcome.DIVIDED) and not columns.has(Outcome.CONTRADICTED),
        (Flag.DIVIDED,),
    ),
    OverallRule(
        "O1c",
        N_("a column is divided beside one that contradicts, without a majority that contradicts"),
        Outcome.NUANCED,
        lambda columns: columns.has(Outcome.DIVIDED) and not columns.contradicted_by_most,
        (Flag.DIVIDED, Flag.SOURCES_DISAGREE),
    ),
    OverallRule(
        "O2",
        N_("more than half contradict"),
        Outcome.CONTRADICTED,
        lambda columns: columns.contradicted_by_most,
    ),
    OverallRule(
        "O3",
        N_("all are substantiated"),
        Outcome.SUBSTANTIATED,
        lambda columns: columns.is_all(Outcome.SUBSTANTIATED),
    ),
    OverallRule(
        "O4",
        N_("one contradicts, another substantiates or nuances"),
        Outcome.NUANCED,
        lambda columns: columns.has(Outcome.CONTRADICTED) and columns.has(*_SUPPORT),
        (Flag.SOURCES_DISAGREE,),
    ),
    OverallRule(
        "O5",
        N_("none substantiates or nuances"),
        Outcome.NOT_SUBSTANTIATED,
        lambda columns: not columns.has(*_SUPPORT),
    ),
    OverallRule("O6", N_("everything else"), Outcome.NUANCED, lambda columns: True),
)


@dataclass(frozen=True, slots=True)
class Overall:
    """What the table gives: the outcome, the rule, its flags, and the columns behind it."""

    outcome: Outcome
    rule: str
    flags: tuple[Flag, ...]
    sources: tuple[str, ...]


def weigh_columns(verdicts: Mapping[str, Outcome]) -> Overall:
    """The overall verdict of the columns' verdicts (column key to outcome), in their order.

    >>> weigh_columns({"literatuur": Outcome.SUBSTANTIATED, "werkgever": Outcome.CONTRADICTED}).rule
    'O4'
    """
    columns = Columns(verdicts)
    rule = next(each for each in OVERALL_RULES if each.holds(columns))
    substantive = columns.substantive
    outcome = rule.outcome or next(iter(substantive.values()))
    # A majority that contradicts leaves a minority that does not, and the reader must know.
    beside = rule.number == "O2" and columns.has(*_SUPPORT)
    flags = (*rule.flags, Flag.SOURCES_DISAGREE) if beside else rule.flags
    return Overall(outcome, rule.number, flags, tuple(substantive))
