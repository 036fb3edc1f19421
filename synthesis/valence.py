"""Valence of a statement (waardering): what most of its respondents make of it, one respondent one vote."""

from __future__ import annotations

from enum import StrEnum


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
