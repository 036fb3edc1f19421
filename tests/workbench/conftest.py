"""The example study, a study of one's own, and the command, as tests of the workbench use them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from study.folder import Study, open_study
from tests.workbench.command import Answer, Command
from tests.workbench.example_study import copied_to, made_once
from tests.workbench.material import CODEBOOK, CODINGS, put, vtt
from workbench.actions.codebook import import_codebook
from workbench.actions.codings import import_codings
from workbench.actions.importing import Choices, import_file
from workbench.actions.starting import TEMPLATE, start_study
from workbench.cli.main import main


@pytest.fixture
def example() -> Study:
    """The example study, for reading only."""
    return open_study(made_once())


@pytest.fixture
def own_example(tmp_path: Path) -> Study:
    """A copy of the example study that the test may change."""
    return copied_to(tmp_path / "voorbeeld")


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A new study without content."""
    return start_study(tmp_path / "mijn")


@pytest.fixture
def either_study(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """A new study without content, on SQLite and on PostgreSQL in turn."""
    text = TEMPLATE.read_text(encoding="utf-8")
    if database_url.startswith("postgresql"):
        address = make_url(database_url).set(drivername="postgresql")
        if address.password:
            monkeypatch.setenv("DRAAD_DATABASE_PASSWORD", str(address.password))
        text += f'\n[database]\nurl = "{address.set(password=None).render_as_string()}"\n'
    return start_study(tmp_path / "mijn", settings=text)


def fill(study: Study, folder: Path) -> Study:
    """The study with one coded interview in it."""
    import_file(study, put(folder, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    import_codebook(study, put(folder, "codeboek.toml", CODEBOOK), by="ans")
    import_codings(study, put(folder, "coderingen.csv", CODINGS), by="ans")
    return study


@pytest.fixture
def coded(study: Study, tmp_path: Path) -> Study:
    """A study with one coded interview."""
    return fill(study, tmp_path / "bestanden")


@pytest.fixture
def either_coded(either_study: Study, tmp_path: Path) -> Study:
    """A study with one coded interview, on SQLite and on PostgreSQL in turn."""
    return fill(either_study, tmp_path / "bestanden")


@pytest.fixture
def draad(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command, in English so that its sentences can be read beside the code."""

    def run(*words: object) -> Answer:
        capsys.readouterr()
        code = main(["--lang", "en", *map(str, words)])
        return Answer(code, *capsys.readouterr())

    return run
