"""The example study and the command, as tests of the workbench use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study, open_study
from tests.workbench.example_study import copied_to, made_once


@pytest.fixture
def example() -> Study:
    """The example study, for reading only."""
    return open_study(made_once())


@pytest.fixture
def own_example(tmp_path: Path) -> Study:
    """A copy of the example study that the test may change."""
    return copied_to(tmp_path / "voorbeeld")
