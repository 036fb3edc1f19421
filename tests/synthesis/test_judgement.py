from __future__ import annotations

from typing import Any

from coding.codings import Valence
from synthesis.experience import ExperienceMap
from synthesis.findings import Finding
from synthesis.judgement import Column, Row, judge, judge_all
from tests.synthesis.cases import GOOD, MIXED, PAIN, asked, asked_table, finding, map_of, passage, people

TWELVE = asked_table(asked(people(12)))


def said(key: str, *valences: Valence | None, **facts: Any) -> tuple[list[dict[str, Any]], Finding]:
    """A finding that so many employers speak to, each with a valence."""
    rows = [passage(f"{key}{each}", f"w{each + 1}", valence=valence) for each, valence in enumerate(valences)]
    return rows, finding(key, *(row["coding_id"] for row in rows), **facts)


def journey_of(*both: tuple[list[dict[str, Any]], Finding]) -> ExperienceMap:
    rows = [row for some, _ in both for row in some]
    return map_of(rows, [one for _, one in both], TWELVE)


def test_a_label_is_placed_by_valence_and_salience() -> None:
    judgement = judge(journey_of(said("a", *[PAIN] * 6), said("b", *[GOOD] * 2)), perspective="werkgever")
    assert [each.label for each in judgement.at(Column.PAIN, Row.OFTEN)] == ["Label a"]
    assert [each.label for each in judgement.at(Column.GOOD, Row.SELDOM)] == ["Label b"]


def test_a_divided_item_is_never_forced_to_a_side() -> None:
    judgement = judge(journey_of(said("a", *[PAIN] * 3, *[GOOD] * 3)), perspective="werkgever")
    placed = judgement.at(Column.DIVIDED, Row.OFTEN)[0]
    assert not placed.mixed


def test_people_of_two_minds_stand_in_the_middle_with_their_own_mark() -> None:
    judgement = judge(journey_of(said("a", *[MIXED] * 4)), perspective="werkgever")
    assert judgement.at(Column.DIVIDED, Row.OFTEN)[0].mixed


def test_what_nobody_judged_is_listed_below() -> None:
    judgement = judge(journey_of(said("a", None, None, GOOD, None)), perspective="werkgever")
    assert judgement.placed == ()
    assert [each.finding.key for each in judgement.neutral] == ["a"]


def test_four_of_twelve_lies_on_the_border_and_one_respondent_never_does() -> None:
    judgement = judge(journey_of(said("a", *[PAIN] * 4), said("b", PAIN)), perspective="werkgever")
    assert {each.label: each.on_border for each in judgement.placed} == {"Label a": True, "Label b": False}


def test_two_respondents_of_five_may_lie_on_the_border() -> None:
    rows, one = said("a", PAIN, PAIN)
    journey = map_of(rows, [one], asked_table(asked(people(5))))
    placed = judge(journey, perspective="werkgever").placed[0]
    assert (placed.row, placed.on_border) == (Row.SELDOM, True)


def test_small_groups_and_what_only_others_said_have_no_place() -> None:
    rows, one = said("a", PAIN, PAIN)
    small = judge(map_of(rows, [one], asked_table(asked(people(4)))), perspective="werkgever")
    assert (small.placed, [each.r for each in small.too_small]) == ((), [2])
    outside = judge(map_of(rows, [one], asked_table(asked(people(9, "z")))), perspective="werkgever")
    assert (outside.placed, [each.outside for each in outside.not_mentioned]) == ((), [2])
    nobody = judge(map_of(rows, [one], asked_table()), perspective="werkgever")
    assert [each.eligible for each in nobody.too_small] == [0]


def test_there_is_a_quadrant_for_each_actor() -> None:
    journey = journey_of(said("a", *[PAIN] * 6, actor="uwv"), said("b", *[PAIN] * 6), said("c", PAIN, actor="coach"))
    found = judge_all(journey)
    assert [(each.perspective, each.actor) for each in found] == [
        ("werkgever", "coach"),
        ("werkgever", "uwv"),
        ("werkgever", None),
    ]
    assert [each.label for each in found[1].placed] == ["Label a"]
