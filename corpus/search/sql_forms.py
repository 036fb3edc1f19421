"""The two forms of a query: the language of FTS5 (SQLite) and that of a tsquery (PostgreSQL).

A form may find too much, never too little; `is_exact` says when it finds the very texts, otherwise each of them is to
be matched in Python. What finds too much is never used to leave texts out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from typing import ClassVar, Protocol

from corpus.search.query import All, Either, Field, Near, Query, Run, Without

MARK = "="
"""In a tsvector a word stands at the place of its stem, with this sign before it."""
MOST_PAIRS = 12
"""A tsquery with more pairs than this is slower than looking at the texts."""


@dataclass(frozen=True, slots=True)
class Written:
    """A query in the language of a database."""

    text: str
    is_exact: bool = True


class Form(Protocol):
    """The language of a database; its operators go between brackets, so none comes before another."""

    both: ClassVar[str]
    either: ClassVar[str]
    without: ClassVar[str]

    def run(self, run: Run, /) -> Written:
        """A run of words."""

    def near(self, near: Near, /) -> Written:
        """Two runs near each other."""


def write(query: Query, form: Form) -> Written:
    """The query in this form."""
    match query:
        case Run():
            return form.run(query)
        case Near():
            return form.near(query)
        case All(parts):
            return _join(form.both, (write(each, form) for each in parts))
        case Either(options):
            return _join(form.either, (write(each, form) for each in options))
        case Without(wanted, unwanted):
            found = [write(each, form) for each in unwanted]
            exact = [each for each in found if each.is_exact]
            kept = write(wanted, form)
            if exact:
                kept = replace(kept, text=f"({kept.text}{form.without}{_join(form.either, exact).text})")
            return replace(kept, is_exact=kept.is_exact and len(exact) == len(found))


def _join(sign: str, parts: Iterable[Written]) -> Written:
    some = tuple(parts)
    text = some[0].text if len(some) == 1 else f"({sign.join(each.text for each in some)})"
    return Written(text, all(each.is_exact for each in some))


@dataclass(frozen=True, slots=True)
class Fts5:
    """FTS5: a column of stems and one of words; NEAR only within a column."""

    both: ClassVar[str] = " AND "
    either: ClassVar[str] = " OR "
    without: ClassVar[str] = " NOT "

    def run(self, run: Run, /) -> Written:
        """The words as a string, with a star when open."""
        return Written(f"({run.field} : {_quoted(run)})")

    def near(self, near: Near, /) -> Written:
        """Each pair of one column with NEAR; pairs over two columns are both looked for."""
        return _join(self.either, (self._pair(one, other, near.distance) for one, other in _pairs(near)))

    def _pair(self, one: Run, other: Run, distance: int) -> Written:
        if one.field is other.field:
            return Written(f"({one.field} : NEAR({_quoted(one)} {_quoted(other)}, {distance}))")
        return replace(_join(self.both, (self.run(one), self.run(other))), is_exact=False)


def _quoted(run: Run) -> str:
    return f'"{" ".join(run.words)}"' + (" *" if run.is_open else "")


@dataclass(frozen=True, slots=True)
class TsQuery:
    """A tsquery; without places, as in a long text, words that follow each other are all looked for."""

    has_places: bool = True
    both: ClassVar[str] = " & "
    either: ClassVar[str] = " | "
    without: ClassVar[str] = " & !"

    def run(self, run: Run, /) -> Written:
        """The words, one place after another."""
        words = _lexemes(run)
        if self.has_places or len(words) == 1:
            return Written(f"({' <-> '.join(words)})")
        return Written(f"({' & '.join(words)})", is_exact=False)

    def near(self, near: Near, /) -> Written:
        """For pairs of single words every distance there is; otherwise both are looked for."""
        pairs = tuple(_pairs(near))
        is_exact = self.has_places and len(pairs) <= MOST_PAIRS and all(len(r.words) == 1 for p in pairs for r in p)
        if is_exact:
            return _join(self.either, (_at_distances(one, other, near.distance) for one, other in pairs))
        loose = (_join(self.both, (self.run(one), self.run(other))) for one, other in pairs)
        return replace(_join(self.either, loose), is_exact=False)


def _at_distances(one: Run, other: Run, distance: int) -> Written:
    (left,), (right,) = _lexemes(one), _lexemes(other)
    ways = ((left, right), (right, left))
    texts = [f"{a} <{step}> {b}" for step in range(distance + 2) for a, b in ways]
    return Written(f"({' | '.join(texts)})")


def _lexemes(run: Run) -> list[str]:
    mark = MARK if run.field is Field.WORDS else ""
    words = [f"'{mark}{each}'" for each in run.words]
    return [*words[:-1], words[-1] + (":*" if run.is_open else "")]


def _pairs(near: Near) -> Iterable[tuple[Run, Run]]:
    return product(near.left, near.right)
