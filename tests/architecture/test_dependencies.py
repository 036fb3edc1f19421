from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.installed import DISTRIBUTION, closure
from tests.architecture.repository import read

EXPECTED_GAP = ("bertopic", "sentence-transformers")
PROJECT = tomllib.loads(read(Path("pyproject.toml")))["project"]


def gaps(output: str) -> set[tuple[str, str]]:
    """The gaps in what `pip check` printed: which package lacks which; raises on another complaint."""
    found: set[tuple[str, str]] = set()
    for line in output.splitlines():
        lacking = re.fullmatch(r"(\S+) \S+ requires (\S+), which is not installed\.", line)
        if lacking:
            found.add((canonicalize_name(lacking[1]), canonicalize_name(lacking[2])))
        elif line != "No broken requirements found." and not line.startswith("WARNING:"):
            raise ValueError(line)
    return found


def pip_check(python: Path) -> str:
    """What `pip check` says about the environment of this Python."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python), "check"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


@pytest.fixture(scope="module")
def light_install(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that says to hold what `make demo` installs: the metadata, without the code."""
    folder = tmp_path_factory.mktemp("light") / "venv"
    venv.create(folder, symlinks=True)
    names = [*closure(DISTRIBUTION, ["topics"]).values(), distribution("bertopic")]
    site = next(folder.rglob("site-packages"))
    for each in names:
        metadata = (
            Path(str(each.locate_file(""))) / f"{each.metadata['Name'].replace('-', '_')}-{each.version}.dist-info"
        )
        source = metadata if metadata.is_dir() else metadata_folder(each.metadata["Name"])
        shutil.copytree(source, site / source.name)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def metadata_folder(name: str) -> Path:
    """The .dist-info folder of an installed package, however it spells its name."""
    folders = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return next(each for each in folders if canonicalize_name(each.name.split("-")[0]) == canonicalize_name(name))


def test_a_light_install_has_exactly_the_one_expected_gap(light_install: Path) -> None:
    assert gaps(pip_check(light_install)) == {EXPECTED_GAP}


def test_a_full_install_has_no_gap() -> None:
    assert gaps(pip_check(Path(sys.executable))) == set()


def test_another_gap_is_seen(light_install: Path) -> None:
    site = next(light_install.parents[1].rglob("site-packages"))
    removed = next(site.glob("hdbscan-*.dist-info"))
    hidden = removed.rename(removed.with_suffix(".hidden"))
    found = gaps(pip_check(light_install))
    hidden.rename(removed)
    assert found == {EXPECTED_GAP, ("bertopic", "hdbscan")}


def test_a_conflict_of_versions_is_no_gap() -> None:
    with pytest.raises(ValueError, match="has requirement"):
        gaps("a 1.0 has requirement b>=2, but you have b 1.0.")


def test_everything_we_ask_for_is_pinned() -> None:
    lines = [line for line in read(Path("constraints.txt")).splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[^\s;]+", line) for line in lines)
    pinned = {canonicalize_name(line.split("==")[0]) for line in lines}
    asked = [*PROJECT["dependencies"], *(line for extra in PROJECT["optional-dependencies"].values() for line in extra)]
    assert {canonicalize_name(Requirement(line).name) for line in asked} - {DISTRIBUTION} <= pinned


def test_what_is_installed_is_what_is_pinned() -> None:
    pins = dict(
        line.split("==") for line in read(Path("constraints.txt")).splitlines() if "==" in line and line[0] != "#"
    )
    wanted = {str(canonicalize_name(name)): version for name, version in pins.items()}
    installed = closure(DISTRIBUTION, [*PROJECT["optional-dependencies"]])
    others = {
        name: each.version
        for name, each in installed.items()
        if name != DISTRIBUTION and each.version.partition("+")[0] != wanted.get(name)
    }
    assert others == {}
