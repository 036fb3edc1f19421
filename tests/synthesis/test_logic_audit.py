from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.messages import speaking
from synthesis.errors import UnknownElement
from synthesis.logic import LinkStatus, LogicLink
from synthesis.logic_audit import Contribution, Effect, audit_logic
from tests.synthesis.logic_cases import ELEMENTS, MODELS, chain, link

MET, CONCERN, DONE = LinkStatus.MET, LinkStatus.MET_WITH_CONCERN, LinkStatus.DONE
EARLY, NOT_MET = LinkStatus.TOO_EARLY, LinkStatus.NOT_MET


@given(MODELS, st.integers())
def test_the_order_of_boxes_and_links_changes_no_conclusion(links: list[LogicLink], seed: int) -> None:
    boxes, shuffled = list(ELEMENTS), list(links)
    random.Random(seed).shuffle(boxes)  # noqa: S311 - an order, not a secret
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    assert audit_logic(boxes, shuffled) == audit_logic(ELEMENTS, links)


@given(MODELS)
def test_a_point_of_concern_counts_as_met(links: list[LogicLink]) -> None:
    eased = [replace(each, status=MET) if each.status is CONCERN else each for each in links]
    one, other = audit_logic(ELEMENTS, links), audit_logic(ELEMENTS, eased)
    assert (one.contribution, one.effect) == (other.contribution, other.effect)


@given(MODELS)
def test_links_to_impact_are_left_out(links: list[LogicLink]) -> None:
    known = [each for each in links if "impact" not in {each.source, each.target}]
    one, other = audit_logic(ELEMENTS, links), audit_logic(ELEMENTS, known)
    assert (one.contribution, one.effect) == (other.contribution, other.effect)


@given(MODELS)
def test_an_effect_that_is_established_has_a_contribution(links: list[LogicLink]) -> None:
    audit = audit_logic(ELEMENTS, [*links, link("activity", "output", MET, 9)])
    if audit.effect is Effect.ESTABLISHED:
        assert audit.contribution is Contribution.PLAUSIBLE
    if audit.contribution is Contribution.NOT_PLAUSIBLE:
        assert audit.effect is Effect.NOT_PLAUSIBLE


def test_without_a_link_that_reaches_output_or_outcome_nothing_is_concluded() -> None:
    audit = audit_logic(ELEMENTS, chain(MET))
    assert (audit.contribution, audit.effect) == (Contribution.UNKNOWN, Effect.NOT_YET)
    assert audit_logic(ELEMENTS, chain(MET, MET)).effect is Effect.NOT_YET
    assert audit_logic(ELEMENTS, []).contribution is Contribution.UNKNOWN


CARRIED_OUT = "elke schakel tot en met output is uitgevoerd of voldaan"


@pytest.mark.parametrize(
    ("links", "contribution", "effect"),
    [
        (chain(MET, NOT_MET, MET), "schakel 2 is niet voldaan", "schakel 2 is niet voldaan"),
        (chain(MET, DONE, NOT_MET), CARRIED_OUT, "schakel 3 is niet voldaan"),
        (chain(EARLY, MET, MET), "over schakel 1 is te weinig bekend", "over schakel 1 is te weinig bekend"),
        (chain(MET, DONE, EARLY), CARRIED_OUT, "over de schakels 2, 3 is te weinig bekend"),
        (chain(MET, MET, MET), CARRIED_OUT, "elke schakel tot en met outcome is voldaan"),
        (chain(MET), "geen enkele schakel leidt tot output", "geen enkele schakel leidt tot een outcome"),
    ],
)
def test_a_conclusion_names_the_links_that_decide_it(links: list[LogicLink], contribution: str, effect: str) -> None:
    with speaking("nl"):
        audit = audit_logic(ELEMENTS, links)
        assert audit.contribution_reason == contribution
        assert audit.effect_reason == effect


def test_a_link_to_a_box_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownElement, match="input → nergens"):
        audit_logic(ELEMENTS, [link("input", "nergens")])
