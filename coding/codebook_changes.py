"""Changes of the codebook: codes moved, merged, retired, and what carries a code given another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from coding.codebook import Code, known_code
from coding.codings import Coding
from coding.errors import CodeCycle, IntoItself


def move_code(codes: Sequence[Code], key: str, *, parent: str | None, group: str | None = None) -> tuple[Code, ...]:
    """The codes, one of them with all that hangs under it below another code, or at the top (None).

    With `group` the whole branch goes to that group. Raises `UnknownCode`, and `CodeCycle` when the new parent hangs
    under the code itself.
    """
    known = {each.key: each for each in codes}
    known_code(key, known)
    if parent is not None:
        known_code(parent, known)
    below = _below(codes, key)
    if parent in below:
        raise CodeCycle(path=f"{key} → {parent} → {key}")
    to = group or (known[parent].group if parent else known[key].group)
    moved = {key: replace(known[key], parent=parent, group=to)}
    moved |= {each: replace(known[each], group=to) for each in below if each != key}
    return tuple(moved.get(each.key, each) for each in codes)


def merge_codes(codes: Sequence[Code], keys: Collection[str], *, into: str) -> tuple[Code, ...]:
    """The codes without these; what hung under them hangs under the one they went into.

    Raises `UnknownCode`, and `IntoItself` when a code would go into itself.
    """
    known = {each.key: each for each in codes}
    for each in (*keys, into):
        known_code(each, known)
    if into in keys:
        raise IntoItself(name=known[into].name)
    return tuple(replace(code, parent=_new_parent(code, known, keys, into)) for code in codes if code.key not in keys)


def _new_parent(code: Code, known: Mapping[str, Code], keys: Collection[str], into: str) -> str | None:
    """Under what a code hangs when these went into that one; the one itself climbs past those that went."""
    parent = code.parent
    while parent is not None and parent in keys:
        parent = known[parent].parent if code.key == into else into
    return parent


def recode(codings: Iterable[Coding], changes: Mapping[str, str]) -> tuple[tuple[Coding, Coding | None], ...]:
    """Each coding that has one of these codes or actors (keys), with what it becomes.

    A coding that would say the same of the same words as another of its coder becomes None: it goes.
    """
    every = tuple(codings)
    said = {_says(each) for each in every if each.code not in changes and each.actor not in changes}
    pairs: list[tuple[Coding, Coding | None]] = []
    for each in every:
        if each.code in changes or each.actor in changes:
            code, actor = changes.get(each.code or "", each.code), changes.get(each.actor or "", each.actor)
            after = replace(each, code=code, actor=actor)
            pairs.append((each, None if _says(after) in said else after))
            said.add(_says(after))
    return tuple(pairs)


def _says(coding: Coding) -> tuple[object, ...]:
    place = coding.document_id, coding.start, coding.end, coding.coder, coding.round_id
    return *place, coding.code, coding.phase, coding.actor, coding.valence, coding.kind, coding.intensity


def _below(codes: Iterable[Code], key: str) -> frozenset[str]:
    """The keys of a code and of everything under it."""
    children: dict[str | None, list[str]] = {}
    for each in codes:
        children.setdefault(each.parent, []).append(each.key)
    found: set[str] = set()
    waiting = [key]
    while waiting:
        now = waiting.pop()
        if now not in found:
            found.add(now)
            waiting += children.get(now, [])
    return frozenset(found)
