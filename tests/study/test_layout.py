"""Tables come to be by migrations only, and those give exactly the tables that the records are bound to."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

import prioritisation.tables
import study.migrations
import synthesis.tables
import workbench.tables
from study.errors import NeedsMigration, NewerDatabase
from study.folder import Study
from study.layout import NEWEST, bring_up_to_date, known_revisions, revision_of
from study.records import metadata

ROOMS = (synthesis.tables, prioritisation.tables, workbench.tables)


@pytest.fixture
def engine(database_url: str) -> Engine:
    return create_engine(database_url, poolclass=NullPool)


def test_the_migrations_give_the_tables_of_the_records(engine: Engine) -> None:
    assert ROOMS
    bring_up_to_date(engine, backup_of=None, may_migrate=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_of_a_record})
        differences = compare_metadata(context, metadata)
    assert differences == []


def test_the_newest_revision_is_the_last_on_disk(engine: Engine) -> None:
    bring_up_to_date(engine, backup_of=None, may_migrate=False)
    with engine.connect() as connection:
        assert revision_of(connection) == NEWEST
    assert max(known_revisions()) == NEWEST


def test_a_newer_database_is_refused_and_left_alone(engine: Engine) -> None:
    bring_up_to_date(engine, backup_of=None, may_migrate=False)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999_later'"))
    with pytest.raises(NewerDatabase):
        bring_up_to_date(engine, backup_of=None, may_migrate=True)
    with engine.connect() as connection:
        assert revision_of(connection) == "9999_later"


def test_an_older_server_database_waits_for_the_command(engine: Engine) -> None:
    _go_back(engine)
    with pytest.raises(NeedsMigration):
        bring_up_to_date(engine, backup_of=None, may_migrate=False)
    bring_up_to_date(engine, backup_of=None, may_migrate=True)
    with engine.connect() as connection:
        assert revision_of(connection) == NEWEST


def test_an_older_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    file = tmp_path / "study.sqlite"
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    _go_back(engine)
    bring_up_to_date(engine, backup_of=file, may_migrate=True)
    (copy,) = tmp_path.glob("study.*.backup.sqlite")
    with create_engine(f"sqlite:///{copy}", poolclass=NullPool).connect() as connection:
        assert revision_of(connection) == sorted(known_revisions())[-2]


def test_a_study_prepares_its_own_database(study: Study) -> None:
    study.prepare()
    with study.reading() as store:
        assert store.journal() == ()


def _is_of_a_record(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table holds records; the index of words has another form in each database."""
    return kind != "table" or name is None or not name.startswith("word_index")


def _go_back(engine: Engine) -> None:
    """Make a database as it was one revision ago."""
    bring_up_to_date(engine, backup_of=None, may_migrate=False)
    config = Config()
    config.set_main_option("script_location", str(Path(study.migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "-1")
