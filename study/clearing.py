"""Clearing: what a database still holds of what was removed from it: free pages, the write-ahead log, old copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from study.databases import WAIT_SECONDS, sentence_for
from study.errors import Busy, ReadOnly

FULL_TEXT = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"


def clear_database(engine: Engine, place: str) -> None:
    """Rewrite the database without what was removed from it.

    SQLite: the index of words anew, VACUUM, and a write-ahead log of length nought. PostgreSQL: VACUUM FULL, which
    rewrites the tables; the server's own write-ahead log and backups are for whoever looks after the server. Raises
    `Busy` while another program reads or writes.
    """
    try:
        if engine.dialect.name == "sqlite":
            with _raw(engine) as connection:
                _clear_sqlite(connection, place)
        else:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text(f"SET lock_timeout = '{WAIT_SECONDS:.0f}s'"))
                connection.execute(text("VACUUM (FULL, ANALYZE)"))
    except (DBAPIError, sqlite3.Error) as problem:
        raise sentence_for(problem, place) from problem


def backups_of(database: Path) -> tuple[Path, ...]:
    """The copies that were made beside the database file before it was migrated."""
    return tuple(sorted(database.parent.glob(f"{database.stem}.*.backup{database.suffix}*")))


def remove_backups(database: Path) -> tuple[str, ...]:
    """Take these copies away; returns their names."""
    copies = backups_of(database)
    for each in copies:
        try:
            each.unlink(missing_ok=True)
        except OSError as problem:
            raise ReadOnly(place=each) from problem
    return tuple(each.name for each in copies)


@contextmanager
def _raw(engine: Engine) -> Iterator[Any]:
    connection = engine.raw_connection()
    try:
        yield connection
    finally:
        connection.close()


def _clear_sqlite(connection: Any, place: str) -> None:
    cursor = connection.cursor()
    for name, made_by in cursor.execute(FULL_TEXT).fetchall():
        command = "optimize" if "content=''" in made_by.replace(" ", "").replace('"', "'") else "rebuild"
        cursor.execute(f'INSERT INTO "{name}" ("{name}") VALUES (?)', (command,))  # noqa: S608 - a name of ours
    cursor.execute("VACUUM")
    is_busy, *_pages = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise Busy(place=place)
