"""The coding page as its script asks it: text, state, steps, and a clear refusal in plain values."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from study.folder import Study
from study.ids import new_id
from tests.workbench.web.visits import opened

JSON = {"accept": "application/json"}


@pytest.fixture
def bea(coded: Study) -> TestClient:
    client = opened(coded)
    client.cookies.set("draad_naam", "bea")
    return client


def document_of(study: Study) -> Document:
    with study.reading() as store:
        document: Document = store.records(Document)[0][0]
    return document


def state(client: TestClient, study: Study) -> dict[str, Any]:
    answer = client.get(f"/codeer/{document_of(study).id}/stand", headers=JSON)
    assert answer.status_code == 200
    values: dict[str, Any] = answer.json()
    return values


def ask(client: TestClient, study: Study, path: str = "stap", **values: Any) -> Any:
    now = state(client, study)
    known = {"id": new_id(), "seen": now["revision"], "digest": now["digest"]}
    return client.post(f"/codeer/{document_of(study).id}/{path}", json=known | values, headers=JSON)


def put(client: TestClient, study: Study, *span: int, code: str = "contact") -> dict[str, Any]:
    values: dict[str, Any] = ask(client, study, verb="code", spans=[span], codes=[code]).json()
    return values


def test_the_page_holds_the_text_sign_for_sign_and_speakers_outside_it(bea: TestClient, coded: Study) -> None:
    document = document_of(coded)
    page = bea.get(f"/codeer/{document.id}").text
    article = re.search(r'<article id="tekst".*?>(.*?)</article>', page, re.DOTALL)
    assert article is not None
    assert unescape(re.sub(r"<[^>]*>", "", article.group(1))) == document.text
    assert 'data-speaker="Ans de Wit"' in article.group(1) or 'data-speaker="W01"' in article.group(1)


def test_places_are_counted_as_a_browser_counts_them(bea: TestClient, coded: Study) -> None:
    document = document_of(coded)
    with coded.store(by="ans") as store:
        longer = f"👍👍 {document.text}"
        turns = [
            Segment(each.id, each.document_id, each.ordinal, each.unit, each.start + 3, each.end + 3)
            for each in store.records(Segment)[0]
        ]
        store.remove(*store.records(Coding)[0])
        store.replace(*turns)
        store.replace(replace(document, text=longer))
    start = len("👍👍 ".encode("utf-16-le")) // 2
    made = put(bea, coded, start, start + 3)["added"][0]
    assert (made["start"], made["end"]) == (start, start + 3)
    with coded.reading() as store:
        coding = store.get(Coding, made["id"])
    assert (coding.start, coding.end) == (3, 6)


def test_a_step_answers_what_changed_and_what_can_be_undone(bea: TestClient, coded: Study) -> None:
    done = put(bea, coded, 0, 4)
    assert done["undo"] is not None
    assert done["redo"] is None
    assert [each["code"] for each in done["added"]] == ["contact"]
    undone = ask(bea, coded, "ongedaan").json()
    assert undone["removed"] == [done["added"][0]["id"]]
    assert undone["redo"] is not None
    again = ask(bea, coded, "opnieuw").json()
    assert [each["id"] for each in again["added"]] == [done["added"][0]["id"]]


def test_a_memo_on_a_coding_is_counted_beside_it(bea: TestClient, coded: Study) -> None:
    made = put(bea, coded, 0, 4)["added"][0]
    noted = ask(bea, coded, verb="memo", about_kind="Coding", about_id=made["id"], text="Hier ging het om.").json()
    assert [each["memos"] for each in noted["changed"] if each["id"] == made["id"]] == [1]
    assert [each.get("memos") for each in state(bea, coded)["codings"] if each["id"] == made["id"]] == [1]


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"verb": "code", "spans": [[0, 999999]], "codes": ["contact"]}, 200),
        ({"verb": "code", "spans": [[4, 4]], "codes": ["contact"]}, 422),
        ({"verb": "code", "spans": [[0, 4]], "codes": ["bestaat-niet"]}, 404),
        ({"verb": "code", "spans": [[0, 4]], "codes": [], "valence": "prachtig"}, 422),
        ({"verb": "change", "codings": ["weg"], "set": {"code": "nazorg"}}, 409),
        ({"verb": "verven"}, 422),
        ({"verb": "memo", "about_kind": "Coding", "about_id": "weg", "text": "x"}, 404),
        ({"verb": "memo", "about_kind": "Document", "about_id": "weg", "text": " "}, 422),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    bea: TestClient, coded: Study, values: dict[str, Any], status: int
) -> None:
    before = state(bea, coded)["codings"]
    answer = ask(bea, coded, **values)
    assert answer.status_code == status
    if status != 200:
        assert answer.json()["problem"].endswith(".")
        assert state(bea, coded)["codings"] == before


def test_a_page_of_an_older_text_is_told_so(bea: TestClient, coded: Study) -> None:
    answer = ask(bea, coded, verb="code", spans=[[0, 4]], codes=["contact"], digest="anders")
    assert answer.status_code == 409
    assert "tekst" in answer.json()["problem"]


def test_a_document_that_is_gone_is_told_so(bea: TestClient) -> None:
    assert bea.get("/codeer/weg").status_code == 404
    assert "problem" in bea.get("/codeer/weg/stand", headers=JSON).json()


def test_who_codes_is_asked_first(coded: Study) -> None:
    client = opened(coded)
    address = f"/codeer/{document_of(coded).id}?t=2"
    asked = client.get(address)
    assert asked.url.path == "/naam"
    answer = client.post("/naam", data={"naam": "bea", "terug": asked.url.params["terug"]})
    assert str(answer.url).endswith(address)


def test_many_passages_are_looked_at_and_coded_and_undone_as_one(bea: TestClient, coded: Study) -> None:
    document = document_of(coded)
    wanted = {"by": "search", "value": "de", "where": "study", "code": "contact"}
    look = bea.post(f"/codeer/{document.id}/alles/voorbeeld", json=wanted, headers=JSON).json()
    assert look["count"] == len(look["passages"]) > 1
    first = look["passages"][0]
    without = [[first["document"], first["start"], first["end"]]]
    done = ask(bea, coded, "alles", **wanted, without=without).json()
    assert done["count"] == look["count"] - 1
    assert (
        bea.post(f"/codeer/{document.id}/alles/voorbeeld", json=wanted, headers=JSON).json()["already"] == done["count"]
    )
    assert len(ask(bea, coded, "ongedaan").json()["removed"]) == done["count"]


def test_the_list_shows_how_far_one_is(bea: TestClient, coded: Study) -> None:
    put(bea, coded, 0, 4)
    page = bea.get("/codeer").text
    assert document_of(coded).title in unescape(page)
    assert "<progress" in page


def test_an_empty_study_says_what_to_do_first(newcomer: TestClient) -> None:
    newcomer.cookies.set("draad_naam", "bea")
    assert "/documenten/opnemen" in newcomer.get("/codeer").text
