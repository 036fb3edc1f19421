"""The store: one transaction on the study's database, journalled; the only place where state is kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from study.databases import readable_tables, sentence_for
from study.errors import AlreadyThere, NotFound, StillInUse
from study.holdings import Reword, deep_change
from study.journal import Doing, Entry, entries, journal, note
from study.records import Binding, binding_of

if TYPE_CHECKING:
    import pandas

R = TypeVar("R")
BATCH = 500


class Store:
    """Open for one block: everything in it is stored together, or nothing is.

    >>> # with study.store(by="marit") as store:
    >>> #     store.add(document, *segments)
    """

    def __init__(self, engine: Engine, *, doing: Doing, place: str, reading: bool = False) -> None:
        self.by = doing.by
        self.doing = doing
        self._engine = engine.execution_options(reading=reading)
        self._place = place
        self._open: Connection | None = None

    def __enter__(self) -> Self:
        try:
            self._open = self._engine.connect()
            self._open.begin()
        except (DBAPIError, sqlite3.Error) as problem:
            raise sentence_for(problem, self._place) from problem
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        connection, self._open = self._connection, None
        try:
            if problem is None:
                connection.commit()
            else:
                connection.rollback()
        except DBAPIError as failed:
            raise sentence_for(failed, self._place) from failed
        finally:
            connection.close()
        if isinstance(problem, DBAPIError):
            raise sentence_for(problem, self._place) from problem

    @property
    def _connection(self) -> Connection:
        if self._open is None:
            raise RuntimeError("the store is used outside its with block")
        return self._open

    def add(self, *records: object) -> None:
        """Store new records, in the order in which they are given; raises `AlreadyThere` on a doubled key."""
        for kind, same in groupby(records, key=type):
            binding = binding_of(kind)
            rows = [binding.row(each) for each in same]
            self._write(binding, AlreadyThere, lambda table=binding.table, rows=rows: insert(table), rows)
            note(self._connection, self.doing, "add", binding, rows, before=False)

    def replace(self, *records: object) -> None:
        """Store new values for records that exist; the journal keeps the old ones of analytic records."""
        for kind, same in groupby(records, key=type):
            binding = binding_of(kind)
            rows = {_key(binding, row): row for row in map(binding.row, same)}
            before = self._rows(binding, tuple(rows))
            self._write(binding, AlreadyThere, lambda binding=binding: _update(binding), [*map(_as_new, rows.values())])
            note(self._connection, self.doing, "replace", binding, before, before=True)

    def remove(self, *records: object) -> None:
        """Take records away; raises `StillInUse` when another record refers to one of them."""
        for kind, same in groupby(records, key=type):
            binding = binding_of(kind)
            rows = [binding.row(each) for each in same]
            keys = [_key(binding, row) for row in rows]
            for first in range(0, len(keys), BATCH):
                some = keys[first : first + BATCH]
                statement = delete(binding.table).where(_primary(binding).in_(some))
                self._write(binding, StillInUse, lambda statement=statement: statement)
            note(self._connection, self.doing, "remove", binding, rows, before=True)

    def get(self, kind: type[R], key: str) -> R:
        """The record with this id; raises `NotFound`."""
        binding = binding_of(kind)
        record: R = binding.record(self._row(binding, key))
        return record

    def find(self, kind: type[R], /, **equal: object) -> tuple[R, ...]:
        """The records whose fields equal these values, in the order of their kind."""
        binding = binding_of(kind)
        query = select(binding.table).filter_by(**equal)
        return self._records(binding, query)

    def find_all(self, kind: type[R], keys: Collection[str]) -> tuple[R, ...]:
        """The records with these ids as far as they exist, in the order of the ids."""
        binding = binding_of(kind)
        found = self._found(binding, tuple(keys))
        return tuple(binding.record(found[key]) for key in dict.fromkeys(keys) if key in found)

    def only(self, kind: type[R], /, **equal: object) -> R:
        """The one record with these values; raises `NotFound` when there is none."""
        found = self.find(kind, **equal)
        if not found:
            raise NotFound(kind=kind.__name__, name=", ".join(str(value) for value in equal.values()))
        return found[0]

    def records(self, *kinds: type) -> tuple[tuple[Any, ...], ...]:
        """All records of these kinds, a tuple each, in the order asked for."""
        return tuple(self._records(binding_of(kind), select(binding_of(kind).table)) for kind in kinds)

    def count(self, kind: type, /, **equal: object) -> int:
        """How many records of this kind there are, with these values."""
        table = binding_of(kind).table
        return int(self._connection.execute(select(func.count()).select_from(table).filter_by(**equal)).scalar_one())

    def frame(self, query: Select[Any]) -> pandas.DataFrame:
        """The answer to a query of a package's `tables` module, as a DataFrame."""
        import pandas

        result = self._connection.execute(query)
        return pandas.DataFrame(result.fetchall(), columns=list(result.keys()), dtype=object)

    def rows(self, query: Select[Any]) -> list[Any]:
        """The answer to a query of a package's `tables` module, as plain rows; of one column, its values."""
        result = self._connection.execute(query)
        found = result.fetchall()
        return [each[0] for each in found] if len(result.keys()) == 1 else list(found)

    def run(self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None) -> None:
        """Carry out a statement of a package's `tables` module on what is no record (the index of words, …)."""
        self._connection.execute(statement, rows)

    @property
    def dialect(self) -> str:
        """Which database this is: "sqlite" or "postgresql"."""
        return self._engine.dialect.name

    def texts(self) -> Iterator[tuple[str, str]]:
        """Everything readable in every table, also those that hold no records, each with the name of its table."""
        quoted = self._connection.dialect.identifier_preparer.quote
        for name in readable_tables(self._connection):
            query = text(f"SELECT * FROM {quoted(name)}")  # noqa: S608 - a name that the database gave
            rows = self._connection.execute(query, execution_options={"yield_per": BATCH})
            for value in (value for row in rows for value in row):
                if isinstance(value, str):
                    yield name, value
                elif isinstance(value, bytes | memoryview):
                    yield name, bytes(value).decode("utf-8", "ignore")
                elif isinstance(value, dict | list):
                    yield name, json.dumps(value, ensure_ascii=False)

    def reword_journal(self, kinds: Iterable[type], change: Reword) -> int:
        """Change the texts in the old values of these kinds; returns in how many lines one became another."""
        names = [each.__name__ for each in kinds]
        lines = self._connection.execute(
            select(journal.c.number, journal.c.before).where(journal.c.kind.in_(names), journal.c.before.is_not(None))
        )
        return self._put_in_journal((number, before, deep_change(before, change)) for number, before in lines)

    def clear_journal(self, record_ids: Collection[str]) -> int:
        """Take the old values of these records out of the journal; that something happened to them stays."""
        lines = self._connection.execute(
            select(journal.c.number, journal.c.before, journal.c.record_id).where(journal.c.before.is_not(None))
        )
        return self._put_in_journal((number, before, None) for number, before, key in lines if key in record_ids)

    def _put_in_journal(self, lines: Iterable[tuple[int, Any, Any]]) -> int:
        rows = [{"line": number, "value": after} for number, before, after in lines if after != before]
        if rows:
            value = bindparam("value", type_=journal.c.before.type)
            self._connection.execute(
                update(journal).where(journal.c.number == bindparam("line")).values(before=value), rows
            )
        return len(rows)

    def journal(self, *, newest: int | None = None, **equal: object) -> tuple[Entry, ...]:
        """The journal, oldest line first: lines with these values; `newest` keeps only the last so many."""
        query = select(journal).filter_by(**equal).order_by(journal.c.number.desc()).limit(newest)
        return tuple(reversed(entries(self._connection.execute(query))))

    def journal_after(self, number: int, *, most: int | None = None, **equal: object) -> tuple[Entry, ...]:
        """The lines of the journal after this number with these values, oldest first; at most so many."""
        query = select(journal).where(journal.c.number > number).filter_by(**equal).order_by(journal.c.number)
        return entries(self._connection.execute(query.limit(most)))

    def journal_before(self, number: int | None, *, most: int, **equal: object) -> tuple[Entry, ...]:
        """The lines of the journal before this number (None is the end) with these values, newest first."""
        query = select(journal).filter_by(**equal).order_by(journal.c.number.desc()).limit(most)
        return entries(self._connection.execute(query if number is None else query.where(journal.c.number < number)))

    def later_lines(self, number: int, record_ids: Collection[str]) -> tuple[Entry, ...]:
        """The lines of the journal after this number about these records, oldest first."""
        keys = list(record_ids)
        found: list[Any] = []
        for first in range(0, len(keys), BATCH):
            some = journal.c.record_id.in_(keys[first : first + BATCH])
            found += self._connection.execute(select(journal).where(journal.c.number > number, some)).fetchall()
        return tuple(sorted(entries(found), key=lambda each: each.number))

    def _records(self, binding: Binding, query: Select[Any]) -> tuple[Any, ...]:
        columns = [binding.table.c[name] for name in binding.order]
        rows = self._connection.execute(query.order_by(*columns)).mappings()
        return tuple(binding.record(dict(row)) for row in rows)

    def _row(self, binding: Binding, key: str) -> dict[str, Any]:
        return self._rows(binding, (key,))[0]

    def _rows(self, binding: Binding, keys: Sequence[str]) -> list[dict[str, Any]]:
        """The rows with these keys, in their order; raises `NotFound` for one that is not there."""
        found = self._found(binding, keys)
        for key in keys:
            if key not in found:
                raise NotFound(kind=binding.kind.__name__, name=key)
        return [found[key] for key in keys]

    def _found(self, binding: Binding, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        """The rows that there are with these keys, by key."""
        found: dict[str, dict[str, Any]] = {}
        for first in range(0, len(keys), BATCH):
            query = select(binding.table).where(_primary(binding).in_(keys[first : first + BATCH]))
            found |= {_key(binding, row): row for row in map(dict, self._connection.execute(query).mappings())}
        return found

    def _write(self, binding: Binding, refusal: type[AlreadyThere | StillInUse], make: Any, rows: Any = None) -> None:
        try:
            self._connection.execute(make(), rows)
        except IntegrityError as problem:
            reason = refusal if "unique" in str(problem.orig).lower() else StillInUse
            raise reason(kind=binding.kind.__name__) from problem


def _primary(binding: Binding) -> Any:
    return next(iter(binding.table.primary_key.columns))


def _update(binding: Binding) -> Any:
    """Every column of the row with this key gets the value of the same name (with a mark in front)."""
    values = {column.name: bindparam(f"new_{column.name}", type_=column.type) for column in binding.table.columns}
    key = _primary(binding)
    return update(binding.table).where(key == bindparam(f"new_{key.name}")).values(values)


def _as_new(row: dict[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in row.items()}


def _key(binding: Binding, row: dict[str, Any]) -> str:
    return str(row[_primary(binding).name])
