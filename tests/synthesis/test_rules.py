from __future__ import annotations

from fractions import Fraction

from study.config import Thresholds
from study.messages import speaking
from synthesis.rules import LITERATURE_RULES, PERSPECTIVE_RULES, SHARE_RULES, Case, Limits, find_rule
from synthesis.verdicts import Outcome, Tally


def test_a_report_can_print_the_table_with_the_limits_of_the_study() -> None:
    with speaking("nl"):
        lines = [
            (rule.number, rule.condition_words(Thresholds(min_stances=4)), rule.outcome_words)
            for rule in PERSPECTIVE_RULES
        ]
    assert lines == [
        ("R-", "niet gevraagd", "niet onderzocht"),
        ("R0", "T < 4", "te weinig informatie"),
        ("R1", "C/T ≥ 2/3", "weersproken"),
        ("R1b", "S/T ≥ 1/3 en C/T ≥ 1/3", "verdeeld"),
        ("R2", "S/T ≥ 0,75 en (C/T ≤ 0,10, of C = 1 en T ≥ 8)", "ondersteund"),
        ("R3", "(S+Q)/T > 0,50", "genuanceerd"),
        ("R4", "al het andere", "niet herkend"),
    ]


def test_the_table_of_literature_ends_in_the_rules_on_shares() -> None:
    with speaking("nl"):
        assert LITERATURE_RULES[-1].outcome_words == "de regels R1 tot en met R4, op punten"
    assert [rule.number for rule in LITERATURE_RULES] == ["L-", "L1a", "L1b", "L2", "L3"]


def test_every_verdict_reproduces_by_hand_from_the_first_rule_that_holds() -> None:
    for s in range(9):
        for q in range(9):
            for c in range(9):
                if s + q + c:
                    assert find_rule(
                        SHARE_RULES, Case(Tally(Fraction(s), Fraction(q), Fraction(c)))
                    ).outcome is by_hand(s, q, c)


def by_hand(s: int, q: int, c: int) -> Outcome:
    """The rules once more, as a reader with a pencil would apply them: in whole numbers, without fractions."""
    t = s + q + c
    if 3 * c >= 2 * t:
        return Outcome.CONTRADICTED
    if 3 * s >= t and 3 * c >= t:
        return Outcome.DIVIDED
    if 4 * s >= 3 * t and (10 * c <= t or (c == 1 and t >= 8)):
        return Outcome.SUBSTANTIATED
    return Outcome.NUANCED if 2 * (s + q) > t else Outcome.NOT_SUBSTANTIATED


def test_other_limits_give_other_verdicts() -> None:
    case = Case(Tally(Fraction(7), Fraction(3)), limits=Limits(support=Fraction(7, 10)))
    assert find_rule(SHARE_RULES, case).number == "R2"
    assert find_rule(SHARE_RULES, Case(case.tally)).number == "R3"
