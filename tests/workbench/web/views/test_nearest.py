from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.corpus.test_nearest import SAID
from tests.workbench.actions.searched import put_turns
from tests.workbench.web.visits import links_on, opened, text_of


@pytest.fixture
def visitor(study: Study) -> Iterator[TestClient]:
    put_turns(study, "eerste", SAID[::2])
    put_turns(study, "tweede", SAID[1::2])
    with opened(study) as client:
        client.headers |= {"cookie": "draad_taal=en"}
        yield client


def test_a_turn_leads_to_the_turns_like_it_and_they_to_their_place(visitor: TestClient) -> None:
    assert "/zoeken/lijkt-op/eerste-0" in links_on(visitor.get("/documenten/eerste").text, "/zoeken/lijkt-op/")
    page = visitor.get("/zoeken/lijkt-op/eerste-0").text
    said = text_of(page)
    assert said.index(SAID[0]) < said.index("alike · R1") < said.index(SAID[1])
    assert f"/documenten/tweede?van=0&tot={len(SAID[1])}" in links_on(page, "/documenten/tweede")


def test_a_turn_that_is_like_nothing_says_so(visitor: TestClient) -> None:
    assert "No turn shares enough with this one." in text_of(visitor.get("/zoeken/lijkt-op/eerste-2").text)


def test_a_turn_that_is_not_there_is_no_page(visitor: TestClient) -> None:
    assert visitor.get("/zoeken/lijkt-op/geen").status_code == 404
