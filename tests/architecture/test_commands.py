from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT, read
from tools.documentation import misunderstood


def recipe(*words: str) -> str:
    """What make would do for this command, without doing it."""
    command = ["make", "--dry-run", "--no-print-directory", *words]
    fresh = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    finished = subprocess.run(command, cwd=ROOT, env=fresh, capture_output=True, text=True, check=True)
    return finished.stdout


def installs(*words: str) -> list[str]:
    """The lines of it that install something with pip."""
    return [line for line in recipe("-B", *words).splitlines() if "-m pip" in line]


def test_the_demo_ends_with_the_demo_and_opens_it_when_asked() -> None:
    assert recipe("demo").splitlines()[-1].split() == [".venv/bin/draad", "demo"]
    assert recipe("demo", "OPEN=1").splitlines()[-1].split() == [".venv/bin/draad", "demo", "--open"]


@pytest.mark.parametrize("words", [["demo"], ["demo", "--open"]])
def test_the_command_understands_what_make_gives_it(words: list[str]) -> None:
    assert misunderstood(words) is None


def test_the_demo_installs_no_torch() -> None:
    lines = installs("demo")
    assert len(lines) == 2
    assert not any(word in line for line in lines for word in ("torch", "transformers", "[all"))


def test_the_tests_come_last_so_that_their_closing_line_does_too() -> None:
    assert "/pytest" in recipe("test").splitlines()[-1]


def test_torch_is_installed_before_anything_that_asks_for_it() -> None:
    lines = installs("test")
    assert "torch==2.13.0" in lines[0]
    assert "[all,dev]" in lines[1]


def test_every_step_of_set_up_reads_the_constraints() -> None:
    assert all("-c constraints.txt" in line or "--no-deps" in line for line in installs("test"))


def test_the_help_lists_every_command() -> None:
    finished = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = {line.split()[1] for line in finished.stdout.splitlines()}
    declared = next(line for line in read(Path("Makefile")).splitlines() if line.startswith(".PHONY:"))
    assert names == set(declared.split()[1:])


def test_continuous_integration_runs_the_tests() -> None:
    assert "make test" in read(Path(".ci/run"))
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
