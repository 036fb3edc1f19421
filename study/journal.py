"""The journal: who did what, when, to which record. Never a participant's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Index, Integer, Table, Text, insert

from study.records import Binding, UtcTime, metadata

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("made_at", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=True),
    Column("count", Integer, nullable=False),
    Column("before", JSON(none_as_null=True), nullable=True),
    Column("step", Text, nullable=True),
    Column("what", Text, nullable=True),
    Column("undoes", Text, nullable=True),
    Index("ix_journal_step", "step"),
    Index("ix_journal_record_id", "record_id"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: `record_id` is None when the line stands for `count` records of a large import.

    All lines of one transaction have the same `step`; `what` names what was done (a key, for a person to read), and
    `undoes` the step that this one took back. Lines from before there were steps have none.
    """

    number: int
    made_at: datetime
    by: str
    verb: str
    kind: str
    record_id: str | None
    count: int
    before: dict[str, Any] | None
    step: str | None = None
    what: str | None = None
    undoes: str | None = None


FIELDS = tuple(each.name for each in fields(Entry))


@dataclass(frozen=True, slots=True)
class Doing:
    """What one transaction does: who, under which step, and what for."""

    by: str
    step: str
    what: str | None = None
    undoes: str | None = None


def note(
    connection: Connection, doing: Doing, verb: str, binding: Binding, rows: list[dict[str, Any]], before: bool
) -> None:
    """Write down what happens to these rows: a line each for analytic records, one line with a count for material."""
    if not rows:
        return
    same = {"made_at": datetime.now(UTC), "verb": verb, "kind": binding.kind.__name__, **asdict(doing)}
    key = binding.table.primary_key.columns.keys()[0]
    if binding.analytic:
        lines = [{**same, "record_id": row[key], "count": 1, "before": _plain(row) if before else None} for row in rows]
    else:
        only = rows[0][key] if len(rows) == 1 else None
        lines = [{**same, "record_id": only, "count": len(rows), "before": None}]
    connection.execute(insert(journal), lines)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


def entries(rows: Iterable[Any]) -> tuple[Entry, ...]:
    """The lines of the journal as values, oldest first."""
    return tuple(Entry(**{name: getattr(row, name) for name in FIELDS}) for row in rows)
