from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page

from tests.servers.chromium import watched_page

pytestmark = pytest.mark.browser

PAGES = {
    "/": "<title>Ruimte</title><p>één ▲</p>",
    "/inline": "<title>Inline</title><p style='color: red'>rood</p><script>window.ran = true</script>",
    "/fout": "<title>Fout</title><script src='/fout.js'></script>",
    "/fout.js": "throw new Error('stuk')",
    "/buiten": "<title>Buiten</title><img src='https://example.org/x.png' alt=''>",
    "/elders": "<title>Elders</title><a href='https://example.org/'>elders</a>",
}


class Site(BaseHTTPRequestHandler):
    """A site with the strict content policy of the workbench, and pages that break it."""

    def do_GET(self) -> None:
        body = PAGES.get(self.path, "").encode()
        kind = "text/javascript" if self.path.endswith(".js") else "text/html"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src *")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_quiet_page_has_no_faults(page: Page, site: str) -> None:
    page.goto(site)
    assert page.title() == "Ruimte"
    assert page.locator("p").inner_text() == "één ▲"
    assert page.evaluate("navigator.language") == "nl-NL"


def test_inline_style_and_script_are_seen_as_violations(chromium: Browser, site: str) -> None:
    with watched_page(chromium) as (page, faults):
        page.goto(f"{site}/inline")
        assert page.evaluate("window.ran === undefined")
    assert any(each.startswith("style-src") for each in faults.violations)
    assert any(each.startswith("script-src") for each in faults.violations)
    assert all(sentence.startswith("content policy: ") for sentence in faults.sentences()[:2])


def test_a_script_that_throws_is_seen(chromium: Browser, site: str) -> None:
    with watched_page(chromium) as (page, faults):
        page.goto(f"{site}/fout")
    assert any("stuk" in each for each in faults.scripts)


def test_nothing_outside_this_machine_is_reached(chromium: Browser, site: str) -> None:
    with watched_page(chromium) as (page, faults):
        page.goto(f"{site}/buiten")
    assert faults.outside == ["https://example.org/x.png"]


def test_a_link_to_outside_is_refused_and_told(chromium: Browser, site: str) -> None:
    with watched_page(chromium) as (page, faults):
        page.goto(f"{site}/elders")
        with page.expect_event("requestfailed"):
            page.get_by_role("link").click()
    assert faults.outside == ["https://example.org/"]
