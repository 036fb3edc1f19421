"""Real disks that refuse: a full one and a read-only one, mounted for the test where that is allowed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import TURNS, put, vtt

Disk = Callable[[str], Path]


def mount(*words: object) -> bool:
    """Whether the system lets us."""
    if shutil.which("mount") is None:
        return False
    return subprocess.run(["mount", *map(str, words)], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of a given size; taken away after the test."""
    with ExitStack() as mounted:

        def make(size: str) -> Path:
            place = tmp_path / "schijf"
            place.mkdir()
            if not mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", place):
                pytest.skip("mounting a small disk is not allowed here; run as root to see this test")
            mounted.callback(subprocess.run, ["umount", str(place)], check=True)
            return place

        yield make


def test_a_study_that_does_not_fit_leaves_nothing(draad: Command, disk: Disk) -> None:
    place = disk("60k")
    answer = draad("new", place / "mijn")
    assert answer.code == 20
    assert answer.sentence.startswith("The disk with “")
    assert list(place.iterdir()) == []


def test_an_import_that_does_not_fit_stores_nothing_of_that_file(
    draad: Command, study: Study, disk: Disk, tmp_path: Path
) -> None:
    place = disk("1m")
    shutil.copytree(study.folder, place / "mijn")
    small = put(tmp_path, "klein.vtt", vtt())
    long = put(tmp_path, "lang.vtt", vtt(tuple((who, f"{words} " * 4000) for who, words in TURNS)))
    answer = draad("-s", place / "mijn", "import", small, long, small, "-p", "werkgever")
    assert answer.code == 20
    assert answer.err.splitlines()[-1].startswith("The disk with “")
    rows = draad("-s", place / "mijn", "export", "turns", "--json").value
    assert {row["document"] for row in rows} == {"klein.vtt"}


def test_a_report_that_does_not_fit_leaves_the_old_one(draad: Command, coded: Study, disk: Disk) -> None:
    place = disk("200k")
    old = put(place / "uit", "rapport.html", "het vorige rapport")
    answer = draad("-s", coded.folder, "report", "-o", place / "uit")
    assert answer.code == 20
    assert answer.err.splitlines()[-1].startswith("The disk with “")
    assert [each.name for each in (place / "uit").iterdir()] == ["rapport.html"]
    assert old.read_text(encoding="utf-8") == "het vorige rapport"


def test_a_read_only_place_is_one_sentence_for_every_verb(draad: Command, coded: Study, disk: Disk) -> None:
    place = disk("8m")
    shutil.copytree(coded.folder, place / "mijn")
    assert mount("-o", "remount,ro", place)
    for words in (
        ("new", place / "ander"),
        ("-s", place / "mijn", "code", "add", "gesprek", "contact", "--start", "0", "--end", "9"),
        ("-s", place / "mijn", "codebook"),
        ("-s", coded.folder, "export", "turns", "-o", place / "x.jsonl"),
        ("-s", coded.folder, "codebook", "export", place / "x.csv"),
    ):
        answer = draad(*words)
        assert answer.code == 20, answer
        assert "cannot be written" in answer.sentence
    answer = draad("-s", coded.folder, "report", "-o", place / "uit")
    assert (answer.code, "cannot be written" in answer.err.splitlines()[-1]) == (20, True)
