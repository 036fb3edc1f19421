"""References in the example study: from its data files to marks and findings, and from its marks to its data files."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.example.sources import Fault, Source

PASSAGES = frozenset({"passages", "contra", "from", "ref"})
"""Keys of the data files that name marks."""

_Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Data:
    """The data files of the example by their stem; those that are missing or no good TOML are in `faults`."""

    tables: Mapping[str, _Table]
    lines: Mapping[str, tuple[str, ...]]
    faults: tuple[Fault, ...] = ()

    def rows(self, stem: str, name: str) -> tuple[_Table, ...] | None:
        """The tables of this name in a file; None when the file could not be read."""
        return tuple(self.tables[stem].get(name, ())) if stem in self.tables else None

    def keys(self, stem: str, name: str, *, key: str = "key", **having: str) -> frozenset[str] | None:
        """The keys of those tables; None when the file could not be read, so that nothing is held against it."""
        rows = self.rows(stem, name)
        if rows is None:
            return None
        chosen = (row for row in rows if all(row.get(column) == value for column, value in having.items()))
        return frozenset(str(row[key]) for row in chosen if key in row)

    def line_of(self, stem: str, text: str) -> int:
        """Where a text stands in a file first, 1 when it does not."""
        return next((number for number, line in enumerate(self.lines[stem], start=1) if text in line), 1)


def read_data(folder: Path, *, expected: Iterable[str]) -> Data:
    """All TOML files of the folder, whatever state they are in."""
    tables: dict[str, _Table] = {}
    lines: dict[str, tuple[str, ...]] = {}
    faults: list[Fault] = []
    for stem in sorted({*expected, *(file.stem for file in folder.glob("*.toml"))}):
        file = folder / f"{stem}.toml"
        try:
            text = file.read_text(encoding="utf-8")
            tables[stem] = tomllib.loads(text)
            lines[stem] = tuple(text.split("\n"))
        except FileNotFoundError:
            faults.append(Fault(file.name, 1, "is not there yet; what refers to it is not checked"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            faults.append(Fault(file.name, 1, f"is no good TOML; what refers to it is not checked: {problem}"))
    return Data(tables, lines, tuple(faults))


def find_refs(sources: Mapping[str, Source]) -> dict[str, list[tuple[str, int]]]:
    """Where every named mark stands: file and line."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for file, source in sources.items():
        for turn in source.turns:
            for mark in turn.marks:
                if mark.ref:
                    places[mark.ref].append((file, turn.line))
    return dict(places)


def doubled_refs(refs: Mapping[str, list[tuple[str, int]]]) -> Iterator[Fault]:
    """A fault at every place of a name that two marks have."""
    for ref, places in refs.items():
        for file, line in places if len(places) > 1 else ():
            also = ", ".join(f"{other}:{at}" for other, at in places if (other, at) != (file, line))
            yield Fault(file, line, f"the name #{ref} is also at {also or 'this same place'}")


def lost_refs(data: Data, refs: Iterable[str]) -> Iterator[Fault]:
    """A fault for every name in the data files that no mark or finding has."""
    known = frozenset(refs)
    findings = data.keys("findings", "finding", key="ref")
    for stem, tables in data.tables.items():
        own = {str(row.get("key")) for row in _tables(tables)}
        for row in _tables(tables):
            named = _names(row, PASSAGES - ({"ref"} if stem == "findings" else set()))
            for name in sorted(named - known - own):
                yield _lost(data, stem, name, "mark")
            if findings is not None:
                for name in sorted(_names(row, frozenset({"findings"})) - findings):
                    yield _lost(data, stem, name, "finding")


def _lost(data: Data, stem: str, name: str, what: str) -> Fault:
    return Fault(f"{stem}.toml", data.line_of(stem, f'"{name}"'), f"no {what} is named “{name}”")


def _tables(value: Any) -> Iterator[_Table]:
    """Every table in a value, however deep."""
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tables(inner)


def _names(row: _Table, keys: frozenset[str]) -> set[str]:
    values = (row[key] if isinstance(row[key], list) else [row[key]] for key in keys if key in row)
    return {name for value in values for name in value if isinstance(name, str)}
