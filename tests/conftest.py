"""What tests of every room may ask for: a real PostgreSQL, an empty database of each kind, a watched browser."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from study.messages import speaking
from tests.servers.chromium import running_chromium, watched_page
from tests.servers.postgresql import fresh_database, running_cluster

# Laws are searched the same way in every run of continuous integration, and never judged by the clock.
settings.register_profile("rodedraad", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("rodedraad")


def pytest_configure(config: pytest.Config) -> None:
    """The settings of whoever runs the tests are not those of the tests, nor is their vault."""
    for name in [name for name in os.environ if name.startswith("DRAAD_")]:
        del os.environ[name]
    vault = tempfile.TemporaryDirectory(prefix="draad-kluis-", ignore_cleanup_errors=True)
    config.add_cleanup(vault.cleanup)
    os.environ["DRAAD_KLUIS"] = vault.name
    os.environ["DRAAD_KLUIS_SLEUTEL"] = "een zin die alleen de toetsen kennen"


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """Every test begins in Dutch, whatever language the one before it chose."""
    with speaking("nl"):
        yield


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, one for each worker, started when first asked for."""
    with running_cluster() as cluster:
        yield cluster.url()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database, for one test."""
    with fresh_database(postgres_url) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, on SQLite and on PostgreSQL in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path.as_posix()}/study.sqlite"
    url: str = request.getfixturevalue("postgres_database")
    return url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window; ask for `page` unless a test needs more than one visitor."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page; the test fails when a page broke the content policy, called outside or threw in a script."""
    with watched_page(chromium) as (page, faults):
        yield page
    assert not faults.sentences(), "\n".join(faults.sentences())
