"""Parsing: the query that was meant by what was typed.

choice  = every { OR every }
every   = part { [AND] part }
part    = [NOT | -] near
near    = one { (NEAR | ~) one }
one     = word | "phrase" | beginning* | ( choice )
"""

from __future__ import annotations

from itertools import pairwise

from corpus.errors import (
    BracketOpen,
    NearWithoutWords,
    NothingToFind,
    OnlyLeftOut,
    OperatorAlone,
    TooFarApart,
)
from corpus.search.lexing import Lexeme, Sign, cut
from corpus.search.query import MOST_APART, All, Either, Near, Query, Run, Without


def parse_query(typed: str) -> Query:
    """The query that was meant; raises a `QueryError` that says what to type instead.

    >>> parse_query("jobcoach -UWV")
    Without(wanted=Run(words=('jobcoach',), ...), unwanted=(Run(words=('uwv',), ...),))
    """
    parser = _Parser(_without_empty_brackets(list(cut(typed))))
    found = parser.choice()
    if parser.next is not None:
        raise BracketOpen(sign=parser.next.typed)
    if found is None:
        raise NothingToFind
    return found


def _without_empty_brackets(lexemes: list[Lexeme]) -> list[Lexeme]:
    kept: list[Lexeme] = []
    for each in lexemes:
        if each.sign is Sign.CLOSE and kept and kept[-1].sign is Sign.OPEN:
            kept.pop()
        else:
            kept.append(each)
    return kept


class _Parser:
    """Walks along the lexemes once."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self._lexemes = lexemes
        self._place = 0

    @property
    def next(self) -> Lexeme | None:
        return self._lexemes[self._place] if self._place < len(self._lexemes) else None

    def _take(self, *signs: Sign) -> Lexeme | None:
        """The next lexeme when it is one of these signs."""
        found = self.next
        if found is None or found.sign not in signs:
            return None
        self._place += 1
        return found

    def choice(self) -> Query | None:
        if self._at_end():
            return None
        options = [self._every()]
        while sign := self._take(Sign.OR):
            self._needs_one(sign)
            options.append(self._every())
        return options[0] if len(options) == 1 else Either(tuple(options))

    def _every(self) -> Query:
        wanted: list[Query] = []
        unwanted: list[Query] = []
        sign: Lexeme | None = None
        while sign or not (self._at_end() or self._is_next(Sign.OR)):
            if leave := self._take(Sign.NOT):
                self._needs_one(leave, but=Sign.NOT)
                unwanted.append(self._near())
            else:
                wanted.append(self._near())
            if sign := self._take(Sign.AND):
                self._needs_one(sign)
        if not wanted:
            raise OnlyLeftOut if unwanted or self.next is None else OperatorAlone(sign=self.next.typed)
        found = wanted[0] if len(wanted) == 1 else All(tuple(wanted))
        return Without(found, tuple(unwanted)) if unwanted else found

    def _near(self) -> Query:
        parts, distances = [self._one()], []
        while sign := self._take(Sign.NEAR):
            self._needs_one(sign, but=Sign.NOT)
            if sign.apart > MOST_APART:
                raise TooFarApart(most=MOST_APART)
            parts.append(self._one())
            distances.append(sign.apart)
        if not distances:
            return parts[0]
        sides = [_side(each) for each in parts]
        pairs = tuple(Near(left, right, apart) for (left, right), apart in zip(pairwise(sides), distances, strict=True))
        return pairs[0] if len(pairs) == 1 else All(pairs)

    def _one(self) -> Query:
        found = self.next
        if found is None or (found.run is None and found.sign is not Sign.OPEN):
            raise OperatorAlone(sign=found.typed if found else "")
        self._place += 1
        if found.run is not None:
            return found.run
        inside = self.choice()
        if inside is None or not self._take(Sign.CLOSE):
            raise BracketOpen(sign="(")
        return inside

    def _at_end(self) -> bool:
        return self.next is None or self._is_next(Sign.CLOSE)

    def _is_next(self, *signs: Sign) -> bool:
        return self.next is not None and self.next.sign in signs

    def _needs_one(self, sign: Lexeme, *, but: Sign | None = None) -> None:
        """Raise when what follows on this sign cannot be something to find."""
        wrong = (Sign.AND, Sign.OR, Sign.NEAR, *((but,) if but else ()))
        if self._at_end() or self._is_next(*wrong):
            raise OperatorAlone(sign=sign.typed)


def _side(part: Query) -> tuple[Run, ...]:
    """One side of NEAR: a run, or a choice between runs."""
    match part:
        case Run():
            return (part,)
        case Either(options):
            return tuple(run for each in options for run in _side(each))
        case _:
            raise NearWithoutWords
