from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from synthesis.logic import LinkStatus
from tests.workbench.models import add_models
from tests.workbench.web.visits import FRAGMENT, links_on, opened, quotes_on, text_of
from workbench.web.desk import Desk
from workbench.web.views.logic import LETTERS, drawing_of, model_on


@pytest.fixture
def modelled(coded: Study, tmp_path: Path) -> Study:
    return add_models(coded, tmp_path)


@pytest.fixture
def visitor(modelled: Study) -> Iterator[TestClient]:
    with opened(modelled) as client:
        yield client


def test_both_conclusions_stand_apart_with_what_decides_them(visitor: TestClient) -> None:
    said = text_of(visitor.get("/aannames/logica").text)
    assert "Bijdrage aannemelijk elke schakel tot en met output is uitgevoerd of voldaan" in said
    assert "Effect nog niet vast te stellen over schakel 3 is te weinig bekend" in said
    assert "Niets in het logisch model leidt tot “Rust”." in said


def test_every_link_is_drawn_with_its_number_and_letter_and_told_in_words(visitor: TestClient) -> None:
    page = visitor.get("/aannames/logica").text
    assert "<svg" in page
    said = text_of(page)
    for words in ("1 V", "2 A", "3 U", "voldaan met aandachtspunt", "2. Bellen binnen een week → Een gesprek"):
        assert words in said


def test_no_two_statuses_share_a_letter() -> None:
    assert sorted(LETTERS) == sorted(LinkStatus)
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_every_link_opens_what_its_status_rests_on(visitor: TestClient) -> None:
    assert links_on(visitor.get("/aannames/logica").text, "/aannames/logica/") == [
        f"/aannames/logica/{number}" for number in (1, 2, 3)
    ]
    assert quotes_on(visitor.get("/aannames/logica/1", headers=FRAGMENT).text)
    said = text_of(visitor.get("/aannames/logica/2").text)
    assert "Vaak later dan een week." in said
    assert "Andere verklaring : De werkgever belde zelf." in said
    assert visitor.get("/aannames/logica/9").status_code == 404


def test_the_drawing_has_a_column_for_every_layer_that_is_used(modelled: Study) -> None:
    graph = drawing_of(model_on(Desk(modelled)))
    assert [each.name for each in graph.layers] == ["Input", "Activiteiten", "Output", "Outcome"]


def test_a_study_without_a_model_says_how_to_bring_one_in(newcomer: TestClient) -> None:
    assert "draad theory logic" in text_of(newcomer.get("/aannames/logica").text)
