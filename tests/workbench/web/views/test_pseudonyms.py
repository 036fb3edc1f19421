from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from corpus.documents import Document, DocumentStatus
from corpus.replacements import Replacement
from study.folder import Study
from tests.servers.workbench import running_workbench
from tests.workbench.material import put, vtt
from tests.workbench.web.visits import FRAGMENT, opened, text_of
from workbench.actions.importing import Choices, import_file
from workbench.actions.pseudonyms import Pseudonyms

TURNS = (
    ("Interviewer", "Hoe ging het toen bij Bakkerij Zonneveer?"),
    ("Ans de Wit", "Mijn coach Wybrechta belde mij, en Wybrechtas broer ook. Dat was in Goor, niet bij Deurningen."),
    ("Interviewer", "En wat had u willen horen?"),
    ("Ans de Wit", "Dat Wybrechta bleef. Bel mij op 06-48217395 of vraag het Wybrechta, want Wybrechta weet alles."),
)
NAME = {"naam": "Proef"}


@pytest.fixture
def filled(study: Study, tmp_path: Path) -> Study:
    import_file(study, put(tmp_path / "bestanden", "gesprek.vtt", vtt(TURNS)), Choices(perspective="werkgever"), by="a")
    return study


@pytest.fixture
def visitor(filled: Study) -> Iterator[TestClient]:
    with opened(filled) as client:
        client.cookies.set("draad_taal", "en")
        yield client


def the_document(study: Study) -> Document:
    with study.reading() as store:
        document: Document = store.records(Document)[0][0]
    return document


def page_of(study: Study) -> str:
    return f"/namen/{the_document(study).id}"


def decided(client: TestClient, study: Study, form: str, **more: object) -> str:
    """Accept a name as it is proposed, unless told otherwise."""
    group = next(each for each in Pseudonyms(study).review("gesprek.vtt").groups if each.form == form)
    data = {
        "vorm": form,
        "besluit": "aannemen",
        "soort": group.kind.value,
        "soort_was": group.kind.value,
        "pseudoniem": group.pseudonym,
        "was": group.pseudonym,
        "plek": [str(each.start) for each in group.places],
    }
    return client.post(f"{page_of(study)}/besluit", data={**data, **more}, headers=FRAGMENT).text


def test_the_list_says_how_far_each_document_is(visitor: TestClient, filled: Study) -> None:
    page = visitor.get("/namen").text
    assert f'href="{page_of(filled)}"' in page
    assert "0 of 1 documents were checked" in text_of(page)
    assert "raw" in text_of(page)


def test_a_study_without_documents_says_so(newcomer: TestClient) -> None:
    newcomer.cookies.set("draad_taal", "en")
    assert "There are no documents with people’s words yet." in text_of(newcomer.get("/namen").text)


def test_every_name_stands_with_the_words_around_it_and_a_proposal(visitor: TestClient, filled: Study) -> None:
    page = visitor.get(page_of(filled)).text
    said = text_of(page)
    assert "Mijn coach Wybrechta belde mij" in said
    assert 'value="[telefoonnummer]"' in page
    assert re.search(r'value="[A-Z] \(naam\)"', page)
    assert 'value="W01"' in page
    assert "Wybrechta" not in "".join(re.findall(r'(?:href|id|action)="[^"]*"', page))


def test_a_decision_is_kept_and_only_its_name_is_drawn_again(visitor: TestClient, filled: Study) -> None:
    answer = decided(visitor, filled, "Goor", besluit="afwijzen")
    assert "<html" not in answer
    assert "is-rejected" in answer
    assert 'hx-swap-oob="true"' in answer
    again = visitor.get(page_of(filled)).text
    assert again.count("is-rejected") == 1
    assert "is-open" in decided(visitor, filled, "Goor", besluit="terug")


def test_another_kind_brings_another_proposal_and_own_words_are_kept(visitor: TestClient, filled: Study) -> None:
    assert "(naam werkgever)" in decided(visitor, filled, "Goor", soort="werkgever")
    assert 'value="een dorp"' in decided(visitor, filled, "Goor", pseudoniem="een dorp", soort="plaats")


def test_a_place_that_is_not_ticked_stays(visitor: TestClient, filled: Study) -> None:
    group = next(each for each in Pseudonyms(filled).review("gesprek.vtt").groups if each.form == "Wybrechta")
    decided(visitor, filled, "Wybrechta", plek=[str(each.start) for each in group.places[1:]])
    visitor.post(f"{page_of(filled)}/vervangen", data=NAME)
    assert the_document(filled).text.count("Wybrechta") == 1


def test_all_of_a_kind_are_accepted_and_replaced_by_a_name(visitor: TestClient, filled: Study) -> None:
    visitor.post(f"{page_of(filled)}/soort", data={"soort": "plaats"})
    assert visitor.post(f"{page_of(filled)}/vervangen").status_code == 422
    said = text_of(visitor.post(f"{page_of(filled)}/vervangen", data=NAME).text)
    assert "Replaced in 2 places." in said
    assert "Goor" not in the_document(filled).text
    with filled.reading() as store:
        assert {each.by for each in store.records(Replacement)[0]} == {"Proef"}


def test_what_was_accepted_anywhere_is_replaced_in_one_go(visitor: TestClient, filled: Study) -> None:
    decided(visitor, filled, "Wybrechta")
    assert "1 accepted name waits" in text_of(visitor.get("/namen").text)
    said = text_of(visitor.post("/namen/vervangen", data=NAME).text)
    assert "Replaced in 5 places." in said
    assert "Wybrechta" not in the_document(filled).text


def test_words_are_marked_by_hand_and_words_that_are_not_there_are_refused(visitor: TestClient, filled: Study) -> None:
    page = visitor.post(f"{page_of(filled)}/woord", data={"woord": "alles", "soort": "anders"}).text
    assert "marked by hand" in text_of(page)
    assert visitor.post(f"{page_of(filled)}/woord", data={"woord": "Nergenshuizen"}).status_code == 422
    assert visitor.post(f"{page_of(filled)}/woord", data={"woord": " "}).status_code == 422


def test_a_person_says_that_a_document_was_checked_and_takes_it_back(visitor: TestClient, filled: Study) -> None:
    assert "has not been checked for names" in text_of(visitor.get(f"/documenten/{the_document(filled).id}").text)
    visitor.post(f"{page_of(filled)}/nagekeken", data=NAME)
    assert the_document(filled).status is DocumentStatus.CHECKED
    assert "has not been checked for names" not in text_of(visitor.get(f"/documenten/{the_document(filled).id}").text)
    visitor.post(f"{page_of(filled)}/nagekeken", data={"ruw": "1"})
    assert the_document(filled).status is DocumentStatus.RAW


def test_an_employer_in_the_key_and_the_style_are_kept(visitor: TestClient, filled: Study) -> None:
    visitor.post(
        "/namen/sleutel", data={"woord": "Zonneveer", "soort": "werkgever", "pseudoniem": "Y (naam werkgever)"}
    )
    visitor.post("/namen/stijl", data={"stijl": "verzonnen"})
    page = unescape(visitor.get(page_of(filled)).text)
    assert 'value="Y (naam werkgever)"' in page
    assert not re.search(r'value="[A-Z] \(naam\)"', page)
    assert "The key holds 1 name." in text_of(visitor.get("/namen").text)


def test_a_name_that_is_not_there_and_a_document_that_is_not_there_are_said(visitor: TestClient, filled: Study) -> None:
    assert visitor.get("/namen/geen").status_code == 404
    data = {"vorm": "Nergenshuizen", "besluit": "aannemen"}
    assert visitor.post(f"{page_of(filled)}/besluit", data=data).status_code == 422


@pytest.fixture
def address(filled: Study) -> Iterator[str]:
    """The workbench with the study on a free port, in a thread of its own."""
    with running_workbench(filled) as address:
        yield address


def named(page: Page, address: str) -> None:
    """Let the browser know who is at the keyboard, and in English."""
    cookies = {"draad_naam": "Proef", "draad_taal": "en"}
    page.context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])


@pytest.mark.browser
def test_names_are_decided_about_with_the_keyboard_and_then_replaced(page: Page, address: str, filled: Study) -> None:
    named(page, address)
    page.goto(address + page_of(filled))
    names = page.locator("[data-name]")
    number = names.count()
    page.keyboard.press("j")
    expect(names.first).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(".is-accepted")).to_have_count(1)
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator(".is-rejected")).to_have_count(1)
    expect(page.locator("#stand")).to_contain_text(f"{number - 2} to decide · 1 to replace")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(page.locator(".is-open")).to_have_count(number - 1)
    accepted = page.locator(".is-accepted h2").inner_text()
    assert accepted in the_document(filled).text
    page.locator("#stand button").click()
    expect(page.get_by_role("status")).to_contain_text("Replaced in")
    expect(names).to_have_count(number - 1)
    assert accepted not in the_document(filled).text


@pytest.mark.browser
def test_selected_words_in_the_whole_text_are_marked(page: Page, address: str, filled: Study) -> None:
    named(page, address)
    page.goto(address + page_of(filled))
    page.locator(".mark-word summary").click()
    page.evaluate(
        """() => {
            const node = document.getElementById("tekst").lastChild;
            const range = document.createRange();
            const place = node.textContent.indexOf("alles");
            range.setStart(node, place);
            range.setEnd(node, place + 5);
            window.getSelection().removeAllRanges();
            window.getSelection().addRange(range);
            document.dispatchEvent(new MouseEvent("mouseup"));
        }"""
    )
    expect(page.locator("#woord")).to_have_value("alles")
    page.get_by_role("button", name="Mark").click()
    expect(page.locator(".is-accepted h2")).to_have_text("alles")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_fit_a_screen_of_this_width(page: Page, address: str, filled: Study, width: int) -> None:
    named(page, address)
    page.set_viewport_size({"width": width, "height": 800})
    for place in ("/namen", page_of(filled)):
        page.goto(address + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
