"""Quotes as they are printed: Dutch typography, a number for this export only, and who said it without saying who."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reports.words import speaker_words
from study.config import Perspective
from study.messages import translate as _
from synthesis.quotes import Quote

OPEN, CLOSE, OPEN_NESTED, CLOSE_NESTED = "‘", "’", "“", "”"
_STRAIGHT = re.compile("[\"'‘’‚‛“”„‟«»]")
_DOUBLE = '"“”„‟«»'
_DOTS = re.compile(r"\.{3,}")
_WORD_AFTER_APOSTROPHE = re.compile(r"(?:[tnskrm]|ie|em|er)\b")
"""What may follow an apostrophe at the start of a word: ’t, ’n, ’s, ’k, ’m, ’r, ’ie, ’em, ’er."""


@dataclass(frozen=True, slots=True)
class NumberedQuote:
    """A quote with its number in one export; nothing in it leads back to a person."""

    number: int
    text: str
    attribution: str
    perspective: str | None
    document_kind: str = ""

    @property
    def printed(self) -> str:
        """The quote with its marks and who said it: ‘…’ (werkgever); a rendering has no marks and says what it is."""
        return f"{self.text} ({self.attribution})" if self.attribution else self.text


Span = tuple[str, int, int]
"""Where a quote stands: document id, start and end."""


@dataclass(frozen=True, slots=True)
class QuoteNumbers:
    """The numbers of one export: quotes in order of first appearance, found by the span they quote.

    Numbers are given anew for each export, so two exports cannot be laid side by side to follow one person.
    `codings` holds the coding id of each quote, for links in our own pages and for checks: it is never written.
    """

    quotes: tuple[NumberedQuote, ...] = ()
    by_span: Mapping[Span, int] = field(default_factory=dict)
    codings: tuple[str, ...] = ()

    def numbers(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """The numbers of these quotes, rising, each once."""
        spans = (span_of(each) for each in quotes)
        return tuple(sorted({self.by_span[span] for span in spans if span in self.by_span}))

    def find(self, number: int) -> NumberedQuote:
        """The quote with this number."""
        return self.quotes[number - 1]


def span_of(quote: Quote) -> Span:
    """Where a quote stands; a quote may be one sentence of its passage."""
    return quote.document_id, quote.start, quote.end


def number_quotes(
    quotes: Iterable[Quote], *, perspectives: Sequence[Perspective] = (), kinds: Mapping[str, str] | None = None
) -> QuoteNumbers:
    """The numbers [1], [2], … of quotes in the order in which they come; a span quoted twice keeps its first number.

    `kinds` gives per document id what sort of source it is, in words ("interview"); documents are never named.
    """
    first: dict[Span, Quote] = {}
    for quote in quotes:
        first.setdefault(span_of(quote), quote)
    listed = tuple(
        _numbered(quote, number, perspectives, (kinds or {}).get(quote.document_id, ""))
        for number, quote in enumerate(first.values(), 1)
    )
    by_span = {span: number for number, span in enumerate(first, 1)}
    return QuoteNumbers(listed, by_span, tuple(each.coding_id for each in first.values()))


def _numbered(quote: Quote, number: int, perspectives: Sequence[Perspective], kind: str) -> NumberedQuote:
    return NumberedQuote(
        number=number,
        text=set_quote(quote.text) if quote.verbatim else _plain(quote.text),
        attribution=_attribution(quote, perspectives),
        perspective=quote.perspective,
        document_kind=kind,
    )


def _attribution(quote: Quote, perspectives: Sequence[Perspective]) -> str:
    said_by = speaker_words(quote, perspectives)
    return said_by if quote.verbatim else ", ".join(filter(None, (said_by, _("from a report of the interview"))))


def set_quote(text: str) -> str:
    """The text between Dutch quotation marks: ‘…’ around it, “…” inside it, ’ for every apostrophe.

    Only quotation marks, runs of dots and white space change; every word stays as it was said.

    >>> set_quote('Ze zei: "dat is zo\\'n regel" en hing op.')
    '‘Ze zei: “dat is zo’n regel” en hing op.’'
    >>> set_quote("'s Ochtends belden AD'en over collega's.")
    '‘’s Ochtends belden AD’en over collega’s.’'
    """
    return OPEN + _set_inner(_plain(text)) + CLOSE


def _plain(text: str) -> str:
    return _DOTS.sub("…", " ".join(text.split()))


def _set_inner(text: str) -> str:
    """Every quotation mark in the text as a nested one or as an apostrophe."""
    made: list[str] = []
    is_open = False
    last = 0
    for found in _STRAIGHT.finditer(text):
        at = found.start()
        mark, is_open = _mark_at(text, at, is_open)
        made += [text[last:at], mark]
        last = found.end()
    return "".join([*made, text[last:]])


def _mark_at(text: str, at: int, is_open: bool) -> tuple[str, bool]:
    """What a mark becomes, and whether a nested quote is open after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in _DOUBLE:
        return (CLOSE_NESTED, False) if is_open else (OPEN_NESTED, True)
    if after.isalnum() and (before.isalnum() or _starts_with_apostrophe(text, at)):
        return CLOSE, is_open
    if is_open and not _is_plural_of_a_name(text, at):
        return CLOSE_NESTED, False
    if after.isalnum() and not before.isalnum() and _closes_later(text, at):
        return OPEN_NESTED, True
    return CLOSE, is_open


def _starts_with_apostrophe(text: str, at: int) -> bool:
    """Whether the mark is the apostrophe of ’t, ’s and their like; never when it is an opening ‘ of a longer quote."""
    return bool(_WORD_AFTER_APOSTROPHE.match(text, at + 1))


def _is_plural_of_a_name(text: str, at: int) -> bool:
    """An s or z with an apostrophe and a lower-case word after it: a genitive (Hans’ auto) when a close follows."""
    if text[at - 1 : at].lower() not in {"s", "z", "x"} or not re.match(r" [a-z]", text[at + 1 : at + 3]):
        return False
    return _closes_later(text, at)


def _closes_later(text: str, at: int) -> bool:
    """Whether a single mark follows that can close: no letter after it, something before it."""
    rest = text[at + 1 :]
    return any(
        not rest[found.end() : found.end() + 1].isalnum() and not rest[found.start() - 1 : found.start()].isspace()
        for found in re.finditer("['‘’‚‛]", rest)
        if found.start() > 0
    )


def is_verbatim(printed: str, source: str) -> bool:
    """Whether a printed quote holds words of its source in a row: quotation marks, dots and white space apart.

    >>> is_verbatim("‘Zo’n regel …’", "Tja. Zo'n  regel ... dus")
    True
    >>> is_verbatim("‘Zulke regels’", "Zo'n regel")
    False
    """
    return _bare(printed) in _bare(source)


def _bare(text: str) -> str:
    return _STRAIGHT.sub("", _plain(text))
