from __future__ import annotations

from starlette.testclient import TestClient

from study.folder import Study
from synthesis.judgement import judge_all
from tests.workbench.web.visits import links_on, text_of
from workbench.web.desk import Desk


def test_every_statement_of_a_perspective_is_placed_or_listed(reader: TestClient, example: Study) -> None:
    journey = Desk(example).journey
    for perspective in journey.perspectives:
        page = reader.get(f"/kaart/oordeel?perspectief={perspective.key}").text
        shown = {each.rpartition("/")[2] for each in links_on(page, "/kaart/bevinding/")}
        assert shown == {each.finding.key for each in journey.statements if each.finding.perspective == perspective.key}


def test_a_perspective_with_placed_labels_is_shown_first(reader: TestClient, example: Study) -> None:
    first = next(each.perspective for each in judge_all(Desk(example).journey) if each.placed)
    label = example.settings.perspective(first).label
    assert f"{label} over:" in text_of(reader.get("/kaart/oordeel").text)


def test_labels_of_too_few_people_are_listed_and_not_placed(reader: TestClient) -> None:
    said = text_of(reader.get("/kaart/oordeel?perspectief=werkgever").text)
    listed = said.partition("Aan te weinig mensen gevraagd")[2]
    assert "Een verklaring die zes weken later komt" in listed
    assert said.count("Een verklaring die zes weken later komt") == 1


def test_a_study_without_findings_says_so(newcomer: TestClient) -> None:
    assert newcomer.get("/kaart/oordeel").status_code == 200
