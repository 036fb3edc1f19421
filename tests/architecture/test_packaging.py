from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.repository import ROOMS, ROOT, kept_files

LEFT_OUT = (".ipynb", ".sqlite", ".pyc")
IMPORTS = "; ".join(f"import {room}; print({room}.__file__)" for room in ROOMS)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the distribution, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    """The folder that the wheel is unpacked in, as an installer would."""
    site = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


@pytest.fixture
def hiding_folder(tmp_path: Path) -> Path:
    """A folder to stand in that holds an empty `corpus/` and `reports/`, as a researcher's may."""
    for name in ("corpus", "reports", "study"):
        (tmp_path / name).mkdir()
    return tmp_path


def import_rooms(folder: Path, path: str) -> list[Path]:
    """The files of our packages, as Python finds them when started in this folder."""
    environment = os.environ | {"PYTHONPATH": path}
    finished = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return [Path(line) for line in finished.stdout.splitlines()]


def test_the_top_level_of_the_wheel_is_the_seven_rooms(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        top = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == set(ROOMS)


def test_the_wheel_holds_everything_git_keeps_in_the_rooms(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if not name.split("/")[0].endswith(".dist-info")}
    assert packed == {file.as_posix() for file in kept_files() if file.parts[0] in ROOMS}
    assert [name for name in packed if name.endswith(LEFT_OUT)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        *(rf"{room}/py\.typed" for room in ROOMS),
        r"study/migrations/versions/\w+\.py",
        r"study/locale/nl/LC_MESSAGES/study\.mo",
        r"reports/fonts/\w+-Regular\.ttf",
        r"reports/fonts/OFL-\w+\.txt",
        r"reports/sheets/\w+\.typ",
        r"workbench/web/templates/.+\.html",
        r"workbench/web/static/.+\.css",
        r"workbench/web/static/fonts/.+\.woff2",
        r"workbench/web/static/vendor/htmx/htmx\.min\.js",
        r"workbench/example/.+\.toml",
        r"workbench/example/sources/.+\.md",
        r"rodedraad-[\d.]+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_holds_what_the_product_needs_beside_code(wheel: Path, pattern: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if re.fullmatch(pattern, name)]


def test_the_wheel_says_what_it_is(unpacked: Path) -> None:
    information = next(unpacked.glob("*.dist-info"))
    metadata = (information / "METADATA").read_text(encoding="utf-8")
    assert "\nName: rodedraad\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert "draad = workbench.cli:main" in (information / "entry_points.txt").read_text(encoding="utf-8")


def test_the_wheel_is_imported_beside_folders_of_the_same_name(unpacked: Path, hiding_folder: Path) -> None:
    files = import_rooms(hiding_folder, str(unpacked))
    assert [file.relative_to(unpacked).as_posix() for file in files] == [f"{room}/__init__.py" for room in ROOMS]


def test_this_clone_is_imported_beside_folders_of_the_same_name(hiding_folder: Path) -> None:
    files = import_rooms(hiding_folder, "")
    assert [file.relative_to(ROOT).as_posix() for file in files] == [f"{room}/__init__.py" for room in ROOMS]


def test_the_command_starts_beside_folders_of_the_same_name(hiding_folder: Path) -> None:
    program = Path(sys.executable).with_name("draad")
    finished = subprocess.run([program, "--help"], cwd=hiding_folder, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert "draad" in finished.stdout
