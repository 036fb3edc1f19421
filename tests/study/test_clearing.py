"""What was removed is in no byte of the database any more, and copies beside it go."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from study import clearing
from study.clearing import backups_of, remove_backups
from study.databases import open_sqlite
from study.errors import Busy
from study.folder import Study, new_study
from tests.study.conftest import SETTINGS


def test_clearing_leaves_a_database_that_opens(study: Study) -> None:
    study.prepare()
    assert study.clear() == ()
    with study.reading() as store:
        assert "alembic_version" in {name for name, _text in store.texts()}


def test_the_log_of_a_cleared_file_has_length_nought(tmp_path: Path) -> None:
    study = new_study(tmp_path / "proef", SETTINGS)
    study.prepare()
    with closing(sqlite3.connect(study.folder / "study.sqlite")) as other:
        other.execute("SELECT * FROM alembic_version").fetchall()
        study.clear()
        log = study.folder / "study.sqlite-wal"
        assert not log.exists() or log.stat().st_size == 0


def test_copies_made_before_a_migration_are_found_and_go(tmp_path: Path) -> None:
    database = tmp_path / "study.sqlite"
    names = ("study.20260101T000000Z.backup.sqlite", "study.20260202T000000Z.backup.sqlite")
    for name in (*names, "study.sqlite", "studie.20260101T000000Z.backup.sqlite"):
        (tmp_path / name).write_bytes(b"woorden")
    assert tuple(each.name for each in backups_of(database)) == names
    assert remove_backups(database) == names
    assert sorted(each.name for each in tmp_path.iterdir()) == ["studie.20260101T000000Z.backup.sqlite", "study.sqlite"]


def test_who_has_the_database_open_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("study.databases.WAIT_SECONDS", 0.1)
    study = new_study(tmp_path / "proef", SETTINGS)
    study.prepare()
    engine = open_sqlite(study.folder / "study.sqlite")
    with study.store(by="ans"), pytest.raises(Busy):
        clearing.clear_database(engine, study.place)
