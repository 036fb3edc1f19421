"""The chain: whatever the pages say, a click away stand the words it rests on, letter by letter in their document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from corpus.documents import Document
from study.folder import Study, open_study
from tests.workbench.example_study import made_once
from tests.workbench.web.visits import links_on, opened, quotes_on, text_of
from workbench.web.desk import Desk

WAY = re.compile(r'<a class="to-passage" href="([^"]+)"')


@pytest.fixture(scope="module")
def study() -> Study:
    return open_study(made_once())


@pytest.fixture(scope="module")
def reader(study: Study) -> Iterator[TestClient]:
    with opened(study) as client:
        yield client


@pytest.fixture(scope="module")
def texts(study: Study) -> dict[str, str]:
    with study.reading() as store:
        return {each.id: each.text for each in store.records(Document)[0]}


def words_behind(reader: TestClient, address: str, texts: dict[str, str]) -> int:
    """How many passages stand behind an address; each is checked against its document."""
    found = quotes_on(reader.get(address).text)
    for document, words in found:
        assert words.strip()
        assert words in texts[document], f"{address}: not in its document"
    return len(found)


def test_every_statement_opens_its_words(reader: TestClient, study: Study, texts: dict[str, str]) -> None:
    addresses = links_on(reader.get("/kaart").text, "/kaart/bevinding/")
    statements = {each.finding.key: each for each in Desk(study).journey.statements}
    assert {each.rpartition("/")[2] for each in addresses} == set(statements)
    for address in addresses:
        finding = statements[address.rpartition("/")[2]].finding
        assert words_behind(reader, address, texts) >= len({*finding.passages})


def test_every_label_of_a_quadrant_opens_its_words(reader: TestClient, study: Study, texts: dict[str, str]) -> None:
    seen: set[str] = set()
    for perspective in study.settings.perspectives:
        page = reader.get(f"/kaart/oordeel?perspectief={perspective.key}").text
        seen |= set(links_on(page, "/kaart/bevinding/"))
    assert len(seen) == len(Desk(study).journey.statements)
    assert all(words_behind(reader, each, texts) for each in seen)


def test_every_cell_of_the_map_opens_its_words_or_its_reason(reader: TestClient, texts: dict[str, str]) -> None:
    for address in links_on(reader.get("/kaart").text, "/kaart/cel/"):
        assert words_behind(reader, address, texts) or 'class="reason"' in reader.get(address).text


def test_every_verdict_opens_its_words_or_its_reason(reader: TestClient, study: Study, texts: dict[str, str]) -> None:
    matrix = Desk(study).matrix
    addresses = links_on(reader.get("/aannames").text, "/aannames/")
    verdicts = [each for each in addresses if each.count("/") == 3]
    assert len(verdicts) == len(matrix.cells) + len(matrix.overall)
    for cell in (*matrix.cells, *matrix.overall):
        address = f"/aannames/{cell.assumption}/{cell.column}"
        behind = words_behind(reader, address, texts)
        if cell.evidence:
            assert behind >= sum(each.coding_id is not None for each in cell.evidence)
        elif cell in matrix.cells:
            assert 'class="reason"' in reader.get(address).text


def test_every_rank_opens_its_words_or_says_geen_bron(reader: TestClient, texts: dict[str, str]) -> None:
    addresses = links_on(reader.get("/prioriteiten").text, "/prioriteiten/")
    assert addresses
    for address in addresses:
        sourceless = "geen bron" in text_of(reader.get(address).text)
        assert (words_behind(reader, address, texts) == 0) == sourceless


def test_every_count_of_the_codebook_opens_its_words(reader: TestClient, texts: dict[str, str]) -> None:
    counts = re.findall(r'<a class="usage" href="([^"]+)"', reader.get("/codeboek").text)
    assert len(counts) > 20
    for address in counts:
        assert words_behind(reader, unescape(address), texts)


def test_every_quote_leads_to_its_place_in_the_document(reader: TestClient, study: Study) -> None:
    """From each finding to the reading page, where the passage it names is pointed at with the words it quotes."""
    pages: dict[str, str] = {}
    for address in links_on(reader.get("/kaart").text, "/kaart/bevinding/"):
        page = reader.get(address).text
        for way, (_, words) in zip(WAY.findall(page), quotes_on(page), strict=True):
            place = urlsplit(unescape(way))
            coding = parse_qs(place.query)["passage"][0]
            assert place.fragment == f"c-{coding}"
            target = f"{place.path}?{place.query}"
            pages.setdefault(target, reader.get(target).text)
            assert f'id="{place.fragment}"' in pages[target]
            assert words in pointed_words(pages[target])


def pointed_words(page: str) -> str:
    """The words that a reading page points at, from the first piece to the last."""
    pieces = list(re.finditer(r'<span class="coded[^"]* target"[^>]*>.*?</span>', page, re.DOTALL))
    return unescape(re.sub(r"<[^>]+>", "", page[pieces[0].start() : pieces[-1].end()])) if pieces else ""
