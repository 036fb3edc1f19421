"""Killed at any moment, the study opens again and the same command finishes the work."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from study.folder import open_study
from tests.workbench.actions.test_same_bytes import IDS
from tests.workbench.command import command, really
from tests.workbench.example_study import made_once
from workbench.actions.exporting import FIELDS, as_json_lines, export_rows

SEED = 20261122
STEPS = range(1, 16)
"""The steps that the demo names, from the register to the last form of the report."""

pytestmark = pytest.mark.soak


def moment() -> tuple[int, float]:
    """When to kill: the number of the step, and how many seconds after it was named; `make soak` tries many."""
    seeded = random.Random(SEED)  # noqa: S311 - moments of a test, no secret
    return seeded.choice(STEPS), round(seeded.uniform(0, 0.5), 2)


def exports(folder: Path) -> dict[str, str]:
    """What the study gives to other tools, without the ids that differ per study."""
    study = open_study(folder)
    return {
        what: as_json_lines(
            {name: value for name, value in row.items() if name not in IDS} for row in export_rows(study, what)
        )
        for what in FIELDS
    }


def test_the_same_command_finishes_what_was_killed(tmp_path: Path) -> None:
    step, after = moment()
    words = command("demo", tmp_path / "v", "--no-bertopic")
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert all(process.stderr.readline() for _each in range(step))
        time.sleep(after)
        process.kill()
    assert process.returncode != 0
    again = really("demo", tmp_path / "v", "--no-bertopic")
    assert again.code == 0, again.err
    assert exports(tmp_path / "v") == exports(made_once())
    assert {each.name for each in (tmp_path / "v" / "rapport").glob("rapport.*")} == {
        "rapport.docx",
        "rapport.pdf",
        "rapport.html",
    }
