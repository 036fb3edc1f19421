from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from coding.codings import Coding, Valence
from corpus.documents import Document
from corpus.segments import Segment, Unit
from study.folder import Study
from synthesis.findings import Finding
from tests.workbench.web.visits import text_of
from workbench.web.errors import NothingSelected
from workbench.web.offsets import to_utf16
from workbench.web.views.reading import selected_span

SANNE = "interview-sanne.docx"


def document_of(study: Study, source: str = SANNE) -> Document:
    with study.reading() as store:
        return store.only(Document, source=source)


def turns_of(study: Study, document: Document) -> tuple[Segment, ...]:
    with study.reading() as store:
        return store.find(Segment, document_id=document.id)


def codings_of(study: Study, document: Document) -> tuple[Coding, ...]:
    with study.reading() as store:
        return store.find(Coding, document_id=document.id)


def test_the_text_of_every_turn_is_in_the_page_letter_by_letter(reader: TestClient, example: Study) -> None:
    for source in (SANNE, "community-jobcoaches.csv", "handreiking-van-werk-naar-werk.md"):
        document = document_of(example, source)
        page = reader.get(f"/documenten/{document.id}").text
        shown = dict(re.findall(r'<p class="turn-text" data-segment="([^"]+)"[^>]*>(.*?)</p>', page, re.DOTALL))
        for turn in turns_of(example, document):
            words = unescape(re.sub(r"<[^>]+>", "", shown[turn.id]))
            assert words == document.text[turn.start : turn.end]


def test_every_coding_can_be_jumped_to(reader: TestClient, example: Study) -> None:
    document = document_of(example)
    page = reader.get(f"/documenten/{document.id}").text
    for coding in codings_of(example, document):
        assert page.count(f'id="c-{coding.id}"') == 1


def test_the_passage_asked_for_is_pointed_at_and_the_next_is_a_step_away(reader: TestClient, example: Study) -> None:
    document = document_of(example)
    first = reader.get(f"/documenten/{document.id}")
    (start,) = re.findall(r'href="(\?passage=[^"]+)" rel="next"', first.text)
    second = reader.get(f"/documenten/{document.id}{unescape(start)}").text
    assert "codering 1 van " in text_of(second)
    pointed = re.findall(r'<span class="coded[^"]* target"[^>]*>(.*?)</span>', second, re.DOTALL)
    assert pointed
    assert 'rel="next"' in second
    assert 'rel="prev"' not in second


def test_one_coder_can_be_read_alone_but_a_passage_asked_for_is_always_shown(
    reader: TestClient, example: Study
) -> None:
    document = document_of(example)
    by_joris = next(each for each in codings_of(example, document) if each.coder == "joris")
    page = reader.get(f"/documenten/{document.id}?codeur=marit").text
    assert f'id="c-{by_joris.id}"' not in page
    page = reader.get(f"/documenten/{document.id}?codeur=marit&passage={by_joris.id}").text
    assert f'id="c-{by_joris.id}"' in page


def test_a_reply_says_to_whom_and_hangs_under_it(reader: TestClient, example: Study) -> None:
    page = reader.get(f"/documenten/{document_of(example, 'community-jobcoaches.csv').id}").text
    assert "↳ aan J02" in page
    assert "depth-2" in page


def code(client: TestClient, document: Document, turn: Segment, words: str, **more: str) -> tuple[int, str]:
    """Select the words in the turn as a browser does, and send the form."""
    text = document.text[turn.start : turn.end]
    first = text.index(words)
    place = {
        "begin": turn.id,
        "begin_op": str(to_utf16(text, first)),
        "eind": turn.id,
        "eind_op": str(to_utf16(text, first + len(words))),
    }
    answer = client.post(f"/documenten/{document.id}/coderingen", data={"naam": "Proef", **place, **more})
    return answer.status_code, answer.text


def test_selected_words_are_coded_and_shown(coder: TestClient, own_example: Study) -> None:
    document = document_of(own_example)
    turns = turns_of(own_example, document)
    turn = next(each for each in turns if "tafel vier" in document.text[each.start : each.end])
    facets = {"code": "taken", "fase": "0", "actor": "werkgever", "waardering": "goed"}
    status, page = code(coder, document, turn, " Scanner links, tape rechts. ", **facets)
    assert status == 200
    (made,) = [each for each in codings_of(own_example, document) if each.coder == "Proef"]
    assert document.text[made.start : made.end] == "Scanner links, tape rechts."
    assert (made.code, made.phase, made.actor, made.valence) == ("taken", "0", "werkgever", Valence.GOOD)
    assert f'data-mark="{made.id}"' in page


def test_a_coding_of_ones_own_can_be_taken_back(coder: TestClient, own_example: Study) -> None:
    document = document_of(own_example)
    turn = turns_of(own_example, document)[1]
    _, page = code(coder, document, turn, document.text[turn.start : turn.end][:6], code="taken")
    (made,) = [each for each in codings_of(own_example, document) if each.coder == "Proef"]
    assert f'action="/documenten/{document.id}/coderingen/{made.id}/weg"' in page
    answer = coder.post(f"/documenten/{document.id}/coderingen/{made.id}/weg")
    assert answer.status_code == 200
    assert made not in codings_of(own_example, document)


def test_the_coding_of_another_and_one_that_a_finding_rests_on_stay(coder: TestClient, own_example: Study) -> None:
    document = document_of(own_example)
    with own_example.reading() as store:
        rested = {each for finding in store.records(Finding)[0] for each in finding.passages}
    used = next(each for each in codings_of(own_example, document) if each.id in rested)
    assert coder.post(f"/documenten/{document.id}/coderingen/{used.id}/weg").status_code == 422
    for name, status in (("Proef", 404), (used.coder, 409)):
        coder.post("/naam", data={"naam": name})
        assert coder.post(f"/documenten/{document.id}/coderingen/{used.id}/weg").status_code == status
    assert used in codings_of(own_example, document)


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [("code", "bestaat-niet", 404), ("fase", "99", 404), ("waardering", "geweldig", 422), ("actor", "marsman", 422)],
)
def test_what_the_study_does_not_know_is_refused(
    coder: TestClient, own_example: Study, field: str, value: str, status: int
) -> None:
    document = document_of(own_example)
    turn = turns_of(own_example, document)[1]
    words = document.text[turn.start : turn.end][:6]
    given_fields = {"code": "taken", field: value}
    assert code(coder, document, turn, words, **given_fields)[0] == status
    assert [each for each in codings_of(own_example, document) if each.coder == "Proef"] == []


def test_a_coding_without_words_or_without_a_name_is_refused(coder: TestClient, own_example: Study) -> None:
    document = document_of(own_example)
    turn = turns_of(own_example, document)[1]
    address = f"/documenten/{document.id}/coderingen"
    place = {"begin": turn.id, "begin_op": "3", "eind": turn.id, "eind_op": "3", "code": "taken"}
    assert coder.post(address, data={**place, "naam": "Proef"}).status_code == 422
    assert coder.post(address, data={**place, "eind_op": "9"}).status_code == 422
    assert coder.post(address, data={"code": "taken", "naam": "Proef"}).status_code == 422


TEXT = "👍🏽 Ja, dat klopt.\n\nEn 𝒜nders é́ niet."
FIRST, LAST = Segment("a", "d", 0, Unit.TURN, 0, 17), Segment("b", "d", 1, Unit.TURN, 19, len(TEXT))


@given(st.integers(0, 17), st.integers(0, len(TEXT) - 19))
def test_a_selection_over_turns_and_emoji_gives_the_words_between(first: int, last: int) -> None:
    begin, end = to_utf16(TEXT[0:17], first), to_utf16(TEXT[19:], last)
    chosen = TEXT[first : 19 + last]
    if not chosen.strip():
        with pytest.raises(NothingSelected):
            selected_span(TEXT, FIRST, begin, LAST, end)
        return
    start, stop = selected_span(TEXT, FIRST, begin, LAST, end)
    assert TEXT[start:stop] == chosen.strip()


def test_a_selection_made_backwards_is_the_same_selection() -> None:
    assert selected_span(TEXT, LAST, 3, FIRST, 5) == selected_span(TEXT, FIRST, 5, LAST, 3)
