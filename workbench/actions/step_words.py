"""Step words: what the steps in the journal are called on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    "suggest codes": N_("make suggestions"),
    "write summary": N_("write a summary"),
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


RECORD_WORDS: Mapping[str, str] = {
    "Coding": N_("codings"),
    "Code": N_("codes"),
    "CodeGroup": N_("code groups"),
    "CodeAlias": N_("other words"),
    "CodebookVersion": N_("versions of the codebook"),
    "CodingRound": N_("rounds"),
    "RoundUnit": N_("units of a round"),
    "Adjudication": N_("decisions"),
    "Suggestion": N_("suggestions"),
    "FrameworkSummary": N_("summaries"),
    "Memo": N_("memos"),
    "Document": N_("documents"),
    "Segment": N_("turns"),
    "Participant": N_("participants"),
    "Instrument": N_("instruments"),
    "Guide": N_("topic lists"),
    "Question": N_("questions of topic lists"),
    "Finding": N_("findings"),
    "Assumption": N_("assumptions"),
    "Evidence": N_("stances on assumptions"),
    "Override": N_("verdicts by hand"),
    "ImprovementPoint": N_("improvement points"),
    "ProcessStep": N_("process steps"),
    "VotingSession": N_("voting sessions"),
    "Ballot": N_("ballots"),
    "Consultation": N_("consultations"),
}
"""What kinds of records are called."""


def counted_words(counts: Iterable[tuple[str, str, int]]) -> str:
    """What happened to how many records, in words: (verb, kind, number)."""
    return "; ".join(_counted(verb, _(RECORD_WORDS.get(kind, kind)), number) for verb, kind, number in counts)


def _counted(verb: str, kind: str, number: int) -> str:
    match verb:
        case "add":
            return _("{kind}: {number} more", kind=kind, number=number)
        case "remove":
            return _("{kind}: {number} gone", kind=kind, number=number)
        case _:
            return _("{kind}: {number} changed", kind=kind, number=number)
