"""Sentences: where they end in Dutch, with its abbreviations, initials, times and ’s ochtends."""

from __future__ import annotations

import re

# After these a sentence goes on, whatever follows.
_GO_ON_WORDS = """
    o.a m.b.t d.w.z d.m.v bijv bv b.v dhr mw mevr mej drs ir ing mr prof dr ds nr nrs blz pag ca incl excl evt resp
    t.a.v t.b.v t.o.v t.g.v i.v.m i.p.v i.h.b i.c n.a.v m.n m.i o.i o.l.v o.b.v p.p p.m p.j vs zgn vgl max min gem
    tel st afd hfst par art bijl fig tab jan feb mrt apr jun jul aug sept sep okt nov dec wk mnd jr sr vnl ong plm
    d.d v.a f.t.e i.o t/m s.v.p c.q e.v w.o a.h.w m.a.w u.i n.v.t t.z.t
"""
_GO_ON = frozenset(_GO_ON_WORDS.split())
# After these a sentence may end: it does when a capital follows.
_MAY_END = frozenset(("enz", "etc", "e.d", "e.a", "b.v", "n.v", "a.s", "j.l", "jl", "v.o.f", "e.o", "a.u.b", "s.v.p"))
_END = re.compile(r"(?:[.!?…]+)[\"'”’»)\]]*(?=\s)|(?<=[^\W\d_]{2})[.!?](?=[A-ZÀ-Þ][a-zà-þ])|\n\s*\n")
_NEXT = re.compile(r"\s*[\"'“‘„«(\[–—-]*\s*(?P<first>\S)(?P<second>\S?)")
_SHORT_WORDS = re.compile(r"\s*['’](?:s|t|k|n|m)\s")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’„(\[]+$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans [start, end) of the sentences in a text, white space around them left out.

    >>> text = "Dhr. De Wit belde o.a. het UWV. ’s Ochtends om 10.30 uur, geloof ik..."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Dhr. De Wit belde o.a. het UWV.', '’s Ochtends om 10.30 uur, geloof ik...']
    """
    spans = []
    start = 0
    for end in _END.finditer(text):
        if _is_end(text, end):
            spans.append((start, end.end()))
            start = end.end()
    spans.append((start, len(text)))
    return [span for span in (_trim(text, *each) for each in spans) if span[0] < span[1]]


def _is_end(text: str, mark: re.Match[str]) -> bool:
    """Whether the sentence ends here: by what stands before the mark and what comes after it."""
    if mark[0].isspace():
        return True
    follows = _NEXT.match(text, mark.end())
    if follows is None:
        return True
    starts = _starts_sentence(text, mark.end(), follows)
    if mark[0][0] != "." or mark[0].startswith(".."):
        return starts
    return starts and not _goes_on_after(text[: mark.start()])


def _starts_sentence(text: str, place: int, follows: re.Match[str]) -> bool:
    first = follows["first"]
    return first.isupper() or first.isdigit() or not first.isalnum() or _SHORT_WORDS.match(text, place) is not None


def _goes_on_after(before: str) -> bool:
    """Whether the last word before a full stop is an abbreviation or an initial, and no end of a sentence."""
    found = _LAST_WORD.search(before[-40:])
    word = found[0] if found else ""
    folded = word.lower().lstrip("(")
    if folded in _MAY_END:
        return False
    is_initial = (len(word) == 1 and word.isupper()) or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word) is not None
    return folded in _GO_ON or is_initial


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
