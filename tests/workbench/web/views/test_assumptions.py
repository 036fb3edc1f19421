from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from synthesis.overall import OVERALL_RULES
from synthesis.rules import LITERATURE_RULES, PERSPECTIVE_RULES
from synthesis.verdicts import OVERALL
from tests.workbench.web.visits import FRAGMENT, links_on, quotes_on, text_of
from workbench.web.desk import Desk
from workbench.web.views.assumptions import rule_of


def test_every_verdict_stands_in_the_matrix(reader: TestClient, example: Study) -> None:
    page = reader.get("/aannames").text
    matrix = Desk(example).matrix
    cells = (*matrix.cells, *matrix.overall)
    assert {f"/aannames/{each.assumption}/{each.column}" for each in cells} <= set(links_on(page, "/aannames/"))
    said = text_of(page)
    for cell in cells:
        assert cell.verdict is None or cell.verdict.words in said


def test_every_cell_gives_its_stances_or_says_why_there_are_none(reader: TestClient, example: Study) -> None:
    matrix = Desk(example).matrix
    for cell in matrix.cells:
        page = reader.get(f"/aannames/{cell.assumption}/{cell.column}", headers=FRAGMENT).text
        said = [each for each in cell.evidence if each.coding_id]
        assert len(quotes_on(page.partition("Waar de veronderstelling vandaan komt")[0])) == len(said)
        assert cell.evidence or 'class="reason"' in page


def test_every_verdict_names_the_rule_that_gave_it(reader: TestClient, example: Study) -> None:
    matrix = Desk(example).matrix
    for cell in (*matrix.cells, *matrix.overall):
        if cell.verdict is not None and cell.verdict.rule != "hand":
            assert rule_of(cell) is not None
            said = text_of(reader.get(f"/aannames/{cell.assumption}/{cell.column}").text)
            assert f"Regel {cell.verdict.rule}:" in said


def test_the_rule_tables_are_printed_whole(reader: TestClient) -> None:
    page = reader.get("/aannames").text
    numbers = [each.number for each in (*PERSPECTIVE_RULES, *LITERATURE_RULES)]
    for number in (*numbers, *(each.number for each in OVERALL_RULES)):
        assert f'id="regel-{number}"' in page


def test_what_people_decided_stands_beside_the_rule_with_its_reason(reader: TestClient, example: Study) -> None:
    decided = [each for each in Desk(example).matrix.overall if each.verdict and each.verdict.override]
    assert decided
    for cell in decided:
        assert cell.verdict
        assert cell.verdict.override
        said = text_of(reader.get(f"/aannames/{cell.assumption}/{OVERALL}").text)
        assert f"{cell.verdict.proposed_words} → {cell.verdict.words}" in said
        assert cell.verdict.override.reason in said


@pytest.mark.parametrize("address", ["/aannames/A1/niets", "/aannames/A99/jobcoach"])
def test_a_cell_that_is_not_there_is_named(reader: TestClient, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_the_theory_is_drawn_and_told_as_a_list(reader: TestClient) -> None:
    page = reader.get("/aannames").text
    assert "<svg" in page
    assert "Jobcoach blijft betrokken → Ander werk binnen zes maanden" in text_of(page)


def test_a_study_without_a_theory_says_how_to_bring_one_in(newcomer: TestClient) -> None:
    assert "draad theory import" in text_of(newcomer.get("/aannames").text)
