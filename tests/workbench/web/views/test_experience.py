from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from reports.words import share_words
from study.folder import Study
from synthesis.experience import CellState
from tests.workbench.web.visits import FRAGMENT, links_on, quotes_on, text_of
from workbench.web.desk import Desk
from workbench.web.views.experience import reason_words


def test_every_statement_stands_in_the_map_with_its_count(reader: TestClient, example: Study) -> None:
    said = text_of(reader.get("/kaart").text)
    for statement in Desk(example).journey.statements:
        assert statement.finding.wording in said
        assert share_words(statement) in said


def test_the_states_of_empty_cells_are_told_apart_in_map_and_legend(reader: TestClient, example: Study) -> None:
    page = reader.get("/kaart").text
    said = text_of(page)
    states = {each.state for each in Desk(example).journey.cells}
    for state in states:
        assert f"state-{state}" in page
    for words in ("niet gevraagd", "fragmenten, nog geen bevinding"):
        assert said.count(words) >= 2


def test_one_perspective_can_be_read_alone(reader: TestClient) -> None:
    said = text_of(reader.get("/kaart?perspectief=werkgever").text)
    assert "Gunnen mensen een kans" in said
    assert "Zien het eerste teken" not in said


def test_a_statement_opens_its_words_and_the_opposite_apart(reader: TestClient) -> None:
    page = reader.get("/kaart/bevinding/f-wn-coach-begin", headers=FRAGMENT).text
    before, _, after = page.partition("Wie het tegendeel zegt")
    assert quotes_on(before)
    assert quotes_on(after)
    assert "7 van de 13" in text_of(before)


def test_every_cell_says_what_is_in_it_or_why_nothing_is(reader: TestClient, example: Study) -> None:
    addresses = links_on(reader.get("/kaart").text, "/kaart/cel/")
    cells = Desk(example).journey.cells
    assert len(addresses) == len(cells) == 20
    for address, cell in zip(addresses, cells, strict=True):
        page = reader.get(address).text
        assert len(quotes_on(page)) == min(cell.passages, 50)
        if not cell.passages:
            assert 'class="reason"' in page


@pytest.mark.parametrize("state", [each for each in CellState if each is not CellState.FILLED])
def test_every_empty_state_has_its_reason(example: Study, state: CellState) -> None:
    from dataclasses import replace

    cell = replace(Desk(example).journey.cells[0], state=state)
    assert reason_words(cell, guides_known=True)
    assert reason_words(cell, guides_known=False)


def test_without_codings_the_map_says_what_to_do(newcomer: TestClient) -> None:
    assert "Open een document en codeer het" in text_of(newcomer.get("/kaart").text)


def test_findings_are_proposed_where_passages_wait_for_one(coder: TestClient, own_example: Study) -> None:
    waiting = [each for each in Desk(own_example).journey.cells if each.state is CellState.NO_FINDING_YET]
    assert waiting
    assert coder.post("/kaart").status_code == 422
    assert 'action="/kaart"' in coder.get("/kaart").text
    assert 'action="/kaart"' not in coder.post("/kaart", data={"naam": "Proef"}).text
    for cell in waiting:
        proposed = Desk(own_example).journey.cell(cell.perspective, cell.phase).statements
        assert proposed
        assert all(each.finding.wording for each in proposed)
