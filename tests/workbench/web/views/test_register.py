from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from corpus.instruments import Instrument
from study.folder import Study
from study.messages import speaking
from tests.workbench.web.visits import opened, text_of
from workbench.actions.guides import add_guide
from workbench.actions.instruments import save_instrument

FORM = {"title": "Interviews verhuurders", "kind": "interview", "perspective": "werkgever", "naam": "Ans"}
SHEET = b"titel;soort;vertekening;kleur\nForum;community;Alleen schrijvers;rood\n"


@pytest.fixture
def visitor(study: Study) -> Iterator[TestClient]:
    """Somebody who reads English at a study without content."""
    with opened(study) as client, speaking("en"):
        client.cookies.set("draad_taal", "en")
        yield client


def instruments(study: Study) -> list[Instrument]:
    with study.reading() as store:
        return list(store.records(Instrument)[0])


def test_without_instruments_the_page_says_what_they_are(visitor: TestClient) -> None:
    page = visitor.get("/materiaal")
    assert page.status_code == 200
    assert "Nothing is recorded yet" in page.text


def test_an_instrument_is_written_and_stands_in_the_register(visitor: TestClient, study: Study) -> None:
    assert visitor.get("/materiaal/nieuw").status_code == 200
    visitor.post("/materiaal", data=FORM | {"invited": "14", "held_from": "2026-03-02"})
    page = text_of(visitor.get("/materiaal").text)
    assert "Interviews verhuurders" in page
    assert "blocks publication" in page
    (made,) = instruments(study)
    change = f"/materiaal/instrument/{made.key}"
    assert 'value="2026-03-02"' in visitor.get(change).text
    visitor.post(change, data=FORM | {"bias": "Alleen wie al meedeed.", "order": "1"})
    assert "blocks publication" not in visitor.get("/materiaal").text
    assert instruments(study)[0].bias == "Alleen wie al meedeed."


def test_what_cannot_be_stored_comes_back_with_the_reason_and_what_was_filled_in(
    visitor: TestClient, study: Study
) -> None:
    answer = visitor.post("/materiaal", data=FORM | {"invited": "4", "took_part": "9"})
    assert answer.status_code == 422
    assert "More people took part" in text_of(answer.text)
    assert 'value="Interviews verhuurders"' in answer.text
    assert instruments(study) == []


def test_nothing_is_stored_without_a_name(visitor: TestClient, study: Study) -> None:
    assert visitor.post("/materiaal", data=FORM | {"naam": ""}).status_code == 422
    assert instruments(study) == []


def test_an_instrument_in_use_stays_and_another_goes(visitor: TestClient, study: Study) -> None:
    for key in ("een", "twee"):
        save_instrument(study, FORM | {"key": key}, by="ans")
    add_guide(study, "een", "Lijst", by="ans")
    assert visitor.post("/materiaal/instrument/een/weg", data={"naam": "Ans"}).status_code == 409
    visitor.post("/materiaal/instrument/twee/weg", data={"naam": "Ans"})
    assert [each.key for each in instruments(study)] == ["een"]
    assert visitor.get("/materiaal/instrument/twee").status_code == 404


def test_a_sheet_is_shown_first_and_stored_when_it_is_confirmed(visitor: TestClient, study: Study) -> None:
    look = visitor.post("/materiaal/blad", files={"bestand": ("materiaal.csv", SHEET)}, data={"naam": "Ans"})
    assert "What “materiaal.csv” would bring in" in look.text
    assert "kleur" in text_of(look.text)
    assert instruments(study) == []
    done = visitor.post("/materiaal/blad", data={"naam": "Ans", "bevestigd": "ja", **carried_in(look.text)})
    assert "1 instrument was brought in" in done.text
    assert [each.title for each in instruments(study)] == ["Forum"]


def carried_in(page: str) -> dict[str, str]:
    """The file that a preview carries along."""
    return {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("naam_bestand", "inhoud")}


@pytest.mark.parametrize(
    ("name", "content"), [("m.csv", b"titel;soort\nA;praatje\n"), ("m.xlsx", b"geen werkboek"), ("m.csv", b"")]
)
def test_a_sheet_that_cannot_be_read_is_refused_on_the_page(
    visitor: TestClient, study: Study, name: str, content: bytes
) -> None:
    answer = visitor.post("/materiaal/blad", files={"bestand": (name, content)}, data={"naam": "Ans"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert instruments(study) == []


def test_a_form_without_a_file_or_with_a_spoilt_one_is_refused(visitor: TestClient) -> None:
    assert visitor.post("/materiaal/blad", data={"naam": "Ans"}).status_code == 422
    huge = ("groot.csv", b"titel\n" * 1_500_000)
    assert "groot.csv" in visitor.post("/materiaal/blad", files={"bestand": huge}, data={"naam": "Ans"}).text
    spoilt = {"naam": "Ans", "naam_bestand": "a.csv", "inhoud": "geen base64!"}
    assert visitor.post("/materiaal/blad", data=spoilt).status_code == 422
