"""Coding history: what one coder did on one document, so that the last of it can be taken back or done again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coding.codings import Coding
from coding.suggestions import Suggestion
from study.journal import Entry
from study.steps import Step, next_to_redo, next_to_undo, steps_of
from study.store import Store

LOOK_BACK = 2000
"""So many lines of a coder's own are looked through for steps on a document."""
KINDS: tuple[type[Coding] | type[Suggestion], ...] = (Coding, Suggestion)


@dataclass(frozen=True, slots=True)
class History:
    """The step that would be taken back next, and the undoing that would be done again next."""

    undo: Step | None
    redo: Step | None


def history_of(store: Store, document_id: str, *, by: str) -> History:
    """What this coder did last on this document, from the journal: it is the same after a reload."""
    lines = store.journal(newest=LOOK_BACK, by=by)
    here = _on_document(store, document_id, lines)
    steps = [each for each in steps_of(lines) if any((line.kind, line.record_id) in here for line in each.lines)]
    return History(next_to_undo(steps), next_to_redo(steps))


def _on_document(store: Store, document_id: str, lines: Iterable[Entry]) -> set[tuple[str, str | None]]:
    """The records (kind, id) in these lines that lie on the document, or lay on it before they went."""
    found: set[tuple[str, str | None]] = set()
    for kind in KINDS:
        mine = [each for each in lines if each.kind == kind.__name__]
        there = {each.id for each in store.find(kind, document_id=document_id)}
        found |= {
            (kind.__name__, each.record_id) for each in mine if each.record_id in there or _lay(each, document_id)
        }
    return found


def _lay(line: Entry, document_id: str) -> bool:
    return line.before is not None and line.before.get("document_id") == document_id
