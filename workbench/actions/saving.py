"""Saving what may be there already: new records are added, changed ones replaced, equal ones left alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from study.store import Store


def put(store: Store, *records: Any) -> int:
    """Bring these records into the store by their id; returns how many were new or changed.

    The same file imported twice changes nothing and writes nothing in the journal; of a doubled id the last counts.
    """
    unique = {(type(each), each.id): each for each in records}.values()
    kinds = {type(each) for each in unique}
    there = {kind: {each.id: each for each in store.records(kind)[0]} for kind in kinds}
    new = [each for each in unique if each.id not in there[type(each)]]
    changed = [each for each in unique if each.id in there[type(each)] and there[type(each)][each.id] != each]
    store.add(*new)
    store.replace(*changed)
    return len(new) + len(changed)


def renew(store: Store, old: Iterable[Any], *records: Any) -> int:
    """Bring these records into the store in the place of the old ones; returns how many went, came or changed."""
    stay = {(type(each), each.id) for each in records}
    gone = [each for each in old if (type(each), each.id) not in stay]
    store.remove(*gone)
    return len(gone) + put(store, *records)
