"""Disagreements: the units on which coders did not put the same codes, to be looked at side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from coding.codings import Coding
from coding.turns import Turns
from corpus.segments import Segment, Unit


class Spanned(Protocol):
    """Anything that is a span of a document: a turn, or a unit of a round."""

    @property
    def document_id(self) -> str:
        """The document."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One unit and one code (key) that some of the coders put there and others did not; `by` says who did."""

    document_id: str
    start: int
    end: int
    code: str
    by: Mapping[str, bool] = field(default_factory=dict)


S = TypeVar("S", bound=Spanned)


def turns_of(units: Iterable[Spanned]) -> dict[str, Turns]:
    """The units of each document (id), to be asked by span; `ordinal` is the place of a unit among those of its
    document, in the order in which they are given."""
    found: dict[str, list[Segment]] = defaultdict(list)
    for each in units:
        mine = found[each.document_id]
        mine.append(Segment(str(len(mine)), each.document_id, len(mine), Unit.TURN, each.start, each.end))
    return {key: Turns(some) for key, some in found.items()}


def codes_on_units(
    units: Iterable[S], codings: Iterable[Coding], *, coders: Sequence[str]
) -> list[tuple[S, dict[str, frozenset[str]]]]:
    """Of every unit which codes (keys) each coder put on at least one of its characters, in the order of the text."""
    ordered = sorted(units, key=lambda each: (each.document_id, each.start, each.end))
    first: dict[str, int] = {}
    for number, each in enumerate(ordered):
        first.setdefault(each.document_id, number)
    turns = turns_of(ordered)
    put: list[dict[str, set[str]]] = [{coder: set() for coder in coders} for _ in ordered]
    for coding in codings:
        here = turns.get(coding.document_id)
        if here is not None and coding.code is not None and coding.coder in coders:
            for place in here.touched(coding.start, coding.end):
                put[first[coding.document_id] + here.segments[place].ordinal][coding.coder].add(coding.code)
    sets = ({coder: frozenset(some) for coder, some in mine.items()} for mine in put)
    return list(zip(ordered, sets, strict=True))


def find_disagreements(
    units: Iterable[Spanned],
    codings: Iterable[Coding],
    *,
    coders: Sequence[str],
    codes: Collection[str] | None = None,
) -> tuple[Disagreement, ...]:
    """Every unit and code on which the coders differ, in the order of the text, then of the codes.

    >>> unit = Segment("s", "d", 0, Unit.TURN, 0, 9)
    >>> found = find_disagreements([unit], [Coding("c", "d", 0, 4, "marit", code="nazorg")], coders=["marit", "joost"])
    >>> [(each.code, dict(each.by)) for each in found]
    [('nazorg', {'marit': True, 'joost': False})]
    """
    return tuple(
        Disagreement(unit.document_id, unit.start, unit.end, code, {coder: code in put[coder] for coder in coders})
        for unit, put in codes_on_units(units, codings, coders=coders)
        for code in sorted(frozenset().union(*put.values()))
        if (codes is None or code in codes) and not all(code in some for some in put.values())
    )
