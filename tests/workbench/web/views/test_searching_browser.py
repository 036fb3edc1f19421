"""Searching as a person does: type, walk along what was found with the arrow keys, and land on the words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from study.folder import Study
from tests.servers.workbench import running_workbench
from tests.workbench.actions.searched import put_turns

pytestmark = pytest.mark.browser


@pytest.fixture
def address(study: Study) -> Iterator[str]:
    """The workbench with one long talk and one short one, on a free port."""
    long = [f"Beurt {number} over het werk en wat daarbij hoort. " * 4 for number in range(600)]
    put_turns(study, "lang", [*long[:550], "Niemand had een zebra verwacht.", *long[550:]])
    put_turns(study, "kort", ["Een zebra?", "Ja, een zebra."])
    with running_workbench(study) as address:
        yield address


def test_a_search_is_typed_walked_along_and_opened_at_its_words(page: Page, address: str) -> None:
    page.goto(f"{address}/zoeken")
    page.get_by_role("searchbox").fill("zebra's OF zebra")
    page.keyboard.press("Enter")
    expect(page.locator(".hit-line")).to_have_count(3)
    assert "zoek=zebra" in page.url
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("mark.pointed")).to_be_in_viewport()
    expect(page.locator("mark.pointed")).to_have_text("zebra")
    assert page.locator("#zoek, input[name=zoek]").input_value() == "zebra's OF zebra"
    page.go_back()
    expect(page.locator(".hit-line")).to_have_count(3)


def test_places_in_a_document_are_a_key_away_and_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}/documenten/lang?zoek=549")
    page.get_by_role("link", name="→").click()
    expect(page.locator("mark.pointed").first).to_be_in_viewport()
    page.locator("[data-find=after]").click()
    expect(page.locator("mark.pointed").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/zoeken?zoek=zebra", "/zoeken", "/documenten", "/documenten/kort?zoek=zebra"])
def test_the_pages_fit_a_narrow_screen(page: Page, address: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
