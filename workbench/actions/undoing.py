"""Undoing: a coder takes back a coding of his or her own, as long as nothing rests on it."""

from __future__ import annotations

from coding.codings import Coding
from study.errors import NotFound, StillInUse
from study.folder import Study
from study.store import Store
from synthesis.evidence import Evidence
from synthesis.findings import Finding
from synthesis.logic import LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption


def remove_coding(study: Study, coding_id: str, *, by: str) -> Coding:
    """Take the coding away and give it back; the journal keeps what it was.

    Raises `NotFound` when this person made no such coding, `StillInUse` when a finding, a stance, an assumption, a
    process step or a link of the logic model rests on it.
    """
    with study.store(by=by) as store:
        coding = store.get(Coding, coding_id)
        if coding.coder != by:
            raise NotFound(kind=Coding.__name__, name=f"{coding_id} ({by})")
        if _rests_something_on(store, coding_id):
            raise StillInUse(kind=Coding.__name__)
        store.remove(coding)
    return coding


def _rests_something_on(store: Store, coding_id: str) -> bool:
    findings, assumptions, steps, links = store.records(Finding, Assumption, ProcessStep, LogicLink)
    return (
        bool(store.count(Evidence, coding_id=coding_id))
        or any(coding_id in (*each.passages, *each.contra) for each in findings)
        or any(coding_id in each.reconstructed_from for each in assumptions)
        or any(coding_id in each.passages for each in (*steps, *links))
    )
