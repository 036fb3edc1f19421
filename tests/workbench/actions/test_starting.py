from __future__ import annotations

from pathlib import Path

import pytest

from study.errors import StorageError, StudyExists
from study.folder import open_study
from tests.workbench.material import put
from workbench.actions.starting import start_study


def test_a_new_study_opens_with_its_title_and_an_identity_of_its_own(tmp_path: Path) -> None:
    first, second = start_study(tmp_path / "een", title="Onderzoek “één”\n\\ \x7f"), start_study(tmp_path / "twee")
    assert open_study(tmp_path / "een").settings.title == "Onderzoek “één”\\ "
    assert second.settings.title == "twee"
    assert first.settings.id != second.settings.id
    assert first.settings.perspectives


@pytest.mark.parametrize("title", ['met "aanhalingstekens"', "{id} en {title}", "back\\slash", "😀"])
def test_any_title_makes_settings_that_can_be_read(tmp_path: Path, title: str) -> None:
    assert start_study(tmp_path / "een", title=title).settings.title == title.replace("{", "").replace("}", "")


def test_a_study_is_never_made_over_another(tmp_path: Path) -> None:
    first = start_study(tmp_path / "een")
    with pytest.raises(StudyExists):
        start_study(tmp_path / "een")
    assert open_study(tmp_path / "een").settings.id == first.settings.id


def test_no_half_study_stays_behind_when_the_database_cannot_be_made(tmp_path: Path) -> None:
    put(tmp_path / "een", "study.sqlite", "geen database, wel van iemand")
    with pytest.raises(StorageError):
        start_study(tmp_path / "een")
    assert [each.name for each in (tmp_path / "een").iterdir()] == ["study.sqlite"]
