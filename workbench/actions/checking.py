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
    with study.reading() as store:
        documents: tuple[Document, ...] = store.records(Document)[0]
    return sum(is_raw(each) for each in documents)


def is_raw(document: Document) -> bool:
    """Whether a document holds people's words and nobody has checked it for names."""
    return document.status is DocumentStatus.RAW and document.kind not in PUBLIC


def mark_checked(study: Study, names: Iterable[str], *, by: str, checked: bool = True) -> int:
    """Write down that a person looked these documents through for names (or that it was not so); how many changed."""
    status = DocumentStatus.CHECKED if checked else DocumentStatus.RAW
    with study.store(by=by) as store:
        found = [find_document(store, each) for each in names]
        changed = [replace(each, status=status) for each in found if each.status is not status]
        store.replace(*changed)
    return len(changed)
