"""Steps: what was done in one transaction, read from the journal, and taken back or done again as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from study.errors import ChangedSince, NoSuchStep, NotKept
from study.journal import Entry
from study.records import Binding, bindings
from study.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction as the journal knows it: by whom, when, what for, which lines; `undoes` is the step it took
    back."""

    id: str
    by: str
    made_at: datetime
    what: str | None
    undoes: str | None
    lines: tuple[Entry, ...]

    @property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many records of each kind were added, replaced or removed, by (verb, kind)."""
        found: dict[tuple[str, str], int] = defaultdict(int)
        for each in self.lines:
            found[each.verb, each.kind] += each.count
        return dict(found)


def steps_of(lines: Iterable[Entry]) -> tuple[Step, ...]:
    """The steps that these lines of the journal belong to, oldest first; lines without a step are left out."""
    together: dict[str, list[Entry]] = defaultdict(list)
    for each in lines:
        if each.step is not None:
            together[each.step].append(each)
    return tuple(
        Step(key, some[0].by, some[0].made_at, some[0].what, some[0].undoes, tuple(some))
        for key, some in together.items()
    )


def find_step(store: Store, step_id: str) -> Step:
    """The step with this id; raises `NoSuchStep`."""
    found = steps_of(store.journal(step=step_id))
    if not found:
        raise NoSuchStep
    return found[0]


def standing(steps: Sequence[Step]) -> frozenset[str]:
    """The ids of the steps that still hold: neither taken back, nor one that takes back.

    Steps are given oldest first. A step that was taken back and done again (its undoing was undone) holds.
    """
    gone: set[str] = set()
    for each in reversed(steps):
        if each.id not in gone and each.undoes is not None:
            gone.add(each.undoes)
    return frozenset(each.id for each in steps if each.id not in gone and each.undoes is None)


def next_to_undo(steps: Sequence[Step]) -> Step | None:
    """The last of these steps (oldest first) that still holds."""
    holding = standing(steps)
    return next((each for each in reversed(steps) if each.id in holding), None)


def next_to_redo(steps: Sequence[Step]) -> Step | None:
    """The last undoing among these steps (oldest first) that still holds; None once something new was done after it."""
    done = {each.id for each in steps if each.undoes is None}
    gone: set[str] = set()
    for each in reversed(steps):
        if each.undoes is None:
            return None
        if each.id not in gone and each.undoes in done:
            return each
        gone.add(each.undoes)
    return None


def take_back(store: Store, step: Step, *, leave: Collection[str] = ()) -> tuple[Any, ...]:
    """Undo a step within the store given, which should be opened with `undoes=step.id`; an undone undoing does it
    again. Returns the records that were there before and are there again. Records of the kinds in `leave` (names)
    stay as they are.

    Raises `NotKept` when the journal does not hold what there was before (material is never kept in it), and
    `ChangedSince` when one of the records was changed later by a step that still holds.
    """
    kinds = {each.kind.__name__: each for each in bindings()}
    step = replace(step, lines=tuple(each for each in step.lines if each.kind not in leave))
    if not step.lines:
        raise NotKept
    _check_kept(step, kinds)
    _check_unchanged(store, step)
    back: list[Any] = []
    for each in reversed(step.lines):
        back += _reverse(store, kinds[each.kind], each)
    return tuple(back)


def _check_kept(step: Step, kinds: Mapping[str, Binding]) -> None:
    for each in step.lines:
        binding = kinds.get(each.kind)
        if binding is None or not binding.analytic or each.record_id is None:
            raise NotKept
        if each.verb != "add" and each.before is None:
            raise NotKept


def _check_unchanged(store: Store, step: Step) -> None:
    last = step.lines[-1].number
    touched = {each.record_id for each in step.lines if each.record_id is not None}
    later = [each for each in store.later_lines(last, touched) if each.step != step.id]
    for each in _holding(store, later):
        raise ChangedSince(by=each.by)


def _holding(store: Store, lines: Sequence[Entry]) -> list[Entry]:
    """The lines of steps that still hold; an undoing holds together with the step that it took back."""
    seen = {each.step for each in lines}
    gone = _cancelled(steps_of(lines), seen)
    return [each for each in lines if each.step not in gone]


def _cancelled(steps: Sequence[Step], seen: Collection[str | None]) -> set[str]:
    """The steps that cancel each other out: those taken back, and what took them back, when both are among these."""
    gone: set[str] = set()
    for each in reversed(steps):
        if each.id not in gone and each.undoes in seen:
            gone |= {each.id, each.undoes or ""}
    return gone


def _reverse(store: Store, binding: Binding, line: Entry) -> list[Any]:
    if line.verb == "add":
        store.remove(store.get(binding.kind, str(line.record_id)))
        return []
    record = binding.revive(line.before or {})
    (store.add if line.verb == "remove" else store.replace)(record)
    return [record]
