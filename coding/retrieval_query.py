"""The query of retrieval: which passages are asked for, in words that a form writes and a person can read.

`knelpunt:wachten en fase:instroom niet codeur:marit`, `contact dichtbij:2 nazorg`, `(a of b) en perspectief:werkgever`.
A word by itself is the key of a code. English words (and, or, not, near:2) are understood too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coding.errors import UnreadableQuery
from study.messages import translate as _

FIELDS = {
    "code": "code",
    "fase": "phase",
    "phase": "phase",
    "actor": "actor",
    "perspectief": "perspective",
    "perspective": "perspective",
    "waardering": "valence",
    "valence": "valence",
    "soort": "kind",
    "kind": "kind",
    "codeur": "coder",
    "coder": "coder",
    "groep": "group",
    "group": "group",
    "instrument": "instrument",
    "deelnemer": "participant",
    "participant": "participant",
    "document": "document",
    "tekst": "text",
    "text": "text",
}
"""What a term can be about: the words for it, and the column of the passages table."""
AND, OR, NOT = frozenset({"en", "and"}), frozenset({"of", "or"}), frozenset({"niet", "not"})
_NEAR = re.compile(r"(?:dichtbij|near):(\d+)")
_TOKEN = re.compile(r'\s*(\(|\)|[^\s()"]*"[^"]*"|[^\s()"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a column of the passages table and the value it must have (of a text: must hold)."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Both:
    """Both must hold."""

    left: Query
    right: Query


@dataclass(frozen=True, slots=True)
class Either:
    """One of them must hold."""

    left: Query
    right: Query


@dataclass(frozen=True, slots=True)
class Without:
    """It must not hold."""

    inner: Query


@dataclass(frozen=True, slots=True)
class Near:
    """The first must hold within so many turns of a passage for which the second holds; 0 is the same turn."""

    left: Query
    right: Query
    turns: int


Query = Term | Both | Either | Without | Near


def parse_query(text: str) -> Query | None:
    """The query in a text; None when it is empty. Raises `UnreadableQuery`, which says where it goes wrong.

    “Niet” binds most, then “dichtbij”, then “en” (also when nothing stands between two terms), then “of”.

    >>> parse_query("contact en niet fase:1")
    Both(left=Term(column='code', value='contact'), right=Without(inner=Term(column='phase', value='1')))
    """
    tokens = list(_tokens(text))
    if not tokens:
        return None
    reader = _Reader(tokens)
    query = reader.either()
    if reader.now is not None:
        raise UnreadableQuery(place=reader.now, reason=_("there is a bracket too many"))
    return query


def terms_of(query: Query | None, *, positive: bool = True) -> tuple[Term, ...]:
    """The terms that a result must (or, with `positive` False, must not) fit, in their order."""
    match query:
        case None:
            return ()
        case Term():
            return (query,) if positive else ()
        case Without():
            return terms_of(query.inner, positive=not positive)
        case Near():
            return terms_of(query.left, positive=positive)
    return (*terms_of(query.left, positive=positive), *terms_of(query.right, positive=positive))


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if found is None:
            raise UnreadableQuery(place=text[at : at + 20], reason=_("a quotation mark is not closed"))
        yield found[1]
        at = found.end()


class _Reader:
    """Reads one token after the other."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def now(self) -> str | None:
        """The token that comes next."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def either(self) -> Query:
        query = self.both()
        while self._take(OR):
            query = Either(query, self.both())
        return query

    def both(self) -> Query:
        query = self.near()
        while self.now not in (None, ")") and self._word() not in OR:
            self._take(AND)
            query = Both(query, self.near())
        return query

    def near(self) -> Query:
        query = self.single()
        while self.now is not None and (found := _NEAR.fullmatch(self._word())):
            self._at += 1
            query = Near(query, self.single(), int(found[1]))
        return query

    def single(self) -> Query:
        word = self.now
        if word is None or word == ")" or self._word() in AND | OR or _NEAR.fullmatch(self._word()):
            raise UnreadableQuery(place=word or "…", reason=_("a term is missing here"))
        self._at += 1
        if word.casefold() in NOT:
            return Without(self.single())
        if word == "(":
            query = self.either()
            if self.now != ")":
                raise UnreadableQuery(place="(", reason=_("a bracket is not closed"))
            self._at += 1
            return query
        return _term(word)

    def _word(self) -> str:
        return (self.now or "").casefold()

    def _take(self, words: frozenset[str]) -> bool:
        taken = self._word() in words
        self._at += taken
        return taken


def _term(token: str) -> Term:
    name, colon, value = token.partition(":")
    if not colon:
        return Term("code", token.strip('"'))
    if name.casefold() not in FIELDS:
        known = ", ".join(dict.fromkeys(each for each in FIELDS if FIELDS[each] != each or each == "code"))
        raise UnreadableQuery(place=token, reason=_("“{name}” is none of: {known}", name=name, known=known))
    if not value.strip('"'):
        raise UnreadableQuery(place=token, reason=_("a value is missing after the colon"))
    return Term(FIELDS[name.casefold()], value.strip('"'))
