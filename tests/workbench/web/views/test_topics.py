from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

import pytest
from starlette.testclient import TestClient

from study.folder import Study, open_study
from synthesis.topics import TopicFit
from tests.workbench.example_study import made_once
from tests.workbench.web.visits import links_on, opened, quotes_on, text_of
from workbench.actions.topics import fit_study_topics


@cache
def with_topics() -> Path:
    """The example study with its topics, made once."""
    folder = Path(mkdtemp(prefix="onderwerpen-")) / "voorbeeld"
    copytree(made_once(), folder)
    fit_study_topics(open_study(folder), by="proef")
    return folder


@pytest.fixture
def fitted() -> Study:
    return open_study(with_topics())


def test_topics_stand_with_their_words_sizes_and_codes(fitted: Study) -> None:
    with fitted.reading() as store:
        (fit,) = store.records(TopicFit)[0]
    said = text_of(opened(fitted).get("/onderwerpen").text)
    assert "Een leeswijzer, geen bevinding" in said
    for topic in fit.topics:
        assert ", ".join(topic.words) in said


def test_a_topic_opens_its_segments_in_two_orders_that_never_change(fitted: Study) -> None:
    client = opened(fitted)
    address = links_on(client.get("/onderwerpen").text, "/onderwerpen/")[0]
    orders = (client.get(f"{address}?volgorde={each}").text for each in ("steekproef", "kenmerkend"))
    sample, typical = map(quotes_on, orders)
    assert len(sample) == len(typical) == 12
    assert sample != typical
    assert quotes_on(opened(fitted).get(address).text) == sample


def test_topics_are_made_from_the_page_by_a_name(coder: TestClient, own_example: Study) -> None:
    assert "nog geen onderwerpen gemaakt" in text_of(coder.get("/onderwerpen").text)
    assert coder.post("/onderwerpen").status_code == 422
    assert coder.post("/onderwerpen", data={"naam": "Proef"}).status_code == 200
    for _ in range(400):
        page = coder.get("/onderwerpen").text
        if 'class="work"' not in page:
            break
        time.sleep(0.05)
    assert links_on(page, "/onderwerpen/")
    with own_example.reading() as store:
        assert store.journal(newest=1)[0].by == "Proef"


def test_a_study_without_documents_has_nothing_to_group(newcomer: TestClient) -> None:
    assert "nog geen documenten" in text_of(newcomer.get("/onderwerpen").text)
