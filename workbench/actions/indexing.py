"""Indexing: the words of every turn, kept where they can be found; what is not indexed yet is so at the next search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.documents import Document
from corpus.search.tables import (
    Rows,
    empty_index,
    index_document,
    indexed,
    next_number,
    not_indexed,
    one_at_a_time,
    put_in,
    rows_for,
    take_out,
    unindex_document,
)
from corpus.segments import Segment
from study.folder import Study
from study.ids import digest_of
from study.messages import translate as _
from study.store import Store
from workbench.progress import Progress, silent

INDEXER = "index"
"""In whose name the index is made; it is no record, so the journal has no line of it."""


def index_documents(store: Store, documents: Iterable[Document], segments: Iterable[Segment]) -> None:
    """Put the words of these documents in the index, in the open transaction; the segments are all of theirs."""
    turns: dict[str, list[Segment]] = defaultdict(list)
    for each in segments:
        turns[each.document_id].append(each)
    _wait_for_turn(store)
    for document in documents:
        _index(store, document, turns[document.id])


def drop_documents(store: Store, document_ids: Iterable[str]) -> None:
    """Take the words of these documents (ids) out of the index, in the open transaction.

    Call it before their texts or turns change. What changed already cannot be taken out word by word: then the whole
    index goes, and comes back at the next search. What is dropped and not indexed again is indexed at the next search.
    """
    _wait_for_turn(store)
    known = {document_id: (first, digest) for document_id, first, _size, digest in store.rows(indexed())}
    for key in document_ids:
        if key in known and not _take_out(store, key, *known[key]):
            _empty(store)
            return


def rebuild_index(study: Study, *, progress: Progress = silent) -> None:
    """Make the index anew, from the texts as they are now."""
    with study.store(by=INDEXER) as store:
        _empty(store)
    complete_index(study, progress=progress)


def complete_index(study: Study, *, progress: Progress = silent) -> int:
    """Index the documents that are not in the index yet, each in a transaction of its own; returns how many."""
    with study.reading() as store:
        missing: list[str] = store.rows(not_indexed())
    for done, key in enumerate(missing):
        with study.store(by=INDEXER) as store:
            _index_once(store, key)
        progress(_("Indexing the words"), total=len(missing), done=done + 1)
    return len(missing)


def _index_once(store: Store, document_id: str) -> None:
    """Index a document, unless somebody else did so or it went in the meantime."""
    _wait_for_turn(store)
    documents = store.find(Document, id=document_id)
    if documents and document_id in store.rows(not_indexed()):
        _index(store, documents[0], store.find(Segment, document_id=document_id))


def _index(store: Store, document: Document, segments: Sequence[Segment]) -> None:
    [first] = store.rows(next_number())
    rows = _rows(store, document, segments, first)
    size = 1 + max((each.ordinal for each in segments), default=-1)
    store.run(index_document(document.id, first=first, size=size, digest=_digest(rows)))
    if rows:
        store.run(put_in(store.dialect), rows)


def _take_out(store: Store, document_id: str, first: int, digest: str) -> bool:
    """Take a document out; False, and nothing done, when its words are not those that went in."""
    documents = store.find(Document, id=document_id)
    rows = _rows(store, documents[0], store.find(Segment, document_id=document_id), first) if documents else []
    if _digest(rows) != digest:
        return False
    if rows:
        store.run(take_out(store.dialect), rows)
    store.run(unindex_document(document_id))
    return True


def _rows(store: Store, document: Document, segments: Sequence[Segment], first: int) -> Rows:
    return rows_for(store.dialect, ((first + each.ordinal, document.text[each.start : each.end]) for each in segments))


def _digest(rows: Rows) -> str:
    """What the rows hold, in whatever order they come."""
    return digest_of("\n".join(sorted(repr(tuple(row.values())) for row in rows)).encode("utf-8"))


def _empty(store: Store) -> None:
    _wait_for_turn(store)
    for statement in empty_index(store.dialect):
        store.run(statement)


def _wait_for_turn(store: Store) -> None:
    if (statement := one_at_a_time(store.dialect)) is not None:
        store.run(statement)
