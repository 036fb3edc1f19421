"""The page about privacy: terms, withdrawing consent step by step, the proof, and who came back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from corpus.participants import Participant
from study.folder import Study, open_study
from tests.workbench.leaving import PARROT, fill_results, fill_study
from tests.workbench.web.visits import opened, text_of


@pytest.fixture
def filled(study: Study) -> Study:
    fill_results(study, fill_study(study))
    return study


@pytest.fixture
def visitor(filled: Study) -> Iterator[TestClient]:
    """A visitor who reads English and gave a name."""
    with in_english(filled) as client:
        client.cookies.set("draad_naam", "marit")
        yield client


def in_english(study: Study) -> TestClient:
    client = opened(study)
    client.cookies.set("draad_taal", "en")
    return client


def test_the_page_offers_every_participant_and_says_that_nobody_left(visitor: TestClient) -> None:
    page = text_of(visitor.get("/privacy").text)
    assert "W01 · Werkgevers" in page
    assert "Nobody withdrew consent so far." in page
    assert "draad privacy remove-texts" in page


def test_an_empty_study_has_nobody_to_choose(study: Study) -> None:
    with in_english(study) as client:
        assert "There are no participants in this study." in text_of(client.get("/privacy").text)


def test_the_preview_shows_what_goes_and_asks_for_the_code(visitor: TestClient, filled: Study) -> None:
    page = visitor.get("/privacy/intrekken", params={"code": "W01"}).text
    text = text_of(page)
    assert "Nothing has happened yet." in text
    assert "rapport.docx" in text
    assert "Type W01 to confirm" in text
    assert PARROT not in page
    with filled.reading() as store:
        assert store.count(Participant, code="W01") == 1


def test_another_code_typed_changes_nothing_and_says_so(visitor: TestClient, filled: Study) -> None:
    answer = visitor.post("/privacy/intrekken", data={"code": "W01", "getypt": "w01"})
    assert answer.status_code == 422
    assert "nothing was changed" in text_of(answer.text)
    with filled.reading() as store:
        assert store.count(Participant, code="W01") == 1


def test_who_leaves_is_gone_and_the_proof_is_one_click_away(visitor: TestClient, filled: Study) -> None:
    done = visitor.post("/privacy/intrekken", data={"code": "W01", "getypt": "W01"})
    assert done.status_code == 200
    assert "/privacy/bewijs/W01" in done.text
    proof = text_of(visitor.get("/privacy/bewijs/W01").text)
    assert "Nothing is left." in proof
    assert "by marit" in proof
    front = text_of(visitor.get("/privacy").text)
    assert "look through everything" in front
    assert "W01 · Werkgevers" not in front
    (filled.output / "los.txt").write_text(PARROT, encoding="utf-8")
    assert "Something is left." in text_of(visitor.get("/privacy/bewijs/W01").text)


def test_nobody_of_that_code_is_a_page_that_is_not_there(visitor: TestClient) -> None:
    assert visitor.get("/privacy/intrekken", params={"code": "X9"}).status_code == 404
    assert visitor.get("/privacy/bewijs/W01").status_code == 404


def test_who_came_back_with_an_old_copy_is_removed_again_from_the_page(visitor: TestClient, filled: Study) -> None:
    filled.clear()
    copy = filled.folder.parent / "oud.sqlite"
    shutil.copy(filled.folder / "study.sqlite", copy)
    visitor.post("/privacy/intrekken", data={"code": "W01", "getypt": "W01"})
    shutil.copy(copy, filled.folder / "study.sqlite")
    assert "Who left is back" in text_of(visitor.get("/privacy").text)
    assert "Removed again: W01." in text_of(visitor.post("/privacy/opnieuw").text)
    assert "Who left is back" not in text_of(visitor.get("/privacy").text)


def test_a_date_that_has_passed_is_marked(filled: Study) -> None:
    file = filled.folder / "study.toml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n[retention]\ntexts = 2001-01-01\n", encoding="utf-8")
    with in_english(open_study(filled.folder)) as client:
        assert "what people said, with the codings on it due" in text_of(client.get("/privacy").text)
