from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.workbench.actions.searched import put_turns
from tests.workbench.web.visits import links_on, opened, text_of

ENGLISH = {"cookie": "draad_taal=en"}


@pytest.fixture
def visitor(study: Study) -> Iterator[TestClient]:
    put_turns(study, "gesprek-1", ["Niemand belde 👍 mij terug.", "De coach belde wél.", "<b>Vet</b> gezegd."])
    put_turns(study, "gesprek-2", [f"Keer {number}: de coach belde." for number in range(30)])
    with opened(study) as client:
        client.headers |= ENGLISH
        yield client


def test_what_is_found_leads_to_its_code_points_in_the_text(visitor: TestClient) -> None:
    page = visitor.get("/zoeken", params={"zoek": "belde terug"}).text
    assert "1 turn in 1 document" in text_of(page)
    assert "Niemand belde 👍 mij terug ." in text_of(page)
    assert links_on(page, "/documenten/gesprek-1?") == ["/documenten/gesprek-1?van=8&tot=13&zoek=belde+terug"]


def test_many_hits_stand_on_pages_that_keep_the_search(visitor: TestClient) -> None:
    page = visitor.get("/zoeken", params={"zoek": "coach"}).text
    assert "31 turns in 2 documents" in text_of(page)
    (following,) = [each for each in links_on(page, "/zoeken?") if "bladzijde" in each]
    assert following == "/zoeken?zoek=coach&bladzijde=2"
    assert "page 2 of 2" in text_of(visitor.get(following).text)


def test_a_search_is_kept_to_one_document_and_opened_again(visitor: TestClient) -> None:
    page = visitor.get("/zoeken", params={"zoek": "coach", "document": "gesprek-1"}).text
    assert "1 turn in 1 document" in text_of(page)
    assert "Only in “gesprek-1”" in text_of(page)
    assert "/zoeken?zoek=coach" in links_on(page, "/zoeken?")


def test_what_cannot_be_understood_is_said_beside_the_field(visitor: TestClient) -> None:
    page = visitor.get("/zoeken", params={"zoek": "(coach"}).text
    assert "The bracket “(” has no partner" in text_of(page)
    assert 'aria-invalid="true"' in page


def test_what_was_said_and_what_was_asked_cannot_break_out_of_the_page(visitor: TestClient) -> None:
    page = visitor.get("/zoeken", params={"zoek": 'vet OF "<script>alert(1)</script>"'}).text
    assert "<b>Vet" not in page
    assert "<script>alert" not in page


def test_nothing_found_says_what_else_to_try(visitor: TestClient) -> None:
    page = text_of(visitor.get("/zoeken", params={"zoek": "zebra", "wie": "respondenten"}).text)
    assert "“zebra” was not found." in page
    assert "Look everywhere" in page


def test_a_study_without_documents_says_where_to_begin(newcomer: TestClient) -> None:
    page = newcomer.get("/zoeken").text
    assert "/documenten/opnemen" in links_on(page, "/documenten/")


@pytest.mark.parametrize("query", ["perspectief=marsman", "code=geen", "instrument=geen", "fase=99"])
def test_a_filter_that_does_not_exist_is_refused(visitor: TestClient, query: str) -> None:
    assert 400 <= visitor.get(f"/zoeken?zoek=coach&{query}").status_code < 500


def test_an_unknown_kind_finds_nothing(visitor: TestClient) -> None:
    assert "“coach” was not found." in text_of(visitor.get("/zoeken?zoek=coach&soort=marsman").text)
