from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.participants import Participant
from corpus.segments import Role, Segment
from study.folder import Study
from tests.workbench.material import put, vtt
from tests.workbench.web.views.test_register import carried_in
from tests.workbench.web.visits import opened, text_of
from workbench.actions.importing import Choices, import_file
from workbench.actions.known_names import known_names

NAME = {"naam": "Ans"}
SHEET = b"code;perspectief;naam;sector\nW09;Werkgevers;Karel Dam;zorg\n"


@pytest.fixture
def visitor(study: Study, tmp_path: Path) -> Iterator[TestClient]:
    """Somebody who reads English at a study with one talk in which nobody is known yet."""
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(), by="ans")
    with opened(study) as client:
        client.cookies.set("draad_taal", "en")
        yield client


def people(study: Study) -> dict[str, Participant]:
    with study.reading() as store:
        return {each.code: each for each in store.records(Participant)[0]}


def spoken(study: Study) -> dict[str | None, tuple[Role, str | None]]:
    with study.reading() as store:
        return {each.speaker: (each.role, each.participant_id) for each in store.records(Segment)[0]}


def test_a_participant_is_made_changed_found_and_taken_off(visitor: TestClient, study: Study) -> None:
    assert visitor.get("/deelnemers/nieuw").status_code == 200
    made = {"code": "W07", "perspective": "werkgever", "labels": "", "kenmerk": ["sector", ""], "waarde": ["zorg", ""]}
    visitor.post("/deelnemers", data=NAME | made)
    assert people(study)["W07"].traits == {"sector": "zorg"}
    assert "W07" in text_of(visitor.get("/deelnemers?zoek=zorg").text)
    assert "Nobody fits" in visitor.get("/deelnemers?perspectief=client").text
    assert "W07" in text_of(visitor.get("/deelnemers?document=zonder").text)
    visitor.post("/deelnemers/persoon/W07", data=NAME | {"perspective": "client", "labels": "Bakker, Sjoerd\nSB"})
    assert people(study)["W07"].labels == ("Bakker, Sjoerd", "SB")
    visitor.post("/deelnemers/persoon/W07", data=NAME | {"doe": "weg"})
    assert people(study) == {}
    assert visitor.get("/deelnemers/persoon/W07").status_code == 404


def test_a_sheet_is_shown_first_and_its_names_go_into_the_vault(visitor: TestClient, study: Study) -> None:
    look = visitor.post("/deelnemers/blad", files={"bestand": ("mensen.csv", SHEET)}, data=NAME)
    assert "1 name, address or number goes into the vault" in text_of(look.text)
    assert people(study) == {}
    done = visitor.post("/deelnemers/blad", data=NAME | {"bevestigd": "ja", **carried_in(look.text)})
    assert "1 participant was brought in" in done.text
    assert people(study)["W09"].traits == {"sector": "zorg"}
    assert known_names(study) == {"W09": ("Karel Dam",)}
    assert "Karel" not in visitor.get("/deelnemers").text


def test_labels_that_nobody_knows_are_announced_and_listed_first(visitor: TestClient) -> None:
    assert "Of 2 labels" in text_of(visitor.get("/deelnemers").text)
    page = text_of(visitor.get("/deelnemers/koppelen").text)
    assert "Ans de Wit" in page
    assert "Niemand belde mij" in page
    everything = text_of(visitor.get("/deelnemers/koppelen?alle=1").text)
    assert everything.index("Ans de Wit") < everything.index("interviewer by the label")


def test_a_proposal_is_chosen_beforehand_and_stored_as_it_stands(visitor: TestClient, study: Study) -> None:
    visitor.post("/deelnemers", data=NAME | {"code": "W01", "perspective": "werkgever", "labels": "Wit, Ans de"})
    page = visitor.get("/deelnemers/koppelen").text
    assert '<option value="p:W01" selected>' in page
    assert "proposed by the name in another form" in page


def row(label: str, chosen: str, *, number: int, document: str, everywhere: bool = False) -> dict[str, str]:
    sent = {f"label-{number}": label, f"document-{number}": document, f"staat-{number}": chosen}
    return sent | ({f"overal-{number}": "ja"} if everywhere else {})


def test_several_labels_change_in_one_go_and_are_undone_in_one(visitor: TestClient, study: Study) -> None:
    with study.reading() as store:
        document = store.records(Segment)[0][0].document_id
    before = spoken(study)
    sent = row("Ans de Wit", "new:werkgever", number=1, document=document, everywhere=True)
    sent |= row("Bram Vos", "nobody", number=2, document=document) | row("Interviewer", "", number=3, document=document)
    done = visitor.post("/deelnemers/koppelen", data=NAME | sent)
    assert "3 turns have another speaker now" in text_of(done.text)
    code, made = next(iter(people(study).items()))
    assert (code, made.labels) == ("W01", ("Ans de Wit",))
    assert spoken(study)["Ans de Wit"] == (Role.RESPONDENT, made.id)
    assert spoken(study)["Bram Vos"] == (Role.NONE, None)
    assert spoken(study)["Interviewer"] == (Role.INTERVIEWER, None)
    assert "speaks, is not counted" in text_of(visitor.get("/deelnemers/koppelen?alle=1").text)
    mark = done.text.split('name="teken" value="')[1].split('"')[0]
    visitor.post("/deelnemers/koppelen", data=NAME | {"teken": mark})
    assert (spoken(study), people(study)) == (before, {})


@pytest.mark.parametrize("chosen", ["p:Z9", "onzin", "new:buurman"])
def test_a_choice_that_does_not_exist_is_refused_and_nothing_changes(
    visitor: TestClient, study: Study, chosen: str
) -> None:
    before = spoken(study)
    sent = row("Bram Vos", chosen, number=1, document="", everywhere=True)
    assert visitor.post("/deelnemers/koppelen", data=NAME | sent).status_code in (404, 422)
    assert spoken(study) == before


def test_one_participant_shows_what_was_said_and_asked(visitor: TestClient, study: Study) -> None:
    sent = row("Ans de Wit", "new:werkgever", number=1, document="", everywhere=True)
    visitor.post("/deelnemers/koppelen", data=NAME | sent)
    page = text_of(visitor.get("/deelnemers/persoon/W01").text)
    assert "2 turns" in page
    assert "gesprek" in page
    refused = visitor.post("/deelnemers/persoon/W01", data=NAME | {"doe": "weg"})
    assert refused.status_code == 409


def test_the_reading_page_says_of_whom_nothing_is_counted(visitor: TestClient, study: Study) -> None:
    with study.reading() as store:
        document = store.records(Segment)[0][0].document_id
    visitor.post("/deelnemers/koppelen", data=NAME | row("Bram Vos", "nobody", number=1, document=document))
    assert "Bram Vos speaks, is not counted" in text_of(visitor.get(f"/documenten/{document}").text)
