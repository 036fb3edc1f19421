"""Retrieval on screen: a question by choices or typed, tables that lead to passages, sheets with paths and places."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from coding.framework import FrameworkSummary
from corpus.participants import Participant
from study.folder import Study
from tests.workbench.web.visits import opened, quotes_on, text_of


@pytest.fixture
def marit(own_example: Study) -> TestClient:
    client = opened(own_example)
    client.cookies.set("draad_naam", "marit")
    return client


def sheet(client: TestClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def test_passages_are_found_by_choices_and_saved_with_path_place_and_version(marit: TestClient) -> None:
    page = marit.get("/terugvinden?code=nazorg&perspectief=werkgever").text
    rows = sheet(marit, "/terugvinden/passages.csv?code=nazorg&perspectief=werkgever")
    assert rows
    assert {each["perspective"] for each in rows} == {"werkgever"}
    assert all(" / " in each["code_path"] or each["code_path"] for each in rows)
    assert all(int(each["end"]) > int(each["start"]) and each["version"] == "1" for each in rows)
    assert len(quotes_on(page)) == min(len(rows), 50)
    assert marit.get("/terugvinden/passages.xlsx?code=nazorg").content[:2] == b"PK"


def test_a_typed_question_is_answered_or_refused_with_the_place(marit: TestClient) -> None:
    assert quotes_on(marit.get("/terugvinden?vraag=nazorg+dichtbij:3+begeleiding").text)
    refused = marit.get("/terugvinden?vraag=kleur:rood")
    assert refused.status_code == 422
    assert "kleur:rood" in refused.text
    lines = marit.get("/terugvinden?vraag=nazorg&vorm=context").text
    assert lines.count('class="own"') > 3


def test_the_crosstab_counts_people_and_passages_and_hides_small_numbers_outside(marit: TestClient) -> None:
    page = marit.get("/kruistabel?kenmerk=perspective").text
    assert 'class="number heat-5"' in page
    rows = sheet(marit, "/kruistabel/tabel.csv?kenmerk=perspective")
    outside = sheet(marit, "/kruistabel/tabel.csv?kenmerk=perspective&buiten=ja")
    small = [
        (line, name)
        for line, row in enumerate(rows)
        for name, value in row.items()
        if value in ("1", "2") and "respondenten" in name
    ]
    assert small
    assert {outside[line][name] for line, name in small} == {"<3"}
    assert marit.get("/kruistabel?kenmerk=bestaat-niet").status_code == 422


def test_codes_together_lead_to_their_passages(marit: TestClient) -> None:
    page = marit.get("/samen").text
    link = page.split('href="/terugvinden?code=')[1].split('"')[0].replace("&amp;", "&")
    assert quotes_on(marit.get(f"/terugvinden?code={link}").text)
    rows = sheet(marit, "/samen/tabel.csv")
    names = list(rows[0])[1:]
    assert all(row[other] == rows[names.index(other)][row["code"]] for row in rows for other in names)


def test_a_case_is_summarised_for_a_theme_and_taken_back(marit: TestClient, own_example: Study) -> None:
    with own_example.reading() as store:
        person = next(each for each in store.records(Participant)[0] if each.perspective == "werkgever")
    page = marit.get("/matrix?thema=nazorg&perspectief=werkgever").text
    assert person.code in text_of(page)
    form = {"deelnemer": person.id, "code": "nazorg", "tekst": "Belt zelf het UWV."}
    marit.post("/matrix", data=form)
    assert "Belt zelf het UWV." in text_of(marit.get("/matrix?thema=nazorg").text)
    row = next(each for each in sheet(marit, "/matrix/tabel.csv?thema=nazorg") if each["deelnemer"] == person.code)
    assert "Belt zelf het UWV." in row.values()
    marit.post("/matrix", data=form | {"tekst": " "})
    with own_example.reading() as store:
        assert store.records(FrameworkSummary)[0] == ()
    assert marit.post("/matrix", data=form | {"code": "weg"}).status_code == 404


def test_nothing_coded_yet_is_said_on_every_page(newcomer: TestClient) -> None:
    for address in ("/terugvinden", "/kruistabel", "/samen", "/matrix"):
        page = newcomer.get(address)
        assert page.status_code == 200, address
        assert 'class="empty"' in page.text
