from __future__ import annotations

import pytest

from study.messages import speaking
from synthesis.errors import (
    FindingWithoutPassages,
    SynthesisError,
    UnknownPassage,
    UnknownPerspectiveOfFinding,
    UnknownPhaseOfFinding,
)
from synthesis.findings import Finding, check_findings
from tests.synthesis.cases import finding

GOOD_ONES = [finding("a", "c1"), finding("b", "c2", contra=("c1",), phase="x")]


def check(*findings: Finding) -> None:
    check_findings(findings, codings={"c1", "c2"}, perspectives=["werkgever"], phases=["0", "1"])


def test_findings_that_rest_on_passages_are_let_through() -> None:
    check(*GOOD_ONES)


@pytest.mark.parametrize(
    ("wrong", "error", "sentence"),
    [
        (finding("a"), FindingWithoutPassages, "rust op geen enkel fragment"),
        (finding("a", "c1", "c8", contra=("c9",)), UnknownPassage, "die niet in dit onderzoek zitten (2)"),
        (finding("a", "c1", perspective="uwv"), UnknownPerspectiveOfFinding, "Bekend: werkgever."),
        (finding("a", "c1", phase="7"), UnknownPhaseOfFinding, "Bekend: 0, 1."),
    ],
)
def test_what_is_wrong_with_a_finding_is_said(wrong: Finding, error: type[SynthesisError], sentence: str) -> None:
    with pytest.raises(error) as refusal:
        check(*GOOD_ONES, wrong)
    with speaking("nl"):
        assert sentence in str(refusal.value)
    assert refusal.value.exit_code == 13
