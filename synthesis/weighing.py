"""Weighing one column: from counted respondents or studies to the verdict of the printed rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from study.config import Thresholds
from synthesis.evidence import Evidence, Stance
from synthesis.literature import count_empty_handed, gather_studies, weigh_studies
from synthesis.rules import LITERATURE_RULES, PERSPECTIVE_RULES, SHARE_RULES, USUAL_LIMITS, Case, Limits, find_rule
from synthesis.salience import USUAL_THRESHOLDS
from synthesis.verdicts import ColumnKind, Flag, Outcome, Tally, Verdict

_COUNTED = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


def judge_stances(
    tally: Tally,
    *,
    examined: bool = True,
    thresholds: Thresholds = USUAL_THRESHOLDS,
    limits: Limits = USUAL_LIMITS,
) -> Verdict:
    """The verdict of a perspective on counted respondents, and whether it survives the loss of any one of them.

    The leave-one-out applies the rules without the guard of R0, and asks nothing where R0 already holds.

    >>> from fractions import Fraction
    >>> judge_stances(Tally(Fraction(16), Fraction(4), Fraction(1))).rule
    'R2'
    """
    case = Case(tally, examined, fewest=thresholds.min_stances, limits=limits)
    rule = find_rule(PERSPECTIVE_RULES, case)
    outcome = rule.outcome or Outcome.NOT_EXAMINED
    verdict = Verdict(outcome, rule.number, ColumnKind.PERSPECTIVE, tally=tally)
    if not outcome.is_substantive:
        return verdict
    flags = (Flag.NARROW_BASE,) if tally.total < thresholds.narrow_base else ()
    return replace(verdict, flags=flags, stable=not tipping_stances(verdict, limits))


def tipping_stances(verdict: Verdict, limits: Limits = USUAL_LIMITS) -> frozenset[Stance]:
    """The stances of which one respondent less would give another verdict of a perspective."""
    if not verdict.outcome.is_substantive:
        return frozenset()
    less = {stance: _without_one(verdict.tally, stance) for stance in _COUNTED}
    return frozenset(
        stance
        for stance, tally in less.items()
        if tally and find_rule(SHARE_RULES, Case(tally, limits=limits)).outcome is not verdict.outcome
    )


def _without_one(tally: Tally, stance: Stance) -> Tally | None:
    """The tally with one respondent of this stance less; None when there is none."""
    if stance is Stance.SUPPORTS and tally.supports:
        return replace(tally, supports=tally.supports - 1)
    if stance is Stance.NUANCES and tally.nuances:
        return replace(tally, nuances=tally.nuances - 1)
    if stance is Stance.CONTRADICTS and tally.contradicts:
        return replace(tally, contradicts=tally.contradicts - 1)
    return None


def judge_studies(evidence: Iterable[Evidence], *, searched: bool, limits: Limits = USUAL_LIMITS) -> Verdict:
    """The verdict of literature: points of studies by the rules L, then R1 to R4 on points (synthesis.md, 4.4).

    Without a search log there is no verdict, whatever studies there are: the flag says that there are some.
    """
    studies = gather_studies(evidence)
    case = Case(
        weigh_studies(studies),
        searched,
        limits=limits,
        lone_dissenter=False,
        well_done=count_empty_handed(studies),
    )
    rule = find_rule(LITERATURE_RULES, case)
    if rule.outcome is not None:
        flags = (Flag.NO_SEARCH,) if studies and not searched else ()
        return Verdict(rule.outcome, rule.number, ColumnKind.LITERATURE, flags=flags, tally=case.tally)
    passed = find_rule(SHARE_RULES, case)
    outcome = passed.outcome or Outcome.NOT_EXAMINED
    return Verdict(outcome, f"{rule.number}/{passed.number}", ColumnKind.LITERATURE, tally=case.tally)
