"""Salience (veel of weinig genoemd): how many of those asked said it, compared as exact fractions."""

from __future__ import annotations

from enum import StrEnum


class Salience(StrEnum):
    """The frequency class of a statement; `None` stands for a cell in which nobody was asked (synthesis.md, 3.3)."""

    OFTEN = "veel"
    SELDOM = "weinig"
    TOO_SMALL = "te_klein"
    NOT_MENTIONED = "niet_genoemd"
