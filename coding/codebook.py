"""The codebook: code groups and their codes, with definitions and a tree."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from coding.errors import (
    BadColour,
    CodeCycle,
    DoubledKey,
    DoubledName,
    IncompleteCode,
    MissingParent,
    ParentElsewhere,
    UnknownCode,
    UnknownGroup,
)
from study.messages import translate as _

PATH_MARK = " / "
# Groups that say where, about whom and how something is said; their codes are facets and make no passage.
FRAMING_GROUPS = frozenset({"fase", "phase", "actor", "waardering", "valence", "soort", "kind", "perspectief"})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class CodeField:
    """What a coding with a code of this group may say besides (reden: side); without `choices`, a few free words."""

    key: str
    label: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """A group of codes; only codes of substantive groups (knelpunt, actie, signaal, reden …) make passages."""

    id: str
    key: str
    label: str
    ordinal: int
    substantive: bool = True
    fields: tuple[CodeField, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One code; `group` is the key of its group, `parent` the key of the code above it. Keys are unique in a study.

    `shortcut` is the key on the keyboard that puts it. A retired code is offered no more; its codings stay.
    """

    id: str
    key: str
    group: str
    name: str
    ordinal: int
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    parent: str | None = None
    colour: str | None = None
    shortcut: str | None = None
    retired: bool = False


def check_codebook(groups: Sequence[CodeGroup], codes: Sequence[Code]) -> None:
    """Nothing, when the codebook is sound; else raises the first thing to mend.

    That is one of `IncompleteCode`, `DoubledKey`, `UnknownGroup`, `MissingParent`, `ParentElsewhere`, `CodeCycle`,
    `DoubledName` and `BadColour`.
    """
    _check_keys([(group.key, group.label) for group in groups])
    _check_keys([(code.key, code.name) for code in codes])
    known = {code.key: code for code in codes}
    group_keys = {group.key for group in groups}
    for code in codes:
        _check_code(code, known, group_keys)
    _check_circles(known)
    _check_names(codes)


def code_paths(codes: Iterable[Code]) -> dict[str, str]:
    """The full name of each code by key, from the top of its tree.

    >>> top = Code("1", "begeleiding", "knelpunt", "Begeleiding", 1)
    >>> below = Code("2", "valt_weg", "knelpunt", "Begeleiding valt weg", 2, parent="begeleiding")
    >>> code_paths([top, below])["valt_weg"]
    'Begeleiding / Begeleiding valt weg'
    """
    known = {code.key: code for code in codes}
    paths: dict[str, str] = {}
    for code in known.values():
        for each in reversed(_climb(code, known)):
            above = paths.get(each.parent or "")
            paths[each.key] = f"{above}{PATH_MARK}{each.name}" if above else each.name
    return paths


def in_tree_order(groups: Iterable[CodeGroup], codes: Iterable[Code]) -> tuple[Code, ...]:
    """The codes by group, each parent before its children, brothers and sisters by ordinal and name."""
    rank = {group.key: (group.ordinal, group.key) for group in groups}
    known = {code.key: code for code in codes}
    places = {code.key: (code.ordinal, code.name, code.key) for code in known.values()}
    return tuple(
        sorted(
            known.values(),
            key=lambda code: (
                rank.get(code.group, (len(rank), code.group)),
                [places[each.key] for each in reversed(_climb(code, known))],
            ),
        )
    )


def branch(codes: Iterable[Code], key: str) -> frozenset[str]:
    """The keys of a code and of everything under it; raises `UnknownCode`."""
    known = {code.key: code for code in codes}
    known_code(key, known)
    return frozenset(code.key for code in known.values() if any(each.key == key for each in _climb(code, known)))


def known_code(key: str, codes: Collection[str]) -> str:
    """The key itself; raises `UnknownCode` with the nearest keys when it is not one of the codes."""
    if key in codes:
        return key
    near = get_close_matches(key, sorted(codes), n=3, cutoff=0.5)
    raise UnknownCode(key=key, near=", ".join(near) or "–")


def make_key(name: str, *, taken: Collection[str] = ()) -> str:
    """A key for a new code, made of its name; it stays when the code is renamed.

    >>> make_key("Coördinatie: wie belt wie?", taken={"coordinatie_wie_belt_wie"})
    'coordinatie_wie_belt_wie_2'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_") or "code"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key


def rename_code(codes: Iterable[Code], key: str, *, name: str) -> tuple[Code, ...]:
    """The codes, one with another name; its key stays, so that no coding is touched.

    Raises `UnknownCode`, `IncompleteCode` for an empty name and `DoubledName`.
    """
    renamed = tuple(replace(code, name=name.strip()) if code.key == key else code for code in codes)
    known_code(key, {code.key for code in renamed})
    for code in renamed:
        _check_filled(code)
    _check_names(renamed)
    return renamed


def _climb(code: Code, known: dict[str, Code]) -> list[Code]:
    """The code and those above it; stops where a circle closes."""
    way = {code.key: code}
    while code.parent in known and code.parent not in way:
        code = known[code.parent]
        way[code.key] = code
    return list(way.values())


def _check_keys(named: Sequence[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for key, name in named:
        if key in seen:
            raise DoubledKey(key=key, first=seen[key], second=name)
        seen[key] = name


def _check_code(code: Code, known: dict[str, Code], groups: Collection[str]) -> None:
    _check_filled(code)
    if code.group not in groups:
        raise UnknownGroup(key=code.key, group=code.group, known=", ".join(sorted(groups)) or "–")
    if code.colour and not _COLOUR.fullmatch(code.colour):
        raise BadColour(key=code.key, colour=code.colour)
    if code.parent is None:
        return
    if code.parent not in known:
        raise MissingParent(key=code.key, parent=code.parent)
    if known[code.parent].group != code.group:
        raise ParentElsewhere(key=code.key, group=code.group, parent=code.parent, other=known[code.parent].group)


def _check_filled(code: Code) -> None:
    for field in ("key", "group", "name"):
        if not getattr(code, field).strip():
            raise IncompleteCode(place=_("Code “{key}”", key=code.key or code.name), field=field)


def _check_circles(known: dict[str, Code]) -> None:
    for code in known.values():
        way = [each.key for each in _climb(code, known)]
        back = known[way[-1]].parent
        if back in way:
            raise CodeCycle(path=" → ".join([*way[way.index(back) :], back]))


def _check_names(codes: Sequence[Code]) -> None:
    beside: dict[tuple[str, str | None, str], list[str]] = defaultdict(list)
    for code in codes:
        beside[code.group, code.parent, code.name.casefold()].append(code.key)
    for (*_place, _name), keys in beside.items():
        if len(keys) > 1:
            name = next(code.name for code in codes if code.key == keys[0])
            raise DoubledName(name=name, first=keys[0], second=keys[1])
