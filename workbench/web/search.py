"""Search: the turns of a document that contain some words, with the words around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.segments import Segment

AROUND = 60
"""Characters shown on each side of what was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: the turn (its ordinal), the words found and what stands around them."""

    ordinal: int
    before: str
    words: str
    after: str


def find_hits(text: str, segments: Iterable[Segment], wanted: str) -> tuple[Hit, ...]:
    """The first place in every turn that contains these words, whatever their case.

    >>> from corpus.segments import Unit
    >>> turns = [Segment("s", "d", 0, Unit.TURN, 0, 18)]
    >>> find_hits("Niemand belde mij.", turns, "BELDE")
    (Hit(ordinal=0, before='Niemand ', words='belde', after=' mij.'),)
    """
    found = ((each, _place(text[each.start : each.end], wanted)) for each in segments)
    return tuple(
        _hit(text[each.start : each.end], each.ordinal, place, len(wanted)) for each, place in found if place >= 0
    )


def _place(text: str, wanted: str) -> int:
    # Lower case keeps the length of nearly every text; where it does not, the place may be a letter off, and the
    # words shown are still words of the turn.
    return text.lower().find(wanted.lower())


def _hit(text: str, ordinal: int, place: int, length: int) -> Hit:
    before, after = text[max(0, place - AROUND) : place], text[place + length : place + length + AROUND]
    return Hit(
        ordinal,
        ("… " if place > AROUND else "") + before,
        text[place : place + length],
        after + (" …" if place + length + AROUND < len(text) else ""),
    )
