"""The layout of the database: which revision it has, and bringing it to ours."""

from __future__ import annotations

import logging
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from study.errors import NeedsMigration, NewerDatabase

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0011_coding_work"
"""The revision this version of the house expects; a test holds it against the revisions on disk."""


def bring_up_to_date(engine: Engine, *, backup_of: Path | None, may_migrate: bool) -> None:
    """Make the tables of an empty database; migrate an older one after a backup (SQLite), or refuse (server).

    Raises `NeedsMigration` when a server's database is older and `may_migrate` is false, `NewerDatabase` when it is
    newer than this installation.
    """
    with engine.connect() as connection:
        found = revision_of(connection)
        empty = not inspect(connection).get_table_names()
    if found == NEWEST:
        return
    if found is not None and found not in known_revisions():
        raise NewerDatabase
    if not empty:
        if not may_migrate:
            raise NeedsMigration
        if backup_of is not None:
            back_up(backup_of)
    with engine.begin() as connection:
        if revision_of(connection) != NEWEST:
            _upgrade(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision the database is at; None when it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def back_up(file: Path) -> Path:
    """A copy of the database file beside it, named after the moment; returns where it is."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = file.with_name(f"{file.stem}.{moment}.backup{file.suffix}")
    shutil.copy2(file, copy)
    return copy


@cache
def known_revisions() -> frozenset[str]:
    """The revisions on disk."""
    from alembic.script import ScriptDirectory

    return frozenset(each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
