from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest

from corpus.asked import COVERED_COLUMNS
from study.config import Phase, Thresholds
from synthesis.eligible import Eligible
from synthesis.errors import MixedPhaseSets
from synthesis.experience import CellState, select_statements, withhold
from synthesis.quantifiers import Quantifier
from synthesis.salience import Salience
from synthesis.valence import Judged
from tests.synthesis.cases import COACHES, EMPLOYERS, GOOD, PAIN, asked, asked_table, finding, map_of, passage, people

ELEVEN = asked_table(asked(people(11)))


def test_a_statement_is_counted_classed_and_worded() -> None:
    rows = [passage(f"c{each}", f"w{each}", valence=PAIN, intensity=2) for each in range(1, 6)]
    journey = map_of(rows, [finding("a", "c1", "c2", "c3", "c4", "c5", valence=PAIN)], ELEVEN)
    statement = journey.cell("werkgever", "0").statements[0]
    assert (statement.r, statement.eligible, statement.m) == (5, 11, 5)
    assert (statement.salience, statement.stable) == (Salience.OFTEN, True)
    assert statement.quantifier is Quantifier.ABOUT_HALF
    assert (statement.valence, statement.disagreement) == (Judged.PAIN, Fraction(0))
    assert statement.intensity == 2.0
    assert len(statement.quotes) == 3


def test_every_perspective_has_a_cell_for_every_phase_and_across_them() -> None:
    journey = map_of([], [], ELEVEN)
    assert [(each.perspective, each.phase) for each in journey.cells] == [
        ("werkgever", "0"),
        ("werkgever", "1"),
        ("werkgever", "x"),
        ("jobcoach", "0"),
        ("jobcoach", "1"),
        ("jobcoach", "x"),
    ]


def test_statements_run_from_most_to_fewest_respondents_and_then_by_label() -> None:
    rows = [passage("c1", "w1"), passage("c2", "w2")]
    found = [finding("b", "c1"), finding("a", "c2"), finding("c", "c1", "c2")]
    journey = map_of(rows, found, ELEVEN)
    assert [each.finding.key for each in journey.statements] == ["c", "a", "b"]


def test_coded_material_without_findings_waits_for_one() -> None:
    journey = map_of([passage("c1"), passage("c2")], [], ELEVEN)
    cell = journey.cell("werkgever", "0")
    assert (cell.state, cell.passages, cell.eligible) == (CellState.NO_FINDING_YET, 2, 11)


def test_a_phase_in_no_guide_without_passages_was_not_asked() -> None:
    cell = map_of([], [], ELEVEN).cell("werkgever", "1")
    assert (cell.state, cell.spontaneous, cell.eligible) == (CellState.NOT_ASKED, True, 11)


def test_asked_and_nothing_said_is_something_else() -> None:
    cell = map_of([], [], ELEVEN).cell("werkgever", "0")
    assert (cell.state, cell.spontaneous) == (CellState.NOTHING_SAID, False)


def test_a_phase_that_reached_nobody_has_no_data() -> None:
    covered = pd.DataFrame([("werkgever", "1", "", "i", "g", False)], columns=list(COVERED_COLUMNS))
    cell = map_of([], [], Eligible(ELEVEN, covered=covered)).cell("werkgever", "1")
    assert (cell.state, cell.eligible) == (CellState.NO_DATA, 0)


def test_without_any_guide_everybody_counts_and_nothing_is_blocked() -> None:
    table = asked_table(asked(people(3), via="geen_topiclijst"), asked(people(3), via="geen_topiclijst", phase="x"))
    journey = map_of([passage("c1")], [finding("a", "c1")], table, guides_known=False)
    assert not journey.guides_known
    assert journey.without_guide["werkgever"] == {"i"}
    assert journey.cell("werkgever", "0").statements[0].salience is Salience.TOO_SMALL
    assert journey.cell("werkgever", "1").state is CellState.NOT_ASKED


def test_passages_without_a_phase_stand_across_phases() -> None:
    cell = map_of([passage("c1", phase=None), passage("c2", phase="x")], [], ELEVEN).cell("werkgever", "x")
    assert (cell.state, cell.passages, cell.unphased) == (CellState.NO_FINDING_YET, 2, 1)


def test_phases_of_another_set_and_interviewers_are_left_out() -> None:
    rows = [passage("c1", phase="other"), passage("c2", role="interviewer"), passage("c3", perspective="client")]
    assert {each.passages for each in map_of(rows, [finding("a", "c1", phase="other")], ELEVEN).cells} == {0}


def test_phase_sets_never_mix() -> None:
    with pytest.raises(MixedPhaseSets):
        map_of([], [], ELEVEN, phases=(Phase("0", "Start"), Phase("k0", "Intake", set="klantreis")))


def test_a_finding_that_lost_its_passages_is_in_no_cell() -> None:
    gone = finding("a", "gone")
    journey = map_of([passage("c1")], [gone], ELEVEN)
    assert journey.unsupported == (gone,)
    assert journey.statements == ()


def test_a_finding_that_only_others_support_is_in_no_cell() -> None:
    rows = [passage("c1", "j1", perspective="jobcoach")]
    assert map_of(rows, [finding("a", "c1")], ELEVEN).statements == ()


@pytest.mark.parametrize("number", [0, 1, 2, 4, 5])
def test_small_groups_never_raise(number: int) -> None:
    group = people(number)
    rows = [passage(f"c{each}", each, valence=GOOD) for each in group]
    found = [finding("a", *(f"c{each}" for each in group))] if group else []
    journey = map_of(rows, found, asked_table(asked(group)))
    assert [each.r for each in journey.statements] == ([number] if number else [])


def test_a_lone_voice_against_its_cell_is_kept_as_a_minority() -> None:
    rows = [passage(f"c{each}", f"w{each}", valence=GOOD) for each in range(1, 7)]
    rows.append(passage("c7", "w7", valence=PAIN))
    found = [finding("a", *(f"c{each}" for each in range(1, 7))), finding("b", "c7")]
    lone = map_of(rows, found, ELEVEN).statements[1]
    assert (lone.finding.key, lone.minority, lone.quantifier) == ("b", True, Quantifier.ONE)


def test_a_strongly_felt_minority_is_kept_too_but_not_in_a_small_group() -> None:
    rows = [passage("c1", "w1", intensity=2)]
    assert map_of(rows, [finding("a", "c1")], ELEVEN).statements[0].minority
    assert not map_of(rows, [finding("a", "c1")], asked_table(asked(people(4)))).statements[0].minority
    calm = [passage("c1", "w1", intensity=1)]
    assert not map_of(calm, [finding("a", "c1")], ELEVEN).statements[0].minority


def test_a_full_cell_gives_up_its_last_place_to_a_minority() -> None:
    rows = [passage(f"c{each}-{person}", person) for each in range(10) for person in ("w1", "w2", "w3")]
    rows.append(passage("lone", "w4", intensity=3))
    found = [finding(str(each), *(f"c{each}-w{person}" for person in (1, 2, 3))) for each in range(10)]
    cell = map_of(rows, [*found, finding("z", "lone")], ELEVEN).cell("werkgever", "0")
    shown = select_statements(cell)
    assert len(shown) == 9
    assert shown[-1].finding.key == "z"
    assert len(select_statements(cell, limit=20)) == 11


def test_withheld_findings_leave_a_cell_that_says_so() -> None:
    rows = [passage("c1", "w1"), passage("c2", "w2")]
    journey = map_of(rows, [finding("a", "c1"), finding("b", "c2")], ELEVEN)
    some = withhold(journey, findings={"a"}).cell("werkgever", "0")
    assert (some.state, some.withheld, len(some.statements)) == (CellState.FILLED, 1, 1)
    none = withhold(journey, findings={"a", "b"}).cell("werkgever", "0")
    assert (none.state, none.withheld, none.statements) == (CellState.WITHHELD, 2, ())


def test_an_opposite_passage_becomes_the_contra_quote() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w2", valence=PAIN)]
    journey = map_of(rows, [finding("a", "c1", contra=("c2",), valence=GOOD)], ELEVEN)
    assert [(each.coding_id, each.contra) for each in journey.statements[0].quotes] == [("c1", False), ("c2", True)]


def test_a_supporter_who_judges_the_other_way_is_quoted_as_contra() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w2", valence=PAIN)]
    journey = map_of(rows, [finding("a", "c1", "c2", valence=GOOD)], ELEVEN)
    assert [each.contra for each in journey.statements[0].quotes] == [False, True]


def test_limits_are_settings_of_the_study() -> None:
    rows = [passage(f"c{each}", f"w{each}") for each in range(1, 6)]
    found = [finding("a", "c1", "c2", "c3", "c4", "c5")]
    strict = map_of(rows, found, ELEVEN, thresholds=Thresholds(often_spontaneous=0.6))
    assert strict.statements[0].salience is Salience.SELDOM


def test_the_order_of_passages_and_findings_changes_nothing() -> None:
    rows = [passage(f"c{each}", f"w{each % 3}", valence=GOOD) for each in range(9)]
    found = [finding("a", "c0", "c1", "c2"), finding("b", "c3", "c4", "c5", "c6")]
    assert map_of(rows, found, ELEVEN) == map_of(rows[::-1], found[::-1], ELEVEN)


def test_the_rows_are_the_perspectives_that_were_given() -> None:
    journey = map_of([], [], ELEVEN, perspectives=(COACHES,))
    assert {each.perspective for each in journey.cells} == {"jobcoach"}
    assert EMPLOYERS not in journey.perspectives
