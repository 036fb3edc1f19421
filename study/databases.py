"""The two databases: SQLite in the study folder, PostgreSQL for a team; and what their complaints mean in words."""

from __future__ import annotations

import logging
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from study.doors import require
from study.errors import (
    Busy,
    DatabaseDamaged,
    DatabaseUnreachable,
    DiskFull,
    ReadOnly,
    StorageError,
)

PASSWORD_VARIABLE = "DRAAD_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable, not a password
WAIT_SECONDS = 30.0
"""How long one writer waits for another in a SQLite file."""

_COMPLAINTS: tuple[tuple[str, type[StorageError]], ...] = (
    ("disk is full", DiskFull),
    ("no space left", DiskFull),
    ("disk i/o error", DiskFull),
    ("readonly database", ReadOnly),
    ("read-only", ReadOnly),
    ("unable to open database file", ReadOnly),
    ("permission denied", ReadOnly),
    ("database is locked", Busy),
    ("lock timeout", Busy),
    ("file is not a database", DatabaseDamaged),
    ("malformed", DatabaseDamaged),
)


def sentence_for(problem: DBAPIError | sqlite3.Error, place: str) -> Exception:
    """The complaint of a database as a sentence; what we do not know stays the fault it is."""
    text = str(problem.orig if isinstance(problem, DBAPIError) else problem).lower()
    for words, error in _COMPLAINTS:
        if words in text:
            return error(place=place)
    if isinstance(problem, OperationalError) and ("connect" in text or "does not exist" in text):
        return DatabaseUnreachable(place=place)
    return problem


def open_sqlite(file: Path) -> Engine:
    """An engine on a SQLite file: foreign keys kept, removed text overwritten, writers wait for each other."""
    _keep_rows_out_of_logs()
    engine = create_engine(
        f"sqlite:///{file}", poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "foreign_keys=ON",
            "secure_delete=ON",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def open_postgresql(url: str) -> Engine:
    """An engine on a PostgreSQL database; the password comes from DRAAD_DATABASE_PASSWORD or ~/.pgpass."""
    require("psycopg", extra="postgres")
    password = os.environ.get(PASSWORD_VARIABLE)
    address = make_url(url).set(drivername="postgresql+psycopg")
    if password:
        address = address.set(password=password)
    _keep_rows_out_of_logs()
    return create_engine(address, poolclass=NullPool, connect_args={"connect_timeout": 10}, hide_parameters=True)


def readable_tables(connection: Connection) -> tuple[str, ...]:
    """The names of all tables that can be read row by row; an index of words is none, its blocks are."""
    names = inspect(connection).get_table_names()
    if connection.dialect.name == "sqlite":
        virtual = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
        names = sorted({*names} - {name for (name,) in virtual})
    return tuple(names)


def _keep_rows_out_of_logs() -> None:
    """SQLAlchemy writes every row it reads to its log at DEBUG; rows hold participants' words."""
    logging.getLogger("sqlalchemy.engine.Engine").addFilter(_is_no_row)


def _is_no_row(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG
