from __future__ import annotations

from fractions import Fraction

from synthesis.evidence import Evidence, Quality, Relevance, Stance
from synthesis.literature import Study, gather_studies, weigh_studies


def row(study: str | None, stance: Stance, quality: Quality | None = None, near: Relevance | None = None) -> Evidence:
    return Evidence("id", "A1", stance, study=study, quality=quality, relevance=near)


def test_a_study_that_is_quoted_twice_weighs_once() -> None:
    rows = [row("Bakker", Stance.SUPPORTS, Quality.STRONG, Relevance.DIRECT)] * 2
    assert weigh_studies(gather_studies(rows)).supports == 2


def test_a_study_that_points_both_ways_gives_nuance() -> None:
    rows = [row("Bakker", Stance.SUPPORTS, Quality.STRONG), row("Bakker", Stance.CONTRADICTS, Quality.STRONG)]
    assert gather_studies(rows)[0].direction is Stance.NUANCES


def test_of_two_appraisals_of_one_study_the_lowest_counts() -> None:
    rows = [
        row("Bakker", Stance.SUPPORTS, Quality.STRONG, Relevance.DIRECT),
        row("Bakker", Stance.SUPPORTS, Quality.MODERATE, Relevance.INDIRECT),
    ]
    assert gather_studies(rows)[0].points == Fraction(1, 2)


def test_what_nobody_appraised_weighs_nothing() -> None:
    assert Study("Bakker", Stance.SUPPORTS, None, Relevance.DIRECT).points == 0
    assert Study("Bakker", Stance.SUPPORTS, Quality.STRONG).points == 0


def test_a_study_about_something_else_is_not_there() -> None:
    assert gather_studies([row("Bakker", Stance.SILENT), row(None, Stance.SUPPORTS)]) == ()


def test_finding_something_goes_before_finding_nothing() -> None:
    rows = [row("Bakker", Stance.NOTHING_FOUND), row("Bakker", Stance.SUPPORTS)]
    assert gather_studies(rows)[0].direction is Stance.SUPPORTS
