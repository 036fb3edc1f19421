"""The pictures of the README, drawn anew from the example study: `python -m tools.pictures`."""

from __future__ import annotations

import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page

from study.folder import Study
from tests.servers.chromium import running_chromium, watched_page
from workbench.actions.demonstration import walk_the_road
from workbench.web.app import create_app

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 720}
PAGES = {
    "kaart": ("/kaart", WIDE),
    "aannames": ("/aannames", WIDE),
    "prioriteiten": ("/prioriteiten", WIDE),
    "kaart-telefoon": ("/kaart", PHONE),
}
FIGURES = ("belevingskaart-jobcoach", "beleidstheorie")


def main() -> None:
    """Make the example study, and picture its pages and figures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        study = walk_the_road(Path(name) / "voorbeeld", bertopic=False).study
        picture_figures(study)
        with served(study) as address:
            picture_pages(address)


def picture_figures(study: Study) -> None:
    """The PNG of some figures, as the report has them."""
    for name in FIGURES:
        shutil.copyfile(study.output / "figuren" / f"{name}.png", FOLDER / f"figuur-{name}.png")
        tell(name)


def picture_pages(address: str) -> None:
    """A PNG of some pages, and of a statement with its quotes open."""
    with running_chromium() as browser:
        for name, (path, size) in PAGES.items():
            with watched_page(browser, viewport=size) as (page, _):
                page.goto(address + path)
                keep(page, name)
        with watched_page(browser, viewport=WIDE) as (page, _):
            page.goto(f"{address}/kaart")
            page.get_by_role("link", name="Raken hun uren kwijt").first.click()
            page.wait_for_load_state("networkidle")
            keep(page, "citaten")
            page.locator("a[href*='passage=']").first.click()
            page.wait_for_load_state("networkidle")
            keep(page, "lezen")


def keep(page: Page, name: str) -> None:
    """Write what the page shows."""
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.screenshot(path=FOLDER / f"{name}.png")
    tell(name)


@contextmanager
def served(study: Study) -> Iterator[str]:
    """The address of the workbench of this study, served as long as the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(study), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def tell(name: str) -> None:
    """Say which picture is made."""
    sys.stdout.write(f"{FOLDER.name}/{name}\n")


if __name__ == "__main__":
    main()
