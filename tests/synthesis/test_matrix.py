from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest

from study.config import Thresholds
from study.messages import speaking
from synthesis.errors import (
    NotANormVerdict,
    NotSearched,
    OverrideReasonTooShort,
    OverrideWithoutPerson,
    UnknownAssumption,
    UnknownColumn,
)
from synthesis.evidence import LITERATURE, Evidence, LiteratureSearch, Quality, Relevance, Stance
from synthesis.matrix import test_assumptions
from synthesis.theory import AssumptionKind
from synthesis.verdicts import OVERALL, AssumptionMatrix, Flag, Outcome, Override, override_verdict
from tests.synthesis.cases import (
    COACHES,
    EMPLOYERS,
    asked,
    asked_table,
    assumption,
    passage,
    passages,
    people,
    stance,
)

S, Q, C = Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS
REASON = "Het netto-effect is hiermee niet vast te stellen."
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)
SEARCH = LiteratureSearch("s", ("A1",), "supported employment AND job loss", date(2026, 3, 2), 214, 38)
STUDY = Evidence("l1", "A1", S, study="Bakker 2021", quality=Quality.STRONG, relevance=Relevance.DIRECT)


def asked_about(number: int) -> pd.DataFrame:
    """A table in which so many employers were asked about A1."""
    table = asked_table(asked(people(number)), asked(people(number), phase=""))
    return table.assign(assumption=["A1" if phase == "" else "" for phase in table["phase"]])


def matrix_of(
    stances: Iterable[tuple[str, Stance]],
    *,
    table: pd.DataFrame | None = None,
    studies: Iterable[Evidence] = (),
    searches: Iterable[LiteratureSearch] = (),
    overrides: Iterable[Override] = (),
    **options: Any,
) -> AssumptionMatrix:
    """The matrix of A1 (or other assumptions) from what employers said of it: (person, stance) pairs."""
    said = [(f"c{number}", person, value) for number, (person, value) in enumerate(stances)]
    rows: list[Mapping[str, Any]] = [passage(coding, person) for coding, person, _ in said]
    evidence = [*(stance(coding, value) for coding, _, value in said), *studies]
    known: dict[str, Any] = {"assumptions": [assumption()], "thresholds": Thresholds()} | options
    return test_assumptions(
        known["assumptions"],
        evidence,
        passages(*rows),
        asked_about(12) if table is None else table,
        searches,
        overrides,
        perspectives=(EMPLOYERS, COACHES),
        thresholds=known["thresholds"],
    )


NINE = [*((f"w{each}", S) for each in range(1, 9)), ("w9", C)]


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


def overridden(matrix: AssumptionMatrix, value: Outcome = Outcome.TOO_LITTLE, **facts: Any) -> Override:
    known: dict[str, Any] = {"column": "werkgever", "reason": REASON, "by": "onderzoekers", "made_at": MOMENT}
    return override_verdict(matrix, "A1", value=value, **(known | facts))


def test_a_person_may_decide_otherwise_and_both_stay_visible() -> None:
    override = overridden(matrix_of(NINE))
    verdict = matrix_of(NINE, overrides=[override]).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert (verdict.outcome, verdict.decided, verdict.stale) == (Outcome.SUBSTANTIATED, Outcome.TOO_LITTLE, False)
    assert (verdict.proposed_words, verdict.words) == ("ondersteund", "te weinig informatie")


def test_an_override_goes_stale_when_its_evidence_changes() -> None:
    override = overridden(matrix_of(NINE))
    verdict = matrix_of([*NINE, ("w10", C)], overrides=[override]).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert verdict.stale


def test_an_override_goes_stale_when_the_assumption_is_reworded() -> None:
    override = overridden(matrix_of(NINE))
    other = assumption(statement="Begeleiding bij ontslag helpt.")
    verdict = matrix_of(NINE, overrides=[override], assumptions=[other]).cell("A1", "werkgever").verdict
    assert verdict is not None
    assert verdict.stale


def test_an_override_survives_other_ids_and_another_order() -> None:
    """The hash is of content: another database, or withdrawing and re-adding somebody, gives it back."""
    override = overridden(matrix_of(NINE))
    said = [(f"k{number}", person, value) for number, (person, value) in enumerate(NINE)]
    rows = [replace_ids(passage(f"c{number}", person), coding) for number, (coding, person, _) in enumerate(said)]
    matrix = test_assumptions(
        [assumption()],
        [replace(stance(coding, value), id=f"other-{coding}") for coding, _, value in said[::-1]],
        passages(*rows[::-1]),
        asked_about(12),
        overrides=[override],
        perspectives=(EMPLOYERS, COACHES),
    )
    verdict = matrix.cell("A1", "werkgever").verdict
    assert verdict is not None
    assert not verdict.stale


def test_the_order_of_the_searches_changes_nothing() -> None:
    both = [SEARCH, replace(SEARCH, query="re-integration")]
    one, other = matrix_of(NINE, searches=both), matrix_of(NINE, searches=both[::-1])
    assert one.cell("A1", LITERATURE).inputs_hash == other.cell("A1", LITERATURE).inputs_hash
    assert one.cell("A1", LITERATURE).inputs_hash != matrix_of(NINE).cell("A1", LITERATURE).inputs_hash


def replace_ids(row: dict[str, Any], coding: str) -> dict[str, Any]:
    return row | {"coding_id": coding, "document_id": f"other-{row['document_id']}", "segment_id": f"s-{coding}"}


def test_what_people_decide_in_a_column_counts_overall() -> None:
    override = overridden(matrix_of(NINE))
    verdict = matrix_of(NINE, overrides=[override]).cell("A1", OVERALL).verdict
    assert verdict is not None
    assert verdict.rule == "O0"


def test_the_overall_verdict_can_be_set_by_hand() -> None:
    override = overridden(matrix_of(NINE), Outcome.NUANCED, column=OVERALL)
    verdict = matrix_of(NINE, overrides=[override]).cell("A1", OVERALL).verdict
    assert verdict is not None
    assert (verdict.outcome, verdict.decided, verdict.stale) == (Outcome.SUBSTANTIATED, Outcome.NUANCED, False)


def test_a_reason_must_be_long_enough_to_read() -> None:
    with pytest.raises(OverrideReasonTooShort) as refusal:
        overridden(matrix_of(NINE), reason="   Zo vinden wij het   ")
    with speaking("nl"):
        assert "17 tekens" in str(refusal.value)
    assert refusal.value.exit_code == 13


def test_somebody_must_have_decided() -> None:
    with pytest.raises(OverrideWithoutPerson):
        overridden(matrix_of(NINE), by=" ")


def test_no_support_in_literature_without_searching_is_refused() -> None:
    with pytest.raises(NotSearched):
        overridden(matrix_of(NINE), Outcome.NOT_SUBSTANTIATED, column=LITERATURE)
    searched = matrix_of(NINE, searches=[SEARCH])
    assert overridden(searched, Outcome.NOT_SUBSTANTIATED, column=LITERATURE).value is Outcome.NOT_SUBSTANTIATED


def test_unknown_assumptions_and_columns_are_named() -> None:
    with pytest.raises(UnknownColumn, match="literatuur, werkgever, jobcoach, totaal"):
        overridden(matrix_of(NINE), column="client")
    with pytest.raises(UnknownAssumption, match="A1"):
        override_verdict(
            matrix_of(NINE), "A2", column=OVERALL, value=Outcome.NUANCED, reason=REASON, by="m", made_at=MOMENT
        )


NORM = assumption(kind=AssumptionKind.NORMATIVE)


def test_norms_are_not_counted() -> None:
    matrix = matrix_of(NINE, assumptions=[NORM])
    assert matrix.cell("A1", "werkgever").verdict is None
    assert matrix.cell("A1", OVERALL).verdict is None
    assert len(matrix.cell("A1", "werkgever").evidence) == 9


def test_people_say_whether_a_norm_is_shared() -> None:
    override = overridden(matrix_of(NINE, assumptions=[NORM]), Outcome.NUANCED)
    matrix = matrix_of(NINE, assumptions=[NORM], overrides=[override])
    verdict = matrix.cell("A1", "werkgever").verdict
    assert verdict is not None
    assert (verdict.words, verdict.stale) == ("deels gedeeld", False)
    assert matrix.cell("A1", OVERALL).verdict is None


def test_a_norm_is_not_contradicted_or_divided() -> None:
    with pytest.raises(NotANormVerdict):
        overridden(matrix_of(NINE, assumptions=[NORM]), Outcome.CONTRADICTED)


def test_the_words_follow_the_language() -> None:
    verdict = matrix_of(NINE).cell("A1", "werkgever").verdict
    assert verdict is not None
    with speaking("en"):
        assert verdict.words == "supported"
