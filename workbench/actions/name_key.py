"""The key of the pseudonyms and what was decided about names; in the vault of the study and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from corpus.names.index import words_of
from corpus.names.proposals import KeyEntry, Style
from corpus.replacements import NameKind
from study.errors import NotInVault
from study.records import to_plain
from study.vault import Vault

KEY = "namen/sleutel"
DECISIONS = "namen/besluiten/"


@dataclass(frozen=True, slots=True)
class NameKey:
    """Every name that was replaced or is to be, with its pseudonym; and what new pseudonyms look like."""

    entries: tuple[KeyEntry, ...] = ()
    style: Style = Style.LETTERS

    def plus(self, entries: Iterable[KeyEntry]) -> NameKey:
        """The key with these lines too; of two for the same words the newer counts."""
        kept = {words_of(each.form) or (each.form,): each for each in (*self.entries, *entries)}
        return NameKey(tuple(kept.values()), self.style)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a name in one document; `but_not` are the places (starts) where it stays."""

    form: str
    kind: NameKind
    pseudonym: str
    accepted: bool
    but_not: frozenset[int] = field(default_factory=frozenset)
    by_hand: bool = False


def read_key(vault: Vault) -> NameKey:
    """The key; an empty one when nothing was replaced yet."""
    kept = _read(vault, KEY, {"style": Style.LETTERS, "entries": []})
    entries = (KeyEntry(each["form"], NameKind(each["kind"]), each["pseudonym"]) for each in kept["entries"])
    return NameKey(tuple(entries), Style(kept["style"]))


def keep_key(vault: Vault, key: NameKey) -> None:
    """Put the key in the vault."""
    _keep(vault, KEY, key)


def read_decisions(vault: Vault, document_id: str) -> tuple[Decision, ...]:
    """What was decided about the names in a document."""
    kept = _read(vault, f"{DECISIONS}{document_id}", [])
    return tuple(
        Decision(
            row["form"],
            NameKind(row["kind"]),
            row["pseudonym"],
            row["accepted"],
            frozenset(row["but_not"]),
            row["by_hand"],
        )
        for row in kept
    )


def keep_decisions(vault: Vault, document_id: str, decisions: Iterable[Decision]) -> None:
    """Put what was decided in the vault, in the place of what was there."""
    _keep(vault, f"{DECISIONS}{document_id}", tuple(decisions))


def all_decisions(vault: Vault) -> dict[str, tuple[Decision, ...]]:
    """What was decided, by document (id)."""
    ids = (each.removeprefix(DECISIONS) for each in vault.names(DECISIONS))
    return {each: read_decisions(vault, each) for each in ids}


def forget_in_key(vault: Vault, code: str) -> None:
    """Take out every line of the key and every decision that leads to this participant."""
    key = read_key(vault)
    entries = tuple(each for each in key.entries if each.pseudonym != code)
    if entries != key.entries:
        keep_key(vault, NameKey(entries, key.style))
    for document_id, decisions in all_decisions(vault).items():
        stay = tuple(each for each in decisions if each.pseudonym != code)
        if stay != decisions:
            keep_decisions(vault, document_id, stay)


def _read(vault: Vault, name: str, otherwise: Any) -> Any:
    try:
        return json.loads(vault.get(name))
    except NotInVault:
        return otherwise


def _keep(vault: Vault, name: str, value: Any) -> None:
    vault.put(name, json.dumps(to_plain(value), ensure_ascii=False).encode())
