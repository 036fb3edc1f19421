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
_MAY_END = frozenset(
    ("enz", "etc", "e.d", "e.a", "b.v", "n.v", "a.s", "j.l", "jl", "v.o.f", "e.o", "a.u.b", "s.v.p", "p.p", "p.m")
)
# Any other row of single letters is an abbreviation ("i.h.k.v", "v.d") or initials ("A.B"); so are Th and Joh.
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}|[A-ZÀ-Þ]|Th|Ch|Chr|Joh|Ph|Fr|Jac")
# A mark with closing signs and what the transcriber put in brackets behind it; a full stop without a space; a line.
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?:[ ][(\[][a-zà-ÿ][^()\[\]\n]{0,30}[)\]])?(?=\s)"
    r"|(?<=[^\W\d_]{2})[.!?](?=[A-ZÀ-Þ][a-zà-þ])|\n\s*\n|\n"
)
_NEXT = re.compile(r"\s*[\"'“‘„«(\[–—-]*\s*(?P<first>\S)")
_SHORT_WORDS = re.compile(r"\s*['’](?:s|t|k|n|m)\s")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’„(\[]+$")
_ITEM = re.compile(r"[ \t]*(?:[-–•*]|\d{1,2}[.)]|[a-z][.)])[ \t]")
_NUMBER_OF_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}|[a-z])$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|\S*@\S*$", re.IGNORECASE)
_SAID = re.compile(
    r"\s*(?:vroeg|vroegen|vraagt|zei|zeiden|zegt|riep|roept|dacht|denk|antwoordde|schreef|aldus|en|of|maar)\b"
)
# So many characters before a mark are enough to judge it by.
_BACK = 80


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
        return "\n" in mark[0][1:] or _parts_items(text, mark.start())
    follows = _NEXT.match(text, mark.end())
    if follows is None:
        return True
    before = text[max(0, mark.start() - _BACK) : mark.start()]
    if mark[0] in "?!" and follows["first"].islower() and text[mark.end()].isspace():
        return _SAID.match(text, mark.end()) is None
    if not text[mark.end()].isspace() and _ADDRESS.search(before):
        return False
    starts = _starts_sentence(text, mark.end(), follows)
    if mark[0][0] != "." or mark[0].startswith(".."):
        return starts
    return starts and not _goes_on_after(before)


def _parts_items(text: str, place: int) -> bool:
    """Whether the line break here lies before an item of a list, or between the last item and what comes after."""
    if _ITEM.match(text, place + 1):
        return True
    own_line = text.rfind("\n", 0, place) + 1
    return _ITEM.match(text, own_line, place) is not None and text[place + 1 : place + 2].isupper()


def _starts_sentence(text: str, place: int, follows: re.Match[str]) -> bool:
    first = follows["first"]
    return first.isupper() or first.isdigit() or not first.isalnum() or _SHORT_WORDS.match(text, place) is not None


def _goes_on_after(before: str) -> bool:
    """Whether what stands before a full stop is an abbreviation, an initial or the number of an item."""
    found = _LAST_WORD.search(before)
    word = found[0] if found else ""
    folded = word.lower()
    if folded in _MAY_END:
        return False
    if folded in _GO_ON or _LETTERS.fullmatch(word) is not None:
        return True
    return _NUMBER_OF_ITEM.search(before) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
