"""Quantifier words: the word that fits a count of respondents, as a noun phrase or as an adverb."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from study.messages import N_
from study.messages import translate as _

FEWEST_FOR_WORDS = 10
"""With fewer people asked a word would sound like more than it is: "3 van de 7" is printed."""


class Quantifier(StrEnum):
    """The classes of the quantifier table (synthesis.md, 3.5), in its order."""

    NOBODY_ASKED = "niet_gevraagd"
    NOBODY = "niemand"
    NOT_MENTIONED = "niet_genoemd"
    COUNT = "r_van_de_e"
    ONE = "een_respondent"
    ALL = "alle"
    ALMOST_ALL = "bijna_alle"
    AMPLE_MAJORITY = "ruime_meerderheid"
    MOST = "de_meeste"
    ABOUT_HALF = "ongeveer_de_helft"
    SOME = "een_deel"
    FEW = "enkele"


_NOUNS = {
    Quantifier.NOBODY_ASKED: N_("nobody was asked"),
    Quantifier.NOBODY: N_("nobody"),
    Quantifier.NOT_MENTIONED: N_("not mentioned"),
    Quantifier.COUNT: N_("{r} of the {eligible}"),
    Quantifier.ONE: N_("one respondent"),
    Quantifier.ALL: N_("all of them"),
    Quantifier.ALMOST_ALL: N_("almost all of them"),
    Quantifier.AMPLE_MAJORITY: N_("an ample majority of them"),
    Quantifier.MOST: N_("most of them"),
    Quantifier.ABOUT_HALF: N_("about half of them"),
    Quantifier.SOME: N_("some of them"),
    Quantifier.FEW: N_("a few of them"),
}
_OF_A_GROUP = {
    Quantifier.ALL: N_("all {group}"),
    Quantifier.ALMOST_ALL: N_("almost all {group}"),
    Quantifier.AMPLE_MAJORITY: N_("an ample majority of the {group}"),
    Quantifier.MOST: N_("most {group}"),
    Quantifier.ABOUT_HALF: N_("about half of the {group}"),
    Quantifier.SOME: N_("some of the {group}"),
    Quantifier.FEW: N_("a few {group}"),
}
_ADVERBS = {
    Quantifier.ALL: N_("without exception"),
    Quantifier.ALMOST_ALL: N_("almost without exception"),
    Quantifier.AMPLE_MAJORITY: N_("for the most part"),
    Quantifier.MOST: N_("for the most part"),
    Quantifier.ABOUT_HALF: N_("half of them"),
    Quantifier.SOME: N_("not everyone"),
    Quantifier.FEW: N_("hardly anyone"),
}


def classify_quantity(r: int, eligible: int, *, all_were_asked: bool = True) -> Quantifier:
    """The class of the quantifier table for r respondents of the `eligible`; the first row that fits.

    >>> classify_quantity(5, 11)
    <Quantifier.ABOUT_HALF: 'ongeveer_de_helft'>
    >>> classify_quantity(6, 9)
    <Quantifier.COUNT: 'r_van_de_e'>
    """
    if eligible == 0:
        return Quantifier.NOBODY_ASKED
    if r == 0:
        return Quantifier.NOBODY if all_were_asked else Quantifier.NOT_MENTIONED
    if eligible < FEWEST_FOR_WORDS:
        return Quantifier.COUNT
    if r == 1:
        return Quantifier.ONE
    return Quantifier.ALL if r == eligible else _by_share(r, Fraction(r, eligible))


def _by_share(r: int, share: Fraction) -> Quantifier:
    if share >= Fraction(9, 10):
        return Quantifier.ALMOST_ALL
    if share >= Fraction(3, 4):
        return Quantifier.AMPLE_MAJORITY
    if share > Fraction(3, 5):
        return Quantifier.MOST
    if share >= Fraction(2, 5):
        return Quantifier.ABOUT_HALF
    return Quantifier.SOME if share >= Fraction(1, 4) and r >= 3 else Quantifier.FEW


def quantifier_noun(quantifier: Quantifier, r: int, eligible: int, *, group: str = "") -> str:
    """The words in the reader's language as a noun phrase, with the name of the group when it is given.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     quantifier_noun(Quantifier.MOST, 7, 11, group="werkgevers")
    'de meeste werkgevers'
    """
    if group and quantifier in _OF_A_GROUP:
        return _(_OF_A_GROUP[quantifier], group=group)
    return _(_NOUNS[quantifier], r=r, eligible=eligible)


def quantifier_adverb(quantifier: Quantifier, r: int, eligible: int) -> str:
    """The words in the reader's language as an adverb, as a map prints them; classes without one keep the noun phrase.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     quantifier_adverb(Quantifier.MOST, 7, 11), quantifier_adverb(Quantifier.COUNT, 2, 4)
    ('voor het merendeel', '2 van de 4')
    """
    return _(_ADVERBS[quantifier]) if quantifier in _ADVERBS else quantifier_noun(quantifier, r, eligible)


def count_words(r: int, eligible: int, *, outside: int = 0) -> str:
    """“r van de E”, and “en n ongevraagd” when some said it without being asked.

    >>> from study.messages import speaking
    >>> with speaking("nl"):
    ...     count_words(5, 11, outside=2)
    '5 van de 11 en 2 ongevraagd'
    """
    counted = _("{r} of the {eligible}", r=r, eligible=eligible)
    return _("{counted} and {outside} unasked", counted=counted, outside=outside) if outside else counted
