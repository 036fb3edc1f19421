"""A study is found, opened and made; what goes wrong with its folder is said in a sentence."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from study.errors import (
    BadSettings,
    DatabaseDamaged,
    DiskFull,
    NoStudyHere,
    PasswordInSettings,
    ReadOnly,
    StudyExists,
    UnknownPerspective,
    UnknownPhase,
)
from study.files import write_whole
from study.folder import find_study, new_study, open_study
from study.messages import speaking
from tests.study.conftest import SETTINGS


def test_a_new_study_gets_an_identity_and_can_be_opened(tmp_path: Path) -> None:
    made = new_study(tmp_path / "a", SETTINGS)
    assert open_study(tmp_path / "a").settings == made.settings
    assert made.settings.id != new_study(tmp_path / "b", SETTINGS).settings.id


def test_an_existing_study_is_not_overwritten(tmp_path: Path) -> None:
    new_study(tmp_path / "a", SETTINGS)
    before = (tmp_path / "a" / "study.toml").read_bytes()
    with pytest.raises(StudyExists):
        new_study(tmp_path / "a", SETTINGS)
    assert (tmp_path / "a" / "study.toml").read_bytes() == before


def test_the_nearest_study_upwards_is_found(tmp_path: Path) -> None:
    study = new_study(tmp_path / "a", SETTINGS)
    deep = tmp_path / "a" / "rapport" / "figuren"
    deep.mkdir(parents=True)
    assert find_study(deep) == study.folder


def test_a_folder_without_a_study_says_how_to_make_one(tmp_path: Path) -> None:
    with speaking("en"), pytest.raises(NoStudyHere, match="draad new") as problem:
        open_study(tmp_path)
    assert str(tmp_path) in str(problem.value)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("[study]\ntitle = 'x'", "lacks “id”"),
        ("[study]\nid = 'x'\ntitle = 'x'", "not a UUID"),
        ("[study\n", "cannot be read"),
        (SETTINGS + "[tresholds]\n", None),
        (SETTINGS + "[[perspective]]\nkey = 'werkgever'\nlabel = 'x'", "key"),
        (SETTINGS + "[perspectief]\nkey = 1", None),
        (SETTINGS + "[thresholds]\nmin_respondents = 'vijf'", "wrong kind"),
        (SETTINGS + "[thresholds]\noften = 0.5", "“often” is not a setting"),
        (SETTINGS + "[database]\nurl = 'mysql://x'", "postgresql"),
    ],
)
def test_wrong_settings_name_what_is_wrong(tmp_path: Path, wrong: str, words: str | None) -> None:
    if words is None:
        assert new_study(tmp_path / "a", wrong).settings.title == "Proef"
        return
    with speaking("en"):
        with pytest.raises(BadSettings) as problem:
            new_study(tmp_path / "a", wrong)
        assert words in str(problem.value)
        assert "study.toml" in str(problem.value)


def test_a_password_in_the_settings_is_refused_without_repeating_it(tmp_path: Path) -> None:
    with pytest.raises(PasswordInSettings) as problem:
        new_study(tmp_path / "a", SETTINGS + "[database]\nurl = 'postgresql://me:geheim@server/x'")
    assert "geheim" not in str(problem.value)


def test_unknown_perspectives_and_phases_name_the_known_ones(tmp_path: Path) -> None:
    settings = new_study(tmp_path / "a", SETTINGS).settings
    with pytest.raises(UnknownPerspective, match="werkgever"):
        settings.perspective("wergever")
    with pytest.raises(UnknownPhase, match="0"):
        settings.phase("7")
    assert settings.phase("x").key == "x"


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    study = new_study(tmp_path / "a", SETTINGS)
    file = study.folder / "study.sqlite"
    file.write_bytes(b"dit is geen database, maar wel lang genoeg om er een te lijken" * 20)
    before = file.read_bytes()
    with pytest.raises(DatabaseDamaged), study.reading():
        pass
    assert file.read_bytes() == before


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rapport.txt"
    write_whole(file, b"oud")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("study.files.os.fsync", full)
    with pytest.raises(DiskFull):
        write_whole(file, b"nieuw")
    assert file.read_bytes() == b"oud"
    assert [each.name for each in tmp_path.iterdir()] == ["rapport.txt"]


def test_a_full_disk_under_the_database_is_a_sentence(tmp_path: Path) -> None:
    study = new_study(tmp_path / "a", SETTINGS)
    study.prepare()
    with pytest.raises(DiskFull), study.store(by="marit") as store:
        connection = store._connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        from corpus.documents import Document, DocumentKind

        store.add(Document("1", "T", "x" * 900_000, DocumentKind.POLICY, None, None, "nl", None, "a", "b"))
    with study.reading() as store:
        assert store.journal() == ()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "in_de_weg").write_text("x", encoding="utf-8")
    with pytest.raises(ReadOnly):
        new_study(tmp_path / "in_de_weg" / "a", SETTINGS)


def test_a_database_in_use_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from study.errors import Busy

    study = new_study(tmp_path / "a", SETTINGS)
    study.prepare()
    other = sqlite3.connect(study.folder / "study.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("study.databases.WAIT_SECONDS", 0.1)
    fresh = open_study(study.folder)
    with pytest.raises(Busy), fresh.store(by="marit"):
        pass
    other.close()
