"""Rounds on screen: a blind coder finds nothing of the other on any page, and what came of it when it is closed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from coding.codings import Coding
from coding.rounds import RoundUnit
from study.folder import Study
from tests.workbench.actions.test_coding_rounds import BOTH, coded_apart, turns
from tests.workbench.actions.test_coding_steps import code, document_of
from tests.workbench.web.visits import opened, text_of
from workbench.actions.coding_rounds import open_round
from workbench.cli.main import main
from workbench.web.app import VIEWS


def visit(study: Study, name: str | None) -> TestClient:
    client = opened(study)
    if name:
        client.cookies.set("draad_naam", name)
    return client


def addresses(study: Study) -> list[str]:
    """Every page that can be asked for, with the ids of what is in the study."""
    document = document_of(study).id
    with study.reading() as store:
        coding = store.records(Coding)[0][-1].id
        unit = store.records(RoundUnit)[0][0].round_id
    values: dict[str, Any] = {"document_id": document, "round_id": unit, "key": "contact", "form": "csv"}
    found = []
    for view in VIEWS:
        for route in view.router.routes:
            if isinstance(route, Route) and "GET" in (route.methods or ()):
                found.append(re.sub(r"\{(\w+)(:\w+)?\}", lambda match: str(values.get(match[1], coding)), route.path))
    return found


@pytest.fixture
def in_round(coded: Study) -> Study:
    """An open round in which cor put a code that nobody else used."""
    open_round(coded, BOTH, by="ans")
    code(coded, turns(coded)[0], by="bea")
    code(coded, turns(coded)[1], by="cor", codes=("nazorg",))
    return coded


@pytest.mark.parametrize("name", ["bea", None])
def test_a_blind_coder_finds_nothing_of_the_other_on_any_page(in_round: Study, name: str | None) -> None:
    with in_round.reading() as store:
        hidden = [each.id for each in store.records(Coding)[0] if each.coder == "cor"]
    client = visit(in_round, name)
    pages = addresses(in_round)
    assert len(pages) > 40
    for address in pages:
        answer = client.get(address, headers={"accept": "application/json"} if address.endswith("stand") else {})
        assert answer.status_code < 500, address
        assert not [each for each in hidden if each in answer.text], address
    whole = client.get(f"/documenten/{document_of(in_round).id}?codeur=cor").text
    assert not [each for each in hidden if each in whole]


def test_who_is_not_in_the_round_sees_everything(in_round: Study) -> None:
    with in_round.reading() as store:
        hidden = next(each.id for each in store.records(Coding)[0] if each.coder == "cor")
    assert hidden in visit(in_round, "ans").get(f"/documenten/{document_of(in_round).id}").text
    assert visit(in_round, "bea").get("/kaart").status_code == 403
    assert "Ronde 1" in text_of(visit(in_round, "bea").get("/kaart").text)


@pytest.mark.parametrize(
    "words",
    [
        ("code", "list"),
        ("code", "agreement"),
        ("export", "passages"),
        ("codebook",),
        ("map",),
        ("report",),
        ("topics",),
    ],
)
def test_no_command_tells_a_blind_coder(
    in_round: Study, words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAAD_NAAM", "bea")
    with in_round.reading() as store:
        hidden = next(each for each in store.records(Coding)[0] if each.coder == "cor")
    main(["-s", str(in_round.folder), *words])
    said = "".join(capsys.readouterr())
    assert hidden.id not in said
    assert "cor " not in said


def test_a_round_is_opened_and_closed_by_its_form(coded: Study) -> None:
    client = visit(coded, "bea")
    values = {"titel": "Eerste", "codeurs": "bea, cor", "eenheid": "turn", "hoe": "deel", "aantal": "100"}
    page = client.post("/rondes", data=values)
    assert page.status_code == 200
    assert "Eerste" in text_of(page.text)
    refused = client.post("/rondes", data=values | {"codeurs": ""})
    assert refused.status_code == 422
    assert 'value="Eerste"' in refused.text
    here = str(page.url.path)
    assert client.post(f"{here}/sluiten").status_code == 409
    assert client.post(f"{here}/sluiten", data={"onaf": "ja"}).status_code == 200


def test_differences_are_shown_decided_and_saved(coded: Study) -> None:
    opened_round = coded_apart(coded)
    client = visit(coded, "ans")
    page = client.get(f"/rondes/{opened_round.id}").text
    assert "0,44" in text_of(page)
    differences = client.get(f"/rondes/{opened_round.id}/verschillen").text
    start, end = turns(coded)[1]
    assert document_of(coded).text[start:end] in differences.replace("&#39;", "'")
    form = {"document": document_of(coded).id, "begin": start, "eind": end, "code": "contact", "besluit": "wel"}
    assert client.post(f"/rondes/{opened_round.id}/verschillen", data=form | {"reden": " "}).status_code == 422
    after = client.post(f"/rondes/{opened_round.id}/verschillen", data=form | {"reden": "Gaat over bellen."})
    assert "Gaat over bellen." in text_of(after.text)
    saved = client.get(f"/rondes/{opened_round.id}/verschillen.csv")
    assert "Gaat over bellen." in saved.content.decode("utf-8-sig")
    assert client.get(f"/rondes/{opened_round.id}/overeenstemming.xlsx").content[:2] == b"PK"


def test_a_study_without_rounds_says_how_to_begin(newcomer: TestClient) -> None:
    page = newcomer.get("/rondes")
    assert page.status_code == 200
    assert "<form" in page.text
