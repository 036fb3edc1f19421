from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put


def test_without_a_study_the_installation_is_looked_at(
    draad: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = draad("doctor")
    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "All is well."
    assert draad("doctor", "--json").value[0]["what"] == "Python"


def test_a_study_that_was_named_must_be_there(draad: Command, tmp_path: Path) -> None:
    answer = draad("doctor", "-s", tmp_path / "weg")
    assert answer.code == 10
    assert "weg" in answer.sentence


def test_settings_that_cannot_be_read_are_found_beside_the_rest(draad: Command, study: Study) -> None:
    put(study.folder, "study.toml", "[study\n")
    answer = draad("-s", study.folder, "doctor", "--json")
    assert answer.code == 1
    assert [each["state"] for each in answer.value].count("wrong") == 1
    assert "Something is wrong" in draad("-s", study.folder, "doctor").out


def test_a_missing_bias_note_is_to_do_and_no_failure(draad: Command, coded: Study) -> None:
    answer = draad("-s", coded.folder, "doctor")
    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith("It works; before you publish")
