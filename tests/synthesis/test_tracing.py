from __future__ import annotations

import pytest

from synthesis.tracing import TestKind, Trace, classify_test, likelihood_ratio, update_belief


@pytest.mark.parametrize(
    ("sensitivity", "type_one", "kind"),
    [
        (0.90, 0.10, TestKind.DOUBLY_DECISIVE),
        (0.89, 0.10, TestKind.SMOKING_GUN),
        (0.90, 0.11, TestKind.HOOP),
        (0.5, 0.5, TestKind.STRAW),
    ],
)
def test_the_four_tests_meet_at_their_limits(sensitivity: float, type_one: float, kind: TestKind) -> None:
    assert classify_test(sensitivity, type_one) is kind


def test_a_straw_changes_nothing() -> None:
    assert update_belief(0.3, [Trace(0.5, 0.5, found=True)]) == pytest.approx(0.3)


def test_certainty_is_never_absolute() -> None:
    assert likelihood_ratio(Trace(1.0, 0.0, found=True)) == pytest.approx(99)
    assert 0 < update_belief(0.5, [Trace(1.0, 0.0, found=False)]) < 0.02


def test_traces_of_their_own_weigh_together_and_packages_weigh_once() -> None:
    trace = Trace(0.8, 0.4, found=True)
    alone = update_belief(0.5, [trace])
    assert update_belief(0.5, [trace, trace]) > alone
    packed = Trace(0.8, 0.4, found=True, package="dossier")
    assert update_belief(0.5, [packed, packed]) == pytest.approx(alone)


def test_what_was_not_looked_for_is_no_trace() -> None:
    assert update_belief(0.4, []) == pytest.approx(0.4)
