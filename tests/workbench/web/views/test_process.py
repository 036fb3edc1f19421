from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.workbench.models import PROCESS, add_models, refs_of
from tests.workbench.web.visits import FRAGMENT, links_on, opened, quotes_on, text_of
from workbench.actions.process import remove_process


@pytest.fixture
def visitor(coded: Study, tmp_path: Path) -> Iterator[TestClient]:
    with opened(add_models(coded, tmp_path)) as client:
        yield client


def test_every_step_stands_in_the_map_with_its_role_in_words(visitor: TestClient) -> None:
    said = text_of(visitor.get("/proces").text)
    assert "1 De jobcoach belt binnen een week formeel 1 fragment" in said
    assert "2 De werkgever belt zelf een bevriende coach informeel Contact 2 fragmenten" in said


def test_every_step_leads_to_the_words_it_rests_on(visitor: TestClient) -> None:
    addresses = links_on(visitor.get("/proces").text, "/proces/")
    assert len(addresses) == PROCESS.count("[[step]]")
    for address in addresses:
        assert quotes_on(visitor.get(address).text)
        assert quotes_on(visitor.get(address, headers=FRAGMENT).text)


def test_a_perspective_can_be_read_alone(visitor: TestClient) -> None:
    assert "De jobcoach belt" in visitor.get("/proces?perspectief=werkgever").text
    assert "is geen proceskaart vastgelegd" in visitor.get("/proces?perspectief=jobcoach").text
    assert visitor.get("/proces?perspectief=baas").status_code == 404


def test_the_page_follows_the_study(visitor: TestClient, coded: Study) -> None:
    assert visitor.get("/proces/werkgever/1").status_code == 200
    assert refs_of(coded)
    remove_process(coded, "werkgever", by="ans")
    assert visitor.get("/proces/werkgever/1").status_code == 404
    assert "draad process import" in visitor.get("/proces").text
