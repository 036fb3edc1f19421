"""The index of words: FTS5 in SQLite, a tsvector in PostgreSQL; a segment has the same number in both.

A document takes a row of numbers that follow each other; a segment's number is the first of them plus its ordinal.
That is why a hit can be counted and put in order without another look at the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Executable,
    Integer,
    Select,
    Text,
    and_,
    cast,
    column,
    delete,
    func,
    insert,
    or_,
    select,
    table,
    text,
    values,
)

from corpus.search.query import Query
from corpus.search.sql_forms import MARK, Fts5, TsQuery, write
from corpus.search.words import folded_words, stem
from corpus.segments import Role
from corpus.tables import documents, indexed_documents, instruments, participants, segments

MOST_PLACES = 255
FARTHEST = 16_000
"""A tsvector holds no more places of one word, and none farther in the text; a text with more is `is_long`, and its
words are kept without their places."""
FEW = 500
"""Of more documents than this the speakers are read of all, which is quicker than naming them."""
Rows = list[dict[str, Any]]
word_index = table(
    "word_index", column("rowid", Integer), column("number", Integer), column("tokens"), column("is_long", Boolean)
)


def rows_for(dialect: str, numbered: Iterable[tuple[int, str]]) -> Rows:
    """What goes into the index for these texts, each under its number."""
    row = _sqlite_row if dialect == "sqlite" else _postgres_row
    return [row(number, folded_words(words)) for number, words in numbered]


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


def finders(dialect: str, query: Query) -> list[tuple[Select[Any], bool]]:
    """What gives the numbers of the segments that are found (one text, with commas; None when there are none), each
    with whether it never gives one too many."""
    if dialect == "sqlite":
        form = write(query, Fts5())
        condition = text("word_index MATCH :asked").bindparams(asked=form.text)
        return [(select(_listed(word_index.c.rowid)).where(condition), form.is_exact)]
    form, loose = write(query, TsQuery()), write(query, TsQuery(has_places=False))
    numbers, is_long = select(_listed(word_index.c.number)), word_index.c.is_long
    if loose.is_exact:
        return [(numbers.where(_answers(loose.text)), True)]
    return [
        (numbers.where(_answers(form.text), ~is_long), form.is_exact),
        (numbers.where(_answers(loose.text), is_long), False),
    ]


def _listed(number: ColumnElement[int]) -> ColumnElement[str]:
    """Numbers as one text, with commas: a row for each would take longer than finding them."""
    return func.aggregate_strings(cast(number, Text), ",")


def _answers(tsquery: str) -> ColumnElement[bool]:
    return text("tokens @@ CAST(:asked AS tsquery)").bindparams(asked=tsquery).self_group()  # type: ignore[return-value]


def searched_documents() -> Select[Any]:
    """Every document in the index in the order of documents: id, title, kind, instrument, first number, size."""
    return (
        select(
            documents.c.id,
            documents.c.title,
            documents.c.kind,
            documents.c.instrument_id,
            indexed_documents.c.first,
            indexed_documents.c.size,
        )
        .join(indexed_documents, indexed_documents.c.document_id == documents.c.id)
        .order_by(documents.c.source, documents.c.digest)
    )


def spoken_ordinals(document_ids: Sequence[str], *, perspective: str | None, respondents: bool) -> Select[Any]:
    """Of each of these documents its first number, and the ordinals (with commas) of what is said by whom is meant.

    A group voice has the perspective of its instrument.
    """
    query = (
        select(indexed_documents.c.first, _listed(segments.c.ordinal))
        .join_from(indexed_documents, segments, indexed_documents.c.document_id == segments.c.document_id)
        .group_by(indexed_documents.c.document_id, indexed_documents.c.first)
    )
    if len(document_ids) <= FEW:
        query = query.where(indexed_documents.c.document_id.in_(document_ids))
    if respondents:
        query = query.where(segments.c.role == Role.RESPONDENT)
    return query if perspective is None else query.where(_said_from(perspective))


def _said_from(perspective: str) -> ColumnElement[bool]:
    people = select(participants.c.id).where(participants.c.perspective == perspective)
    groups = (
        select(documents.c.id)
        .join(instruments, instruments.c.id == documents.c.instrument_id)
        .where(instruments.c.perspective == perspective)
    )
    is_group = and_(segments.c.role == Role.GROUP, segments.c.document_id.in_(groups))
    return or_(segments.c.participant_id.in_(people), is_group)


def texts_of(document_ids: Collection[str]) -> Select[Any]:
    """Id and text of these documents."""
    return select(documents.c.id, documents.c.text).where(documents.c.id.in_(document_ids))


def turns_at(places: Sequence[tuple[str, int]]) -> Select[Any]:
    """The turns at these places (document id, ordinal), by document: where in the text, who speaks, and when."""
    turn = segments.c
    # A list of pairs after IN would make SQLite go through all segments; joined, each is looked up.
    given = values(column("document_id", Text), column("ordinal", Integer), name="places").data(list(places)).cte()
    here = and_(turn.document_id == given.c.document_id, turn.ordinal == given.c.ordinal)
    return (
        select(
            turn.id,
            turn.document_id,
            turn.ordinal,
            turn.start,
            turn.end,
            turn.speaker,
            participants.c.code,
            participants.c.perspective,
            turn.role,
            turn.starts_at,
        )
        .join_from(given, segments, here)
        .join(participants, participants.c.id == turn.participant_id, isouter=True)
        .order_by(turn.document_id, turn.ordinal)
    )


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
