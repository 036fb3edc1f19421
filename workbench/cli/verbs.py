"""The verbs of `draad`, with what each does; a verb's module is loaded only when it is used."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from study.messages import N_

if TYPE_CHECKING:
    from workbench.cli.screen import Screen

VERBS = {
    "new": N_("make a new study in a folder"),
    "demo": N_("make the example study and walk the whole road with it"),
    "import": N_("bring in transcripts, communities, documents and the register"),
    "names": N_("find names in documents and replace them by pseudonyms"),
    "export": N_("write turns, passages, codes, findings, lists and models for other tools"),
    "guide": N_("show, import and version topic lists, and link their questions to turns"),
    "people": N_("list and import participants, and say who speaks under which name"),
    "find": N_("look for words in everything that was said, with the words around them"),
    "codebook": N_("show, import or export the codebook"),
    "code": N_("add, import or list codings, and show agreement"),
    "round": N_("open and close rounds of double coding, and show how far coders agree"),
    "memo": N_("write, list and export memos"),
    "journal": N_("show who did what when"),
    "undo": N_("take a step back, or do it again"),
    "topics": N_("group what was said by the words that are used: a reading aid"),
    "process": N_("bring in and show the process map: what happens in each phase"),
    "map": N_("draw the experience map and the judgement quadrants"),
    "theory": N_("test the policy theory: matrix and graph"),
    "vote": N_("prepare voting sessions, take in ballots, count them"),
    "report": N_("write the report as Word, PDF and HTML, with its figures"),
    "privacy": N_("remove who withdraws consent, prove it, and see what may no longer be kept"),
    "serve": N_("open the workbench in the browser"),
    "doctor": N_("check this installation and this study"),
    "migrate": N_("bring an older database up to date"),
}

MODULES = {"import": "importing", "people": "participants"}
"""Where the module cannot have the name of the verb."""


class Verb(Protocol):
    """What the module of a verb offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: argparse.Namespace, screen: Screen) -> int | None:
        """Do it; the answer is the exit code (None is 0)."""


def load(verb: str) -> Verb:
    """The module of this verb."""
    return cast(Verb, import_module(f"workbench.cli.{MODULES.get(verb, verb)}"))
