"""Grounding: whether the words of a statement are found in the passages it rests on (synthesis.md, 3.6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from corpus.stopwords import content_words

LEAST_COVERED = Fraction(1, 2)
"""Below this share a reason is asked for: 93 % of published statements reach it, 2 % of random pairs do."""
PREFIX = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NEGATIONS = frozenset(("niet", "geen", "nooit", "zonder"))


@dataclass(frozen=True, slots=True)
class Grounding:
    """How a statement stands on its passages: the share of its content words found there, and the words that are new.

    `negation_differs` is True when the statement denies what no passage denies, or affirms what all of them deny.
    """

    covered: Fraction
    new_words: tuple[str, ...]
    negation_differs: bool

    @property
    def asks_for_a_reason(self) -> bool:
        """Whether less than half of the words were said by anyone."""
        return self.covered < LEAST_COVERED


def cut_prefix(word: str) -> str:
    """The first six letters: a stem for want of a better one."""
    return word[:PREFIX]


def dutch_stem(word: str) -> str:
    """The stem of a Dutch word (Snowball)."""
    import snowballstemmer

    return str(snowballstemmer.stemmer("dutch").stemWord(word))


def ground_statement(wording: str, passages: Sequence[str], *, stem: Callable[[str], str] = dutch_stem) -> Grounding:
    """The grounding of a wording in the texts of its passages: words compared by their stem, each word once.

    Overlap of words does not see a synonym; a lost negation is watched for apart. A wording without content words is
    fully covered.

    >>> said = ["de wachttijden aan de telefoon zijn veel te lang"]
    >>> ground_statement("lange wachttijd telefonisch", said, stem=cut_prefix).new_words
    ('lange',)
    """
    own = dict.fromkeys(content_words(wording))
    said = {stem(word) for passage in passages for word in _WORD.findall(passage.lower())}
    new = tuple(word for word in own if stem(word) not in said)
    covered = 1 - Fraction(len(new), len(own)) if own else Fraction(1)
    return Grounding(covered, new, _differs_in_negation(wording, passages))


def _differs_in_negation(wording: str, passages: Sequence[str]) -> bool:
    if not passages:
        return False
    denied = [_denies(each) for each in passages]
    return not any(denied) if _denies(wording) else all(denied)


def _denies(text: str) -> bool:
    return not NEGATIONS.isdisjoint(word.strip(".,;:!?…\"'’”()") for word in text.lower().split())
