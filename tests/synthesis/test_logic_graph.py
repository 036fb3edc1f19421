from __future__ import annotations

import pytest
from hypothesis import given

from study.messages import speaking
from synthesis.errors import UnknownElement
from synthesis.logic import LinkStatus, LogicLink, SourceKind
from synthesis.logic_graph import LogicGap, check_logic, logic_graph
from tests.synthesis.logic_cases import ELEMENTS, MODELS, chain, link

JUDGED = ("c1",)


def gaps(*links: LogicLink) -> list[tuple[LogicGap, tuple[str, ...]]]:
    return [(each.gap, each.labels) for each in check_logic(logic_graph(ELEMENTS, links))]


@given(MODELS)
def test_the_graph_is_the_same_whatever_the_order(links: list[LogicLink]) -> None:
    one, other = logic_graph(ELEMENTS, links), logic_graph(ELEMENTS[::-1], links[::-1])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert check_logic(one) == check_logic(other)


def test_a_layer_that_holds_nothing_takes_no_room() -> None:
    boxes = [each for each in ELEMENTS if each.key in {"input", "outcome"}]
    graph = logic_graph(boxes, [])
    assert [graph.nodes[key]["x"] for key in ("input", "outcome")] == [0, 1]


def test_a_leap_from_input_to_outcome_or_impact_is_remarked() -> None:
    found = gaps(link("input", "outcome", passages=JUDGED), link("input", "impact", ordinal=2, passages=JUDGED))
    assert found == [
        (LogicGap.SHORTCUT, ("Vak input", "Vak outcome")),
        (LogicGap.SHORTCUT, ("Vak input", "Vak impact")),
    ]


def test_an_outcome_that_nothing_leads_to_is_remarked() -> None:
    assert (LogicGap.OUTCOME_WITHOUT_CAUSE, ("Vak outcome",)) in gaps()


def test_a_link_that_was_judged_on_nothing_is_remarked() -> None:
    judged = LogicGap.LINK_WITHOUT_EVIDENCE, ("Vak activity", "Vak output")
    assert judged in gaps(link("activity", "output"))
    assert judged not in gaps(link("activity", "output", passages=JUDGED))
    assert judged not in gaps(link("activity", "output", LinkStatus.NOT_EXAMINED))
    assert judged not in gaps(link("activity", "output", source_kind=SourceKind.OWN_ANALYSIS))


def test_a_model_that_goes_round_is_remarked_once_in_a_sentence() -> None:
    links = [*chain(*[LinkStatus.NOT_EXAMINED] * 4), link("output", "activity", LinkStatus.NOT_EXAMINED, 9)]
    (remark,) = check_logic(logic_graph(ELEMENTS, links))
    with speaking("nl"):
        assert remark.words == "Het logisch model loopt in een kring: “Vak activity” → “Vak output” → “Vak activity”."


def test_a_link_to_a_box_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownElement):
        logic_graph(ELEMENTS, [link("input", "nergens")])
