"""Lexing: what is typed in the search field, cut into words, phrases, brackets and operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from corpus.errors import QueryTooLong, QuoteOpen, StarMisplaced
from corpus.search.query import DEEPEST, DISTANCE, MOST_LETTERS, MOST_WORDS, Field, Run
from corpus.search.words import split_words, stem

QUOTES = '"“”„‟«»'
SHORTEST_BEGINNING = 2
_LEXEME = re.compile(
    rf"""\s+
    | [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)
    | (?P<bracket>[()])
    | ~(?P<apart>\d+(?!\w))?
    | (?P<minus>-)(?=[^\s\-)])
    | (?P<chunk>[^\s()~{QUOTES}]+)""",
    re.VERBOSE,
)
_OPERATOR = re.compile(r"(?P<and>AND|EN)|(?P<or>OR|OF)|(?P<not>NOT|NIET)|(?P<near>NEAR|BIJ)(?:/(?P<apart>\d+))?")


class Sign(Enum):
    """What joins, opens or closes."""

    AND = "and"
    OR = "or"
    NOT = "not"
    NEAR = "near"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A run of words or a sign, as it was typed; `apart` is the distance that a NEAR gives."""

    typed: str
    run: Run | None = None
    sign: Sign | None = None
    apart: int = DISTANCE


def cut(typed: str) -> tuple[Lexeme, ...]:
    """What was typed, in pieces; raises `QuoteOpen`, `StarMisplaced` and `QueryTooLong`."""
    if len(typed) > MOST_LETTERS:
        raise QueryTooLong(words=MOST_WORDS, letters=MOST_LETTERS)
    found = tuple(_lexemes(typed))
    if sum(len(each.run.words) for each in found if each.run) > MOST_WORDS or _depth(found) > DEEPEST:
        raise QueryTooLong(words=MOST_WORDS, letters=MOST_LETTERS)
    return found


def _lexemes(typed: str) -> Iterator[Lexeme]:
    for each in _LEXEME.finditer(typed):
        text = each.group()
        if each["phrase"] is not None:
            if not each["closed"]:
                raise QuoteOpen
            yield from _run(text, each["phrase"], Field.WORDS)
        elif each["bracket"]:
            yield Lexeme(text, sign=Sign(text))
        elif each["minus"]:
            yield Lexeme(text, sign=Sign.NOT)
        elif text.startswith("~"):
            yield Lexeme(text, sign=Sign.NEAR, apart=_distance(each["apart"]))
        elif each["chunk"]:
            yield from _operator_or_word(text)


def _operator_or_word(chunk: str) -> Iterator[Lexeme]:
    operator = _OPERATOR.fullmatch(chunk)
    if operator is None:
        yield from _run(chunk, chunk, Field.STEMS)
        return
    name = next(name for name in ("and", "or", "not", "near") if operator[name])
    yield Lexeme(chunk, sign=Sign(name), apart=_distance(operator["apart"]))


def _distance(digits: str | None) -> int:
    return int(digits) if digits else DISTANCE


def _run(typed: str, text: str, field: Field) -> Iterator[Lexeme]:
    """The words of a piece as one run; nothing when it holds no word."""
    text = text.rstrip()
    words = tuple(each.folded for each in split_words(text))
    is_open = text.endswith("*")
    if "*" in text.removesuffix("*") or (is_open and (not words or not _can_begin(text))):
        raise StarMisplaced
    if words:
        is_verbatim = is_open or field is Field.WORDS
        run = Run(words, Field.WORDS, is_open) if is_verbatim else Run(tuple(map(stem, words)))
        yield Lexeme(typed, run=run)


def _can_begin(text: str) -> bool:
    """Whether the star follows on a word of two letters or more."""
    last = split_words(text)[-1]
    return last.end == len(text) - 1 and len(last.folded) >= SHORTEST_BEGINNING


def _depth(lexemes: tuple[Lexeme, ...]) -> int:
    deepest = now = 0
    for each in lexemes:
        now += {Sign.OPEN: 1, Sign.CLOSE: -1}.get(each.sign, 0) if each.sign else 0
        deepest = max(deepest, now)
    return deepest
