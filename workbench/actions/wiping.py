"""Wiping: what lies outside the database and holds the words of somebody who left: outputs, originals, old copies."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import Document
from corpus.sayings import Sayings
from study.errors import ReadOnly
from study.folder import DATABASE, OUTPUT, SETTINGS, Study
from study.keys import Ask
from study.vault import Vault
from workbench.actions.known_names import forget_known_names
from workbench.actions.name_key import DECISIONS, forget_in_key
from workbench.actions.removal_log import Kept
from workbench.actions.rewriting import clear_traces
from workbench.raw_texts import texts_in, texts_in_file

ORIGINALS = "originals/"
"""Where the files as they came lie in the vault, each under its digest."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What goes outside the database: files of the study folder that quote, originals in the vault, old copies.

    In the place of an original that holds others too (`shared`) comes the pseudonymised text of what stays.
    """

    outputs: tuple[str, ...] = ()
    originals: int = 0
    shared: int = 0
    backups: tuple[str, ...] = ()


def foresee_outside(study: Study, vault: Vault | None, kept: Kept, *, sent: Collection[str] = ()) -> Outside:
    """What would go; nothing is touched. `sent` names the outputs of which it is known that they quote."""
    outputs = tuple(_shown(each, study) for each in quoting_files(study, kept.sayings, sent=sent))
    texts = _new_originals(study, vault, kept) if vault else {}
    return _outside(outputs, texts, tuple(each.name for each in study.backups()))


def wipe_outside(
    study: Study, vault: Vault, kept: Kept, *, sent: Collection[str] = (), ask: Ask | None = None
) -> Outside:
    """Take it all away, the traces in the database file last; doing it twice does no harm.

    Raises `Busy` when somebody else has the database open: then give the command again.
    """
    texts = _new_originals(study, vault, kept)
    for name, text in texts.items():
        if text is None:
            vault.remove(name)
        else:
            vault.put(name, text.encode())
    forget_known_names(study, kept.code, ask=ask)
    forget_in_key(vault, kept.code)
    _forget_decisions(study, vault)
    outputs = quoting_files(study, kept.sayings, sent=sent)
    for each in outputs:
        _take_away(each)
    return _outside(tuple(_shown(each, study) for each in outputs), texts, clear_traces(study))


def quoting_files(study: Study, sayings: Sayings, *, sent: Collection[str] = ()) -> tuple[Path, ...]:
    """The files in the study folder, the database apart, that hold a quotation or a name."""
    known = {study.folder / OUTPUT / name for name in sent}
    return tuple(each for each in other_files(study) if each in known or any(map(sayings.are_in, texts_in_file(each))))


def other_files(study: Study) -> tuple[Path, ...]:
    """Everything in the study folder except the settings and the database with its copies."""
    database = Path(DATABASE).stem
    files = (each for each in study.folder.rglob("*") if each.is_file())
    return tuple(sorted(each for each in files if each.name != SETTINGS and not each.name.startswith(f"{database}.")))


def _forget_decisions(study: Study, vault: Vault) -> None:
    """Take out what was decided about names in documents that are no longer there."""
    with study.reading() as store:
        there = {each.id for each in store.records(Document)[0]}
    for name in vault.names(DECISIONS):
        if name.removeprefix(DECISIONS) not in there:
            vault.remove(name)


def _new_originals(study: Study, vault: Vault, kept: Kept) -> dict[str, str | None]:
    """The originals that hold the words, each with the text that comes in its place; None for those that go."""
    with study.reading() as store:
        texts = {each.digest: each.text for each in store.records(Document)[0]}
    found: dict[str, str | None] = {}
    for name in vault.names(ORIGINALS):
        digest = name.removeprefix(ORIGINALS)
        if digest in kept.originals:
            found[name] = None
        elif any(map(kept.sayings.are_in, texts_in(vault.get(name)))):
            found[name] = texts.get(digest)
    return found


def _outside(outputs: tuple[str, ...], originals: Mapping[str, str | None], backups: tuple[str, ...]) -> Outside:
    shared = sum(text is not None for text in originals.values())
    return Outside(outputs, len(originals) - shared, shared, backups)


def _shown(file: Path, study: Study) -> str:
    return file.relative_to(study.folder).as_posix()


def _take_away(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as problem:
        raise ReadOnly(place=file) from problem
