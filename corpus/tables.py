"""The tables of the corpus."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, Select, Table, Text, func, select

from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.removals import Removal
from corpus.replacements import Replacement
from corpus.rounds import RoundChoice
from corpus.segments import Segment
from study.records import bind, metadata

instruments = bind(Instrument, "instrument", unique=(("key",),), order=("ordinal", "key"), analytic=True)
guides = bind(
    Guide,
    "guide",
    references={"instrument_id": "instrument"},
    unique=(("key",),),
    order=("key",),
    analytic=True,
)
questions = bind(
    Question,
    "question",
    references={"guide_id": "guide"},
    unique=(("guide_id", "key"),),
    order=("guide_id", "ordinal"),
    analytic=True,
)
participants = bind(Participant, "participant", unique=(("code",),), order=("code",))
documents = bind(
    Document,
    "document",
    references={"instrument_id": "instrument", "guide_id": "guide"},
    unique=(("digest",),),
    # All that a search needs of a document: SQLite would otherwise go through the whole text to what stands after it.
    indexes=(("source", "digest", "id", "title", "kind", "instrument_id"),),
    order=("source", "digest"),
)
segments = bind(
    Segment,
    "segment",
    references={"document_id": "document", "participant_id": "participant", "question_id": "question"},
    indexes=(("document_id", "ordinal"), ("participant_id",), ("document_id", "role", "participant_id", "ordinal")),
    order=("document_id", "ordinal"),
)
loss_reports = bind(
    LossReport, "loss_report", references={"document_id": "document"}, indexes=(("document_id",),), order=("id",)
)
round_choices = bind(
    RoundChoice, "round_choice", references={"instrument_id": "instrument"}, order=("format", "made_at")
)
replacements = bind(
    Replacement,
    "replacement",
    references={"document_id": "document"},
    indexes=(("document_id", "start"),),
    order=("document_id", "start"),
)
removals = bind(Removal, "removal", order=("made_at", "code"))
indexed_documents = Table(
    "indexed_document",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
)
"""Which numbers each document has in the index of words (corpus.search.tables)."""


def listed_documents() -> Select[Any]:
    """Every document in its order without its text: what the list of documents shows, and how long the text is."""
    names = ("id", "title", "kind", "status", "held_on", "source", "instrument_id")
    return select(*(documents.c[name] for name in names), func.length(documents.c.text).label("characters")).order_by(
        documents.c.source, documents.c.digest
    )


def voices_of_documents() -> Select[Any]:
    """Of each document (id) how many turns every role and perspective has."""
    spoken = segments.outerjoin(participants, participants.c.id == segments.c.participant_id)
    voice = (segments.c.document_id, segments.c.role, participants.c.perspective)
    return select(*voice, func.count().label("turns")).select_from(spoken).group_by(*voice)
