"""Valence of a statement (waardering): what most of its respondents make of it, one respondent one vote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

CLEAR_MAJORITY = Fraction(2, 3)
MINORITY_SHARE = Fraction(1, 5)
STRONG = 2
"""From this intensity (0-3) a single voice is kept as a minority view."""


class Judged(StrEnum):
    """The valence class of a statement (synthesis.md, 3.4).

    `MIXED` is said when more than half of the judging respondents are of two minds, `DIVIDED` when respondents
    differ from each other, `NEUTRAL` when most gave no judgement.
    """

    GOOD = "goed"
    PAIN = "pijnpunt"
    MIXED = "gemengd"
    DIVIDED = "verdeeld"
    NEUTRAL = "neutraal"


@dataclass(frozen=True, slots=True)
class Votes:
    """How many respondents judge good only, bad only, both ways, or not at all."""

    good: int = 0
    pain: int = 0
    mixed: int = 0
    neutral: int = 0

    @property
    def judging(self) -> int:
        """T: those who gave a judgement."""
        return self.good + self.pain + self.mixed

    @property
    def speaking(self) -> int:
        """Everyone who spoke to the statement, for it or against it."""
        return self.judging + self.neutral


def judge_votes(votes: Votes) -> Judged:
    """The valence class of the votes.

    >>> judge_votes(Votes(pain=4, mixed=1))
    <Judged.PAIN: 'pijnpunt'>
    """
    judging = votes.judging
    if judging == 0 or 2 * judging < votes.speaking:
        return Judged.NEUTRAL
    if 2 * votes.mixed > judging:
        return Judged.MIXED
    if Fraction(votes.good, judging) >= CLEAR_MAJORITY:
        return Judged.GOOD
    return Judged.PAIN if Fraction(votes.pain, judging) >= CLEAR_MAJORITY else Judged.DIVIDED


def measure_disagreement(votes: Votes) -> Fraction | None:
    """D in [0, 1]: 0 when all judge alike, 1 when both sides weigh the same; None without judgement, and for gemengd.

    >>> measure_disagreement(Votes(pain=4, mixed=1))
    Fraction(1, 5)
    """
    if votes.judging == 0 or judge_votes(votes) is Judged.MIXED:
        return None
    return 1 - Fraction(abs(votes.good - votes.pain), votes.judging)


def opposes(one: str | None, other: str | None) -> bool:
    """Whether one valence says goed where the other says pijnpunt."""
    return {one, other} == {str(Judged.GOOD), str(Judged.PAIN)}


def is_minority(r: int, eligible: int, *, against_the_cell: bool, intensity: float | None, fewest: int = 5) -> bool:
    """Whether a statement of few respondents must be kept: it opposes its cell, or it is felt strongly.

    Below `fewest` respondents every voice is shown and there is no minority.

    >>> is_minority(1, 6, against_the_cell=True, intensity=None)
    True
    """
    few = eligible >= fewest and 1 <= r <= MINORITY_SHARE * eligible
    return few and (against_the_cell or (intensity is not None and intensity >= STRONG))
