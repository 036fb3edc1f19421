"""What people fill in as text, in a form or a sheet, turned into the entries that the register takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus.readers.columns import fold_header
from corpus.readers.dates import read_date
from corpus.readers.grids import read_grid
from corpus.readers.sources import open_source
from corpus.readers.table_rows import find_header
from corpus.reading import ReadingOptions
from study.messages import translate as _
from workbench.errors import BadEntry, BadForm, UnreadableFile
from workbench.toml_files import Entry

WHOLE = frozenset(("order", "invited", "took_part"))
DAYS = frozenset(("held_from", "held_until"))
YES = frozenset(("prompted",))
LISTS = frozenset(("phases", "codes", "assumptions"))
LINES = frozenset(("labels",))
YES_WORDS = frozenset(("ja", "j", "x", "1", "yes", "y", "true", "waar", "doorvragen", "on"))
_KEY = re.compile(r"[^\W_][\w.\- ]{0,39}")
_LINE_ENDS = re.compile(r"[;\n]")
_BETWEEN = re.compile(r"\s*[,;\n]\s*")


@dataclass(frozen=True, slots=True)
class FormEntry(Entry):
    """The fields of a form; a complaint names the field by its label."""

    labels: Mapping[str, str] = field(default_factory=dict)

    def refuse(self, reason: str) -> BadEntry:
        """The complaint about what was filled in, to be raised."""
        for name, label in self.labels.items():
            reason = reason.replace(f"“{name}”", f"“{_(label)}”")
        return BadForm(reason=reason)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet by the fields of the register, and the heads of the columns that are none of them."""

    entries: tuple[Entry, ...]
    unused: tuple[str, ...] = ()


def form_entry(values: Mapping[str, str], labels: Mapping[str, str]) -> FormEntry:
    """The entry that a form holds; empty fields are not there."""
    entry = FormEntry(Path(), "", 1, {}, labels)
    return FormEntry(Path(), "", 1, _typed(values, entry), labels)


def read_sheet(file: Path, heads: Mapping[str, Collection[str]], *, needed: str) -> Sheet:
    """The rows of a csv or xlsx file; `heads` gives the names a column may have, `needed` the field that must be there.

    Raises `UnreadableFile`, `BadEntry` for a cell that is not what its field takes, and what the readers of tables
    raise.
    """

    def score(cells: Sequence[str]) -> int:
        places = _places(cells, heads)
        return len(places) if needed in places else 0

    grid = read_grid(open_source(file), ReadingOptions(), score=score)
    rows = list(grid.rows)
    top = find_header(grid.rows, score=score)
    head, places = rows[top].cells, _places(rows[top].cells, heads)
    if needed not in places:
        reason = _("no column is called {expected}", expected=", ".join(heads[needed]))
        raise UnreadableFile(file=file.name, reason=reason)
    entries = []
    for row in rows[top + 1 :]:
        values = {name: row.cells[place] for name, place in places.items() if place < len(row.cells)}
        entry = Entry(file, _("row"), row.line, {})
        entries.append(Entry(file, _("row"), row.line, _typed(values, entry)))
    unused = tuple(each.strip() for place, each in enumerate(head) if each.strip() and place not in places.values())
    return Sheet(tuple(entries), unused)


def _places(cells: Sequence[str], heads: Mapping[str, Collection[str]]) -> dict[str, int]:
    words = [fold_header(each) for each in cells]
    found = {name: [place for place, word in enumerate(words) if word in known] for name, known in heads.items()}
    return {name: places[0] for name, places in found.items() if places}


def _typed(values: Mapping[str, str], entry: Entry) -> dict[str, Any]:
    """The values as the register takes them: numbers, days, yes or no, lists; what is empty is left out."""
    return {name: _value(name, text.strip(), entry) for name, text in values.items() if text.strip()}


def _value(name: str, text: str, entry: Entry) -> Any:
    if name in WHOLE:
        if not text.isdecimal():
            raise entry.refuse(_("“{name}” must be a whole number", name=name))
        return int(text)
    if name in DAYS:
        return _day(name, text, entry)
    if name in YES:
        return fold_header(text) in YES_WORDS
    if name in LINES:
        return [" ".join(each.split()) for each in _LINE_ENDS.split(text) if each.strip()]
    return split_list(text) if name in LISTS else text


def _day(name: str, text: str, entry: Entry) -> date:
    found = read_date(text)
    if found is None:
        raise entry.refuse(_("“{name}” must be a date such as 2026-03-04", name=name))
    return datetime.fromisoformat(found).date()


def check_key(entry: Entry, name: str) -> None:
    """Nothing, when the field holds a key that can stand in an address and a command; raises what the entry says."""
    if not _KEY.fullmatch(entry.text(name)):
        raise entry.refuse(_("“{name}” takes letters, digits, dots and dashes, 40 at most", name=name))


def split_list(text: str) -> list[str]:
    """The items of a cell, parted by commas, semicolons or new lines.

    >>> split_list("0, 1; x")
    ['0', '1', 'x']
    """
    return [each for each in _BETWEEN.split(text.strip()) if each]


def key_from(title: str, taken: Collection[str]) -> str:
    """A key made of a title, unlike those that are taken.

    >>> key_from("Groepsgesprek coördinatoren", ["groepsgesprek"]), key_from("Lijst", ["lijst"])
    ('groepsgesprek-coordinatoren', 'lijst-2')
    """
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    key = "-".join(re.findall(r"[a-z0-9]+", plain))[:36].strip("-") or "x"
    number = 2
    made = key
    while made in taken:
        made, number = f"{key}-{number}", number + 1
    return made
