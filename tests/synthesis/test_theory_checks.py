from __future__ import annotations

import pytest

from study.messages import speaking
from synthesis.theory import Block, TheoryLink, TheoryNode
from synthesis.theory_checks import Gap, check_theory
from synthesis.theory_graph import theory_graph
from tests.synthesis.cases import assumption
from tests.synthesis.test_theory_graph import LINKS, NODES, link, matrix_of, node


def gaps(nodes: list[TheoryNode], links: list[TheoryLink]) -> list[tuple[Gap, tuple[str, ...]]]:
    return [(each.gap, each.keys) for each in check_theory(theory_graph(nodes, links))]


def test_an_outcome_that_nothing_leads_to_is_remarked() -> None:
    assert (Gap.OUTCOME_WITHOUT_CAUSE, ("u",)) in gaps([node("u", Block.OUTCOME)], [])


def test_means_that_lead_nowhere_are_remarked() -> None:
    assert (Gap.MEANS_WITHOUT_GOAL, ("s2",)) in gaps(NODES, LINKS)
    assert (Gap.MEANS_WITHOUT_GOAL, ("s1",)) not in gaps(NODES, LINKS)


def test_an_arrow_without_an_assumption_is_remarked() -> None:
    assert (Gap.ARROW_WITHOUT_ASSUMPTION, ("o", "s2")) in gaps(NODES, LINKS)


def test_an_arrow_that_nobody_examined_is_remarked() -> None:
    remarks = check_theory(theory_graph(NODES, LINKS, matrix_of()))
    assert [each.keys for each in remarks if each.gap is Gap.ARROW_WITHOUT_EVIDENCE] == [("s1", "w")]


def test_a_leap_from_problem_to_outcome_is_remarked() -> None:
    assert (Gap.SHORTCUT, ("p", "u")) in gaps(NODES, [*LINKS, link("p", "u")])


@pytest.mark.parametrize(
    ("extra", "circle"),
    [(link("s1", "o"), ("o", "s1", "o")), (link("o", "o"), ("o", "o")), (link("w", "o"), ("o", "s1", "w", "o"))],
)
def test_a_theory_that_goes_round_is_remarked_once(extra: TheoryLink, circle: tuple[str, ...]) -> None:
    assert [keys for gap, keys in gaps(NODES, [*LINKS, extra]) if gap is Gap.CYCLE] == [circle]


def test_an_assumption_under_no_arrow_is_remarked_in_a_sentence() -> None:
    remarks = check_theory(theory_graph(NODES, LINKS), [assumption("A1"), assumption("A7")])
    with speaking("nl"):
        assert remarks[-1].words == "De veronderstelling A7 ligt onder geen enkele pijl."


def test_a_sound_theory_has_no_remarks() -> None:
    sound = [each for each in NODES if each.key not in {"s2", "d"}]
    links = [TheoryLink(each.id, each.source, each.target, each.assumption) for each in LINKS if each.target != "s2"]
    assert check_theory(theory_graph(sound, links)) == ()
