"""Quotes inside a text: what a report of an interview gives word for word, between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.documents import Document, DocumentKind

LONGEST = 5_000
"""Characters a quote has at most: a mark that nothing closes for so long was not the start of one."""

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n)[\s\S])+")
_OPENERS = {"‘": "’", "‚": "’", "“": "”", "„": "”“", '"': '"', "«": "»"}
_OPENING = re.compile(f"[{''.join(_OPENERS)}]")
# Word writes these apostrophes as opening marks: ‘t, ‘n, ‘s, ‘k, ‘m, ‘r, ‘ie, ‘em, ‘er.
_APOSTROPHE = re.compile(r"‘(?:[tnskmr]|ie|em|er)\b")
_GENITIVE = re.compile(r"(?<=[szxSZX])’ [a-z]")


def literal_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans [start, end) that stand between quotation marks, without the marks, in order of the text.

    A closing ’ is not one when a letter follows (AD’en, zo’n), nor after an s when another ’ closes (Hans’ auto). What
    is opened and not closed in the same paragraph is no quote; of quotes within quotes the outer one is given.

    >>> text = "Zij noemt het ‘zo’n regel’ en zucht."
    >>> [text[start:end] for start, end in literal_spans(text)]
    ['zo’n regel']
    """
    return tuple(
        span
        for paragraph in _PARAGRAPH.finditer(text)
        for span in _spans_of(paragraph[0], at=paragraph.start())
        if text[slice(*span)].strip()
    )


def is_verbatim_in(document: Document, start: int, end: int) -> bool:
    """Whether [start, end) of a document holds words as they were said: in a verslag only within quotation marks."""
    if document.kind != DocumentKind.REPORT_OF_INTERVIEW:
        return True
    return any(first <= start and end <= last for first, last in literal_spans(document.text))


def _spans_of(paragraph: str, *, at: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place = 0
    while opening := _OPENING.search(paragraph, place):
        place = opening.end()
        close = _closing(paragraph, opening.start())
        if close is not None:
            found.append((at + place, at + close))
            place = close + 1
    return found


def _closing(paragraph: str, opened: int) -> int | None:
    """Where the mark is that closes the quote opened here; None when it is an apostrophe, or nothing closes it."""
    if paragraph[opened - 1 : opened].isalnum():
        return None
    closers = _OPENERS[paragraph[opened]]
    places = [
        place
        for place in range(opened + 1, min(len(paragraph), opened + LONGEST))
        if paragraph[place] in closers and not paragraph[place + 1 : place + 2].isalnum()
    ]
    if not places or (_APOSTROPHE.match(paragraph, opened) and "‘" in paragraph[opened + 1 : places[0]]):
        return None
    return next(place for place in places if not _is_genitive(paragraph, place, places))


def _is_genitive(paragraph: str, place: int, places: Sequence[int]) -> bool:
    """Whether a ’ belongs to a name: another one closes the quote, before the next is opened."""
    if paragraph[place] != "’" or not _GENITIVE.match(paragraph, place):
        return False
    following = _OPENING.search(paragraph, place)
    limit = following.start() if following else len(paragraph)
    return any(place < other < limit for other in places)
