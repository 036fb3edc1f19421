from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from workbench.cli.demo import typed_program


def test_the_demo_says_where_everything_is_and_how_to_go_on(draad: Command, own_example: Study) -> None:
    answer = draad("demo", own_example.folder, "--no-bertopic")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert [Path(line.strip()).name for line in lines[1:-1]] == [
        "rapport.docx",
        "rapport.pdf",
        "rapport.html",
        "figuren",
    ]
    assert lines[-1] == f"Open the workbench with:  draad -s {own_example.folder} serve --open"
    assert "[2/36] " in answer.err


def test_a_study_of_ones_own_is_refused(draad: Command, coded: Study) -> None:
    answer = draad("demo", coded.folder)
    assert answer.code == 16
    assert "a study of your own" in answer.sentence


def test_a_command_that_the_shell_does_not_find_is_named_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.argv", [".venv/bin/draad", "demo"])
    assert typed_program() == ".venv/bin/draad"
    monkeypatch.setattr("sys.argv", ["somewhere/__main__.py", "demo"])
    assert typed_program() == "draad"
