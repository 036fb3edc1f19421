"""Uses of codes: every record outside the codebook that names a code, and the same records naming another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from coding.adjudication import Adjudication
from coding.aliases import CodeAlias
from coding.codings import Coding
from coding.framework import FrameworkSummary
from coding.rounds import CodingRound
from coding.suggestions import Suggestion
from corpus.guides import Question
from study.store import Store
from synthesis.findings import Finding
from synthesis.process import ProcessStep

USES: Mapping[type, tuple[str, ...]] = {
    Coding: ("code", "actor"),
    Suggestion: ("code",),
    CodeAlias: ("code",),
    CodingRound: ("codes",),
    Adjudication: ("code",),
    FrameworkSummary: ("code",),
    Question: ("codes", "default_actor"),
    Finding: ("topic", "actor"),
    ProcessStep: ("actor",),
}
"""The fields in which the key of a code stands."""


def uses_of(store: Store, key: str) -> dict[str, int]:
    """In how many records of each kind (its name) the code is named."""
    found: dict[str, int] = {}
    for kind, names in USES.items():
        if kind is Coding:
            number = store.count(Coding, code=key) + store.count(Coding, actor=key)
        else:
            number = sum(any(key in _keys(each, name) for name in names) for each in store.records(kind)[0])
        if number:
            found[kind.__name__] = number
    return found


def renamed_uses(store: Store, changes: Mapping[str, str]) -> Iterator[tuple[Any, Any]]:
    """Every record outside codings that names one of these codes, with the same one naming what it became."""
    for kind, names in USES.items():
        for each in store.records(kind)[0] if kind is not Coding else ():
            values = {name: _changed(getattr(each, name), changes) for name in names}
            after = replace(each, **values)
            if after != each:
                yield each, after


def _keys(record: Any, name: str) -> tuple[str, ...]:
    value = getattr(record, name)
    return value if isinstance(value, tuple) else (value,)


def _changed(value: Any, changes: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(changes.get(each, each) for each in value))
    return changes.get(value, value)
