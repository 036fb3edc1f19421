"""The tables of the corpus."""

from __future__ import annotations

from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.records import bind

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
    order=("source", "digest"),
)
segments = bind(
    Segment,
    "segment",
    references={"document_id": "document", "participant_id": "participant", "question_id": "question"},
    indexes=(("document_id", "ordinal"), ("participant_id",)),
    order=("document_id", "ordinal"),
)
