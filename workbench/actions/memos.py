"""Memos: notes that people write on what they work with, changed and taken away again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from coding.memos import Memo
from study.folder import Study
from study.ids import new_id
from study.store import Store
from workbench.actions.codings import find_document
from workbench.errors import EmptyMemo

WRITE, CHANGE, REMOVE = "write memo", "change memo", "remove memo"
"""What the journal calls what happens to memos."""


def write_memo(
    study: Study, about_kind: str, about_id: str, text: str, *, by: str, label: str = "", memo_id: str | None = None
) -> Memo:
    """Write a memo on a record (its kind, "Document", and its id), or give the one with this id another text.

    Raises `EmptyMemo` without a text, `NotFound` when there is no memo with this id.
    """
    if not text.strip():
        raise EmptyMemo
    with study.store(by=by, what=CHANGE if memo_id else WRITE) as store:
        return put_memo(store, about_kind, about_id, text.strip(), label=label.strip(), memo_id=memo_id)


def put_memo(store: Store, about_kind: str, about_id: str, text: str, *, label: str, memo_id: str | None) -> Memo:
    """The same in an open step."""
    now = datetime.now(UTC)
    if memo_id:
        memo = replace(store.get(Memo, memo_id), text=text, label=label, changed_at=now)
        store.replace(memo)
    else:
        memo = Memo(new_id(), about_kind, about_id, text, store.by, now, label)
        store.add(memo)
    return memo


def write_on_document(study: Study, name: str | None, text: str, *, by: str, label: str = "") -> Memo:
    """Write a memo on the document with this name, or on the study itself.

    Raises `DocumentNotFound` and `EmptyMemo`.
    """
    if name is None:
        return write_memo(study, "Study", study.settings.id, text, by=by, label=label)
    with study.reading() as store:
        document = find_document(store, name)
    return write_memo(study, "Document", document.id, text, by=by, label=label)


def remove_memo(study: Study, memo_id: str, *, by: str) -> Memo:
    """Take the memo away and give it back; the journal keeps what it was. Raises `NotFound`."""
    with study.store(by=by, what=REMOVE) as store:
        memo = store.get(Memo, memo_id)
        store.remove(memo)
    return memo


def memos_about(store: Store, kind: str, ids: Collection[str]) -> dict[str, tuple[Memo, ...]]:
    """The memos on these records of one kind, by id, oldest first; a record without one is not in it."""
    found: dict[str, list[Memo]] = defaultdict(list)
    wanted = frozenset(ids)
    for memo in store.find(Memo, about_kind=kind) if wanted else ():
        if memo.about_id in wanted:
            found[memo.about_id].append(memo)
    return {key: tuple(some) for key, some in found.items()}
