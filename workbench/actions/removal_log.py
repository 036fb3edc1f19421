"""The removal log in the vault: of everybody who left, what only they said as keyed digests, and what has to go again.

A digest says nothing to whoever lacks the key, and with it only whether a text holds the same words.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from corpus.sayings import Sayings
from study.errors import NotInVault
from study.vault import Vault
from workbench.errors import NobodyLeft

UNDER = "vertrokken/"
"""Where the removals lie in the vault."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One removal as the vault keeps it: the code, the sealed sayings, and the digests of the originals that go."""

    code: str
    sayings: Sayings
    originals: tuple[str, ...] = ()


def keep_removal(vault: Vault, kept: Kept) -> None:
    """Put a removal in the vault, together with what an earlier one of the same code held."""
    with suppress(NobodyLeft):
        kept = _both(removal_of(vault, kept.code), kept)
    vault.put(_name(vault, kept.code), json.dumps(_plain(kept)).encode())


def removals_in(vault: Vault) -> tuple[Kept, ...]:
    """All removals, by code."""
    found = (_kept(json.loads(vault.get(each)), vault) for each in vault.names(UNDER))
    return tuple(sorted(found, key=lambda each: each.code))


def removal_of(vault: Vault, code: str) -> Kept:
    """The removal of this code; raises `NobodyLeft`."""
    try:
        return _kept(json.loads(vault.get(_name(vault, code))), vault)
    except NotInVault as problem:
        raise NobodyLeft(code=code) from problem


def _name(vault: Vault, code: str) -> str:
    return f"{UNDER}{vault.seal(code)}"


def _both(first: Kept, second: Kept) -> Kept:
    one, other = first.sayings, second.sayings
    return Kept(
        second.code,
        Sayings(
            one.runs | other.runs,
            _together(one.run_lengths, other.run_lengths),
            one.names | other.names,
            _together(one.name_lengths, other.name_lengths),
            other.seal,
        ),
        tuple(dict.fromkeys((*first.originals, *second.originals))),
    )


def _together(one: Collection[int], other: Collection[int]) -> tuple[int, ...]:
    return tuple(sorted({*one, *other}))


def _plain(kept: Kept) -> dict[str, object]:
    said = kept.sayings
    return {
        "code": kept.code,
        "runs": sorted(said.runs),
        "run_lengths": said.run_lengths,
        "names": sorted(said.names),
        "name_lengths": said.name_lengths,
        "originals": kept.originals,
    }


def _kept(row: dict[str, list[str]], vault: Vault) -> Kept:
    sayings = Sayings(
        frozenset(row["runs"]),
        tuple(map(int, row["run_lengths"])),
        frozenset(row["names"]),
        tuple(map(int, row["name_lengths"])),
        vault.seal,
    )
    return Kept(str(row["code"]), sayings, tuple(row["originals"]))
