"""Quantifier words: the word that fits a count of respondents, as a noun phrase or as an adverb."""

from __future__ import annotations

from enum import StrEnum


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
