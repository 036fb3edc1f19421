from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.web.visits import text_of

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


def test_reading_leads_to_coding_at_the_same_passage(reader: TestClient, example: Study) -> None:
    document = document_of(example)
    coding = codings_of(example, document)[0]
    assert f'href="/codeer/{document.id}"' in reader.get(f"/documenten/{document.id}").text
    assert (
        f'href="/codeer/{document.id}?passage={coding.id}"'
        in reader.get(f"/documenten/{document.id}?passage={coding.id}").text
    )
