"""A study is a folder: `study.toml`, `study.sqlite` (or a server's database) and what comes out in `rapport/`."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from study.clearing import backups_of, clear_database, remove_backups
from study.config import Settings, read_settings
from study.databases import open_postgresql, open_sqlite, sentence_for
from study.errors import NoStudyHere, StudyExists
from study.files import make_folder, write_whole
from study.ids import new_id
from study.journal import Doing
from study.keys import Ask, vault_folder
from study.layout import bring_up_to_date
from study.store import Store
from study.vault import LOCK, Vault, open_vault

SETTINGS = "study.toml"
DATABASE = "study.sqlite"
OUTPUT = "rapport"


@dataclass(frozen=True)
class Study:
    """An open study: its folder and settings, and the way to its store."""

    folder: Path
    settings: Settings
    _ready: set[str] = field(default_factory=set, repr=False, compare=False)

    @property
    def output(self) -> Path:
        """The folder for what is made: `rapport/`, made when it is not there."""
        folder = self.folder / OUTPUT
        make_folder(folder)
        return folder

    @property
    def place(self) -> str:
        """What a person would call the database: its file, or its address (which holds no password)."""
        return self.settings.database or str(self.folder / DATABASE)

    def store(self, *, by: str, what: str | None = None, undoes: str | None = None, step: str | None = None) -> Store:
        """A store for one block of changes by this person: one step in the journal, under the name `what`.

        `step` is the id that the step was given by whoever asked for it, so that asking twice can be seen.
        """
        self.prepare()
        return Store(self._engine, doing=Doing(by, step or new_id(), what, undoes), place=self.place)

    def reading(self) -> Store:
        """A store for reading only; readers do not wait for each other."""
        self.prepare()
        return Store(self._engine, doing=Doing("", new_id()), place=self.place, reading=True)

    def vault(self, *, ask: Ask | None = None) -> Vault:
        """The vault of this study, outside its folder; `ask` asks the person at the screen for a key."""
        return open_vault(self.settings.id, apart_from=self.folder, ask=ask)

    @property
    def has_vault(self) -> bool:
        """Whether this study has a vault already; looking needs no key."""
        return (vault_folder() / self.settings.id / LOCK).is_file()

    def prepare(self, *, may_migrate: bool | None = None) -> None:
        """See to it that the tables are there and of this version (SQLite by itself, a server only when told)."""
        if "tables" in self._ready:
            return
        file = None if self.settings.database else self.folder / DATABASE
        try:
            bring_up_to_date(
                self._engine, backup_of=file, may_migrate=bool(file) if may_migrate is None else may_migrate
            )
        except DBAPIError as problem:
            raise sentence_for(problem, self.place) from problem
        self._ready.add("tables")

    def backups(self) -> tuple[Path, ...]:
        """The copies of the database that were made before it was migrated."""
        return backups_of(self.folder / DATABASE)

    def clear(self) -> tuple[str, ...]:
        """Wipe what the database and its copies still hold of what was removed; returns the copies that went."""
        self.prepare()
        clear_database(self._engine, self.place)
        return remove_backups(self.folder / DATABASE)

    @cached_property
    def _engine(self) -> Engine:
        if self.settings.database:
            return open_postgresql(self.settings.database)
        return open_sqlite(self.folder / DATABASE)


def find_study(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a `study.toml`; raises `NoStudyHere`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise NoStudyHere(folder=start)


def open_study(folder: str | Path) -> Study:
    """The study in this folder; raises `NoStudyHere` when it holds no `study.toml`."""
    folder = Path(folder)
    if not (folder / SETTINGS).is_file():
        raise NoStudyHere(folder=folder)
    return Study(folder.resolve(), read_settings(folder / SETTINGS))


def new_study(folder: str | Path, settings: str) -> Study:
    """A new study in this folder, from the text of a `study.toml` in which {id} stands for its identity.

    Raises `StudyExists` when the folder holds one already; nothing is overwritten.
    """
    folder = Path(folder)
    if (folder / SETTINGS).exists():
        raise StudyExists(folder=folder)
    make_folder(folder)
    write_whole(folder / SETTINGS, settings.replace("{id}", str(uuid.uuid4())).encode())
    return open_study(folder)
