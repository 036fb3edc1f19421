from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.documents import Document
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.readers.registry import known_suffixes
from corpus.rounds import RoundChoice
from corpus.segments import Role, Segment
from study.folder import Study
from tests.workbench.material import TURNS, vtt
from tests.workbench.web.visits import FRAGMENT, links_on, opened, text_of
from workbench.web.inbox import Inbox, bring_in

START = "/documenten/opnemen"
CSV = "wie;wat\nAns;Dat vond ik een goed gesprek met de gemeente.\nBram;Ik wachtte drie weken op een brief.\n"


@pytest.fixture
def client(study: Study) -> Iterator[TestClient]:
    """A visitor in English of a study without content."""
    with opened(study) as client:
        client.cookies.set("draad_taal", "en")
        yield client


SHORT = "a;b\nAns;Ja\nBram;Nee\n"


def send(client: TestClient, *files: tuple[str, str]) -> str:
    """The address of an upload with these files."""
    sent = [("bestanden", (name, text.encode())) for name, text in files]
    answer = client.post(START, files=sent, data={"naam": "Proef"}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def brought_in(client: TestClient, address: str, **said: str) -> str:
    """The page when all files were tried, with what is said of all of them."""
    assert client.post(f"{address}/importeren", data=said).status_code == 200
    for _ in range(400):
        page = client.get(address).text
        if 'class="work"' not in page:
            return page
        time.sleep(0.02)
    raise AssertionError("the import does not end")


def inbox(client: TestClient) -> Inbox:
    found: Inbox = client.app.state.inbox  # type: ignore[attr-defined]  # a TestClient knows any application
    return found


def folders(client: TestClient) -> list[Path]:
    return [each.folder for each in inbox(client).waiting()]


def documents(study: Study) -> tuple[Document, ...]:
    with study.reading() as store:
        found: tuple[Document, ...] = store.records(Document)[0]
    return found


def test_the_form_takes_what_the_readers_read(client: TestClient) -> None:
    page = client.get(START).text
    assert f'accept="{",".join(known_suffixes())}"' in page
    assert 'enctype="multipart/form-data"' in page


def test_nothing_is_stored_before_a_person_says_so(client: TestClient, study: Study) -> None:
    page = text_of(client.get(send(client, ("gesprek.vtt", vtt()))).text)
    assert "Hoe ging het toen de baan ophield?" in page
    assert "5 turns" in page
    assert "3 speakers" in page
    assert "times (kept as start and end) 5 pieces" in page
    assert "detected: asks" in page
    assert documents(study) == ()


def test_files_are_brought_in_with_their_loss_report_and_leave_nothing_behind(client: TestClient, study: Study) -> None:
    address = send(client, ("gesprek.vtt", vtt()), ("leeg.vtt", ""), ("stuk.docx", "geen Word"))
    (folder,) = folders(client)
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    page = brought_in(client, address, perspectief="werkgever")
    said = text_of(page)
    assert "1 of 3 documents stored: 5 turns, 3 speakers, 217 characters of speech" in said
    assert "stored: 5 turns, 2 new respondents" in said
    assert page.count('class="result-refused"') == 2
    (document,) = documents(study)
    losses = client.get(f"/documenten/{document.id}/verlies")
    assert "speaker labels (kept as speaker)" in losses.text
    assert "217 characters of speech" in text_of(losses.text)
    with study.reading() as store:
        assert store.count(LossReport, document_id=document.id) == 1
        assert {each.by for each in store.journal()} == {"Proef"}
    client.post(f"{address}/weg")
    assert not folder.exists()


def test_what_was_refused_can_be_overruled_and_tried_again(client: TestClient, study: Study) -> None:
    address = send(client, ("berichten.csv", SHORT))
    assert "no column" in text_of(client.get(address).text)
    said = client.post(f"{address}/1", data={"kolom-text": "b", "kolom-author": "a"}, headers=FRAGMENT)
    assert said.status_code == 200
    assert "<html" not in said.text
    assert "2 turns" in text_of(said.text)
    assert "1 of 1 documents stored" in text_of(brought_in(client, address))
    with study.reading() as store:
        (choice,) = store.records(RoundChoice)[0]
    assert choice.settings["column.text"] == "b"


def test_who_speaks_is_said_label_by_label(client: TestClient, study: Study) -> None:
    talk = (*TURNS, ("Ans en Bram", "Zo was het voor ons."))
    address = send(client, ("gesprek.vtt", vtt(talk)))
    labels = {"label": ["Ans de Wit", "Bram Vos", "Ans en Bram"], "rol": ["", "vraagt", "groep"]}
    card = client.post(f"{address}/1", data={**labels, "perspectief": "werkgever", "datum": "2026-03-04"}).text
    assert re.search(r'<option value="groep" selected>', card)
    brought_in(client, address)
    with study.reading() as store:
        people, segments = store.records(Participant, Segment)
    assert [each.labels for each in people] == [("Ans de Wit",)]
    roles = {each.speaker: each.role for each in segments}
    assert (roles["Bram Vos"], roles["Ans en Bram"]) == (Role.INTERVIEWER, Role.GROUP)
    assert str(documents(study)[0].held_on) == "2026-03-04"


def test_the_choice_is_shown_for_the_next_file_and_can_be_dropped(client: TestClient, study: Study) -> None:
    first = send(client, ("een.csv", CSV))
    columns = {"kolom-text": "wat", "kolom-author": "wie", "perspectief": "werkgever"}
    client.post(f"{first}/1", data=columns)
    brought_in(client, first)
    second = send(client, ("twee.csv", CSV.replace("drie", "vier")))
    client.post(second, data={"perspectief": "werkgever"})
    page = text_of(client.get(second).text)
    assert "As in the last file of this round: column for the text wat" in page
    assert "2 turns" in page
    dropped = text_of(client.post(f"{second}/1", data={"actie": "gedetecteerd"}, headers=FRAGMENT).text)
    assert "As in the last file" not in dropped
    assert "There are 2 documents in this file" in dropped


def test_the_same_file_again_is_said_and_changes_nothing(client: TestClient, study: Study) -> None:
    brought_in(client, send(client, ("gesprek.vtt", vtt())))
    address = send(client, ("kopie.vtt", vtt()))
    assert "brought in before" in text_of(client.get(address).text)
    assert "was there already" in text_of(brought_in(client, address))
    assert len(documents(study)) == 1


def test_what_waits_is_found_again_and_files_can_be_taken_out(client: TestClient) -> None:
    address = send(client, ("een.vtt", vtt()), ("twee.vtt", vtt(TURNS[:2])))
    assert links_on(client.get(START).text, f"{START}/") == [address]
    page = text_of(client.post(f"{address}/1/weg").text)
    assert "een.vtt" not in page
    assert "twee.vtt" in page
    assert client.post(f"{address}/weg").status_code == 200
    assert links_on(client.get(START).text, f"{START}/") == []
    assert client.get(address).status_code == 404


def test_stopping_keeps_what_is_stored_and_lets_the_rest_wait(client: TestClient, study: Study) -> None:
    address = send(client, *((f"{number}.vtt", vtt(TURNS[: number + 1])) for number in range(4)))
    upload = inbox(client).find(address.rpartition("/")[2])

    def tell(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        if done == 1:
            client.post(f"{address}/stoppen")

    bring_in(study, upload, tell)
    assert len(documents(study)) == 2
    assert len(upload.waiting) == 2
    assert "2 of 2 documents stored" in text_of(client.get(address).text)
    brought_in(client, address)
    assert len(documents(study)) == 4


def test_nothing_is_taken_in_without_a_name_or_a_file(client: TestClient) -> None:
    assert client.post(START, files=[("bestanden", ("a.vtt", vtt().encode()))]).status_code == 422
    answer = client.post(START, data={"naam": "Proef"})
    assert answer.status_code == 422
    assert "No file was chosen" in text_of(answer.text)


@pytest.mark.parametrize("field", [{"soort": "sprookje"}, {"datum": "gisteren"}])
def test_a_field_that_cannot_be_read_is_one_sentence(client: TestClient, field: dict[str, str]) -> None:
    address = send(client, ("gesprek.vtt", vtt()))
    assert client.post(f"{address}/1", data=field).status_code == 422


def test_an_unknown_perspective_is_refused_before_anything_is_stored(client: TestClient, study: Study) -> None:
    address = send(client, ("gesprek.vtt", vtt()))
    assert client.post(f"{address}/importeren", data={"perspectief": "marsman"}).status_code == 404
    assert documents(study) == ()


def test_many_files_are_shown_a_page_at_a_time(client: TestClient) -> None:
    address = send(client, *((f"{number}.vtt", vtt()) for number in range(8)))
    first, second = (client.get(f"{address}?bladzijde={page}").text for page in (1, 2))
    assert (first.count("<article"), second.count("<article")) == (6, 2)


def test_a_document_without_a_loss_report_says_so(client: TestClient, study: Study) -> None:
    brought_in(client, send(client, ("gesprek.vtt", vtt())))
    (document,) = documents(study)
    with study.store(by="ans") as store:
        store.remove(*store.find(LossReport, document_id=document.id))
    assert "older version" in client.get(f"/documenten/{document.id}/verlies").text
    assert client.get("/documenten/geen/verlies").status_code == 404
