"""Memos on a list: each with what it is about, found by who wrote it, on what, under which word, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from coding.codebook import Code
from coding.codings import Coding
from coding.memos import Memo
from coding.rounds import CodingRound
from corpus.documents import Document
from corpus.participants import Participant
from corpus.speakers import is_local
from study.errors import NotFound
from study.folder import Study
from study.store import Store
from synthesis.findings import Finding
from workbench.actions.sight import sight_of
from workbench.looker import current_looker

STUDY = "Study"
"""What a memo is about that is about the study itself."""
SHORTEST = 3
"""A shorter label says nothing about who it is."""
KINDS: Mapping[str, type | None] = {
    "Document": Document,
    "Coding": Coding,
    "Code": Code,
    "Finding": Finding,
    "Participant": Participant,
    "CodingRound": CodingRound,
    STUDY: None,
}
"""What memos can be about."""


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo with the name and the address of what it is about; without an address that is gone.

    `names_somebody` says that a label under which a participant speaks stands in the text.
    """

    id: str
    kind: str
    about: str
    address: str
    label: str
    text: str
    author: str
    made_at: datetime
    changed_at: datetime | None
    names_somebody: bool = False


def list_memos(
    study: Study, *, kind: str = "", author: str = "", label: str = "", words: str = ""
) -> tuple[MemoRow, ...]:
    """The memos that fit, the newest first; those on codings that a round hides are left out."""
    with study.reading() as store:
        memos: tuple[Memo, ...] = store.records(Memo)[0]
        fitting = [each for each in memos if _fits(each, kind, author, label, words)]
        return tuple(_row(store, each) for each in reversed(fitting) if _may_be_seen(store, each))


def memos_on(study: Study, kind: str, about_id: str) -> tuple[MemoRow, ...]:
    """The memos on one record, the oldest first; raises `NotFound` for a kind that memos are not about."""
    if kind not in KINDS:
        raise NotFound(kind="Memo", name=kind)
    with study.reading() as store:
        found = store.find(Memo, about_kind=kind, about_id=about_id)
        return tuple(_row(store, each) for each in found if _may_be_seen(store, each))


def memo_authors(study: Study) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who wrote memos, and under which words."""
    with study.reading() as store:
        memos: tuple[Memo, ...] = store.records(Memo)[0]
    return _distinct(each.author for each in memos), _distinct(each.label for each in memos)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for each in names if each}))


def _fits(memo: Memo, kind: str, author: str, label: str, words: str) -> bool:
    return (
        (not kind or memo.about_kind == kind)
        and (not author or memo.author == author)
        and (not label or memo.label == label)
        and all(word in memo.text.casefold() for word in words.casefold().split())
    )


def _may_be_seen(store: Store, memo: Memo) -> bool:
    if memo.about_kind != Coding.__name__:
        return True
    found = store.find_all(Coding, [memo.about_id])
    return not found or not sight_of(store, by=current_looker()).hides(found[0])


def _row(store: Store, memo: Memo) -> MemoRow:
    about, address = _about(store, memo.about_kind, memo.about_id)
    return MemoRow(
        memo.id,
        memo.about_kind,
        about,
        address,
        memo.label,
        memo.text,
        memo.author,
        memo.made_at,
        memo.changed_at,
        _names_somebody(store, memo.text),
    )


def _names_somebody(store: Store, text: str) -> bool:
    """Whether a name under which a participant speaks stands in the text; labels such as "R1" are none."""
    people: tuple[Participant, ...] = store.records(Participant)[0]
    names = {label for each in people for label in each.labels if label != each.code and not is_local(label)}
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names if len(name) >= SHORTEST)


def _about(store: Store, kind: str, about_id: str) -> tuple[str, str]:
    """What the record is called, and where it is on screen."""
    known = KINDS.get(kind)
    found: tuple[Any, ...] = store.find_all(known, [about_id]) if known else ()
    if not found:
        return "", ""
    if kind == Coding.__name__:
        title = store.get(Document, found[0].document_id).title
        return f"{found[0].code or '–'}, {title}", f"/codeer/{found[0].document_id}?passage={about_id}"
    name, path, key = _PLACES[kind]
    return str(getattr(found[0], name)), f"{path}{quote(str(getattr(found[0], key)))}"


_PLACES: Mapping[str, tuple[str, str, str]] = {
    "Document": ("title", "/documenten/", "id"),
    "Code": ("name", "/codeboek/", "key"),
    "Finding": ("label", "/kaart/bevinding/", "key"),
    "CodingRound": ("title", "/rondes/", "id"),
    "Participant": ("code", "/deelnemers/", "code"),
}
"""Of each kind the field with its name, its page, and the field that stands in the address."""
