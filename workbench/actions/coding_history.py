"""Coding history: what one coder did on one document, so that the last of it can be taken back or done again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coding.codings import Coding
from coding.suggestions import Suggestion
from study.folder import Study
from study.journal import Entry
from study.steps import Step, next_to_redo, next_to_undo, steps_of
from study.store import Store

FIRST_LOOK = 40
LOOK_BACK = 2000
"""So many lines of a coder's own are looked through for steps on a document."""
KINDS: tuple[type[Coding] | type[Suggestion], ...] = (Coding, Suggestion)


@dataclass(frozen=True, slots=True)
class History:
    """The step that would be taken back next, and the undoing that would be done again next."""

    undo: Step | None = None
    redo: Step | None = None


def read_history(study: Study, document_id: str, *, by: str) -> History:
    """The same as `history_of`, for who holds no store."""
    with study.reading() as store:
        return history_of(store, document_id, by=by)


def history_of(store: Store, document_id: str, *, by: str) -> History:
    """What this coder did last on this document, from the journal: it is the same after a reload.

    Mostly the last lines tell; only when all of these were taken back is there more to read.
    """
    found = _history(store, document_id, store.journal(newest=FIRST_LOOK, by=by))
    if found.undo is not None and found.redo is None:
        return found
    return _history(store, document_id, store.journal(newest=LOOK_BACK, by=by))


def _history(store: Store, document_id: str, lines: Sequence[Entry]) -> History:
    here = _on_document(store, document_id, lines)
    steps = [each for each in steps_of(lines) if any((line.kind, line.record_id) in here for line in each.lines)]
    return History(next_to_undo(steps), next_to_redo(steps))


def _on_document(store: Store, document_id: str, lines: Iterable[Entry]) -> set[tuple[str, str]]:
    """The records (kind, id) in these lines that lie on the document, or lay on it before they went."""
    found: set[tuple[str, str]] = set()
    for kind in KINDS:
        mine = [each for each in lines if each.kind == kind.__name__ and each.record_id is not None]
        there = store.find_all(kind, tuple({str(each.record_id) for each in mine}))
        found |= {(kind.__name__, each.id) for each in there if each.document_id == document_id}
        found |= {(kind.__name__, str(each.record_id)) for each in mine if _lay(each, document_id)}
    return found


def _lay(line: Entry, document_id: str) -> bool:
    return line.before is not None and line.before.get("document_id") == document_id
