"""The reading page of a small study: what is looked for, pointed at, who speaks, threads and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.segments import Segment, Unit
from study.folder import Study
from tests.workbench.actions.searched import put_turns
from tests.workbench.web.visits import links_on, opened, text_of

TURNS = ("Niemand belde 👍 mij.", "De coach belde wél.", "Wie belde?", "Ik belde.")


@pytest.fixture
def talk(study: Study) -> Study:
    """A document of two voices with a question in it."""
    put_turns(study, "gesprek", TURNS)
    with study.store(by="m") as store:
        store.add(Instrument("i", "ronde", "Ronde 1", InstrumentKind.INTERVIEW, None, 1), Guide("g", "lijst", "i", "1"))
        store.add(Question("q", "v1", "g", 1, "Wie belde er?"))
        _first, second, third, last = store.find(Segment)
        store.replace(replace(second, speaker="Coach"), replace(third, question_id="q"), replace(last, question_id="q"))
        store.replace(replace(store.get(Document, "gesprek"), instrument_id="i", guide_id="g"))
    return study


@pytest.fixture
def visitor(talk: Study) -> Iterator[TestClient]:
    with opened(talk) as client:
        client.headers["cookie"] = "draad_taal=en"
        yield client


def marked(page: str) -> list[tuple[str, str]]:
    """The class and the words of everything that is marked as found or pointed at."""
    return [(kind, unescape(words)) for kind, words in re.findall(r'<mark(?: class="(\w+)")?[^>]*>(.*?)</mark>', page)]


def test_what_is_looked_for_is_marked_and_gone_through_one_by_one(visitor: TestClient) -> None:
    page = visitor.get("/documenten/gesprek?zoek=bellen OF belde").text
    assert marked(page) == [("", "belde")] * 4
    assert "4 places" in text_of(page)
    (following,) = re.findall(r'href="([^"]+)" rel="next"', page)
    page = visitor.get(f"/documenten/gesprek{unescape(following)}").text
    assert marked(page)[0] == ("pointed", "belde")
    assert 'id="hier"' in page
    assert "place 1 of 4" in text_of(page)
    assert 'rel="prev"' not in page


def test_a_place_in_the_address_counts_code_points(visitor: TestClient) -> None:
    assert marked(visitor.get("/documenten/gesprek?van=14&tot=19").text) == [("pointed", "👍 mij")]
    assert marked(visitor.get("/documenten/gesprek?van=16&tot=24").text) == [("pointed", "mij."), ("pointed", "De ")]
    assert marked(visitor.get("/documenten/gesprek?van=9000&tot=9001").text) == []


def test_a_search_that_cannot_be_read_says_why_and_shows_the_text(visitor: TestClient) -> None:
    page = text_of(visitor.get("/documenten/gesprek", params={"zoek": "(belde"}).text)
    assert "has no partner" in page
    assert "Niemand belde" in page


def test_one_voice_can_be_read_alone(visitor: TestClient) -> None:
    page = visitor.get("/documenten/gesprek?wie=Coach").text
    assert len(re.findall('class="turn role', page)) == 1
    assert "1 turn of Coach" in text_of(page)


def test_the_questions_are_its_contents(visitor: TestClient) -> None:
    page = visitor.get("/documenten/gesprek").text
    assert page.count('href="#v-2"') == page.count('id="v-2"') == 1
    said = text_of(page)
    assert "Ronde 1" in said
    assert "/documenten/gesprek/verlies" in links_on(page, "/documenten/gesprek/")


def test_replies_fold_away_under_their_post(talk: Study, visitor: TestClient) -> None:
    with talk.store(by="m") as store:
        turns = [replace(each, unit=Unit.POST) for each in store.find(Segment)]
        store.replace(
            turns[0], turns[1], replace(turns[2], reply_to=turns[0].id), replace(turns[3], reply_to=turns[2].id)
        )
        store.replace(replace(store.get(Document, "gesprek"), kind=DocumentKind.COMMUNITY))
    page = visitor.get("/documenten/gesprek").text
    assert re.findall(r"<summary>(\d) repl", page) == ["2", "1"]
    assert re.findall(r'id="t-(\d)"', page) == ["0", "2", "3", "1"]
    assert "depth-2" in page


def test_a_mark_over_two_turns_begins_once_and_shows_in_both(talk: Study, visitor: TestClient) -> None:
    with talk.store(by="m") as store:
        store.add(CodeGroup("g1", "knelpunt", "Knelpunt", 1), Code("c", "contact", "knelpunt", "Contact", 1))
        store.add(Coding("k", "gesprek", 8, 30, "marit", code="contact"))
    page = visitor.get("/documenten/gesprek").text
    assert page.count('id="c-k"') == 1
    assert len(re.findall('<span class="coded[^>]*data-mark="k"', page)) == 2
