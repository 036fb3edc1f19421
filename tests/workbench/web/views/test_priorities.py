from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from prioritisation.sessions import SessionForm, SessionStatus, VotingSession
from study.folder import Study
from tests.workbench.five_lists import SESSIONS, with_lists
from tests.workbench.web.visits import links_on, opened, quotes_on, text_of
from workbench.web.desk import Desk


@pytest.fixture
def lists(study: Study, tmp_path: Path) -> Iterator[TestClient]:
    """A visitor of a study with five lists: two of groups that voted, two consultations, one open to anyone."""
    with opened(with_lists(study, tmp_path)) as client:
        yield client


def section_of(page: str, title: str) -> str:
    """The part of the page on the session with this title."""
    return page[page.index(f">{title}</h2>") :].partition("</section>")[0]


def test_every_list_of_the_example_stands_on_the_page_and_every_point_opens(reader: TestClient, example: Study) -> None:
    page = reader.get("/prioriteiten").text
    every = [each for one in Desk(example).lists for each in (one.published.lines)]
    addresses = links_on(page, "/prioriteiten/")
    assert len(addresses) == len(every)
    for address in addresses:
        opened_page = reader.get(address).text
        assert bool(quotes_on(opened_page)) != ("geen bron" in text_of(opened_page))


def test_of_a_small_group_no_number_is_shown_anywhere(lists: TestClient) -> None:
    part = section_of(lists.get("/prioriteiten").text, "Stemming")
    pages = [part, *(lists.get(each).text for each in links_on(part, "/prioriteiten/s-werknemers"))]
    assert len(pages) == 4
    for page in pages:
        assert "zonder één stem" not in text_of(page)
        assert "score" not in text_of(page)
        assert "Hangt af van" not in text_of(page)
        assert "in de eerste drie" not in text_of(page)


def test_a_list_made_in_consultation_says_so_and_what_its_order_means(lists: TestClient) -> None:
    part = text_of(section_of(lists.get("/prioriteiten").text, "Overleg met werkgevers"))
    assert "Overleg : rangorde 4 aanwezig · 7 uitgenodigd · begeleid door een onderzoeker" in part
    assert "er is niet gestemd" in part
    assert "Voorgelegd als: Blijf tot er ander werk is" in part
    assert "ingebracht in sessie geen bron" in part
    assert "Wel voorgelegd, niet op de lijst gezet: Schrijf brieven die te lezen zijn" in part
    assert "score" not in part
    grouped = text_of(section_of(lists.get("/prioriteiten").text, "Overleg met deskundigen"))
    assert "Eerst • Bel binnen een week" in grouped
    assert "De volgorde binnen een groep zegt niets" in grouped


def test_of_four_present_nobody_reads_how_many_saw_it_otherwise(lists: TestClient) -> None:
    for address in ("/prioriteiten", "/prioriteiten/s-werkgevers/blijven"):
        said = text_of(lists.get(address).text)
        assert "Niet iedereen zag dit zo: een halfjaar is te lang." in said
        assert "1 werkgever zag" not in said


def test_an_open_session_is_of_everybody_and_small_numbers_are_put_together(lists: TestClient) -> None:
    part = text_of(section_of(lists.get("/prioriteiten").text, "Open dag"))
    assert "Iedereen (open bijeenkomst) · 11 juni 2026" in part
    assert "34 geldige stembriefjes, 3 blanco, 1 ongeldig" in part
    assert "bij 32–34 van 34 in de eerste drie" in part
    assert "Alle perspectieven" not in part


def test_the_lists_stand_beside_each_other_point_by_point(lists: TestClient) -> None:
    page = lists.get("/prioriteiten").text
    board = page[page.index('class="board"') :].partition("</table>")[0]
    heads = [text_of(each) for each in re.findall(r"<th scope=\"col\">(.*?)</th>", board)]
    assert heads[1:-1] == [
        "Werknemers 4 stemmen", "Jobcoaches 9 stemmen", "Werkgevers overleg met 4",
        "Arbeidsdeskundigen overleg met 5", "Open bijeenkomst 34 stemmen",
    ]  # fmt: skip
    rows = {text_of(head): re.findall(r"<td data-head.*?>(.*?)</td>", rest) for head, rest in re.findall(
        r'<th scope="row">(.*?)</th>(.*?)</tr>', board, re.DOTALL)}  # fmt: skip
    squares = {title: [text_of(each).partition(" :")[0] for each in found] for title, found in rows.items()}
    assert squares["Bel binnen een week geen bron"] == ["1", "3", "3", "Eerst", "1"]
    assert squares["Schrijf brieven die te lezen zijn geen bron"] == ["3", "1", "weggelaten", "Later", "3"]
    assert squares["Schaf dubbele formulieren af ingebracht in sessie geen bron"] == ["–", "–", "2", "–", "–"]


def test_a_point_of_a_consultation_opens_with_both_wordings_and_where_it_came_from(lists: TestClient) -> None:
    reworded = text_of(lists.get("/prioriteiten/s-werkgevers/blijven").text)
    assert "plaats 1 · Overleg met werkgevers Blijf een halfjaar" in reworded
    assert "Voorgelegd als: Blijf tot er ander werk is" in reworded
    brought_in = text_of(lists.get("/prioriteiten/s-werkgevers/formulieren").text)
    assert "Elk kwartaal hetzelfde." in brought_in
    assert "ingebracht in sessie" in brought_in
    assert "geen bron" in brought_in
    assert "Eerst · Overleg met deskundigen" in text_of(lists.get("/prioriteiten/s-deskundigen/bellen").text)
    assert lists.get("/prioriteiten/s-werkgevers/brief").status_code == 404


def test_what_changes_in_a_consultation_is_seen_at_once(study: Study, tmp_path: Path, lists: TestClient) -> None:
    assert "halfjaar is te lang" in lists.get("/prioriteiten").text
    with_lists(study, tmp_path, SESSIONS.replace("halfjaar is te lang", "halfjaar is te kort"))
    assert "halfjaar is te kort" in lists.get("/prioriteiten").text


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        (SessionForm.BALLOTS, SessionStatus.PREPARED, "wordt voorbereid"),
        (SessionForm.BALLOTS, SessionStatus.OPEN, "nog open"),
        (SessionForm.CONSULTATION, SessionStatus.CLOSED, "is een overleg"),
    ],
)
def test_a_session_without_a_list_says_why(
    study: Study, tmp_path: Path, lists: TestClient, form: SessionForm, status: SessionStatus, words: str
) -> None:
    with study.store(by="proef") as store:
        session = store.records(VotingSession)[0][0]
        store.replace(replace(session, form=form, status=status))
    said = text_of(lists.get("/prioriteiten").text)
    assert words in said
    assert session.title in said


def test_a_study_without_sessions_says_how_to_begin(newcomer: TestClient) -> None:
    assert "draad vote points" in text_of(newcomer.get("/prioriteiten").text)
