from __future__ import annotations

import time

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.workbench.web.visits import links_on, text_of
from workbench.progress import Progress
from workbench.web.views import reporting


def put_files(study: Study) -> None:
    """Some of what a report leaves behind."""
    figures = study.output / "figuren"
    figures.mkdir()
    (study.output / "rapport.pdf").write_bytes(b"%PDF-1.7")
    (study.output / ".half.pdf").write_bytes(b"half")
    (figures / "kaart.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (figures / "kaart.csv").write_bytes(b"a,b\n")


def test_what_was_made_can_be_taken_away(coder: TestClient, own_example: Study) -> None:
    put_files(own_example)
    page = coder.get("/rapport").text
    names = {each.removeprefix("/rapport/") for each in links_on(page, "/rapport/")}
    assert names == {"rapport.pdf", "figuren/kaart.svg", "figuren/kaart.csv"}
    answer = coder.get("/rapport/rapport.pdf")
    assert answer.content == b"%PDF-1.7"
    assert "attachment" in answer.headers["content-disposition"]


def test_a_drawing_may_be_looked_at_but_can_do_nothing(coder: TestClient, own_example: Study) -> None:
    put_files(own_example)
    answer = coder.get("/rapport/figuren/kaart.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "content-disposition" not in answer.headers


@pytest.mark.parametrize("name", [".half.pdf", "../study.toml", "figuren", "study.sqlite", "%2e%2e/study.sqlite"])
def test_nothing_else_of_the_study_can_be_taken(coder: TestClient, own_example: Study, name: str) -> None:
    put_files(own_example)
    assert coder.get(f"/rapport/{name}").status_code == 404


def test_the_report_is_made_beside_the_pages_with_its_progress(
    coder: TestClient, own_example: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(study: Study, folder: object, *, by: str, progress: Progress) -> None:
        progress("Rapport schrijven", total=3, done=2)
        time.sleep(0.2)
        put_files(study)

    monkeypatch.setattr(reporting, "write_report", make)
    assert "Nog" in text_of(coder.get("/rapport").text) or "nog geen rapport" in text_of(coder.get("/rapport").text)
    page = coder.post("/rapport", data={"naam": "Proef"}).text
    assert 'hx-trigger="every 1s"' in page
    assert coder.post("/rapport", data={"naam": "Proef"}).status_code == 409
    for _ in range(100):
        page = coder.get("/rapport").text
        if 'class="work"' not in page:
            break
        time.sleep(0.05)
    assert "Klaar." in text_of(page)
    assert "/rapport/rapport.pdf" in links_on(page, "/rapport/")


def test_a_study_without_a_report_says_so(newcomer: TestClient) -> None:
    assert "nog weinig te rapporteren" in text_of(newcomer.get("/rapport").text)
