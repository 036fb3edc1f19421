"""Repeats in the example study: sentences, paragraphs and templates that stand in two places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.example.sources import Fault, Source

LONG_ENOUGH = 5
"""Words from which a sentence or paragraph should be said once only."""
TEMPLATE = 8
"""Words in a row that betray a template when they stand in two places."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or sentence as it is compared, and where it stands."""

    file: str
    line: int
    words: tuple[str, ...]

    @property
    def said(self) -> str:
        return " ".join(self.words)


def find_repeats(sources: Mapping[str, Source]) -> Iterator[Fault]:
    """A fault at every place of every repeat in these sources (by file); a longer repeat hides those in it."""
    paragraphs = [piece for file, source in sources.items() for piece in _paragraphs(file, source)]
    seen = yield from _repeated("paragraph", paragraphs, {})
    sentences = [piece for file, source in sources.items() for piece in _sentences(file, source)]
    seen = yield from _repeated("sentence", sentences, seen)
    yield from _templates(paragraphs, seen)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: no capitals, no punctuation."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def _paragraphs(file: str, source: Source) -> Iterator[_Piece]:
    for turn in source.turns:
        for paragraph in turn.text.split("\n\n"):
            yield _Piece(file, turn.line, words_of(paragraph))


def _sentences(file: str, source: Source) -> Iterator[_Piece]:
    for turn in source.turns:
        for sentence in _BETWEEN_SENTENCES.split(turn.text):
            yield _Piece(file, turn.line, words_of(sentence))


_Seen = dict[tuple[str, int], list[str]]


def _repeated(what: str, pieces: Iterable[_Piece], seen: _Seen) -> Generator[Fault, None, _Seen]:
    """The faults, and what was found so far at each place (as the value of this generator)."""
    places: dict[tuple[str, ...], list[_Piece]] = defaultdict(list)
    for piece in pieces:
        if len(piece.words) >= LONG_ENOUGH:
            places[piece.words].append(piece)
    found = {place: list(said) for place, said in seen.items()}
    for same in places.values():
        for piece in same if len(same) > 1 else ():
            if not _is_in(piece.said, seen.get((piece.file, piece.line), ())):
                yield Fault(piece.file, piece.line, f"{what} also at {_others(piece, same)}: “{piece.said}”")
            found.setdefault((piece.file, piece.line), []).append(piece.said)
    return found


def _is_in(said: str, larger: Iterable[str]) -> bool:
    return any(f" {said} " in f" {each} " for each in larger)


def _others(piece: _Piece, same: Sequence[_Piece]) -> str:
    others = [f"{each.file}:{each.line}" for each in same if each is not piece]
    return ", ".join(dict.fromkeys(others))


def _templates(paragraphs: Sequence[_Piece], seen: _Seen) -> Iterator[Fault]:
    places: dict[tuple[str, ...], list[_Piece]] = defaultdict(list)
    for piece in paragraphs:
        for start in range(len(piece.words) - TEMPLATE + 1):
            places[piece.words[start : start + TEMPLATE]].append(piece)
    for piece in paragraphs:
        for first, last in _runs(piece, places):
            said = " ".join(piece.words[first : last + TEMPLATE])
            if not _is_in(said, seen.get((piece.file, piece.line), ())):
                also = _others(piece, places[piece.words[first : first + TEMPLATE]]) or "the same place"
                yield Fault(piece.file, piece.line, f"template, also at {also}: “{said}”")


def _runs(piece: _Piece, places: Mapping[tuple[str, ...], Sequence[_Piece]]) -> Iterator[tuple[int, int]]:
    """The first and last start of the longest stretches that stand in two places."""
    first: int | None = None
    for start in range(len(piece.words) - TEMPLATE + 2):
        is_double = len(places.get(piece.words[start : start + TEMPLATE], ())) > 1
        if is_double and first is None:
            first = start
        elif not is_double and first is not None:
            yield first, start - 1
            first = None
