from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from study.messages import speaking
from synthesis.errors import (
    NotANormVerdict,
    NotSearched,
    OverrideReasonTooShort,
    OverrideWithoutPerson,
    UnknownAssumption,
    UnknownColumn,
)
from synthesis.evidence import LITERATURE, Stance
from synthesis.matrix import test_assumptions
from synthesis.theory import AssumptionKind
from synthesis.verdicts import OVERALL, AssumptionMatrix, Outcome, Override, override_verdict
from tests.synthesis.cases import (
    COACHES,
    EMPLOYERS,
    NINE,
    SEARCH,
    asked_about,
    assumption,
    matrix_of,
    passage,
    passages,
    stance,
)

C = Stance.CONTRADICTS
REASON = "Het netto-effect is hiermee niet vast te stellen."
MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


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
