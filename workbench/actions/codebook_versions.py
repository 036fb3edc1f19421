"""Codebook versions: which there were, by whom and why, and the codebook as it was in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from coding.codebook import Code, CodeGroup
from coding.errors import VersionUnknown
from coding.versions import CodebookVersion
from study.folder import Study
from study.records import binding_of
from study.steps import find_step
from study.store import Store
from workbench.actions.versions import FIRST

Codebook = tuple[tuple[CodeGroup, ...], tuple[Code, ...]]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version on a list: its number, when, by whom, the name of the change, and the step that made it."""

    number: int
    made_at: datetime
    by: str
    what: str
    step: str


def list_versions(study: Study) -> tuple[VersionRow, ...]:
    """The versions after the first, the newest first."""
    with study.reading() as store:
        versions: tuple[CodebookVersion, ...] = store.records(CodebookVersion)[0]
    return tuple(VersionRow(each.number, each.made_at, each.by, each.what, each.step) for each in reversed(versions))


def codebook_at(store: Store, number: int) -> Codebook:
    """The groups and codes as they were in this version, walked back from now by the journal.

    Raises `VersionUnknown`.
    """
    newer = [each for each in store.records(CodebookVersion)[0] if each.number > number]
    known = {FIRST, *(each.number for each in store.records(CodebookVersion)[0])}
    if number not in known:
        raise VersionUnknown(number=number)
    records = {(type(each).__name__, each.id): each for some in store.records(CodeGroup, Code) for each in some}
    kinds = {kind.__name__: binding_of(kind) for kind in (CodeGroup, Code)}
    for version in sorted(newer, key=lambda each: -each.number):
        for line in reversed(find_step(store, version.step).lines):
            if line.kind not in kinds:
                continue
            if line.verb == "add":
                records.pop((line.kind, str(line.record_id)), None)
            elif line.before is not None:
                records[line.kind, str(line.record_id)] = kinds[line.kind].revive(line.before)
    groups = [each for each in records.values() if isinstance(each, CodeGroup)]
    codes = [each for each in records.values() if isinstance(each, Code)]
    return (
        tuple(sorted(groups, key=lambda each: (each.ordinal, each.key))),
        tuple(sorted(codes, key=lambda each: (each.group, each.ordinal, each.key))),
    )
