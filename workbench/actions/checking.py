"""Checking: which documents a person looked through for names, and which are raw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus.documents import Document, DocumentKind, DocumentStatus
from study.folder import Study
from workbench.actions.codings import find_document

PUBLIC = (DocumentKind.POLICY, DocumentKind.LITERATURE, DocumentKind.PUBLISHED_REPORT)
"""What anybody may read already needs no pseudonyms."""


def count_raw(study: Study) -> int:
    """How many documents with people's words nobody has checked for names."""
    raw, kinds = DocumentStatus.RAW.value, (each for each in DocumentKind if each not in PUBLIC)
    with study.reading() as store:
        return sum(store.count(Document, status=raw, kind=each.value) for each in kinds)


def mark_checked(study: Study, names: Iterable[str], *, by: str, checked: bool = True) -> int:
    """Write down that a person looked these documents through for names (or that it was not so); how many changed."""
    status = DocumentStatus.CHECKED if checked else DocumentStatus.RAW
    with study.store(by=by) as store:
        found = [find_document(store, each) for each in names]
        changed = [replace(each, status=status) for each in found if each.status is not status]
        store.replace(*changed)
    return len(changed)
