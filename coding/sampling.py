"""Sampling: which units a second coder codes, drawn by the platform and not by a person."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from coding.codings import Coding
from coding.disagreements import turns_of
from corpus.segments import Segment

LEAST_SHARE = 0.10
PER_CODE = 50
"""What is advised at least: a tenth of the units, or fifty with each code (synthesis.md 6.2)."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The units that were drawn, in the order of the text; `short` says of which codes (keys) there were fewer units
    than asked, and how many."""

    units: tuple[Segment, ...]
    short: Mapping[str, int] = field(default_factory=dict)


def draw_sample(
    segments: Iterable[Segment],
    codings: Iterable[Coding] = (),
    *,
    seed: int,
    share: float | None = None,
    per_code: int | None = None,
    codes: Collection[str] | None = None,
) -> Sample:
    """A random sample of the units: a share of them, or per code so many with it and as many without it.

    With `share` every document gives its part, so that all are seen (at least one unit each). With `per_code` the
    codings say where a code was put before; where a code is in fewer units all of them are taken and `short` says so.
    The draw depends on the seed and on the places in the texts, not on ids or on the order in which units are given.

    >>> units = [Segment(str(each), "d", each, "turn", each * 10, each * 10 + 9) for each in range(40)]
    >>> len(draw_sample(units, share=0.1, seed=7).units)
    4
    """
    units = sorted((each for each in segments if each.start < each.end), key=_place)
    chance = random.Random(seed)  # noqa: S311 - a draw that can be done again, not a secret
    if per_code is None:
        return Sample(tuple(_share(units, share if share is not None else LEAST_SHARE, chance)))
    return _per_code(units, list(codings), per_code, codes, chance)


def _place(unit: Segment) -> tuple[str, int, int]:
    return unit.document_id, unit.start, unit.end


def _share(units: Sequence[Segment], share: float, chance: random.Random) -> list[Segment]:
    by_document: dict[str, list[Segment]] = {}
    for each in units:
        by_document.setdefault(each.document_id, []).append(each)
    drawn: list[Segment] = []
    for mine in by_document.values():
        drawn += chance.sample(mine, min(len(mine), max(1, ceil(share * len(mine) - 1e-9))))
    return sorted(drawn, key=_place)


def _per_code(
    units: Sequence[Segment],
    codings: Sequence[Coding],
    number: int,
    codes: Collection[str] | None,
    chance: random.Random,
) -> Sample:
    where = _units_by_code(units, codings)
    wanted = sorted(where if codes is None else codes)
    drawn: set[int] = set()
    short: dict[str, int] = {}
    for code in wanted:
        with_it = where.get(code, set())
        for pool in (with_it, set(range(len(units))) - with_it):
            drawn |= _fill_up(drawn & pool, pool - drawn, number, chance)
        if len(with_it) < number:
            short[code] = len(with_it)
    return Sample(tuple(units[each] for each in sorted(drawn)), short)


def _fill_up(there: set[int], left: set[int], number: int, chance: random.Random) -> set[int]:
    """So many units that the sample has the number asked of this sort, with those that are in it already."""
    missing = max(0, number - len(there))
    return set(chance.sample(sorted(left), min(missing, len(left))))


def _units_by_code(units: Sequence[Segment], codings: Iterable[Coding]) -> dict[str, set[int]]:
    first: dict[str, int] = {}
    for number, each in enumerate(units):
        first.setdefault(each.document_id, number)
    turns, found = turns_of(units), dict[str, set[int]]()
    for coding in codings:
        here = turns.get(coding.document_id)
        if coding.code is not None and here is not None:
            touched = (here.segments[place].ordinal for place in here.touched(coding.start, coding.end))
            found.setdefault(coding.code, set()).update(first[coding.document_id] + each for each in touched)
    return found
