"""Editing the codebook on screen: forms that refuse clearly, a merge after a look, a split by ticks, undo."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from coding.aliases import CodeAlias
from coding.codebook import Code
from coding.codings import Coding
from study.folder import Study
from tests.workbench.web.visits import opened, text_of


@pytest.fixture
def ans(coded: Study) -> TestClient:
    client = opened(coded)
    client.cookies.set("draad_naam", "ans")
    return client


def codes(study: Study) -> dict[str, Code]:
    with study.reading() as store:
        return {each.key: each for each in store.records(Code)[0]}


def test_a_code_is_added_changed_and_refused_with_what_was_typed(ans: TestClient, coded: Study) -> None:
    form = {"group": "knelpunt", "name": "Wachten", "definition": "Lang.", "shortcut": "W", "colour": "#123456"}
    assert ans.post("/codeboek/nieuw", data=form | {"eigen_kleur": "ja"}).status_code == 200
    assert codes(coded)["wachten"].colour == "#123456"
    refused = ans.post("/codeboek/nieuw", data=form)
    assert refused.status_code == 422
    assert 'value="Wachten"' in refused.text
    ans.post("/codeboek/wachten/bewerken", data=form | {"name": "Lang wachten", "parent": "contact"})
    assert (codes(coded)["wachten"].name, codes(coded)["wachten"].parent) == ("Lang wachten", "contact")
    assert codes(coded)["wachten"].colour is None


def test_a_merge_is_looked_at_done_and_undone(ans: TestClient, coded: Study) -> None:
    look = text_of(ans.get("/codeboek/nazorg/samenvoegen?met=contact").text)
    assert "2" in look
    ans.post("/codeboek/nazorg/samenvoegen", data={"met": "contact"})
    assert set(codes(coded)) == {"contact"}
    page = ans.get("/codeboek/versies").text
    step = page.split('name="stap" value="')[1].split('"')[0]
    ans.post("/codeboek/ongedaan", data={"stap": step})
    assert set(codes(coded)) == {"contact", "nazorg"}
    assert "Nazorg" in ans.get("/codeboek/versies?nummer=1").text


def test_a_split_goes_by_ticks(ans: TestClient, coded: Study) -> None:
    page = ans.get("/codeboek/nazorg/splitsen?zoek=coach").text
    assert page.count('name="codering"') == 1
    key = page.split('name="codering" value="')[1].split('"')[0]
    assert ans.post("/codeboek/nazorg/splitsen", data={"naam": "Coach"}).status_code == 422
    ans.post("/codeboek/nazorg/splitsen", data={"naam": "Coach komt langs", "codering": key})
    with coded.reading() as store:
        assert store.get(Coding, key).code == "coach_komt_langs"


def test_a_group_asks_more_and_a_code_has_other_words(ans: TestClient, coded: Study) -> None:
    ans.post("/codeboek/groep", data={"sleutel": "knelpunt", "label": "Knelpunten", "velden": "Zijde: a | b\nMoment"})
    assert "Zijde: a | b" in ans.get("/codeboek/groep?sleutel=knelpunt").text
    ans.post("/codeboek/nazorg/woorden", data={"woorden": "meekijken\nWerkgever: follow-up"})
    with coded.reading() as store:
        words = {(each.perspective, each.words) for each in store.records(CodeAlias)[0]}
    assert words == {(None, "meekijken"), ("werkgever", "follow-up")}
    assert "follow-up" in ans.get("/codeboek/nazorg/bewerken").text


def test_a_used_code_is_retired_and_not_removed(ans: TestClient, coded: Study) -> None:
    assert ans.post("/codeboek/nazorg/weg").status_code == 409
    ans.post("/codeboek/nazorg/vervallen")
    assert codes(coded)["nazorg"].retired
    ans.post("/codeboek/nazorg/vervallen", data={"weer": "ja"})
    assert not codes(coded)["nazorg"].retired
    ans.post("/codeboek/nazorg/plaats", data={"kant": "omlaag"})
    assert ans.get("/codeboek/bestaat-niet/bewerken").status_code == 404
