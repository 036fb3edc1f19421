"""The settings of a study, read from `study.toml` and checked where they are made."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from study.errors import BadSettings, PasswordInSettings, UnknownPerspective, UnknownPhase
from study.messages import translate as _

ACROSS_PHASES = "x"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Perspective:
    """Whose eyes we look through; `label` names the group, `singular` one of them."""

    key: str
    label: str
    singular: str = ""
    colour: str = "#1f4e79"


@dataclass(frozen=True, slots=True)
class Phase:
    """Where in the process something plays; `labels` may word it differently per perspective."""

    key: str
    label: str
    labels: Mapping[str, str] = field(default_factory=dict)
    set: str = "fasen"

    def label_for(self, perspective: str) -> str:
        """The label in the wording of this perspective."""
        return self.labels.get(perspective, self.label)


@dataclass(frozen=True, slots=True)
class Principle:
    """A strategic principle that improvement points are held against."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every limit the outputs depend on (synthesis.md 3.3 and 4.3); printed with each report."""

    often_spontaneous: float = 0.30
    often_prompted: float = 0.50
    min_respondents: int = 5
    min_stances: int = 5
    narrow_base: int = 8


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when each layer of the material may be kept; None is not decided.

    `recordings` are sound and video, which lie outside the study; `originals` the files as they came and `names` who
    is behind which code, both in the vault; `texts` what people said, with the codings on it.
    """

    recordings: date | None = None
    originals: date | None = None
    names: date | None = None
    texts: date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What is fixed for a whole study; `date` is the date that outputs print, `database` None means study.sqlite."""

    id: str
    title: str
    language: str = "nl"
    date: date | None = None
    paradigm: str = ""
    authors: tuple[str, ...] = ()
    organisation: str = ""
    perspectives: tuple[Perspective, ...] = ()
    phases: tuple[Phase, ...] = ()
    principles: tuple[Principle, ...] = ()
    thresholds: Thresholds = Thresholds()
    retention: Retention = Retention()
    database: str | None = None

    def perspective(self, key: str) -> Perspective:
        """The perspective with this key; raises `UnknownPerspective` with the known ones."""
        for each in self.perspectives:
            if each.key == key:
                return each
        raise UnknownPerspective(name=key, known=", ".join(each.key for each in self.perspectives) or "–")

    def phase(self, key: str) -> Phase:
        """The phase with this key ("x" is across phases); raises `UnknownPhase` with the known ones."""
        if key == ACROSS_PHASES:
            return Phase(ACROSS_PHASES, _("Across phases"))
        for each in self.phases:
            if each.key == key:
                return each
        raise UnknownPhase(name=key, known=", ".join(each.key for each in self.phases) or "–")


def read_settings(file: Path) -> Settings:
    """The settings in a `study.toml`; raises `BadSettings` with the reason in a sentence."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        return _settings(data, file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise BadSettings(file=file, reason=problem) from problem


def _settings(data: dict[str, Any], file: Path) -> Settings:
    study = _table(data, "study", file)
    for name in ("id", "title"):
        if not isinstance(study.get(name), str):
            raise BadSettings(file=file, reason=_("[study] lacks “{name}”", name=name))
    return Settings(
        **_known(
            Settings,
            {**study, "id": _identity(study["id"], file), "authors": tuple(study.get("authors", ()))},
            file,
        ),
        perspectives=_entries(Perspective, data, "perspective", file),
        phases=_entries(Phase, data, "phase", file),
        principles=_entries(Principle, data, "principle", file),
        thresholds=Thresholds(**_known(Thresholds, _table(data, "thresholds", file), file)),
        retention=Retention(**_known(Retention, _table(data, "retention", file), file)),
        database=_database(_table(data, "database", file).get("url"), file),
    )


def _identity(text: str, file: Path) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError as problem:
        raise BadSettings(file=file, reason=_("“id” is not a UUID")) from problem


def _table(data: dict[str, Any], name: str, file: Path) -> dict[str, Any]:
    table = data.get(name, {})
    if not isinstance(table, dict):
        raise BadSettings(file=file, reason=_("[{name}] is not a table", name=name))
    return table


def _entries(kind: type[T], data: dict[str, Any], name: str, file: Path) -> tuple[T, ...]:
    rows = data.get(name, [])
    if not isinstance(rows, list):
        raise BadSettings(file=file, reason=_("write [[{name}]], with two brackets", name=name))
    keys = [row.get("key") for row in rows]
    for key in keys:
        if not isinstance(key, str) or keys.count(key) > 1:
            raise BadSettings(file=file, reason=_("every [[{name}]] needs a “key” of its own", name=name))
    return tuple(kind(**_known(kind, row, file)) for row in rows)


def _known(kind: type, row: dict[str, Any], file: Path) -> dict[str, Any]:
    """The entries of a table, refused when one is not a field of ours or has another type."""
    types = {each.name: str(each.type) for each in fields(kind)}
    for name, value in row.items():
        if name not in types:
            raise BadSettings(file=file, reason=_("“{name}” is not a setting", name=name))
        wanted = {
            "str": str,
            "int": int,
            "float": (int, float),
            "date | None": date,
            "Mapping[str, str]": dict,
        }
        expected: Any = wanted.get(types[name], object)
        if not isinstance(value, expected):
            raise BadSettings(file=file, reason=_("“{name}” has a value of the wrong kind", name=name))
    return row


def _database(url: object, file: Path) -> str | None:
    if url is None:
        return None
    if not isinstance(url, str) or not url.startswith("postgresql"):
        raise BadSettings(file=file, reason=_("the database url must start with postgresql://"))
    if urlsplit(url).password:
        raise PasswordInSettings(file=file)
    return url
