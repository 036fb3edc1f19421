"""Proof of a withdrawal: every place that could still hold the words is read, and what is found there is counted.

Only keyed digests of the words are left, in the vault; the proof compares digests and never shows a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.participants import Participant
from corpus.removals import Removal
from corpus.sayings import Sayings
from study.folder import DATABASE, Study
from study.holdings import traces, words_in
from study.ids import digest_of
from study.keys import Ask
from study.messages import N_
from study.store import Store
from study.vault import Vault
from workbench.actions.removal_log import UNDER, Kept, removal_of
from workbench.actions.wiping import other_files
from workbench.privacy import REGISTER
from workbench.raw_texts import texts_in, texts_in_file

PLACES: Mapping[str, str] = {
    "table": N_("table"),
    "records": N_("records that name or quote the participant"),
    "database": N_("database file, byte by byte"),
    "file": N_("file in the study folder"),
    "vault": N_("vault"),
}
"""Where is looked, in words."""


@dataclass(frozen=True, slots=True)
class Look:
    """One place that was looked through: how much was read there (characters), and how often something was found."""

    place: str
    name: str
    read: int
    found: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked for (numbers of runs of words and of names), where, and what was found.

    `removals` are the removals of this code that the study keeps.
    """

    code: str
    runs: int
    names: int
    removals: tuple[Removal, ...]
    looks: tuple[Look, ...]

    @property
    def found(self) -> tuple[Look, ...]:
        """The places where something is left."""
        return tuple(each for each in self.looks if each.found)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left anywhere."""
        return not self.found


def prove_removal(study: Study, code: str, *, ask: Ask | None = None) -> Proof:
    """What is left of somebody who was removed: in tables, database file and its log, copies, outputs and vault.

    Raises `NobodyLeft` when nobody of this code was removed.
    """
    vault = study.vault(ask=ask)
    kept = removal_of(vault, code)
    with study.reading() as store:
        looks = [*_tables(store, kept.sayings), *_records(store, code, kept.sayings)]
        removals = store.find(Removal, code=code)
    looks += [*_files(study, kept.sayings), *_vault(vault, kept)]
    return Proof(code, len(kept.sayings.runs), len(kept.sayings.names), removals, tuple(looks))


def _tables(store: Store, sayings: Sayings) -> Iterator[Look]:
    """Every table of the database, also those that hold no records."""
    read: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for table, text in store.texts():
        read[table] += len(text)
        found[table] += sayings.count(text)
    yield from (Look("table", table, read[table], found[table]) for table in sorted(read))


def _records(store: Store, code: str, sayings: Sayings) -> Iterator[Look]:
    """Records that name the participant by code or id, or quote; the removal itself keeps the code."""
    signs = {code, *(each.id for each in store.find(Participant, code=code))}
    for kind in (each for each in REGISTER if each is not Removal):
        records: tuple[Any, ...] = store.records(kind)[0]
        read = sum(len(text) for each in records for text in words_in(each, REGISTER))
        found = traces(records, REGISTER, signs=signs, is_quoted=sayings.are_in)
        yield Look("records", kind.__name__, read, found)


def _files(study: Study, sayings: Sayings) -> Iterator[Look]:
    """The raw bytes of the database, its log and copies, and of everything else in the study folder."""
    database = study.folder / DATABASE
    own = sorted(each for each in study.folder.glob(f"{database.stem}.*") if each.is_file() and each.suffix != ".toml")
    for each in own:
        yield _look("database", each, study, texts_in_file(each), sayings)
    for each in other_files(study):
        yield _look("file", each, study, texts_in_file(each), sayings)


def _look(place: str, file: Path, study: Study, texts: Iterable[str], sayings: Sayings) -> Look:
    return _counted(place, file.relative_to(study.folder).as_posix(), texts, sayings)


def _vault(vault: Vault, kept: Kept) -> Iterator[Look]:
    """What lies in the vault, opened; the digests of the removals themselves apart."""
    for name in vault.names():
        if not name.startswith(UNDER):
            yield _counted("vault", _short(name), texts_in(vault.get(name)), kept.sayings)


def _short(name: str) -> str:
    """The name of a content, of which a long digest is cut short."""
    under, _slash, last = name.rpartition("/")
    return f"{under}/{last[:12]}" if len(last) == len(digest_of(b"")) else name


def _counted(place: str, name: str, texts: Iterable[str], sayings: Sayings) -> Look:
    read = found = 0
    for text in texts:
        read += len(text)
        found += sayings.count(text)
    return Look(place, name, read, found)
