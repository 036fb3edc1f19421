from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from coding.codings import Coding
from corpus.documents import Document, DocumentKind, DocumentStatus
from corpus.instruments import Instrument, InstrumentKind
from study.folder import Study
from tests.workbench.actions.searched import put_turns
from tests.workbench.web.visits import links_on, opened, text_of


@pytest.fixture
def visitor(study: Study) -> Iterator[TestClient]:
    """A visitor of a study with three documents, one of them coded and checked."""
    for name, turns in (("b", ["Kort."]), ("a", ["Een lange beurt.", "En nog een."]), ("c", ["Beleid."])):
        put_turns(study, name, turns)
    with study.store(by="m") as store:
        store.add(Instrument("i", "ronde1", "Ronde 1", InstrumentKind.INTERVIEW, "werkgever", 1))
        first, second, third = store.find(Document)
        store.replace(
            replace(first, instrument_id="i", held_on=date(2026, 5, 4)),
            replace(second, status=DocumentStatus.CHECKED, held_on=date(2026, 3, 1)),
            replace(third, kind=DocumentKind.POLICY),
        )
        store.add(
            *(Coding(f"k{number}", "b", 0, 4, coder, code="x") for number, coder in enumerate(("marit", "joris")))
        )
    with opened(study) as client:
        client.headers["cookie"] = "draad_taal=en"
        yield client


def listed(client: TestClient, query: str = "") -> list[str]:
    links = links_on(client.get(f"/documenten?{query}").text, "/documenten/")
    return [each.removeprefix("/documenten/") for each in links if not each.endswith(("/verlies", "/opnemen"))]


def test_every_document_is_listed_with_what_is_in_it(visitor: TestClient) -> None:
    page = visitor.get("/documenten").text
    assert listed(visitor) == ["a", "b", "c"]
    said = text_of(page)
    assert "joris, marit" in said
    assert "3 of 3 documents" in said
    assert "/documenten/a/verlies" in links_on(page, "/documenten/")
    assert "/documenten/opnemen" in links_on(page, "/documenten/")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("perspectief=werkgever", ["a"]),
        ("perspectief=niemand", []),
        ("instrument=ronde1", ["a"]),
        ("soort=policy", ["c"]),
        ("soort=policy&perspectief=werkgever", []),
        ("status=nagekeken", ["b"]),
        ("status=ruw", ["a", "c"]),
        ("gecodeerd=ja", ["b"]),
        ("gecodeerd=nee", ["a", "c"]),
    ],
)
def test_filters_narrow_the_list(visitor: TestClient, query: str, names: list[str]) -> None:
    assert listed(visitor, query) == names


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("titel", ["a", "b", "c"]),
        ("datum", ["b", "a", "c"]),
        ("beurten", ["a", "b", "c"]),
        ("lengte", ["a", "c", "b"]),
        ("coderingen", ["b", "a", "c"]),
        ("marsman", ["a", "b", "c"]),
    ],
)
def test_a_column_sorts_the_list(visitor: TestClient, order: str, names: list[str]) -> None:
    assert listed(visitor, f"volgorde={order}") == names


def test_a_long_list_has_pages_that_keep_the_filters(visitor: TestClient, study: Study) -> None:
    for number in range(100):
        put_turns(study, f"z{number:03}", ["Hm."])
    page = visitor.get("/documenten?status=ruw&volgorde=titel").text
    assert "/documenten?status=ruw&volgorde=titel&bladzijde=2" in links_on(page, "/documenten?")
    assert listed(visitor, "status=ruw&volgorde=titel&bladzijde=2") == ["z098", "z099"]


def test_a_study_without_documents_says_where_to_begin(newcomer: TestClient) -> None:
    assert "/documenten/opnemen" in links_on(newcomer.get("/documenten").text, "/documenten/")
