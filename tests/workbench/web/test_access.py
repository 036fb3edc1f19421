from __future__ import annotations

import re

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from tests.workbench.web.visits import HOME
from workbench.web.access import LOOPBACK, refusal
from workbench.web.errors import ForeignForm, StrangerRefused


@pytest.mark.parametrize("host", ["127.0.0.1:8717", "localhost:9000", "[::1]:8717", "LOCALHOST", "127.0.0.1"])
def test_this_machine_is_let_in_under_its_own_names(host: str) -> None:
    assert refusal("GET", Headers({"host": host}), "http", hosts=LOOPBACK) is None


@pytest.mark.parametrize(
    "host", ["kwaad.example", "127.0.0.1.kwaad.example", "localhost.kwaad.example:8717", "", "kwaad@[", "10.0.0.7"]
)
def test_a_name_that_only_points_here_is_refused(host: str) -> None:
    assert isinstance(refusal("GET", Headers({"host": host}), "http", hosts=LOOPBACK), StrangerRefused)


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "http://kwaad.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8717"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:8717", "sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused(said: dict[str, str]) -> None:
    headers = Headers({"host": "127.0.0.1:8717", **said})
    assert isinstance(refusal("POST", headers, "http", hosts=LOOPBACK), ForeignForm)


@pytest.mark.parametrize(
    "said", [{"origin": "http://127.0.0.1:8717"}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}]
)
def test_our_own_form_is_taken(said: dict[str, str]) -> None:
    headers = Headers({"host": "127.0.0.1:8717", **said})
    assert refusal("POST", headers, "http", hosts=LOOPBACK) is None


def test_a_stranger_reads_a_sentence_and_nothing_of_the_study(reader: TestClient) -> None:
    answer = reader.get("/documenten", headers={"host": "kwaad.example"})
    assert answer.status_code == 421
    assert "Interview" not in answer.text


def test_a_foreign_form_changes_nothing(coder: TestClient) -> None:
    answer = coder.post("/naam", data={"naam": "Kwaad"}, headers={"origin": "http://kwaad.example"})
    assert answer.status_code == 403
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/", "/kaart", "/nergens", "/static/page.css", "/kleuren.css"])
def test_every_answer_keeps_itself_to_itself(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def test_a_refusal_has_the_headers_too(reader: TestClient) -> None:
    assert "content-security-policy" in reader.get("/", headers={"host": "kwaad.example"}).headers


def test_pages_with_words_of_people_are_not_kept_by_the_browser(reader: TestClient) -> None:
    assert reader.get("/kaart").headers["cache-control"] == "no-store"
    assert "max-age" in reader.get("/static/page.css").headers["cache-control"]


@pytest.mark.parametrize("path", ["/", "/documenten", "/kaart", "/kaart/oordeel", "/aannames", "/prioriteiten"])
def test_no_page_holds_a_style_or_a_script_of_its_own(reader: TestClient, path: str) -> None:
    page = reader.get(path).text
    assert re.findall(r"<[^>]*\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=|hx-on|javascript:", page) == []


def test_everything_a_page_asks_for_is_ours(reader: TestClient) -> None:
    addresses = re.findall(r'(?:src|href|action)="([^"]+)"', reader.get("/").text)
    assert [each for each in addresses if not each.startswith(("/", "#"))] == []
    assert HOME not in "".join(addresses)
