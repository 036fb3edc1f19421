"""Undoing: what somebody did in one step is taken back as a whole, as long as nothing rests on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.tables import codes_in_use
from coding.versions import CodebookVersion
from corpus.documents import Document
from study.errors import StillInUse
from study.folder import Study
from study.steps import Step, find_step, take_back
from study.store import Store
from synthesis.evidence import Evidence
from synthesis.findings import Finding
from synthesis.logic import LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption
from workbench.actions.versions import keep_version
from workbench.errors import TextChangedSince

UNDO = "undo"
"""What the journal calls the taking back of a step; taking that back does the step again."""
CODEBOOK = (Code.__name__, CodeGroup.__name__)


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a step back did: the step it is itself, the step it undid and what that was called, the records that
    are there again as they were, and what went (kind, id)."""

    step: str
    undid: str
    what: str | None
    back: tuple[Any, ...]
    gone: tuple[tuple[str, str], ...]


def undo_step(study: Study, step_id: str, *, by: str, as_step: str | None = None) -> Undone:
    """Take the step (id) back in one transaction, as a step of its own; undoing that one does it again.

    Raises `NoSuchStep`, `NotKept`, `ChangedSince`, `TextChangedSince` when a text was rewritten since, and
    `StillInUse` when something rests on a coding or a code that would go. Then nothing changes.
    """
    with study.store(by=by, what=UNDO, undoes=step_id, step=as_step) as store:
        step = find_step(store, step_id)
        check_free(store, step)
        back = take_back(store, step, leave=(CodebookVersion.__name__,))
        if any(each.kind in CODEBOOK for each in step.lines):
            keep_version(store, UNDO)
        check_codes(store, step)
        gone = tuple((each.kind, str(each.record_id)) for each in step.lines if each.verb == "add")
        return Undone(store.doing.step, step_id, step.what, back, gone)


def check_free(store: Store, step: Step) -> None:
    """Nothing, when what the step made may go and what it took away may come back."""
    codings = [each for each in step.lines if each.kind == Coding.__name__]
    made = {str(each.record_id) for each in codings if each.verb == "add"}
    if made & resting_on(store, made):
        raise StillInUse(kind=Coding.__name__)
    moved = any(each.verb != "add" for each in codings)
    if moved and any(each.number > step.lines[-1].number for each in _rewritings(store)):
        raise TextChangedSince


def check_codes(store: Store, step: Step) -> None:
    """Nothing, when every code that is put somewhere is still in the codebook; else raises `StillInUse`."""
    if any(each.kind == Code.__name__ for each in step.lines):
        there = {each.key for each in store.records(Code)[0]}
        if set(store.rows(codes_in_use())) - there:
            raise StillInUse(kind=Code.__name__)


def resting_on(store: Store, coding_ids: Collection[str]) -> frozenset[str]:
    """Those of the codings (ids) that a finding, stance, assumption, process step or link rests on."""
    if not coding_ids:
        return frozenset()
    findings, evidence, assumptions, steps, links = store.records(Finding, Evidence, Assumption, ProcessStep, LogicLink)
    used = {each.coding_id for each in evidence}
    used |= {key for each in findings for key in (*each.passages, *each.contra)}
    used |= {key for each in assumptions for key in each.reconstructed_from}
    used |= {key for each in (*steps, *links) for key in each.passages}
    return frozenset(coding_ids) & frozenset(each for each in used if each)


def _rewritings(store: Store) -> tuple[Any, ...]:
    """The lines of the journal where texts were changed; texts themselves it never holds."""
    return store.journal(kind=Document.__name__, verb="replace")
