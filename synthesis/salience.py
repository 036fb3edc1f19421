"""Salience (veel of weinig genoemd): how many of those asked said it, compared as exact fractions."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from study.config import Thresholds

FEWEST_FOR_OFTEN = 3
"""Below three respondents nothing is “veel genoemd”, however small the group."""
USUAL_THRESHOLDS = Thresholds()


class Salience(StrEnum):
    """The frequency class of a statement; `None` stands for a cell in which nobody was asked (synthesis.md, 3.3)."""

    OFTEN = "veel"
    SELDOM = "weinig"
    TOO_SMALL = "te_klein"
    NOT_MENTIONED = "niet_genoemd"


def exact(threshold: float) -> Fraction:
    """The threshold as it was written: 0.30 is 3/10, so that 9 of 30 reaches it.

    >>> exact(0.30)
    Fraction(3, 10)
    """
    return Fraction(str(threshold))


def often_from(*, prompted: bool, thresholds: Thresholds) -> Fraction:
    """The share from which a topic is often mentioned; higher when it was prompted."""
    return exact(thresholds.often_prompted if prompted else thresholds.often_spontaneous)


def classify_salience(
    r: int, eligible: int, *, prompted: bool = False, thresholds: Thresholds = USUAL_THRESHOLDS
) -> Salience | None:
    """The frequency class of r respondents of the `eligible`; None when nobody was asked.

    >>> classify_salience(5, 11)
    <Salience.OFTEN: 'veel'>
    >>> classify_salience(5, 11, prompted=True)
    <Salience.SELDOM: 'weinig'>
    >>> classify_salience(2, 4)
    <Salience.TOO_SMALL: 'te_klein'>
    """
    if eligible == 0:
        return None
    if r == 0:
        return Salience.NOT_MENTIONED
    if eligible < thresholds.min_respondents:
        return Salience.TOO_SMALL
    often = Fraction(r, eligible) >= often_from(prompted=prompted, thresholds=thresholds)
    return Salience.OFTEN if often and r >= FEWEST_FOR_OFTEN else Salience.SELDOM


def is_stable(
    r: int, eligible: int, *, prompted: bool = False, thresholds: Thresholds = USUAL_THRESHOLDS
) -> bool | None:
    """Whether the share stays on its side of the threshold when any one respondent is left out; None without a class.

    Leave-one-out instead of a sampling interval: the respondents were chosen on purpose (synthesis.md, section 0).

    >>> is_stable(5, 11), is_stable(4, 12)
    (True, False)
    """
    if classify_salience(r, eligible, thresholds=thresholds) not in {Salience.OFTEN, Salience.SELDOM} or eligible < 2:
        return None
    theta = often_from(prompted=prompted, thresholds=thresholds)
    now = Fraction(r, eligible) >= theta
    without_supporter = Fraction(r - 1, eligible - 1) >= theta
    without_other = Fraction(r, eligible - 1) >= theta
    return without_supporter == now == without_other


def is_on_border(r: int, stable: bool | None) -> bool:
    """Whether the mark belongs on the border; a single respondent is named as one and never drawn there."""
    return stable is False and r > 1
