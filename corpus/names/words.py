"""The words of a text, and the runs of capitals in it: “Marjolein van der Sluis”, “J. Wolters”, “Den Ham”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.names.lists import fold, no_names

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
CAPITAL_WORD = rf"[{CAPITALS}][^\W\d_]*(?:[-’'][^\W\d_]+)*"
_PARTICLES_WORDS = """
    van de den der het ten ter te el al ait ben bin abu la le du des von dos da di op aan in vd vande vander
"""
PARTICLES = frozenset(_PARTICLES_WORDS.split())
_PREPOSITIONS = frozenset(("in", "op", "aan"))
_ARTICLES = frozenset(("de", "den", "der", "het", "t"))
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_START = " \t\u00a0\"'‘’“”„«(["
_ENDS = ".!?…:;\n"
_NO_END_WORDS = """
    dhr mevr mw mej dr drs mr ir ing prof ds st jr sr nr bijv bv vd v d
"""
_NO_END = frozenset(_NO_END_WORDS.split())


class Word(NamedTuple):
    """A run of letters; `opens` says that a sentence begins with it, so that its capital means little."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    opens: bool


class Run(NamedTuple):
    """Words with capitals that stand together, with the particles between them."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence."""
        return self.words[0].opens


def find_words(text: str) -> list[Word]:
    """The words of the text, in their order."""
    words = []
    for found in _WORD.finditer(text):
        start, word = found.start(), found[0]
        capital = word[0].isupper()
        words.append(Word(start, found.end(), word, fold(word), capital, capital and _opens(text, start)))
    return words


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here: behind a full stop that is not one of “dhr.” or of an initial."""
    place = start - 1
    while place >= 0 and text[place] in _BEFORE_START:
        place -= 1
    if place < 0 or text[place] in _ENDS.replace(".", ""):
        return True
    if text[place] != ".":
        return False
    before = re.search(r"[^\W\d_]+$", text[max(0, place - 12) : place])
    return before is None or not (before[0].lower() in _NO_END or (len(before[0]) == 1 and before[0].isupper()))


def find_runs(text: str, words: Sequence[Word]) -> Iterator[Run]:
    """The runs of capitals, without the ordinary word that happens to open the sentence or to stand among them."""
    place = 0
    while place < len(words):
        if not words[place].capital:
            place += 1
            continue
        end = _run_end(text, words, place)
        yield from _split(text, words[place:end], after=words[end] if end < len(words) else None)
        place = end


def _run_end(text: str, words: Sequence[Word], place: int) -> int:
    end = place + 1
    while end < len(words) and _joined(text, words[end - 1], words[end]):
        ahead = end
        while ahead < len(words) and not words[ahead].capital and _is_particle(text, words, ahead):
            ahead += 1
        if ahead == len(words) or not words[ahead].capital or not _joined(text, words[ahead - 1], words[ahead]):
            break
        end = ahead + 1
    return end


def _is_particle(text: str, words: Sequence[Word], place: int) -> bool:
    if words[place].folded not in PARTICLES or not _joined(text, words[place - 1], words[place]):
        return False
    needs_article = words[place].folded in _PREPOSITIONS
    return not needs_article or (place + 1 < len(words) and words[place + 1].text in _ARTICLES)


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    return gap in {" ", "-", "’", "'", " & "} or (gap in {". ", "."} and len(left.text) == 1)


def _split(text: str, words: Sequence[Word], *, after: Word | None) -> Iterator[Run]:
    """The pieces of a run between words that are no part of a name."""
    piece: list[Word] = []
    for number, word in enumerate(words):
        follows = words[number + 1] if number + 1 < len(words) else after
        if word.capital and _is_no_name(text, word, follows):
            yield from _trimmed(piece)
            piece = []
        else:
            piece.append(word)
    yield from _trimmed(piece)


def _is_no_name(text: str, word: Word, follows: Word | None) -> bool:
    """Whether a capital is that of an ordinary word, an abbreviation (UWV) or a compound (UWV-kantoor)."""
    is_short = len(word.text) > 1 and word.text.isupper()
    is_compound = follows is not None and not follows.capital and text[word.end : follows.start] == "-"
    is_particle = word.folded in PARTICLES and not (word.opens and word.folded in _PREPOSITIONS)
    return is_short or is_compound or (word.folded in no_names() and not is_particle)


def _trimmed(piece: Sequence[Word]) -> Iterator[Run]:
    """The piece from its first capital to its last; a particle alone is no name."""
    capitals = [number for number, word in enumerate(piece) if word.capital]
    if not capitals:
        return
    words = tuple(piece[capitals[0] : capitals[-1] + 1])
    if any(word.capital and word.folded not in PARTICLES for word in words):
        yield Run(words)
