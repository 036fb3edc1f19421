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
    "add code": N_("add a code"),
    "edit code": N_("change a code"),
    "move code": N_("move a code"),
    "merge codes": N_("merge codes"),
    "split code": N_("split a code"),
    "retire code": N_("retire a code"),
    "restore code": N_("offer a code again"),
    "remove code": N_("remove a code"),
    "edit code group": N_("change a group of codes"),
    "edit aliases": N_("change other words for a code"),
    "import codebook": N_("bring in a codebook"),
    "open round": N_("open a round"),
    "close round": N_("close a round"),
    "reopen round": N_("open a round again"),
    "remove round": N_("remove a round"),
    "adjudicate": N_("decide about a difference"),
    "settle round": N_("settle a round"),
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
