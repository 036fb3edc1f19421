"""Published texts: which paragraphs are quotes, boxes or bullets of a figure, by how they are set on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.quotes import literal_spans
from corpus.segments import Part

FEWEST_WORDS = 3
"""Fewer words between quotation marks are a term, not a quote."""
LONGEST_SOURCE = 80
"""Characters of who said it, after a quote: “(werkgever, vijftig medewerkers)”."""

_BULLET = re.compile(r"[•‣▪◦●■–—*]\s+\S")
_CAPTION = re.compile(r"(?:figuur|figure|fig\.)\s*\d", re.IGNORECASE)
_SAID_BY = re.compile(rf"\s*(?:[.,]?\s*(?:[(\[–—-][^.!?]{{0,{LONGEST_SOURCE}}}[)\].]?))?\s*")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: in a box, in italics, away from the margin, in a list, or in a style named for quotes."""

    boxed: bool = False
    italic: bool = False
    indented: bool = False
    listed: bool = False
    quoted: bool = False


def find_parts(texts: Sequence[str], settings: Sequence[Setting]) -> list[Part]:
    """What each paragraph is: running text, a quote, a box or a bullet of a figure.

    A quote has a style for quotes, stands whole between quotation marks (who said it may follow), or is set both in
    italics and away from the margin; one sign less is emphasis or a list. A bullet belongs to a figure when the items
    or their box stand next to a caption (“Figuur 3”).
    """
    parts = [_part(text, setting) for text, setting in zip(texts, settings, strict=True)]
    for place, text in enumerate(texts):
        if _CAPTION.match(text):
            for item in _items_beside(place, texts, settings):
                parts[item] = Part.BULLET
    return parts


def _part(text: str, setting: Setting) -> Part:
    if setting.quoted or is_whole_quote(text):
        return Part.QUOTE
    if setting.boxed:
        return Part.BOX
    is_item = setting.listed or _BULLET.match(text)
    return Part.QUOTE if setting.italic and setting.indented and not is_item else Part.TEXT


def is_whole_quote(text: str) -> bool:
    """Whether a paragraph is nothing but a quote between quotation marks, and who said it.

    >>> is_whole_quote("‘Niemand belde mij terug.’ (werknemer, 45 jaar)")
    True
    >>> is_whole_quote("‘Passend werk’ is een begrip uit de wet.")
    False
    """
    plain = text.strip()
    spans = literal_spans(plain)
    if not spans or spans[0][0] != 1 or len(spans) > 1:
        return False
    start, end = spans[0]
    return len(plain[start:end].split()) >= FEWEST_WORDS and _SAID_BY.fullmatch(plain, end + 1) is not None


def _items_beside(place: int, texts: Sequence[str], settings: Sequence[Setting]) -> Iterator[int]:
    """The items of the figure that this caption is of: those right under it, else those right above it."""
    under = list(_items(range(place + 1, len(texts)), texts, settings))
    yield from under or _items(range(place - 1, -1, -1), texts, settings)


def _items(places: Sequence[int], texts: Sequence[str], settings: Sequence[Setting]) -> Iterator[int]:
    """The items in a row of paragraphs; in a box there may be other words between them."""
    for place in places:
        is_item = settings[place].listed or _BULLET.match(texts[place]) is not None
        if is_item:
            yield place
        elif texts[place].strip() and not settings[place].boxed:
            return
