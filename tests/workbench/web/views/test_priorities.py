from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from study.folder import Study
from tests.workbench.web.visits import links_on, quotes_on, text_of
from workbench.web.desk import Desk


def test_the_lists_stand_side_by_side_with_shared_places(reader: TestClient) -> None:
    said = text_of(reader.get("/prioriteiten").text)
    assert said.count("6-7") >= 4
    assert "4 geldige stembriefjes" in said
    assert "8 geldige stembriefjes, 1 blanco" in said


def test_of_a_small_group_no_number_is_shown_anywhere(reader: TestClient, example: Study) -> None:
    small = next(each for each in Desk(example).counted if each.ranking.turnout.valid < 5)
    whole = reader.get("/prioriteiten").text
    part = whole[whole.index(small.session.title) :].partition("</section>")[0]
    pages = [part, *(reader.get(each).text for each in links_on(part, "/prioriteiten/"))]
    assert len(pages) == 9
    for page in pages:
        assert "zonder één stem" not in text_of(page)
        assert "score" not in text_of(page)
        assert "Hangt af van" not in text_of(page)


def test_every_point_opens_its_findings_or_says_that_it_has_no_source(reader: TestClient) -> None:
    addresses = links_on(reader.get("/prioriteiten").text, "/prioriteiten/")
    assert len(addresses) == 16
    for address in addresses:
        page = reader.get(address).text
        assert bool(quotes_on(page)) != ("geen bron" in text_of(page))


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        (SessionForm.BALLOTS, SessionStatus.PREPARED, "wordt voorbereid"),
        (SessionForm.BALLOTS, SessionStatus.OPEN, "nog open"),
        (SessionForm.CONSULTATION, SessionStatus.CLOSED, "overleg"),
    ],
)
def test_a_session_without_a_list_says_why(
    coder: TestClient, own_example: Study, form: SessionForm, status: SessionStatus, words: str
) -> None:
    with own_example.store(by="proef") as store:
        session = store.records(VotingSession)[0][0]
        store.replace(replace(session, form=form, status=status))
    said = text_of(coder.get("/prioriteiten").text)
    assert words in said
    assert session.title in said


def test_a_study_without_sessions_says_how_to_begin(newcomer: TestClient) -> None:
    assert "draad vote points" in text_of(newcomer.get("/prioriteiten").text)
