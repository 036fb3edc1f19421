from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from corpus.documents import Document
from study.folder import Study
from tests.workbench.web.visits import links_on, text_of

VTT = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Interviewer>Hoe ging het toen?

00:00:05.000 --> 00:00:09.000
<v Kees Jansen>Niemand belde mij, drie weken lang niet.
"""


def shown(client: TestClient, query: str) -> int:
    return len(links_on(client.get(f"/documenten?{query}").text, "/documenten/"))


def test_every_document_is_listed_with_its_size(reader: TestClient) -> None:
    page = reader.get("/documenten").text
    assert len(links_on(page, "/documenten/")) == 36
    assert "joris, marit" in page


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("perspectief=werkgever", 10),
        ("perspectief=jobcoach", 2),
        ("soort=policy", 3),
        ("instrument=interviews-werknemers", 13),
        ("perspectief=werkgever&soort=policy", 0),
        ("perspectief=niemand", 0),
    ],
)
def test_filters_narrow_the_list(reader: TestClient, query: str, number: int) -> None:
    assert shown(reader, query) == number


def test_words_are_found_with_the_turn_they_stand_in(reader: TestClient, example: Study) -> None:
    page = reader.get("/documenten", params={"zoek": "tafel vier is van Sanne"}).text
    with example.reading() as store:
        document = store.only(Document, source="interview-sanne.docx")
    assert f'href="/documenten/{document.id}?zoek=tafel%20vier%20is%20van%20Sanne#t-' in page
    assert "‘tafel vier is van Sanne’ in 1 beurt" in text_of(page)


def test_what_is_searched_for_cannot_break_out_of_the_page(reader: TestClient) -> None:
    page = reader.get("/documenten", params={"zoek": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_files_are_brought_in_and_one_that_is_broken_is_refused_alone(coder: TestClient, own_example: Study) -> None:
    files = [
        ("bestanden", ("gesprek.vtt", VTT.encode())),
        ("bestanden", ("stuk.docx", b"dit is geen Word")),
        ("bestanden", ("gesprek.vtt", VTT.replace("Kees", "Piet").encode())),
    ]
    page = coder.post("/documenten", files=files, data={"perspectief": "werkgever", "naam": "Proef"}).text
    said = text_of(page)
    assert said.count("opgeslagen: 2 beurten, 1 nieuwe respondent") == 1
    assert page.count('class="result-refused"') == 2
    with own_example.reading() as store:
        assert len(store.find(Document, source="gesprek.vtt")) == 1
        assert store.journal(newest=1)[0].by == "Proef"
    again = coder.post("/documenten", files=files[:1], data={"perspectief": "werkgever"}).text
    assert "was er al" in text_of(again)


def test_nothing_is_brought_in_without_a_name_or_a_file(coder: TestClient) -> None:
    assert coder.post("/documenten", files=[("bestanden", ("a.vtt", VTT.encode()))]).status_code == 422
    answer = coder.post("/documenten", data={"naam": "Proef"})
    assert answer.status_code == 422
    assert "geen bestand" in text_of(answer.text)


def test_an_unknown_perspective_is_refused_before_anything_is_stored(coder: TestClient, own_example: Study) -> None:
    files = [("bestanden", ("a.vtt", VTT.encode()))]
    assert coder.post("/documenten", files=files, data={"perspectief": "marsman", "naam": "P"}).status_code == 404
    with own_example.reading() as store:
        assert store.count(Document) == 36


def test_a_new_study_says_which_files_it_takes(newcomer: TestClient) -> None:
    assert "transcripten (vtt, srt, docx, txt)" in text_of(newcomer.get("/documenten").text)
