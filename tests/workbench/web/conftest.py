"""The pages as a browser on this machine sees them, without the browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.workbench.web.visits import opened


@pytest.fixture
def reader(example: Study) -> Iterator[TestClient]:
    """A visitor of the example study who changes nothing."""
    with opened(example) as client:
        yield client


@pytest.fixture
def coder(own_example: Study) -> Iterator[TestClient]:
    """A visitor of a copy of the example study who may change it."""
    with opened(own_example) as client:
        yield client


@pytest.fixture
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor of a study in which nothing is done yet."""
    from workbench.actions.starting import start_study

    with opened(start_study(tmp_path_factory.mktemp("nieuw") / "studie", title="Nieuwe studie")) as client:
        yield client
