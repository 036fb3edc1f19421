from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import CODEBOOK, put


@pytest.mark.parametrize("form", ["toml", "csv", "xlsx"])
def test_a_codebook_goes_out_and_comes_in_elsewhere(draad: Command, coded: Study, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"codeboek.{form}"
    assert draad("-s", coded.folder, "codebook", "export", file, "--json").value == {"file": str(file), "codes": 2}
    draad("new", tmp_path / "elders")
    assert draad("-s", tmp_path / "elders", "codebook", "import", file).out == "2 codes stored.\n"
    shown = [draad("-s", each, "export", "codes").out for each in (coded.folder, tmp_path / "elders")]
    assert shown[0] == shown[1]


def test_the_tree_shows_how_much_each_code_is_used(draad: Command, coded: Study) -> None:
    lines = draad("-s", coded.folder, "codebook").out.splitlines()
    assert [line.split() for line in lines[2:]] == [
        ["knelpunt", "Contact", "contact", "1", "1"],
        ["knelpunt", "Nazorg", "nazorg", "2", "2"],
    ]
    assert lines[3].index("Nazorg") == lines[2].index("Contact") + 2


def test_an_empty_codebook_says_what_to_do(draad: Command, study: Study) -> None:
    assert draad("-s", study.folder, "codebook").out.startswith("The codebook is empty.")


@pytest.mark.parametrize("name", ["weg.toml", "codeboek.doc", "map.toml", "kapot.toml"])
def test_a_file_that_is_no_codebook_is_one_sentence(draad: Command, study: Study, tmp_path: Path, name: str) -> None:
    put(tmp_path, "codeboek.doc", CODEBOOK)
    put(tmp_path, "kapot.toml", "[[group]\n")
    (tmp_path / "map.toml").mkdir()
    answer = draad("-s", study.folder, "codebook", "import", tmp_path / name)
    assert answer.code == 12
    assert name in answer.sentence
