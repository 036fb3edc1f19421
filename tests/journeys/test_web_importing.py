"""Files dragged into a real browser: looked at, corrected, brought in, and what was left out read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.documents import Document
from corpus.segments import Role, Segment
from study.folder import Study
from tests.servers.chromium import watched_page
from tests.servers.workbench import running_workbench
from tests.workbench.material import TURNS, put, vtt
from workbench.actions.starting import start_study

pytestmark = pytest.mark.browser
START = "/documenten/opnemen"
NARROW = {"width": 320, "height": 700}
CSV = "a;b\nNina;Drie weken\nOmar;Een dag\n"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A new study without content."""
    return start_study(tmp_path / "mijn")


@pytest.fixture
def address(study: Study) -> Iterator[str]:
    """The workbench on a free port, in a thread of its own."""
    with running_workbench(study) as address:
        yield address


def in_english(page: Page, address: str) -> None:
    page.context.add_cookies([{"name": "draad_taal", "value": "en", "url": address}])


def drag(page: Page, *paths: Path) -> None:
    """Drag files or folders from the desktop into the place for them, as the browser itself sees it."""
    box = page.locator("[data-drop]").bounding_box()
    assert box is not None
    protocol = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(each) for each in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        event = {"type": kind, "x": box["x"] + 40, "y": box["y"] + 20, "data": data}
        protocol.send("Input.dispatchDragEvent", event)


def test_files_are_dragged_in_corrected_and_brought_in(page: Page, address: str, study: Study, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    put(folder / "dieper", "berichten.csv", CSV)
    put(folder, "geheim.exe", "niet voor ons")
    in_english(page, address)
    page.goto(address + START)
    drag(page, put(tmp_path, "gesprek.vtt", vtt()), folder)
    expect(page.locator("[data-chosen] li")).to_have_count(2)
    page.get_by_label("Your name").fill("Proef")
    page.get_by_role("button", name="Look at them").click()

    talk = page.get_by_role("article", name="gesprek.vtt")
    expect(talk).to_contain_text("Hoe ging het toen de baan ophield?")
    talk.get_by_text("Something is not right?").click()
    talk.get_by_label("Who “Bram Vos” is").select_option("vraagt")
    expect(talk.get_by_label("Who “Bram Vos” is")).to_have_value("vraagt")

    posts = page.get_by_role("article", name="berichten.csv")
    expect(posts.locator(".problem")).to_contain_text("no column")
    posts.get_by_label("The text").fill("b")
    posts.get_by_label("The author").fill("a")
    posts.get_by_role("button", name="Look again").click()
    expect(posts).to_contain_text("Drie weken")

    page.get_by_label("Who speaks in them").first.select_option("werkgever")
    page.get_by_role("button", name="Bring in 2 files").click()
    expect(page.locator(".results")).to_contain_text("2 of 2 documents stored")
    page.locator(".results li", has_text="gesprek.vtt").get_by_role("link", name="characters left out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was left out")
    expect(page.locator(".losses")).to_contain_text("times (kept as start and end)")
    with study.reading() as store:
        assert store.count(Document) == 2
        assert {each.role for each in store.find(Segment, speaker="Bram Vos")} == {Role.INTERVIEWER}


def test_a_chosen_file_can_be_taken_out_again(page: Page, address: str, tmp_path: Path) -> None:
    in_english(page, address)
    page.goto(address + START)
    drag(page, put(tmp_path, "een.vtt", vtt()))
    drag(page, put(tmp_path, "twee.vtt", vtt(TURNS[:2])))
    page.get_by_role("button", name="Take out een.vtt").click()
    expect(page.locator("[data-chosen] li")).to_have_count(1)
    page.get_by_label("Your name").fill("Proef")
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_role("article")).to_have_count(1)


def test_without_scripts_the_same_is_done_with_forms(chromium: Browser, address: str, tmp_path: Path) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        in_english(page, address)
        page.goto(address + START)
        page.get_by_label("Files").set_input_files(put(tmp_path, "berichten.csv", CSV))
        page.get_by_label("Your name").fill("Proef")
        page.get_by_role("button", name="Look at them").click()
        page.get_by_label("The text").fill("b")
        page.get_by_label("The author").fill("a")
        page.get_by_role("article").get_by_role("button", name="Look again").click()
        expect(page.get_by_role("article")).to_contain_text("Drie weken")
        page.get_by_role("link", name="To all files").click()
        page.get_by_role("button", name="Bring in 1 file").click()
        while page.get_by_role("link", name="Look again").is_visible():
            page.get_by_role("link", name="Look again").click()
        expect(page.locator(".results")).to_contain_text("1 of 1 documents stored")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_a_phone(chromium: Browser, address: str, tmp_path: Path, scheme: str) -> None:
    name = "gesprek-met-een-werkgever-in-de-tweede-ronde-van-het-onderzoek-2026-03-04.vtt"
    with watched_page(chromium, viewport=NARROW, color_scheme=scheme) as (page, faults):
        in_english(page, address)
        page.goto(address + START)
        page.get_by_label("Files").set_input_files(put(tmp_path, name, vtt()))
        page.get_by_label("Your name").fill("Proef")
        page.get_by_role("button", name="Look at them").click()
        page.get_by_text("Something is not right?").click()
        page.get_by_text("What is left out:").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        page.get_by_role("button", name="Bring in 1 file").click()
        page.get_by_role("link", name="characters left out").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert not faults.sentences()
