"""Two people at two browsers code the same interview blind, close the round, decide, and save what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from coding.codings import Coding
from corpus.documents import Document
from study.folder import Study
from tests.servers.chromium import watched_page
from tests.servers.workbench import running_workbench
from tests.workbench.conftest import fill
from workbench.actions.starting import start_study

pytestmark = pytest.mark.browser
SAVED = "#bewaard[data-kind=saved][data-waiting='0']"


@pytest.fixture
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("dubbel")
    return fill(start_study(folder / "studie"), folder / "bestanden")


@pytest.fixture
def address(study: Study) -> Iterator[str]:
    with running_workbench(study) as address:
        yield address


def named(page: Page, address: str, name: str) -> None:
    """Say who is coding, as the page asks."""
    page.goto(f"{address}/naam")
    page.locator("input[name=naam]").fill(name)
    page.keyboard.press("Enter")


def code_turn(page: Page, turn: int, query: str) -> None:
    """Put a code on a whole turn by keyboard."""
    page.locator(".talk").nth(turn).focus()
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    page.wait_for_selector(SAVED)


def open_round(page: Page, address: str) -> None:
    page.goto(f"{address}/rondes")
    page.get_by_label("Naam van de ronde").fill("Eerste ronde")
    page.locator("input[name=codeurs]").fill("Bea, Cor")
    page.get_by_label("Procent, of aantal per code").fill("100")
    page.get_by_role("button", name="Trekken en openen").click()
    expect(page.get_by_role("heading", name="Eerste ronde")).to_be_visible()


def go_to_round(page: Page, address: str) -> None:
    page.goto(f"{address}/rondes")
    page.get_by_role("link", name="Eerste ronde").click()


def open_text(page: Page, address: str, document: Document) -> None:
    page.goto(f"{address}/codeer/{document.id}")
    page.wait_for_selector("#tekst[data-ready]")


def decide_and_save(page: Page) -> str:
    """Decide the first difference; what the saved sheet holds."""
    page.get_by_role("link", name="De verschillen bekijken").click()
    expect(page.locator(".difference")).to_have_count(2)
    page.locator(".difference textarea").first.fill("Het gaat over wat daarna kwam.")
    page.get_by_role("button", name="Hoort hier", exact=True).first.click()
    expect(page.locator(".difference .done")).to_contain_text("Het gaat over wat daarna kwam.")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    return saved.value.path().read_text(encoding="utf-8-sig")


def test_two_people_code_blind_decide_and_save(chromium: Browser, address: str, study: Study) -> None:
    with study.reading() as store:
        document: Document = store.records(Document)[0][0]
    with watched_page(chromium) as (bea, faults_of_bea), watched_page(chromium) as (cor, faults_of_cor):
        named(bea, address, "Bea")
        named(cor, address, "Cor")
        open_round(bea, address)
        for page, second in ((bea, 3), (cor, 4)):
            open_text(page, address, document)
            code_turn(page, 1, "contact")
            code_turn(page, second, "nazorg")
        open_text(cor, address, document)
        assert cor.locator(".chip[data-coder]").count() == 0
        cor.goto(f"{address}/codeboek/nazorg")
        expect(cor.locator("main")).to_contain_text("Eerste ronde")
        go_to_round(bea, address)
        bea.get_by_role("button", name="De ronde sluiten").click()
        expect(bea.locator(".agreement")).to_contain_text("Contact")
        assert "Het gaat over wat daarna kwam." in decide_and_save(bea)
        open_text(cor, address, document)
        assert cor.locator(".chip[data-coder=Bea]").count() == 2
        go_to_round(bea, address)
        bea.get_by_role("button", name="Deze coderingen maken").click()
        expect(bea.locator(".done")).to_contain_text("2")
    with study.reading() as store:
        assert sorted(each.code or "" for each in store.find(Coding, coder="consensus")) == ["contact", "nazorg"]
    # A page that refuses a blind coder answers 403, which the browser writes down as an error of its own.
    assert [each for each in faults_of_bea.sentences() + faults_of_cor.sentences() if "403" not in each] == []
