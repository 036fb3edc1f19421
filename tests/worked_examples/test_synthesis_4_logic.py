"""The audit of a logic model, by the rules of synthesis.md 4.11: every status in every place of the chain."""

from __future__ import annotations

import pytest

from synthesis.logic import LinkStatus
from synthesis.logic_audit import Contribution, Effect, audit_logic
from tests.synthesis.logic_cases import ELEMENTS, chain

MET, CONCERN, DONE = LinkStatus.MET, LinkStatus.MET_WITH_CONCERN, LinkStatus.DONE
EARLY, NOT_MET, UNKNOWN = LinkStatus.TOO_EARLY, LinkStatus.NOT_MET, LinkStatus.NOT_EXAMINED


@pytest.mark.parametrize(
    ("before_output", "to_outcome", "contribution", "effect"),
    [
        (MET, MET, "aannemelijk", "vastgesteld"),
        (CONCERN, CONCERN, "aannemelijk", "vastgesteld"),
        (DONE, MET, "aannemelijk", "nog_niet_vast_te_stellen"),
        (MET, DONE, "aannemelijk", "nog_niet_vast_te_stellen"),
        (MET, EARLY, "aannemelijk", "nog_niet_vast_te_stellen"),
        (MET, UNKNOWN, "aannemelijk", "nog_niet_vast_te_stellen"),
        (MET, NOT_MET, "aannemelijk", "niet_aannemelijk"),
        (DONE, NOT_MET, "aannemelijk", "niet_aannemelijk"),
        (EARLY, MET, "onbekend", "nog_niet_vast_te_stellen"),
        (UNKNOWN, MET, "onbekend", "nog_niet_vast_te_stellen"),
        (EARLY, NOT_MET, "onbekend", "niet_aannemelijk"),
        (NOT_MET, MET, "niet_aannemelijk", "niet_aannemelijk"),
        (NOT_MET, UNKNOWN, "niet_aannemelijk", "niet_aannemelijk"),
    ],
)
def test_contribution_and_effect_are_concluded_apart(
    before_output: LinkStatus, to_outcome: LinkStatus, contribution: str, effect: str
) -> None:
    audit = audit_logic(ELEMENTS, chain(MET, before_output, to_outcome))
    assert (audit.contribution, audit.effect) == (Contribution(contribution), Effect(effect))
    other = audit_logic(ELEMENTS, chain(before_output, MET, to_outcome))
    assert (other.contribution, other.effect) == (audit.contribution, audit.effect)


@pytest.mark.parametrize("status", LinkStatus)
def test_impact_decides_nothing(status: LinkStatus) -> None:
    audit = audit_logic(ELEMENTS, chain(MET, MET, MET, status))
    assert (audit.contribution, audit.effect) == (Contribution.PLAUSIBLE, Effect.ESTABLISHED)
