"""Memos from the coding page: on a passage or on the document that is open, as a step that can be asked for twice."""

from __future__ import annotations

from coding.codings import Coding
from corpus.documents import Document
from study.folder import Study
from workbench.actions.coding_steps import Asked, Done, done_before, what_was_done
from workbench.actions.memos import WRITE, put_memo
from workbench.errors import EmptyMemo

KINDS: dict[str, type[Coding] | type[Document]] = {"Coding": Coding, "Document": Document}


def memo_on(study: Study, asked: Asked, about_kind: str, about_id: str, text: str, *, label: str = "") -> Done:
    """Write a memo on a coding or document (id); raises `EmptyMemo`, and `NotFound` when what it is about is gone."""
    if not text.strip():
        raise EmptyMemo
    with study.store(by=asked.by, what=WRITE, step=asked.step) as store:
        if before := done_before(store, asked):
            return before
        store.get(KINDS[about_kind], about_id)
        put_memo(store, about_kind, about_id, text.strip(), label=label.strip(), memo_id=None)
        return what_was_done(store, asked)
