"""Hits: what was found, counted for each document and put in order; and a hit with the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

AROUND = 60
"""Characters shown on each side of what was found."""
CUT = "…"
_ON_ONE_LINE = str.maketrans("\n\t\r", "   ")


@dataclass(frozen=True, slots=True)
class Searched:
    """A document in the index: its turns have the numbers from `first` on."""

    id: str
    title: str
    kind: str
    instrument_id: str | None
    first: int
    size: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A document with the ordinals of the turns that were found in it."""

    document: Searched
    ordinals: Sequence[int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that was found, or stands around it."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The first words that were found with what stands before and after them; the places are code points of the
    document."""

    start: int
    end: int
    before: str
    found: str
    after: tuple[Piece, ...]

    @property
    def line(self) -> str:
        """All of it on one line."""
        return " ".join((self.before + self.found + "".join(each.text for each in self.after)).split())


def count_hits(numbers: Sequence[int], documents: Sequence[Searched]) -> tuple[Counted, ...]:
    """For each document with hits, in the order of the documents, which of its turns these (sorted) numbers are.

    >>> some = [Searched("b", "B", "transcript", None, 5, 4), Searched("a", "A", "transcript", None, 1, 4)]
    >>> [(each.document.id, each.ordinals) for each in count_hits([2, 5, 8], some)]
    [('b', [0, 3]), ('a', [1])]
    """
    found = []
    for each in documents:
        some = numbers[bisect_left(numbers, each.first) : bisect_left(numbers, each.first + each.size)]
        if some:
            found.append(Counted(each, [number - each.first for number in some]))
    return tuple(found)


def page_of(counted: Sequence[Counted], *, first: int, size: int) -> tuple[Counted, ...]:
    """The hits from the first (from 0) on, so many at most, with their documents."""
    found = []
    for each in counted:
        some = each.ordinals[max(first, 0) : max(first + size, 0)]
        first -= len(each.ordinals)
        if some:
            found.append(Counted(each.document, some))
    return tuple(found)


def show_context(text: str, marks: Sequence[tuple[int, int]], *, at: int = 0) -> Context:
    """The words around the first mark of a turn that begins at this place of its document.

    >>> show_context("Niemand belde terug.", [(8, 13)], at=100)
    Context(start=108, end=113, before='Niemand ', found='belde', after=(Piece(text=' terug.', is_found=False),))
    """
    start, end = marks[0] if marks else (0, 0)
    text = text.translate(_ON_ONE_LINE)
    first, last = _word_before(text, start - AROUND), _word_after(text, end + AROUND)
    before = (CUT + " " if first else "") + text[first:start]
    after = (*_pieces(text, end, last, marks[1:]), *([Piece(" " + CUT)] if last < len(text) else []))
    return Context(at + start, at + end, before, text[start:end], after)


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The text from start to end, cut where something that was found begins or ends."""
    for first, last in marks:
        if first >= end:
            break
        yield Piece(text[start:first])
        yield Piece(text[first : min(last, end)], is_found=True)
        start = min(last, end)
    if start < end:
        yield Piece(text[start:end])


def _word_before(text: str, place: int) -> int:
    """The beginning of a word at or after this place, or the beginning of the text."""
    if place <= 0:
        return 0
    space = text.find(" ", place, place + AROUND // 2)
    return space + 1 if space >= 0 else place


def _word_after(text: str, place: int) -> int:
    """The end of a word at or before this place, or the end of the text."""
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - AROUND // 2, place)
    return space if space >= 0 else place
