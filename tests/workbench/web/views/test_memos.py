"""Memos and the journal on screen."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from coding.codings import Coding
from study.folder import Study
from tests.workbench.actions.test_coding_steps import code, document_of
from tests.workbench.actions.test_memos_and_journal import last_step
from tests.workbench.command import Command
from tests.workbench.web.visits import FRAGMENT, opened, text_of


@pytest.fixture
def ans(coded: Study) -> TestClient:
    client = opened(coded)
    client.cookies.set("draad_naam", "ans")
    return client


def test_a_memo_is_written_found_changed_and_taken_away(ans: TestClient, coded: Study) -> None:
    assert ans.post("/memos", data={"tekst": " "}).status_code == 422
    ans.post("/memos", data={"tekst": "Let op <b>bellen</b>.", "label": "idee"})
    page = ans.get("/memos?zoek=bellen").text
    assert "Let op &lt;b&gt;bellen" in page
    key = page.split('id="m-')[1].split('"')[0]
    ans.post("/memos", data={"tekst": "Let op schrijven.", "memo": key})
    assert "Let op schrijven." in text_of(ans.get("/memos").text)
    assert "Let op schrijven." in ans.get("/memos/alle.md").text
    assert ans.get("/memos/alle.xlsx").content[:2] == b"PK"
    ans.post(f"/memos/{key}/weg")
    assert "Let op" not in ans.get("/memos").text


def test_memos_on_a_record_are_a_part_of_its_page(ans: TestClient, coded: Study) -> None:
    document = document_of(coded).id
    part = ans.post("/memos", data={"soort": "Document", "over": document, "tekst": "Kort."}, headers=FRAGMENT)
    assert "Kort." in part.text
    assert "<html" not in part.text
    assert "Kort." in ans.get(f"/memos/over/Document/{document}", headers=FRAGMENT).text
    assert ans.get("/memos/over/Ballot/x").status_code == 404


def test_a_step_is_taken_back_and_done_again_from_the_journal(ans: TestClient, coded: Study) -> None:
    code(coded, (0, 4))
    step = last_step(coded)
    assert step in ans.get("/journaal?wie=bea").text
    ans.post("/journaal/ongedaan", data={"stap": step})
    with coded.reading() as store:
        assert store.find(Coding, coder="bea") == ()
    ans.post("/journaal/ongedaan", data={"stap": last_step(coded)})
    with coded.reading() as store:
        assert len(store.find(Coding, coder="bea")) == 1
    assert ans.post("/journaal/ongedaan", data={"stap": "weg"}).status_code == 404


def test_memos_journal_and_undo_by_command(draad: Command, coded: Study) -> None:
    here = ("-s", coded.folder)
    assert "no memos" in draad(*here, "memo").out
    assert draad(*here, "memo", "add", "Let op.", "--document", "gesprek", "--label", "idee", "--by", "ans").code == 0
    assert [each["about"] for each in draad(*here, "memo", "list", "--label", "idee", "--json").value] == ["gesprek"]
    assert draad(*here, "memo", "export", coded.folder / "memos.csv").code == 0
    assert "Let op." in (coded.folder / "memos.csv").read_text(encoding="utf-8-sig")
    steps = draad(*here, "journal", "--who", "ans", "--kind", "Memo", "--json").value
    assert [each["what"] for each in steps] == ["write memo"]
    assert "Taken back" in draad(*here, "undo", "--by", "ans").out
    assert draad(*here, "memo", "--json").value == []
    assert draad(*here, "undo", "bestaat-niet").code != 0
