"""Coding as people do it for hours: by keyboard only, by mouse, without a connection, and after a reload."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from coding.codings import Coding
from corpus.documents import Document
from study.folder import Study
from tests.servers.workbench import running_workbench

pytestmark = pytest.mark.browser
READY = "#tekst[data-ready]"
SAVED = "#bewaard[data-kind=saved]:not([data-waiting]), #bewaard[data-kind=saved][data-waiting='0']"


@pytest.fixture
def document(coded: Study) -> Document:
    with coded.reading() as store:
        found: Document = store.records(Document)[0][0]
    return found


@pytest.fixture
def address(coded: Study) -> Iterator[str]:
    with running_workbench(coded) as address:
        yield address


@pytest.fixture
def desk(page: Page, address: str, document: Document) -> Page:
    """The coding page of the interview, under the name of a second coder."""
    page.context.add_cookies([{"name": "draad_naam", "value": "bea", "url": address}])
    page.goto(f"{address}/codeer/{document.id}")
    page.wait_for_selector(READY)
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector(SAVED)


def mine(study: Study) -> list[Coding]:
    with study.reading() as store:
        return [each for each in store.records(Coding)[0] if each.coder == "bea"]


def test_the_whole_of_it_by_keyboard_only(desk: Page, coded: Study, document: Document) -> None:
    press(desk, "ArrowDown", "ArrowRight", "ArrowRight", "Shift+ArrowRight")
    chosen = desk.evaluate("getSelection().toString()").strip()
    press(desk, "/")
    desk.keyboard.type("naz")
    press(desk, "Enter")
    expect(desk.locator("#keuze h2")).to_contain_text("Nazorg")
    press(desk, "v", "f", "s")
    expect(desk.locator(SAVED)).to_be_visible()
    coding = mine(coded)[0]
    assert document.text[coding.start : coding.end] == chosen
    assert (coding.code, coding.phase is not None, coding.kind is not None) == ("nazorg", True, True)
    press(desk, "e", "ArrowRight", "Enter")
    assert mine(coded)[0].end > coding.end
    press(desk, "Control+z")
    assert mine(coded)[0].end == coding.end
    press(desk, "Delete")
    assert mine(coded) == []
    press(desk, "Control+z", "n", "1")
    assert sorted(each.code or "" for each in mine(coded)) == ["nazorg", "nazorg"]
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()


def test_words_are_dragged_over_also_across_turns(desk: Page, coded: Study, document: Document) -> None:
    first, last = (desk.locator(".said").nth(number).bounding_box() for number in (1, 3))
    assert first
    assert last
    desk.mouse.move(first["x"] + 30, first["y"] + 14)
    desk.mouse.down()
    desk.mouse.move(last["x"] + 120, last["y"] + 14, steps=8)
    desk.mouse.up()
    expect(desk.locator("#keuze blockquote")).to_be_visible()
    desk.locator("#codelijst [data-code=contact]").click()
    desk.wait_for_selector("#keuze form")
    coding = mine(coded)[0]
    assert "\n" in document.text[coding.start : coding.end]
    assert desk.locator(f'.chip[data-coding="{coding.id}"]').count() == 1


def test_three_codings_over_each_other_keep_their_names(desk: Page, coded: Study) -> None:
    press(desk, "ArrowDown")
    for query in ("contact", "nazorg"):
        press(desk, "/")
        desk.keyboard.type(query)
        press(desk, "Enter")
    press(desk, "ArrowRight", "ArrowRight", "/")
    desk.keyboard.type("contact")
    press(desk, "Enter")
    turn = desk.locator(".talk").nth(1)
    names = turn.locator(".chip").evaluate_all("all => all.map(each => each.getAttribute('data-name'))")
    assert len([each for each in names if each]) >= 3
    boxes = turn.locator(".chip").evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    assert len({round(each) for each in boxes}) == len(boxes)


def test_what_was_done_without_a_connection_is_kept_over_a_reload(desk: Page, coded: Study) -> None:
    press(desk, "ArrowDown", "/")
    desk.keyboard.type("nazorg")
    press(desk, "Enter")
    desk.route("**/stap", lambda route: route.abort())
    desk.keyboard.press("n")
    desk.keyboard.press("1")
    expect(desk.locator("#bewaard[data-kind=waiting]")).to_be_visible()
    desk.unroute("**/stap")
    desk.reload()
    desk.wait_for_selector(READY)
    desk.wait_for_selector(SAVED)
    expect(desk.locator("#voortgang")).to_have_js_property("value", 2)
    assert len(mine(coded)) == 2
    press(desk, "Control+z")
    assert len(mine(coded)) == 1


def test_a_memo_that_was_typed_is_there_after_a_reload(desk: Page) -> None:
    press(desk, "ArrowDown", "m")
    desk.locator("#memo textarea").fill("Dit woord komt terug bij de werkgevers.")
    desk.reload()
    desk.wait_for_selector(READY)
    desk.keyboard.press("m")
    expect(desk.locator("#memo textarea")).to_have_value("Dit woord komt terug bij de werkgevers.")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_selector(SAVED)
    expect(desk.locator("#memo")).to_be_hidden()


def test_two_windows_of_one_coder_tell_each_other(desk: Page, coded: Study, address: str, document: Document) -> None:
    press(desk, "ArrowDown", "/")
    desk.keyboard.type("nazorg")
    press(desk, "Enter")
    other = desk.context.new_page()
    other.goto(f"{address}/codeer/{document.id}?passage={mine(coded)[0].id}")
    other.wait_for_selector(READY)
    press(other, "Delete")
    desk.keyboard.press("v")
    expect(desk.locator("#bewaard[data-kind=refused], #bewaard[data-kind=saved]")).to_be_visible()
    expect(desk.locator("#keuze form")).to_have_count(0)
    assert mine(coded) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_a_narrow_screen(page: Page, address: str, document: Document, scheme: str) -> None:
    page.context.add_cookies([{"name": "draad_naam", "value": "bea", "url": address}])
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("/codeer", f"/codeer/{document.id}"):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_that_is_pressed_has_a_name_and_room_for_a_finger(desk: Page) -> None:
    press(desk, "ArrowDown", "/")
    desk.keyboard.type("nazorg")
    press(desk, "Enter")
    nameless = desk.evaluate(
        """() => [...document.querySelectorAll('button, a, input, select, textarea')]
          .filter(each => each.offsetParent)
          .filter(each => !(each.innerText || each.getAttribute('aria-label') || each.labels?.length))
          .map(each => each.outerHTML)"""
    )
    assert nameless == []
    small = desk.evaluate(
        """() => [...document.querySelectorAll('.coding button')].filter(each => each.offsetParent)
          .filter(each => each.getBoundingClientRect().height < 24).map(each => each.outerHTML)"""
    )
    assert small == []
