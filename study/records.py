"""Frozen records and their tables: one dataclass, one table, columns read off the type hints.

A record type's table is bound in `tables.py` of its package; nothing else in the house spells a column twice.
Ids are text, times are aware UTC, tuples, mappings and nested dataclasses are JSON, enums are their value.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """Aware times, stored as UTC in both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC, on its way to the database."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time with its zone, as it comes back; SQLite forgets the zone."""
        if value is None or value.tzinfo is not None:
            return None if value is None else value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Binding:
    """A record type tied to its table: how rows become records and back."""

    kind: type
    table: Table
    order: tuple[str, ...]
    analytic: bool
    writers: tuple[tuple[str, Callable[[Any], Any]], ...]
    readers: tuple[tuple[str, Callable[[Any], Any]], ...]

    def row(self, record: Any) -> dict[str, Any]:
        """The row of a record."""
        return {name: write(getattr(record, name)) for name, write in self.writers}

    def record(self, row: Mapping[str, Any]) -> Any:
        """The record of a row."""
        return self.kind(**{name: read(row[name]) for name, read in self.readers})

    def revive(self, plain: Mapping[str, Any]) -> Any:
        """The record of the old values that the journal kept; what they lack has its default."""
        hints = typing.get_type_hints(self.kind)
        known = {name: read for name, read in self.readers if name in plain}
        return self.kind(**{name: read(_timed(hints[name], plain[name])) for name, read in known.items()})


_bindings: dict[type, Binding] = {}


def bind(
    kind: type,
    name: str,
    *,
    references: Mapping[str, str] | None = None,
    unique: tuple[tuple[str, ...], ...] = (),
    indexes: tuple[tuple[str, ...], ...] = (),
    order: tuple[str, ...] = ("id",),
    analytic: bool = False,
) -> Table:
    """The table of a record type; its first field is the primary key.

    `references` maps a field to the table it points at, `order` is the order in which records are read, `analytic`
    says that the journal keeps old values (never for types that hold a text).
    """
    hints = typing.get_type_hints(kind)
    columns = [_column(field.name, hints[field.name], kind, references or {}) for field in fields(kind)]
    table = Table(name, metadata, *columns, *(UniqueConstraint(*names) for names in unique))
    for names in indexes:
        Index(None, *(table.c[each] for each in names))
    writers = tuple((field.name, _writer(hints[field.name])) for field in fields(kind))
    readers = tuple((field.name, _reader(hints[field.name])) for field in fields(kind))
    _bindings[kind] = Binding(kind, table, order, analytic, writers, readers)
    return table


def binding_of(kind: type) -> Binding:
    """The binding of a record type; the package's `tables` module is loaded when it is first needed."""
    if kind not in _bindings:
        import_module(f"{kind.__module__.partition('.')[0]}.tables")
    return _bindings[kind]


def bindings() -> tuple[Binding, ...]:
    """All bindings made so far, in the order in which they were made."""
    return tuple(_bindings.values())


def _column(name: str, hint: Any, kind: type, references: Mapping[str, str]) -> Column[Any]:
    target = references.get(name)
    primary = name == fields(kind)[0].name
    keys = [ForeignKey(f"{target}.id")] if target else []
    return Column(name, _column_type(_plain(hint)), *keys, primary_key=primary, nullable=_is_optional(hint))


def _timed(hint: Any, value: Any) -> Any:
    """A date or time that the journal holds as text, as itself."""
    parse = {date: date.fromisoformat, datetime: datetime.fromisoformat}.get(_plain(hint))
    return parse(value) if parse and isinstance(value, str) else value


def _is_optional(hint: Any) -> bool:
    return isinstance(hint, types.UnionType) and type(None) in typing.get_args(hint)


def _plain(hint: Any) -> Any:
    """The hint without its None."""
    if not _is_optional(hint):
        return hint
    return next(each for each in typing.get_args(hint) if each is not type(None))


_COLUMN_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    float: Float,
    bool: Boolean,
    date: Date,
    datetime: UtcTime,
}


def _column_type(hint: Any) -> TypeEngine[Any]:
    if hint in _COLUMN_TYPES:
        return _COLUMN_TYPES[hint]()
    return Text() if _is_enum(hint) else JSON(none_as_null=True)


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, enum.Enum)


def _same(value: Any) -> Any:
    return value


@cache
def _writer(hint: Any) -> Callable[[Any], Any]:
    return _same if _plain(hint) in _COLUMN_TYPES else to_plain


def to_plain(value: Any) -> Any:
    """The value as JSON knows it: tuples are lists, dataclasses and mappings objects, enums and dates text."""
    if isinstance(value, enum.Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(each) for each in (sorted(value) if isinstance(value, frozenset) else value)]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a stored value becomes a field of this type again."""
    plain = _plain(hint)
    if plain in _COLUMN_TYPES:
        return _same
    read = _json_reader(plain)
    return lambda value: None if value is None else read(value)


def _json_reader(hint: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if _is_enum(hint):
        return typing.cast(Callable[[Any], Any], hint)
    if isinstance(hint, type) and is_dataclass(hint):
        make: Callable[..., Any] = hint
        readers = {name: _json_value(each) for name, each in typing.get_type_hints(hint).items()}
        return lambda value: make(**{name: read(value[name]) for name, read in readers.items()})
    if origin is tuple:
        read_each = _json_value(arguments[0])
        return lambda value: tuple(read_each(each) for each in value)
    if origin is not None and issubclass(origin, Mapping):
        read_value = _json_value(arguments[1])
        return lambda value: {key: read_value(each) for key, each in value.items()}
    return _same


def _json_value(hint: Any) -> Callable[[Any], Any]:
    plain = _plain(hint)
    parse = {date: date.fromisoformat, datetime: datetime.fromisoformat}.get(plain) or _json_reader(plain)
    return lambda value: None if value is None else parse(value)
