"""The corpus: from a file to documents, turns and segments, and to who was asked what.

Names are loaded when they are asked for, so that `import corpus` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Not late: the module of the same name would take the place of the verb as soon as anyone imported it.
from corpus.asked import asked, covered

if TYPE_CHECKING:
    from corpus.documents import Document as Document
    from corpus.documents import DocumentKind as DocumentKind
    from corpus.embedding import Embedder as Embedder
    from corpus.embedding import SentenceEmbedder as SentenceEmbedder
    from corpus.embedding import fit_embedder as fit_embedder
    from corpus.guides import Guide as Guide
    from corpus.guides import Question as Question
    from corpus.instruments import Instrument as Instrument
    from corpus.linking import find_participants as find_participants
    from corpus.linking import segment as segment
    from corpus.participants import Participant as Participant
    from corpus.readers import read_document as read_document
    from corpus.reading import Reading as Reading
    from corpus.reading import ReadingOptions as ReadingOptions
    from corpus.reading import Turn as Turn
    from corpus.reading import make_document as make_document
    from corpus.segments import Segment as Segment

_HOMES = {
    "Document": "documents",
    "DocumentKind": "documents",
    "Participant": "participants",
    "Segment": "segments",
    "Instrument": "instruments",
    "Guide": "guides",
    "Question": "guides",
    "Reading": "reading",
    "ReadingOptions": "reading",
    "Turn": "reading",
    "read_document": "readers",
    "make_document": "reading",
    "segment": "linking",
    "find_participants": "linking",
    "Embedder": "embedding",
    "SentenceEmbedder": "embedding",
    "fit_embedder": "embedding",
}

__all__ = [
    "Document",
    "DocumentKind",
    "Participant",
    "Segment",
    "Instrument",
    "Guide",
    "Question",
    "Reading",
    "ReadingOptions",
    "Turn",
    "read_document",
    "make_document",
    "segment",
    "find_participants",
    "asked",
    "covered",
    "Embedder",
    "SentenceEmbedder",
    "fit_embedder",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"corpus.{_HOMES[name]}"), name)
