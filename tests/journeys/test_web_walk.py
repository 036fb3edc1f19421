"""A walk through the workbench in a real browser: overview, map, quote, the passage in its document, a coding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coding.codings import Coding
from study.folder import Study
from tests.servers.chromium import watched_page
from tests.servers.workbench import running_workbench
from tests.workbench.example_study import copied_to

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 700}
PAGES = (
    "/",
    "/documenten",
    "/documenten/opnemen",
    "/zoeken",
    "/zoeken?zoek=coach",
    "/materiaal",
    "/topiclijsten",
    "/deelnemers",
    "/deelnemers/koppelen",
    "/namen",
    "/privacy",
    "/codeboek",
    "/proces",
    "/kaart",
    "/kaart/oordeel",
    "/aannames",
    "/aannames/logica",
    "/aannames/doelen",
    "/prioriteiten",
    "/onderwerpen",
    "/rapport",
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return copied_to(Path(tmp_path_factory.mktemp("wandeling")) / "voorbeeld")


@pytest.fixture(scope="module")
def address(study: Study) -> Iterator[str]:
    """The workbench on a free port, in a thread of its own."""
    with running_workbench(study) as address:
        yield address


def test_from_the_overview_to_the_words_in_their_place(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Belevingskaart").click()
    page.get_by_role("link", name=re.compile("^pijnpunt Moeten opnieuw beginnen")).click()
    panel = page.locator(".panel:not(:empty)")
    quote = panel.locator(".verbatim").first
    expect(quote).to_be_visible()
    expect(panel.locator("[data-focus]")).to_be_focused()
    words = quote.text_content() or ""
    panel.locator(".to-passage").first.click()
    expect(page).to_have_url(re.compile(r"/documenten/.*passage=.*#c-"))
    target = page.locator(".coded.target").first
    expect(target).to_be_in_viewport()
    assert words in "".join(page.locator(".coded.target").all_text_contents())


def test_a_panel_closes_by_button_by_key_and_by_the_same_click(page: Page, address: str) -> None:
    page.goto(f"{address}/aannames")
    verdict = page.locator("a.verdict").first
    panel = page.locator(".panel").first
    for close in ("button", "Escape", "again"):
        verdict.click()
        expect(panel.locator(".evidence")).to_be_visible()
        assert verdict.get_attribute("aria-expanded") == "true"
        if close == "button":
            panel.get_by_role("button", name="Sluiten").click()
        elif close == "Escape":
            page.keyboard.press("Escape")
        else:
            verdict.click()
        expect(panel).to_be_empty()
        assert verdict.get_attribute("aria-expanded") == "false"
    expect(verdict).to_be_focused()


def test_words_are_selected_with_the_mouse_and_coded(page: Page, address: str, study: Study) -> None:
    page.goto(f"{address}/documenten")
    page.get_by_role("link", name="Interview W01").click()
    page.get_by_role("link", name="Code", exact=True).click()
    page.locator("input[name=naam]").fill("Wandelaar")
    page.keyboard.press("Enter")
    page.wait_for_selector("#tekst[data-ready]")
    # In the middle, for a drag near the edge makes the page scroll by itself.
    page.locator(".said", has_text="Scanner links").evaluate("each => each.scrollIntoView({block: 'center'})")
    select_with_mouse(page, "Scanner links, tape rechts")
    expect(page.locator("#keuze blockquote")).to_have_text("Scanner links, tape rechts")
    page.locator("#codefilter").fill("taken")
    page.locator("#codelijst [data-code=taken]").click()
    page.locator("#keuze select[name=valence]").select_option("goed")
    page.wait_for_selector("#bewaard[data-kind=saved][data-waiting='0']")
    with study.reading() as store:
        (made,) = store.find(Coding, coder="Wandelaar")
    assert (made.code, made.valence) == ("taken", "goed")
    page.get_by_role("link", name="Lezen").click()
    expect(page.locator(f'[data-mark="{made.id}"]').first).to_have_text("Scanner links, tape rechts")
    expect(page.locator(".visitor-name")).to_contain_text("Wandelaar")


def select_with_mouse(page: Page, words: str) -> None:
    """Press before the first letter of the words, let go after the last, once nothing on the page moves any more."""
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    place = page.evaluate(FIND, words)
    page.mouse.move(place["left"] + 1, place["first"])
    page.mouse.down()
    page.mouse.move(place["right"] - 1, place["last"], steps=8)
    page.mouse.up()


SETTLED = """async () => {
  await document.fonts.ready;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
FIND = """words => {
  const walker = document.createTreeWalker(document.getElementById("tekst"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const place = walker.currentNode.data.indexOf(words);
    if (place < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, place);
    range.setEnd(walker.currentNode, place + words.length);
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0], lines[lines.length - 1]];
    return {left: first.left, first: first.top + first.height / 2, right: last.right, last: last.top + last.height / 2};
  }
  throw new Error("these words stand in no single piece of text");
}"""


def test_the_language_is_chosen_and_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart")
    page.get_by_role("button", name="EN", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Experience map")
    page.get_by_role("link", name="Codebook").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codebook")


def test_the_map_can_be_walked_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/kaart")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.statement')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".panel .evidence")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_small_screen(chromium: Browser, address: str, scheme: str) -> None:
    with watched_page(chromium, viewport=NARROW, color_scheme=scheme) as (page, faults):
        for path in (*PAGES, f"/kaart/bevinding/{FINDING}", "/aannames/A1/totaal"):
            page.goto(f"{address}{path}")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, path
        page.goto(f"{address}/documenten")
        for link in page.locator("tbody th a").all()[:3]:
            page.goto(f"{address}{link.get_attribute('href')}")
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
            page.go_back()
    assert faults.sentences() == []


FINDING = "f-wn-collegas"


def test_reading_and_following_links_needs_no_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{address}/kaart")
    page.locator("a.statement").first.click()
    expect(page).to_have_url(re.compile("/kaart/bevinding/"))
    page.locator(".to-passage").first.click()
    expect(page.locator(".coded.target").first).to_be_in_viewport()
    context.close()
