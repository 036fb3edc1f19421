"""Words as search sees them: folded (no capitals, no accents) and stemmed as in Dutch."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

LONGEST = 100
"""Of a word without end (a line of figures, a file pasted as text) so many letters count."""
ALGORITHM = "dutch_porter"
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*")
_stemming = Lock()


class Word(NamedTuple):
    """A folded word and where it stands in the text: [start, end) in code points."""

    folded: str
    start: int
    end: int


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text; hyphens, apostrophes and all other signs part them.

    >>> [each.folded for each in split_words("Zo’n Re-integratie, één keer!")]
    ['zo', 'n', 're', 'integratie', 'een', 'keer']
    """
    return tuple(Word(folded, *each.span()) for each in _WORD.finditer(text) if (folded := fold(each.group())))


def folded_words(text: str) -> list[str]:
    """The words of a text as they are compared, without their places: of a million posts that counts.

    >>> folded_words("Zo’n Re-integratie")
    ['zo', 'n', 're', 'integratie']
    """
    return [folded for folded in map(fold, _WORD.findall(text)) if folded]


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The word without capitals, accents and invisible signs.

    >>> fold("Coördinatie"), fold("ﬁnanciële")
    ('coordinatie', 'financiele')
    """
    if word.isascii():
        return word.lower()[:LONGEST]
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(sign for sign in plain if sign.isalnum())[:LONGEST]


@lru_cache(maxsize=1 << 17)
def stem(folded: str) -> str:
    """The stem of a folded Dutch word.

    >>> stem("gesprekken"), stem("gesprek")
    ('gesprek', 'gesprek')
    """
    with _stemming:  # a stemmer keeps the word it works on in itself
        return str(_stemmer().stemWord(folded)) or folded


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer(ALGORITHM)
