from __future__ import annotations

from pathlib import Path

from study.folder import open_study
from tests.workbench.command import Command


def test_a_new_study_is_made_and_the_next_step_named(draad: Command, tmp_path: Path) -> None:
    answer = draad("new", tmp_path / "a b", "--title", "Een titel")
    assert answer.code == 0
    assert f"draad -s {tmp_path / 'a b'} import" in answer.out
    assert open_study(tmp_path / "a b").settings.title == "Een titel"


def test_programs_get_its_folder_and_identity(draad: Command, tmp_path: Path) -> None:
    value = draad("new", tmp_path / "een", "--json").value
    assert value == {"folder": str(tmp_path / "een"), "id": open_study(tmp_path / "een").settings.id, "title": "een"}


def test_a_study_is_not_made_over_another(draad: Command, tmp_path: Path) -> None:
    draad("new", tmp_path / "een")
    answer = draad("new", tmp_path / "een")
    assert answer.code == 10
    assert "already holds a study" in answer.sentence


def test_a_file_in_the_way_is_said_in_a_sentence(draad: Command, tmp_path: Path) -> None:
    (tmp_path / "een").write_text("x", encoding="utf-8")
    answer = draad("new", tmp_path / "een")
    assert answer.code == 20
    assert str(tmp_path / "een") in answer.sentence
