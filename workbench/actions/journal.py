"""The journal: who did what when, step by step, and which steps hold; it tells counts, never words of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from study.errors import NoSuchStep
from study.folder import Study
from study.journal import Entry
from study.steps import Step, next_to_undo, steps_of
from study.store import Store
from workbench.actions.undoing import Undone, undo_step
from workbench.errors import NothingToUndo

A_PAGE = 50
LINES = 400
"""So many lines are read for a page; a step of more lines than that fills a page alone."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step on the list: `counts` are (verb, kind, number); `undone_by` says who took it back, if it is."""

    id: str
    by: str
    made_at: datetime
    what: str | None
    counts: tuple[tuple[str, str, int], ...]
    is_undo: bool
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Steps, the newest first; `before` is where the next page begins, None at the end."""

    steps: tuple[StepRow, ...]
    before: int | None


def read_journal(
    study: Study, *, by: str | None = None, kind: str | None = None, before: int | None = None
) -> JournalPage:
    """A page of the journal: of one person, or about one kind of record, before a line."""
    equal = {name: value for name, value in (("by", by), ("kind", kind)) if value}
    with study.reading() as store:
        lines = store.journal_before(before, most=LINES, **equal)
        steps = tuple(reversed(steps_of(reversed(lines))))[:A_PAGE]
        rows = tuple(_row(store, each) for each in steps)
    shown = min((each.lines[0].number for each in steps), default=None)
    is_end = len(lines) < LINES and (not steps or shown == _first(lines))
    return JournalPage(rows, None if is_end else shown)


def journal_people(study: Study) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is in the journal, and which kinds of records, by its last lines."""
    with study.reading() as store:
        lines = store.journal_before(None, most=5000)
    return tuple(sorted({each.by for each in lines if each.by})), tuple(sorted({each.kind for each in lines}))


def _first(lines: Sequence[Entry]) -> int | None:
    return min((each.number for each in lines if each.step is not None), default=None)


def _row(store: Store, step: Step) -> StepRow:
    whole = steps_of(store.journal(step=step.id))[0]
    undoings = {each.step: each.by for each in store.journal(undoes=step.id)}
    holding = [by for key, by in undoings.items() if key and not _is_undone(store, key)]
    counts = tuple((verb, kind, number) for (verb, kind), number in whole.counts.items())
    return StepRow(
        step.id, whole.by, whole.made_at, whole.what, counts, whole.undoes is not None, holding[-1] if holding else None
    )


def _is_undone(store: Store, step_id: str) -> bool:
    again = {each.step for each in store.journal(undoes=step_id)}
    return any(key and not _is_undone(store, key) for key in again)


def undo_named(study: Study, name: str | None, *, by: str) -> Undone:
    """Take back the step whose id begins so; without a name the last step of this person's own that holds.

    Raises `NoSuchStep`, `NothingToUndo` and what `undo_step` raises.
    """
    with study.reading() as store:
        if name is None:
            last = next_to_undo(steps_of(reversed(store.journal_before(None, most=LINES, by=by))))
            if last is None:
                raise NothingToUndo
            step_id = last.id
        else:
            lines = store.journal_before(None, most=LINES * A_PAGE)
            found = {each.step for each in lines if each.step and each.step.startswith(name)}
            if len(found) != 1:
                raise NoSuchStep
            step_id = str(found.pop())
    return undo_step(study, step_id, by=by)
