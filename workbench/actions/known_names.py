"""Known names: what each participant is really called; kept in the vault of the study and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from study.errors import NotInVault
from study.folder import Study
from study.keys import Ask
from workbench.actions.name_key import forget_in_key

NAMES = "namen/deelnemers"
"""Where they lie in the vault."""


def known_names(study: Study, *, ask: Ask | None = None) -> dict[str, tuple[str, ...]]:
    """The names, nicknames, initials, addresses and numbers of each participant, by code; empty when none are known."""
    try:
        kept = json.loads(study.vault(ask=ask).get(NAMES))
    except NotInVault:
        return {}
    return {code: tuple(names) for code, names in kept.items()}


def add_known_names(study: Study, names: Mapping[str, Sequence[str]]) -> None:
    """Keep these names beside those that are known already, each once and in the order in which they came."""
    kept = known_names(study)
    for code, more in names.items():
        tidy = (" ".join(each.split()) for each in more)
        kept[code] = tuple(dict.fromkeys([*kept.get(code, ()), *filter(None, tidy)]))
    _keep(study, kept)


def forget_known_names(study: Study, code: str, *, ask: Ask | None = None) -> None:
    """Take the names of this participant out of the vault, and what leads from them to the pseudonym."""
    kept = known_names(study, ask=ask)
    if kept.pop(code, None) is not None:
        _keep(study, kept, ask)
    forget_in_key(study.vault(ask=ask), code)


def _keep(study: Study, names: Mapping[str, Sequence[str]], ask: Ask | None = None) -> None:
    study.vault(ask=ask).put(NAMES, json.dumps(names, ensure_ascii=False).encode())
