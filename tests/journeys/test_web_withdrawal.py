"""Somebody withdraws consent, in a real browser: seen, typed, done and proved, also on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from corpus.participants import Participant
from study.folder import Study
from tests.servers.workbench import running_workbench
from tests.workbench.leaving import PARROT, fill_results, fill_study
from workbench.actions.starting import start_study

pytestmark = pytest.mark.browser


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A small coded study in which W01 is quoted everywhere."""
    study = start_study(tmp_path / "mijn")
    fill_results(study, fill_study(study))
    return study


@pytest.fixture
def address(study: Study) -> Iterator[str]:
    """The workbench on a free port, in a thread of its own."""
    with running_workbench(study) as address:
        yield address


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_participant_is_chosen_seen_typed_removed_and_proved(page: Page, address: str, study: Study) -> None:
    page.context.add_cookies([{"name": "draad_taal", "value": "en", "url": address}])
    page.goto(f"{address}/privacy")
    page.get_by_label("Participant").select_option("W01")
    page.get_by_role("button", name="Show what goes").click()
    expect(page.get_by_text("Nothing has happened yet.")).to_be_visible()
    page.get_by_label("Type W01 to confirm").fill("W02")
    page.get_by_label("Your name").fill("Marit")
    page.get_by_role("button", name="Remove for good").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing was changed")
    page.get_by_label("Type W01 to confirm").fill("W01")
    page.get_by_label("Your name").fill("Marit")
    page.get_by_role("button", name="Remove for good").click()
    expect(page.get_by_role("heading", name="W01 was removed")).to_be_visible()
    page.get_by_role("link", name="See that nothing is left").click()
    expect(page.get_by_role("status")).to_contain_text("Nothing is left.")
    with study.reading() as store:
        assert not store.find(Participant, code="W01")
        assert not [text for _table, text in store.texts() if PARROT in text]


def test_every_step_fits_a_narrow_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in ("/privacy", "/privacy/intrekken?code=W01"):
        page.goto(f"{address}{path}")
        assert fits(page), path
    page.locator("input[name=getypt]").fill("W01")
    page.locator("input[name=naam]").fill("Marit")
    page.locator("form.irrevocable button").click()
    page.wait_for_selector("a[href='/privacy/bewijs/W01']")
    assert fits(page)
    page.goto(f"{address}/privacy/bewijs/W01")
    assert fits(page)
