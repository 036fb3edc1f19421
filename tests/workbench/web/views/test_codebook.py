from __future__ import annotations

import re

from starlette.testclient import TestClient

from coding.codebook import Code
from coding.codings import Coding
from study.folder import Study
from tests.workbench.web.visits import links_on, quotes_on, text_of


def test_every_code_stands_with_its_definition_and_its_use(reader: TestClient, example: Study) -> None:
    page = reader.get("/codeboek").text
    said = text_of(page)
    with example.reading() as store:
        for each in store.records(Code)[0]:
            assert f'id="code-{each.key}"' in page
            assert " ".join(each.definition.split()) in said


def test_the_use_of_a_code_opens_all_its_passages(reader: TestClient, example: Study) -> None:
    with example.reading() as store:
        codings = store.records(Coding)[0]
    addresses = links_on(reader.get("/codeboek").text, "/codeboek/")
    assert len(addresses) > 15
    for address in addresses:
        key = address.removeprefix("/codeboek/")
        found, number = 0, 1
        while quotes := quotes_on(reader.get(f"{address}?bladzijde={number}").text):
            found += len(quotes)
            number += 1
            if found >= sum(each.code == key for each in codings):
                break
        assert found == sum(each.code == key for each in codings)


def test_every_code_and_perspective_has_a_colour(reader: TestClient) -> None:
    sheet = reader.get("/kleuren.css")
    assert sheet.headers["content-type"].startswith("text/css")
    classes = set(re.findall(r"^\.(\w+) \{ --mark: #[0-9a-f]{6}; \}$", sheet.text, re.MULTILINE | re.IGNORECASE))
    used = set(re.findall(r'class="code level-\d (k\d+)"', reader.get("/codeboek").text))
    assert used <= classes
    assert {"p0", "p1", "p2", "p3"} <= classes


def test_a_study_without_a_codebook_says_how_to_bring_one_in(newcomer: TestClient) -> None:
    assert "draad codebook import" in text_of(newcomer.get("/codeboek").text)


def test_a_codebook_is_brought_in_by_a_name(newcomer: TestClient) -> None:
    rows = "group,key,name,parent,definition\nknelpunt,wachten,Wachten,,Te lang niets horen\n"
    file = {"bestand": ("codeboek.csv", rows.encode())}
    assert newcomer.post("/codeboek", files=file).status_code == 422
    assert newcomer.post("/codeboek", data={"naam": "Proef"}).status_code == 422
    page = newcomer.post("/codeboek", files=file, data={"naam": "Proef"}).text
    assert "Te lang niets horen" in text_of(page)


def test_a_codebook_that_is_wrong_is_refused_with_the_reason(newcomer: TestClient) -> None:
    rows = "group,key,name,parent\nknelpunt,a,A,b\n"
    answer = newcomer.post("/codeboek", files={"bestand": ("c.csv", rows.encode())}, data={"naam": "Proef"})
    assert answer.status_code == 422
    assert "“b”" in text_of(answer.text)
