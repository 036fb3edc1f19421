from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from tools.documentation import (
    Example,
    anchors,
    broken_links,
    commands,
    errors,
    examples,
    links,
    misunderstood,
    pages,
    reference,
    settings,
    unmentioned,
    variables,
    verbs,
    wrong_commands,
)
from tools.error_reference import is_fresh

WITH_PYTHON = [file for file in pages() if any(example.language == "python" for example in examples(file))]


@pytest.fixture(scope="session")
def example_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example study in `voorbeeld/`, as `draad demo` leaves it."""
    folder = tmp_path_factory.mktemp("documentation")
    program = Path(sys.executable).with_name("draad")
    finished = subprocess.run([program, "demo"], cwd=folder, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr[-3000:]
    return folder


def test_the_reference_mentions_every_verb_setting_variable_and_error() -> None:
    assert unmentioned(reference()) == []


def test_what_is_not_mentioned_is_seen() -> None:
    lines = unmentioned("`draad import` reads files; see `title` and [[perspective]].")
    assert "docs/reference: the verb export is not mentioned" in lines
    assert "docs/reference: the verb import is not mentioned" not in lines
    assert len(lines) > len(errors()) + len(variables())


def test_the_lists_to_mention_are_not_empty() -> None:
    assert {"new", "demo", "import", "export", "report", "doctor"} <= set(verbs())
    assert {"title", "perspectives", "database"} <= set(settings())
    assert "DRAAD_DATABASE_PASSWORD" in variables()
    assert {"NoStudyHere", "DiskFull"} <= set(errors())


def test_the_page_of_errors_says_what_the_errors_say() -> None:
    assert is_fresh(), "run: make reference"


@pytest.mark.parametrize("file", pages(), ids=str)
def test_every_link_leads_somewhere(file: Path) -> None:
    assert broken_links(file) == []


@pytest.mark.parametrize("file", pages(), ids=str)
def test_every_command_in_an_example_is_understood(file: Path) -> None:
    assert wrong_commands(file) == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize("file", WITH_PYTHON, ids=str)
def test_every_python_example_of_a_page_runs(file: Path, example_study: Path, tmp_path: Path) -> None:
    """The examples of a page run one after another, as a reader would try them, beside the example study."""
    shutil.copytree(example_study, tmp_path, dirs_exist_ok=True)
    code = "\n".join(example.body for example in examples(file) if example.language == "python")
    command = [sys.executable, "-W", "error", "-c", code]
    utf8 = os.environ | {"PYTHONUTF8": "1"}
    finished = subprocess.run(command, cwd=tmp_path, env=utf8, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr


def test_a_link_to_nowhere_is_seen(tmp_path: Path) -> None:
    text = "# Één kop\n[a](b.md) [c](#één-kop) [d](#geen) ![e](f.png) `[g](h.md)` [i](https://example.org) [j](k.md)\n"
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    (tmp_path / "k.md").write_text("", encoding="utf-8")
    lines = broken_links(Path("page.md"), tmp_path)
    assert [line.split()[-3] for line in lines] == ["b.md", "#geen", "f.png"]


def test_headings_get_the_anchors_that_viewers_give_them() -> None:
    assert anchors("# The `draad` command\n## 3.2 Wie telt mee?\n```sh\n# no heading\n```\n") == {
        "the-draad-command",
        "32-wie-telt-mee",
    }


def test_examples_and_what_stands_in_them_are_told_apart_from_text() -> None:
    assert links('```md\n[a](b.md)\n```\n<img src="c.png"> [d](e.md)') == ["c.png", "e.md"]


def test_commands_are_taken_out_of_pipes_and_chains() -> None:
    body = "$ draad new x && draad -s x map  # draw\ncat a | wc\ndraad export turns \\\n  -o a.csv | head\n"
    found = [words for _, words in commands(Example(Path("a.md"), 1, "sh", body))]
    assert found == [["new", "x"], ["-s", "x", "map"], ["export", "turns", "-o", "a.csv"]]


@pytest.mark.parametrize("words", [["nieuw", "x"], ["new"], ["new", "x", "--onbekend"], ["import", "--format"]])
def test_a_command_that_is_not_understood_is_seen(words: list[str]) -> None:
    assert misunderstood(words)


@pytest.mark.parametrize("words", [["new", "x"], ["-s", "x", "new", "y", "--json"], ["--version"], ["new", "--help"]])
def test_a_command_that_is_understood_is_left_alone(words: list[str]) -> None:
    assert misunderstood(words) is None


def test_the_repository_has_pages_to_check() -> None:
    assert (ROOT / "README.md") in {ROOT / file for file in pages()}
