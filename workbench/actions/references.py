"""References in files that people write: to passages, codes, findings and assumptions that must be in the study."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from coding.codings import Coding
from study.messages import translate as _
from study.store import Store
from workbench.errors import PassageNotFound
from workbench.toml_files import Entry


def passages_in(store: Store, refs: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a file may call a passage, with the id of its coding: a name of `refs`, or the id itself."""
    codings: tuple[Coding, ...] = store.records(Coding)[0]
    return dict(refs or {}) | {each.id: each.id for each in codings}


def read_passages(row: Entry, name: str, refs: Mapping[str, str], *, what: str) -> tuple[str, ...]:
    """The ids of the codings that the entry names; raises `PassageNotFound`, which says that `what` refers to it."""
    names = row.texts(name)
    for each in names:
        if each not in refs:
            raise PassageNotFound(name=each, what=what)
    return tuple(refs[each] for each in names)


def read_keys(row: Entry, name: str, known: Container[str]) -> tuple[str, ...]:
    """The keys that the entry names, each of which must be known."""
    keys = row.texts(name)
    check_keys(row, name, keys, known)
    return keys


def read_key(row: Entry, name: str, known: Container[str]) -> str | None:
    """The key that the entry names, which must be known; None without one."""
    key = row.text_or_none(name)
    check_keys(row, name, () if key is None else (key,), known)
    return key


def check_keys(row: Entry, name: str, keys: Iterable[str], known: Container[str]) -> None:
    """Nothing, when all keys are known; else the complaint about the first that is not."""
    for key in keys:
        if key not in known:
            raise row.refuse(_("“{name}” refers to “{key}”, which does not exist", name=name, key=key))
