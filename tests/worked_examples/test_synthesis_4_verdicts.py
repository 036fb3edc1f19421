"""The worked examples of chapter 4 of the specification: verdicts, process tracing and source threads."""

from __future__ import annotations

from fractions import Fraction

import pytest

from synthesis.evidence import Evidence, Quality, Relevance, Stance
from synthesis.outcomes import verdict_words
from synthesis.overall import weigh_columns
from synthesis.threads import Claim, claims_to_break, source_threads, sources_to_break
from synthesis.tracing import TestKind, Trace, classify_test, update_belief
from synthesis.verdicts import ColumnKind, Flag, Outcome, Tally
from synthesis.weighing import judge_stances, judge_studies


def said(s: int, q: int = 0, c: int = 0) -> Tally:
    return Tally(Fraction(s), Fraction(q), Fraction(c))


@pytest.mark.parametrize(
    ("tally", "outcome", "rule"),
    [
        (said(16, 4, 1), Outcome.SUBSTANTIATED, "R2"),
        (said(12, 7, 3), Outcome.NUANCED, "R3"),
        (said(11, 0, 10), Outcome.DIVIDED, "R1b"),
        (said(8, 0, 1), Outcome.SUBSTANTIATED, "R2"),
    ],
)
def test_4_3_the_worked_columns(tally: Tally, outcome: Outcome, rule: str) -> None:
    verdict = judge_stances(tally)
    assert (verdict.outcome, verdict.rule) == (outcome, rule)


@pytest.mark.parametrize(
    ("tally", "rule"),
    [
        (said(2, 0, 4), "R1"),
        (said(1, 0, 4), "R1"),
        (said(2, 1, 2), "R1b"),
        (said(7, 0, 1), "R2"),
        (said(6, 0, 1), "R3"),
        (said(0, 3, 2), "R3"),
        (said(1, 2, 3), "R4"),
        (said(4, 0, 0), "R0"),
        (said(0), "R0"),
    ],
)
def test_4_3_every_rule_is_reached_and_the_first_decides(tally: Tally, rule: str) -> None:
    assert judge_stances(tally).rule == rule


def test_4_3_nobody_asked_is_not_too_few_said() -> None:
    assert judge_stances(said(0), examined=False).rule == "R-"


def test_4_3_fewer_than_eight_stances_are_a_narrow_base() -> None:
    assert judge_stances(said(7)).flags == (Flag.NARROW_BASE,)
    assert judge_stances(said(8)).flags == ()
    assert judge_stances(said(4)).flags == ()


def test_4_3_the_leave_one_out_applies_the_rules_without_the_guard() -> None:
    assert judge_stances(said(5)).stable is True
    assert judge_stances(said(7, 0, 1)).stable is False
    assert judge_stances(said(4)).stable is None


def study(name: str, stance: Stance, quality: Quality, relevance: Relevance = Relevance.DIRECT) -> Evidence:
    return Evidence(name, "A1", stance, study=name, quality=quality, relevance=relevance)


def test_4_4_one_strong_for_and_one_moderate_with_nuance_is_nuanced() -> None:
    studies = [study("a", Stance.SUPPORTS, Quality.STRONG), study("b", Stance.NUANCES, Quality.MODERATE)]
    verdict = judge_studies(studies, searched=True)
    assert (verdict.outcome, verdict.rule) == (Outcome.NUANCED, "L3/R3")
    assert verdict.tally.supports / verdict.tally.total == Fraction(2, 3)


NOTHING = [study(f"n{each}", Stance.NOTHING_FOUND, Quality.MODERATE) for each in range(3)]


@pytest.mark.parametrize(
    ("studies", "rule"),
    [
        (NOTHING, "L1a"),
        (NOTHING[:2], "L1b"),
        ([], "L1b"),
        ([*NOTHING, study("a", Stance.SUPPORTS, Quality.MODERATE)], "L1a"),
        ([study("a", Stance.SUPPORTS, Quality.MODERATE)], "L2"),
        ([study("a", Stance.SUPPORTS, Quality.WEAK)], "L1b"),
        ([study("a", Stance.SUPPORTS, Quality.STRONG)], "L3/R2"),
        ([study("a", Stance.SUPPORTS, Quality.STRONG), *NOTHING], "L3/R4"),
        ([study("a", Stance.SUPPORTS, Quality.STRONG), study("b", Stance.CONTRADICTS, Quality.STRONG)], "L3/R1b"),
        (
            [
                *(study(f"s{each}", Stance.SUPPORTS, Quality.STRONG) for each in range(4)),
                study("b", Stance.CONTRADICTS, Quality.MODERATE),
            ],
            "L3/R3",
        ),
    ],
)
def test_4_4_every_rule_of_literature(studies: list[Evidence], rule: str) -> None:
    assert judge_studies(studies, searched=True).rule == rule


def test_4_4_without_a_search_log_there_is_no_verdict() -> None:
    verdict = judge_studies(NOTHING, searched=False)
    assert (verdict.outcome, verdict.rule) == (Outcome.NOT_EXAMINED, "L-")
    assert verdict.flags == (Flag.NO_SEARCH,)


YES, NUANCED, SPLIT, NO = Outcome.SUBSTANTIATED, Outcome.NUANCED, Outcome.DIVIDED, Outcome.NOT_SUBSTANTIATED
AGAINST, LITTLE, NONE = Outcome.CONTRADICTED, Outcome.TOO_LITTLE, Outcome.NOT_EXAMINED


@pytest.mark.parametrize(
    ("columns", "outcome", "rule", "flags"),
    [
        ([NONE, NONE], NONE, "O-", ()),
        ([LITTLE, NONE], LITTLE, "O0", ()),
        ([NO, NONE], NO, "O1", (Flag.ONE_SOURCE,)),
        ([SPLIT, LITTLE], SPLIT, "O1", (Flag.ONE_SOURCE,)),
        ([SPLIT, YES, NO], NUANCED, "O1b", (Flag.DIVIDED,)),
        ([SPLIT, AGAINST], NUANCED, "O1c", (Flag.DIVIDED, Flag.SOURCES_DISAGREE)),
        ([SPLIT, AGAINST, AGAINST], AGAINST, "O2", ()),
        ([AGAINST, AGAINST, YES], AGAINST, "O2", (Flag.SOURCES_DISAGREE,)),
        ([YES, YES, LITTLE], YES, "O3", ()),
        ([AGAINST, YES], NUANCED, "O4", (Flag.SOURCES_DISAGREE,)),
        ([AGAINST, NO], NO, "O5", ()),
        ([NO, NO], NO, "O5", ()),
        ([YES, NO], NUANCED, "O6", ()),
    ],
)
def test_4_5_every_overall_rule(columns: list[Outcome], outcome: Outcome, rule: str, flags: tuple[Flag, ...]) -> None:
    found = weigh_columns({str(number): each for number, each in enumerate(columns)})
    assert (found.outcome, found.rule, found.flags) == (outcome, rule, flags)


def test_4_5_the_overall_words_depend_on_where_the_support_comes_from() -> None:
    words = [
        verdict_words(Outcome.SUBSTANTIATED, ColumnKind.OVERALL, sources=sources)
        for sources in (("literatuur", "werkgever"), ("werkgever", "client"), ("literatuur",))
    ]
    assert words == ["plausibel en herkend", "herkend in de praktijk", "plausibel, niet getoetst in de praktijk"]


@pytest.mark.parametrize(
    ("sensitivity", "type_one", "kind", "found", "missing"),
    [(0.95, 0.4, TestKind.HOOP, 0.704, 0.077), (0.3, 0.02, TestKind.SMOKING_GUN, 0.938, 0.417)],
)
def test_4_6_what_a_hoop_and_a_smoking_gun_tell(
    sensitivity: float, type_one: float, kind: TestKind, found: float, missing: float
) -> None:
    assert classify_test(sensitivity, type_one) is kind
    assert round(update_belief(0.5, [Trace(sensitivity, type_one, found=True)]), 3) == found
    assert round(update_belief(0.5, [Trace(sensitivity, type_one, found=False)]), 3) == missing


def test_4_6_dependent_traces_weigh_as_the_strongest_of_them() -> None:
    strong, weak = Trace(0.3, 0.02, found=True, package="brief"), Trace(0.5, 0.4, found=True, package="brief")
    assert update_belief(0.5, [strong, weak]) == update_belief(0.5, [strong])


CLAIMS = [
    Claim("r1", "g", "b"),
    Claim("r1", "b", "m"),
    Claim("r2", "g", "b"),
    Claim("r3", "b", "m"),
    Claim("r4", "g", "b"),
    Claim("r4", "b", "m"),
]


def test_4_7_two_sources_tell_the_whole_path_and_three_carry_it() -> None:
    assert source_threads(CLAIMS, ["g", "b", "m"]) == ("r1", "r4")
    assert claims_to_break(CLAIMS, "g", "m") == 3
    assert sources_to_break(CLAIMS, "g", "m") == 3
