"""Linking questions with the keyboard only, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from study.folder import Study
from tests.servers.chromium import watched_page
from tests.servers.workbench import running_workbench
from tests.workbench.web.views.test_guides import held, linked

pytestmark = pytest.mark.browser
__all__ = ["held"]
HERE = "/topiclijsten/lijst/lijst/koppelen"
PAGES = (
    "/materiaal",
    "/materiaal/nieuw",
    "/topiclijsten",
    "/topiclijsten/lijst/lijst",
    "/topiclijsten/lijst/lijst/vraag/v1",
    HERE,
    "/deelnemers",
    "/deelnemers/persoon/W01",
    "/deelnemers/koppelen?alle=1",
)


@pytest.fixture
def address(held: Study) -> Iterator[str]:
    """The workbench with the study on a free port, in a thread of its own."""
    with running_workbench(held) as address:
        yield address


def named(page: Page, address: str) -> None:
    """Let the browser know who is at the keyboard, and in English."""
    cookies = {"draad_naam": "Ans", "draad_taal": "en"}
    page.context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on it."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached with the keyboard")


def test_proposals_are_looked_at_ticked_linked_and_undone_with_the_keyboard(
    page: Page, address: str, held: Study
) -> None:
    named(page, address)
    page.goto(address + HERE)
    boxes = page.locator("input[name=aan]")
    expect(boxes).to_have_count(2)
    tab_to(page, "[data-tick=geen]")
    page.keyboard.press("Enter")
    assert page.locator("input[name=aan]:checked").count() == 0
    tab_to(page, "input[name=aan]")
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()
    tab_to(page, ".sticky-bar button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("6 turns")
    assert linked(held) == [None, None, *["v1"] * 6]
    tab_to(page, ".results button")
    page.keyboard.press("Enter")
    expect(page.locator(".results")).to_have_count(0)
    assert linked(held) == [None] * 8


def test_choosing_another_question_ticks_its_turn(page: Page, address: str, held: Study) -> None:
    named(page, address)
    page.goto(f"{address}{HERE}?aan=geen")
    page.locator("select[name^=vraag-]").nth(1).select_option(index=3)
    expect(page.locator("input[name=aan]").nth(1)).to_be_checked()
    page.get_by_role("button", name="Link what is ticked").click()
    expect(page.get_by_role("status")).to_be_visible()
    assert linked(held) == [None] * 6 + ["v3", "v3"]


def test_no_page_of_the_register_is_wider_than_a_phone(chromium: Browser, address: str) -> None:
    with watched_page(chromium, viewport={"width": 320, "height": 700}) as (page, faults):
        named(page, address)
        for each in PAGES:
            page.goto(address + each)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, each
    assert not faults.sentences()
