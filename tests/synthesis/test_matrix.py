from __future__ import annotations

from study.config import Thresholds
from study.messages import speaking
from synthesis.evidence import LITERATURE, Evidence, Stance
from synthesis.matrix import test_assumptions
from synthesis.verdicts import OVERALL, Flag, Outcome
from tests.synthesis.cases import (
    EMPLOYERS,
    NINE,
    SEARCH,
    STUDY,
    asked,
    asked_about,
    asked_table,
    assumption,
    matrix_of,
    passage,
    passages,
    people,
    stance,
)

S, C = Stance.SUPPORTS, Stance.CONTRADICTS


def test_a_perspective_is_judged_on_its_respondents() -> None:
    cell = matrix_of(NINE).cell("A1", "werkgever")
    assert cell.verdict is not None
    assert (cell.verdict.outcome, cell.verdict.rule) == (Outcome.SUBSTANTIATED, "R2")
    assert (cell.verdict.tally.eligible, cell.verdict.tally.silent) == (12, 3)
    assert cell.verdict.words == "ondersteund"
    assert cell.detail == "8 voor, 0 met nuance, 1 tegen; 3 zwijgt"


def test_somebody_who_says_it_often_has_one_stance_and_both_signs_are_nuance() -> None:
    said = [("w1", S), ("w1", S), ("w2", S), ("w2", C), ("w3", Stance.SILENT)]
    verdict = matrix_of(said).cell("A1", "werkgever").verdict
    assert verdict is not None
    tally = verdict.tally
    assert [int(each) for each in (tally.supports, tally.nuances, tally.contradicts, tally.silent)] == [1, 1, 0, 10]
    assert verdict.rule == "R0"


def test_who_was_not_asked_stands_apart() -> None:
    verdict = matrix_of([("w1", S), ("w99", S)]).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert (int(verdict.tally.supports), verdict.tally.outside, verdict.tally.silent) == (1, 1, 11)


def test_without_a_question_about_it_a_stance_is_held_against_everybody() -> None:
    verdict = matrix_of([("w1", S)], table=asked_table(asked(people(7)))).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert (verdict.tally.eligible, verdict.rule) == (7, "R0")


def test_not_asked_and_asked_in_vain_are_two_things() -> None:
    matrix = matrix_of([])
    asked_in_vain, not_asked = matrix.cell("A1", "werkgever"), matrix.cell("A1", "jobcoach")
    assert asked_in_vain.verdict is not None
    assert not_asked.verdict is not None
    assert (asked_in_vain.verdict.rule, asked_in_vain.detail) == ("R0", "niemand sprak zich uit")
    assert (not_asked.verdict.rule, not_asked.detail) == ("R-", "")


def test_too_few_stances_print_a_count() -> None:
    cell = matrix_of([("w1", S), ("w2", S), ("w3", C)]).cell("A1", "werkgever")
    assert cell.detail == "2 van de 3 steunt dit"


def test_a_verdict_that_hangs_on_one_person_names_that_person() -> None:
    said = [*((f"w{each}", S) for each in range(1, 8)), ("w8", C)]
    verdict = matrix_of(said).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert (verdict.stable, verdict.fragile) == (False, tuple(f"W{each}" for each in range(1, 8)))


def test_the_limit_of_too_few_is_a_setting() -> None:
    said = [("w1", S), ("w2", S), ("w3", S)]
    verdict = matrix_of(said, thresholds=Thresholds(min_stances=3)).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert verdict.rule == "R2"


def test_group_voices_are_kept_as_evidence_and_never_counted() -> None:
    rows = [passage("c1", None)]
    matrix = test_assumptions(
        [assumption()], [stance("c1", S)], passages(*rows), asked_about(6), perspectives=(EMPLOYERS,)
    )
    cell = matrix.cell("A1", "werkgever")
    assert cell.verdict is not None
    assert (len(cell.evidence), int(cell.verdict.tally.total)) == (1, 0)


def test_literature_needs_a_search_log() -> None:
    without = matrix_of([], studies=[STUDY]).cell("A1", LITERATURE).verdict
    searched = matrix_of([], studies=[STUDY], searches=[SEARCH]).cell("A1", LITERATURE)
    assert without is not None
    assert searched.verdict is not None
    assert (without.rule, without.flags) == ("L-", (Flag.NO_SEARCH,))
    assert (searched.verdict.rule, searched.verdict.words) == ("L3/R2", "plausibel")
    assert searched.detail == "1 sterk direct"


def test_overall_weighs_the_columns() -> None:
    cell = matrix_of(NINE, studies=[STUDY], searches=[SEARCH]).cell("A1", OVERALL)
    assert cell.verdict is not None
    assert (cell.verdict.rule, cell.verdict.words) == ("O3", "plausibel en herkend")
    assert cell.verdict.sources == (LITERATURE, "werkgever")


def test_quotes_stand_behind_a_cell_one_for_each_stance() -> None:
    quotes = matrix_of([("w1", S), ("w2", S), ("w3", C)]).cell("A1", "werkgever").quotes
    assert [each.stance for each in quotes] == [S, C]


def test_evidence_that_belongs_nowhere_is_loose_and_counts_nowhere() -> None:
    loose = [stance("gone", S), stance("c1", S, "A9"), Evidence("x", "A9", S, study="Bakker")]
    rows = [passage("c1"), passage("c2", perspective="client")]
    evidence = [*loose, stance("c2", S)]
    matrix = test_assumptions([assumption()], evidence, passages(*rows), asked_table(), perspectives=(EMPLOYERS,))
    assert len(matrix.loose) == 4


def test_an_empty_matrix_is_a_matrix() -> None:
    matrix = test_assumptions([], [], passages(), asked_table(), perspectives=(EMPLOYERS,))
    assert (matrix.cells, matrix.overall) == ((), ())


def test_the_words_follow_the_language() -> None:
    verdict = matrix_of(NINE).cell("A1", "werkgever").verdict
    assert verdict is not None
    with speaking("en"):
        assert verdict.words == "supported"
