from __future__ import annotations

import pytest

from study.config import Principle
from synthesis.errors import PointWithoutFindings, PointWithoutPrinciple, UnknownPrincipleOfPoint
from synthesis.improvements import (
    ImprovementPoint,
    check_point,
    find_unanswered_pain,
    find_unserved_principles,
    find_unsupported,
)
from synthesis.judgement import judge_all
from tests.synthesis.cases import GOOD, PAIN, asked, asked_table, finding, map_of, passage, people

PRINCIPLES = (Principle("maatwerk", "Maatwerk"), Principle("nabij", "Nabijheid"))
RESTING = finding("a", "c1")
POINT = ImprovementPoint("id", "V1", 1, "Bel terug", findings=("id-a",), principles={"nabij": "Dichtbij de werkgever."})


def point(key: str = "V2", **facts: object) -> ImprovementPoint:
    return ImprovementPoint(f"id-{key}", key, 2, "Doe iets", **facts)  # type: ignore[arg-type]  # facts of a test


def test_a_point_that_rests_on_nothing_is_listed() -> None:
    loose = point(findings=("id-z",))
    assert find_unsupported([loose, POINT], [RESTING]) == (loose,)


def test_a_finding_without_passages_supports_nothing() -> None:
    assert find_unsupported([POINT], [finding("a")]) == (POINT,)


def test_pain_that_many_mention_and_no_point_answers_is_listed() -> None:
    rows = [passage(f"{key}{each}", f"w{each}", valence=value) for key, value in VALUES.items() for each in range(1, 7)]
    found = [finding(key, *(f"{key}{each}" for each in range(1, 7)), actor="uwv") for key in VALUES]
    judgements = judge_all(map_of(rows, found, asked_table(asked(people(10)))))
    assert [each.label for each in find_unanswered_pain(judgements, [POINT])] == ["Label b"]


VALUES = {"a": PAIN, "b": PAIN, "c": GOOD}


def test_a_principle_that_no_point_serves_is_listed() -> None:
    assert find_unserved_principles([POINT], PRINCIPLES) == (PRINCIPLES[0],)


def test_a_point_without_a_filled_dot_is_refused() -> None:
    with pytest.raises(PointWithoutPrinciple):
        check_point(point(findings=("id-a",)), findings=[RESTING], principles=PRINCIPLES)
    check_point(point(findings=("id-a",)), findings=[RESTING], principles=())


def test_a_point_that_nobody_raised_is_refused() -> None:
    with pytest.raises(PointWithoutFindings):
        check_point(point(), findings=[RESTING], principles=PRINCIPLES)


def test_an_unknown_principle_is_named() -> None:
    with pytest.raises(UnknownPrincipleOfPoint, match="maatwerk, nabij"):
        check_point(point(findings=("id-a",), principles={"snel": ""}), findings=[RESTING], principles=PRINCIPLES)
    check_point(POINT, findings=[RESTING], principles=PRINCIPLES)
