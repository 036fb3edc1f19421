"""Debian's Chromium for the browser tests: offline, and every page watched for what it should not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tools.system_packages import apt_line

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HERE = ("127.0.0.1", "localhost", "[::1]")
WATCH_POLICY = """
    document.addEventListener("securitypolicyviolation", event => reportViolation(
        `${event.effectiveDirective} refused ${event.blockedURI} on ${event.documentURI}`));
"""


@dataclass(slots=True)
class Faults:
    """What pages did that they should not: broke the content policy, called outside, threw in a script."""

    violations: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """One sentence a fault."""
        return [
            *(f"content policy: {each}" for each in self.violations),
            *(f"asked for {each}, which is not on this machine" for each in self.outside),
            *(f"script: {each}" for each in self.scripts),
        ]


def find_chromium() -> str:
    """Where Chromium is; fails the test with the apt line when it is not installed."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail(f"Chromium is not installed. Install with: sudo {apt_line(['chromium'])}", pytrace=False)
    return program


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A browser without a window, closed after the block."""
    program = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser, **options: Any) -> Iterator[tuple[Page, Faults]]:
    """A fresh page (Dutch, 1280 × 900 unless told) and the faults it has made so far."""
    settings = {"locale": "nl-NL", "viewport": {"width": 1280, "height": 900}, **options}
    context = browser.new_context(**settings)
    context.set_default_timeout(10_000)
    faults = watch(context)
    page = context.new_page()
    try:
        yield page, faults
        settle(context)
    finally:
        context.close()


def watch(context: BrowserContext) -> Faults:
    """The list that every page of this context adds its faults to; nothing outside this machine is reached."""
    faults = Faults()

    def keep_here(route: Route) -> None:
        if urlsplit(route.request.url).hostname in {name.strip("[]") for name in HERE}:
            route.continue_()
        else:
            faults.outside.append(route.request.url)
            route.abort()

    context.route(lambda url: urlsplit(url).scheme in {"http", "https", "ws", "wss"}, keep_here)
    context.expose_binding("reportViolation", lambda _, words: faults.violations.append(str(words)))
    context.add_init_script(WATCH_POLICY)
    context.on("weberror", lambda error: faults.scripts.append(str(error.error)))
    return faults


def settle(context: BrowserContext) -> None:
    """Wait until every open page has told what it had to tell: policy events come in a task of their own."""
    for page in context.pages:
        page.evaluate("() => new Promise(done => setTimeout(done, 50))")
