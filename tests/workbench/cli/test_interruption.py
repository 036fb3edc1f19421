"""Killed at any moment, the study opens again and the same command finishes the work."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.workbench.actions.test_same_bytes import IDS
from tests.workbench.command import command, really
from tests.workbench.example_study import made_once
from workbench.actions.exporting import FIELDS, as_json_lines, export_rows

SEED = 20261122
MOMENTS = 2

pytestmark = pytest.mark.soak


def moments() -> list[float]:
    """When to kill, as a part of the time that the making of the study takes here."""
    seeded = random.Random(SEED)  # noqa: S311 - moments of a test, no secret
    return [round(seeded.uniform(0.05, 0.95), 2) for _each in range(MOMENTS)]


def exports(folder: Path) -> dict[str, str]:
    """What the study gives to other tools, without the ids that differ per study."""
    from study.folder import open_study

    study = open_study(folder)
    return {
        what: as_json_lines(
            {name: value for name, value in row.items() if name not in IDS} for row in export_rows(study, what)
        )
        for what in FIELDS
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, dict[str, str]]:
    """How long the demo takes here, and what an uninterrupted study holds."""
    start = time.monotonic()
    done = really("demo", tmp_path_factory.mktemp("heel") / "v", "--no-bertopic")
    assert done.code == 0, done.err
    return time.monotonic() - start, exports(made_once())


@pytest.mark.parametrize("part", moments())
def test_the_same_command_finishes_what_was_killed(
    whole: tuple[float, dict[str, str]], tmp_path: Path, part: float
) -> None:
    seconds, wanted = whole
    words = command("demo", tmp_path / "v", "--no-bertopic")
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(part * seconds)
        process.kill()
    again = really("demo", tmp_path / "v", "--no-bertopic")
    assert again.code == 0, again.err
    assert exports(tmp_path / "v") == wanted
    assert {each.name for each in (tmp_path / "v" / "rapport").glob("rapport.*")} == {
        "rapport.docx",
        "rapport.pdf",
        "rapport.html",
    }
