"""The printed rule tables: which tally gives which verdict, as data that a report prints and a reader can check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from study.config import Thresholds
from study.messages import N_
from study.messages import translate as _
from synthesis.outcomes import ColumnKind, Outcome, verdict_words
from synthesis.verdicts import Tally


@dataclass(frozen=True, slots=True)
class Limits:
    """The shares in the rules; a sensitivity panel moves them (synthesis.md, 4.3)."""

    against: Fraction = Fraction(2, 3)
    both_sides: Fraction = Fraction(1, 3)
    support: Fraction = Fraction(3, 4)
    dissent: Fraction = Fraction(1, 10)
    lone_dissenter_from: int = 8
    with_nuance: Fraction = Fraction(1, 2)
    enough_points: int = 2
    searched_well: int = 3


USUAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at: a tally, whether the column was asked or searched, and the limits.

    `well_done` is the number of studies of at least moderate quality that looked and found nothing.
    """

    tally: Tally
    examined: bool = True
    fewest: int = 5
    limits: Limits = USUAL_LIMITS
    lone_dissenter: bool = True
    well_done: int = 0

    def share(self, part: Fraction) -> Fraction:
        """The part of everything that is weighed."""
        return part / self.tally.total if self.tally.total else Fraction(0)

    @property
    def points(self) -> Fraction:
        """U: the points of studies that say something, for or against."""
        return self.tally.total - self.tally.nothing_found


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a rule table; the first that holds decides. An outcome of None passes on to the R-rules."""

    number: str
    kind: ColumnKind
    condition: str
    outcome: Outcome | None
    holds: Callable[[Case], bool]

    def condition_words(self, thresholds: Thresholds) -> str:
        """The condition as the appendix prints it, with the limits of this study."""
        return _(self.condition, min_stances=thresholds.min_stances)

    @property
    def outcome_words(self) -> str:
        """The verdict in the words of its column; what follows when the rule passes on."""
        return verdict_words(self.outcome, self.kind) if self.outcome else _("the rules R1 to R4, on points")


def _has_enough_support(case: Case) -> bool:
    tally, limits = case.tally, case.limits
    alone = case.lone_dissenter and tally.contradicts == 1 and tally.total >= limits.lone_dissenter_from
    return case.share(tally.supports) >= limits.support and (case.share(tally.contradicts) <= limits.dissent or alone)


def _has_two_sides(case: Case) -> bool:
    least = case.limits.both_sides
    return case.share(case.tally.supports) >= least and case.share(case.tally.contradicts) >= least


_PERSPECTIVE = ColumnKind.PERSPECTIVE
_LITERATURE = ColumnKind.LITERATURE

SHARE_RULES: tuple[Rule, ...] = (
    Rule(
        "R1",
        _PERSPECTIVE,
        N_("C/T ≥ 2/3"),
        Outcome.CONTRADICTED,
        lambda case: case.share(case.tally.contradicts) >= case.limits.against,
    ),
    Rule("R1b", _PERSPECTIVE, N_("S/T ≥ 1/3 and C/T ≥ 1/3"), Outcome.DIVIDED, _has_two_sides),
    Rule(
        "R2",
        _PERSPECTIVE,
        N_("S/T ≥ 0.75 and (C/T ≤ 0.10, or C = 1 and T ≥ 8)"),
        Outcome.SUBSTANTIATED,
        _has_enough_support,
    ),
    Rule(
        "R3",
        _PERSPECTIVE,
        N_("(S+Q)/T > 0.50"),
        Outcome.NUANCED,
        lambda case: case.share(case.tally.supports + case.tally.nuances) > case.limits.with_nuance,
    ),
    Rule("R4", _PERSPECTIVE, N_("everything else"), Outcome.NOT_SUBSTANTIATED, lambda case: True),
)
"""The rules on shares: of respondents in a perspective, of points in literature; the leave-one-out uses them bare."""

PERSPECTIVE_RULES: tuple[Rule, ...] = (
    Rule("R-", _PERSPECTIVE, N_("not asked"), Outcome.NOT_EXAMINED, lambda case: not case.examined),
    Rule("R0", _PERSPECTIVE, N_("T < {min_stances}"), Outcome.TOO_LITTLE, lambda case: case.tally.total < case.fewest),
    *SHARE_RULES,
)

LITERATURE_RULES: tuple[Rule, ...] = (
    Rule("L-", _LITERATURE, N_("not searched"), Outcome.NOT_EXAMINED, lambda case: not case.examined),
    Rule(
        "L1a",
        _LITERATURE,
        N_("U < 2 and at least 3 studies of moderate or strong quality found nothing"),
        Outcome.NOT_SUBSTANTIATED,
        lambda case: case.points < case.limits.enough_points and case.well_done >= case.limits.searched_well,
    ),
    Rule("L1b", _LITERATURE, N_("U = 0"), Outcome.TOO_LITTLE, lambda case: case.points == 0),
    Rule("L2", _LITERATURE, N_("U < 2"), Outcome.TOO_LITTLE, lambda case: case.points < case.limits.enough_points),
    Rule("L3", _LITERATURE, N_("U ≥ 2"), None, lambda case: True),
)


def find_rule(rules: tuple[Rule, ...], case: Case) -> Rule:
    """The first rule of the table that holds."""
    return next(rule for rule in rules if rule.holds(case))
