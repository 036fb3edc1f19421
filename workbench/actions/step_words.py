"""Step words: what the steps in the journal are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from study.messages import N_
from study.messages import translate as _

STEP_WORDS: Mapping[str, str] = {
    "code": N_("code"),
    "code many": N_("code many passages"),
    "change codings": N_("change a coding"),
    "remove coding": N_("remove a coding"),
    "remove codings": N_("remove a coding"),
    "accept": N_("accept a suggestion"),
    "reject": N_("reject a suggestion"),
    "write memo": N_("write a memo"),
    "change memo": N_("change a memo"),
    "remove memo": N_("remove a memo"),
    "undo": N_("undo"),
}
"""The words for the names that steps have in the journal."""
OTHER = N_("a change")


def step_words(what: str | None) -> str:
    """What a step is called; a step without a known name is a change."""
    return _(STEP_WORDS.get(what or "", OTHER))
