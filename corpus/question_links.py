"""Links between what interviewers say and the questions of a topic list: proposed, with a score and a reason."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.guides import Question
from corpus.segments import Role, Segment

LEAST = 0.2
"""Below this score nothing is proposed."""
SURE = 0.35
"""From this score a proposal is right so often that a screen may tick it beforehand."""
OUT_OF_ORDER = 0.25
"""So much of the likeness goes when the talk begins with the last question of the list."""
PIECES = (3, 4, 5)
MOST_OTHERS = 3
FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")


class Ground(StrEnum):
    """Why a question is proposed: its very text, the same words, its words within a longer turn, or likeness."""

    EXACT = "exact"
    FOLDED = "folded"
    WITHIN = "within"
    ALIKE = "alike"


SCORES = {Ground.EXACT: 1.0, Ground.FOLDED: 0.99, Ground.WITHIN: 0.95}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question (id) that a turn seems to put: how much speaks for it (0 to 1), why, and what else it might be."""

    segment_id: str
    question_id: str
    score: float
    ground: Ground
    others: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether a screen may tick it beforehand."""
        return self.score >= SURE


def propose_links(
    segments: Sequence[Segment], text: str, questions: Sequence[Question], *, least: float = LEAST
) -> tuple[Proposal, ...]:
    """A question for every turn of an interviewer that seems to put one, in the order of the document.

    The same words come first, then those within a longer turn, then likeness: the cosine of pieces of words, weighted
    by how rare they are (TF-IDF; Salton & Buckley, 1988), and less for a question that stands elsewhere in the list
    than the turn in the talk. By likeness a question is proposed once, for the turn that is most like it.
    """
    asking = [each for each in segments if each.role == Role.INTERVIEWER]
    said = [text[each.start : each.end] for each in asking]
    turns, asked = [_pieces(each) for each in said], [_pieces(each.text) for each in questions]
    weights = _weights([*turns, *asked])
    vectors = [_vector(each, weights) for each in asked]
    rows = [
        _row(words, _vector(pieces, weights), questions, vectors, at=_share(place, len(said)))
        for place, (words, pieces) in enumerate(zip(said, turns, strict=True))
    ]
    best = [max((row[number].score for row in rows), default=0.0) for number in range(len(questions))]
    found = []
    for segment, row in zip(asking, rows, strict=True):
        likely = sorted(row, key=lambda each: -each.score)
        if likely and likely[0].score >= least and likely[0].stands_out(best):
            others = tuple(each.question.id for each in likely[1 : MOST_OTHERS + 1])
            found.append(Proposal(segment.id, likely[0].question.id, likely[0].score, likely[0].ground, others))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Match:
    """How well a turn fits a question; `number` is its place in the list."""

    number: int
    question: Question
    score: float
    ground: Ground

    def stands_out(self, best: Sequence[float]) -> bool:
        """Whether the words are the same, or no other turn is more like the question."""
        return self.ground != Ground.ALIKE or self.score >= best[self.number]


_Vector = tuple[Mapping[str, float], float]  # how much each piece weighs, and the length of it all


def _row(
    said: str, ours: _Vector, questions: Sequence[Question], vectors: Sequence[_Vector], *, at: float
) -> list[_Match]:
    """How well a turn, so far into the talk, fits each question."""
    row = []
    for number, (question, theirs) in enumerate(zip(questions, vectors, strict=True)):
        ground = _same_words(said, question.text)
        apart = abs(at - _share(number, len(questions)))
        alike = _cosine(ours, theirs) * (1 - OUT_OF_ORDER * apart)
        row.append(_Match(number, question, SCORES.get(ground, alike), ground))
    return row


def _share(place: int, number: int) -> float:
    """How far into a list of so many, from 0 to 1."""
    return place / (number - 1) if number > 1 else 0.0


def _same_words(said: str, question: str) -> Ground:
    if said.strip() == question.strip():
        return Ground.EXACT
    ours, theirs = _words(said), _words(question)
    if ours == theirs:
        return Ground.FOLDED
    inside = len(theirs) >= FEWEST_WORDS and f" {' '.join(theirs)} " in f" {' '.join(ours)} "
    return Ground.WITHIN if inside else Ground.ALIKE


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _pieces(text: str) -> Counter[str]:
    """The words, and the pieces of them: “werken” and “werkt” have pieces in common."""
    counts: Counter[str] = Counter()
    for word in _words(text):
        marked = f"<{word}>"
        counts[marked] += 1
        for size in PIECES:
            counts.update(marked[start : start + size] for start in range(len(marked) - size + 1))
    return counts


def _weights(texts: Sequence[Counter[str]]) -> dict[str, float]:
    """How telling each piece is: the fewer texts hold it, the more."""
    held = Counter(piece for text in texts for piece in text)
    return {piece: (math.log((1 + len(texts)) / (1 + number)) + 1) ** 2 for piece, number in held.items()}


def _vector(pieces: Counter[str], weights: Mapping[str, float]) -> _Vector:
    vector = {piece: (1 + math.log(number)) * weights[piece] for piece, number in pieces.items()}
    return vector, math.hypot(*vector.values())


def _cosine(ours: _Vector, theirs: _Vector) -> float:
    (mine, my_length), (other, other_length) = ours, theirs
    if len(other) < len(mine):
        mine, other = other, mine
    shared = sum(weight * other[piece] for piece, weight in mine.items() if piece in other)
    length = my_length * other_length
    return shared / length if length else 0.0
