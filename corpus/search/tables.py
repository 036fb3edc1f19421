"""The index of words: FTS5 in SQLite, a tsvector in PostgreSQL; a segment has the same number in both.

A document takes a row of numbers that follow each other; a segment's number is the first of them plus its ordinal.
That is why a hit can be counted and put in order without another look at the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Integer, Select, column, delete, func, insert, select, table, text

from corpus.search.words import split_words, stem
from corpus.tables import documents, indexed_documents

MARK = "="
"""In PostgreSQL a word stands beside its stem at the same place, with this sign before it."""
MOST_PLACES = 255
FARTHEST = 16_000
"""A tsvector holds no more places of one word, and none farther in the text; see `is_long`."""
Rows = list[dict[str, Any]]
word_index = table("word_index", column("number", Integer), column("tokens"), column("is_long"))


def rows_for(dialect: str, numbered: Iterable[tuple[int, str]]) -> Rows:
    """What goes into the index for these texts, each under its number."""
    row = _sqlite_row if dialect == "sqlite" else _postgres_row
    return [row(number, [each.folded for each in split_words(words)]) for number, words in numbered]


def put_in(dialect: str) -> Executable:
    """The statement that puts rows in the index."""
    return text(_INSERT[dialect])


def take_out(dialect: str) -> Executable:
    """The statement that takes rows out again; FTS5 without content needs the very words that went in."""
    return text(_DELETE[dialect])


def empty_index(dialect: str) -> tuple[Executable, ...]:
    """The statements that take everything out of the index."""
    return text(_EMPTY[dialect]), delete(indexed_documents)


def one_at_a_time(dialect: str) -> Executable | None:
    """The statement after which nobody else changes the index until the end; SQLite has one writer anyway."""
    return select(func.pg_advisory_xact_lock(0x647261616)) if dialect == "postgresql" else None


def index_document(document_id: str, *, first: int, size: int, digest: str) -> Executable:
    """The statement that says which numbers a document has and what went into the index."""
    return insert(indexed_documents).values(document_id=document_id, first=first, size=size, digest=digest)


def unindex_document(document_id: str) -> Executable:
    """The statement that forgets the numbers of a document."""
    return delete(indexed_documents).where(indexed_documents.c.document_id == document_id)


def next_number() -> Select[Any]:
    """The first number that no document has."""
    return select(func.coalesce(func.max(indexed_documents.c.first + indexed_documents.c.size), 1))


def indexed() -> Select[Any]:
    """Document id, first number, how many, and digest of what went in, of every document in the index."""
    return select(*indexed_documents.c)


def not_indexed() -> Select[Any]:
    """The ids of the documents that are not in the index, in their order."""
    known = select(indexed_documents.c.document_id)
    return select(documents.c.id).where(documents.c.id.not_in(known)).order_by(documents.c.source, documents.c.digest)


def _sqlite_row(number: int, folded: Sequence[str]) -> dict[str, Any]:
    return {"number": number, "stems": " ".join(map(stem, folded)), "words": " ".join(folded)}


def _postgres_row(number: int, folded: Sequence[str]) -> dict[str, Any]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(folded, start=1):
        places[MARK + each].append(place)
        places[stem(each)].append(place)
    is_long = len(folded) > FARTHEST or any(len(each) > MOST_PLACES for each in places.values())
    return {"number": number, "tokens": _tsvector(places, with_places=not is_long), "is_long": is_long}


def _tsvector(places: Mapping[str, Collection[int]], *, with_places: bool) -> str:
    if not with_places:
        return " ".join(f"'{word}'" for word in places)
    return " ".join(f"'{word}':{','.join(map(str, some))}" for word, some in places.items())


_INSERT = {
    "sqlite": "INSERT INTO word_index (rowid, stems, words) VALUES (:number, :stems, :words)",
    "postgresql": (
        "INSERT INTO word_index (number, tokens, is_long) VALUES (:number, CAST(:tokens AS tsvector), :is_long)"
    ),
}
_DELETE = {
    "sqlite": "INSERT INTO word_index (word_index, rowid, stems, words) VALUES ('delete', :number, :stems, :words)",
    "postgresql": "DELETE FROM word_index WHERE number = :number",
}
_EMPTY = {
    "sqlite": "INSERT INTO word_index (word_index) VALUES ('delete-all')",
    "postgresql": "DELETE FROM word_index",
}
