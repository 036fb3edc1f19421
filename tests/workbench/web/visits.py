"""Visits: a client that asks as a browser would, and what it reads off a page."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from study.folder import Study
from workbench.web.app import create_app

HOME = "http://127.0.0.1:8717"
FRAGMENT = {"hx-request": "true"}
OURS = {"origin": HOME, "sec-fetch-site": "same-origin"}
_VERBATIM = re.compile(r'<p class="(?:verbatim|rendering)" data-document="([^"]+)">(.*?)</p>', re.DOTALL)
_LINK = re.compile(r'href="(/[^"#]*)')


def opened(study: Study) -> TestClient:
    """A client that sends what a browser sends from our own pages."""
    return TestClient(create_app(study), base_url=HOME, headers=OURS)


def quotes_on(page: str) -> list[tuple[str, str]]:
    """The document (id) and the words of every passage on a page, literal or from a report of an interview."""
    return [(document, unescape(words)) for document, words in _VERBATIM.findall(page)]


def links_on(page: str, start: str) -> list[str]:
    """The addresses on a page that begin like this, each once, in their order."""
    return list(dict.fromkeys(unescape(each) for each in _LINK.findall(page) if each.startswith(start)))


def text_of(page: str) -> str:
    """The words of a page without its marks, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
