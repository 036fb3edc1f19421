from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.config import ACROSS_PHASES, Phase
from synthesis.errors import MixedPhaseSets, StepWithoutPassages
from synthesis.process import ProcessMap, ProcessStep, StepRole, map_process
from tests.synthesis.cases import COACHES, EMPLOYERS, PHASES, passage, passages

TABLE = passages(
    passage("c1", "w1"), passage("c2", "w2"), passage("c3", "w3", phase="1"), passage("c3", "w3", phase="0")
)


def step(ordinal: int, *codings: str, **facts: Any) -> ProcessStep:
    known: dict[str, Any] = {
        "perspective": "werkgever",
        "phase": "0",
        "role": StepRole.FORMAL,
        "text": f"Stap {ordinal}",
    }
    return ProcessStep(id=f"s{ordinal}", ordinal=ordinal, passages=codings, **(known | facts))


STEPS = [
    step(1, "c1", "c2"),
    step(2, "c3", role=StepRole.INFORMAL),
    step(3, "c2", phase="1"),
    step(4, "c1", phase=ACROSS_PHASES),
    step(5, "c1", perspective="jobcoach"),
]


def mapped(*steps: ProcessStep) -> ProcessMap:
    return map_process(TABLE, steps, phases=PHASES, perspectives=(EMPLOYERS, COACHES))


def test_a_step_rests_on_at_least_one_passage() -> None:
    with pytest.raises(StepWithoutPassages, match="werkgever-7"):
        step(7)


def test_steps_keep_their_order_and_are_numbered_within_their_phase() -> None:
    cell = mapped(*STEPS[::-1]).cell("werkgever", "0")
    assert [(each.number, each.step.text, each.m) for each in cell.steps] == [(1, "Stap 1", 2), (2, "Stap 2", 1)]
    assert mapped(*STEPS).cell("werkgever", "1").steps[0].number == 1


def test_across_the_phases_comes_last() -> None:
    process = mapped(*STEPS)
    assert [each.phase for each in process.cells if each.perspective == "werkgever"] == ["0", "1", ACROSS_PHASES]
    assert [each.step.ordinal for each in process.of("werkgever")] == [1, 2, 3, 4]


def test_only_who_has_steps_is_described() -> None:
    assert mapped(*STEPS).described == (EMPLOYERS, COACHES)
    assert mapped(STEPS[0]).described == (EMPLOYERS,)


@given(
    st.permutations(STEPS),
    st.lists(st.sampled_from(["c1", "c2", "c3", "weg"]), min_size=1, max_size=3),
    st.sampled_from(["0", "1", "9"]),
)
def test_every_printed_step_has_a_passage_and_a_quote_and_none_is_lost(
    steps: list[ProcessStep], codings: list[str], phase: str
) -> None:
    process = mapped(*steps, step(9, *codings, phase=phase))
    for each in process.steps:
        assert each.m >= 1
        assert each.quotes
        assert {quote.coding_id for quote in each.quotes} <= set(each.step.passages)
    assert len(process.steps) + len(process.loose) == len(steps) + 1
    assert process.cells == mapped(*sorted(steps, key=lambda each: each.id), step(9, *codings, phase=phase)).cells


def test_a_step_whose_passages_are_gone_is_loose() -> None:
    process = mapped(step(1, "weg"), step(2, "c1", "weg"))
    assert [each.ordinal for each in process.loose] == [1]
    assert process.steps[0].m == 1


def test_phases_of_two_sets_never_share_a_map() -> None:
    with pytest.raises(MixedPhaseSets):
        map_process(TABLE, [], phases=(*PHASES, Phase("a", "A", set="klantreis")), perspectives=(EMPLOYERS,))
