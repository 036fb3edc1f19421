"""Nearest by meaning: the turns of a study that are most like one of them; nothing of it is kept on disk."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.documents import Document
from corpus.nearest import Meanings, Near, learn_meanings
from corpus.segments import Segment
from study.folder import Study
from study.messages import translate as _
from workbench.actions.codings import named_document
from workbench.errors import TurnNotFound

STRONG, FAIR = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Alike:
    """A turn with those that are most like it, each with its document."""

    document: Document
    segment: Segment
    found: tuple[tuple[Document, Near], ...]

    @property
    def text(self) -> str:
        """The words of the turn that was asked about."""
        return self.document.text[self.segment.start : self.segment.end]


def find_alike(study: Study, place: str, *, most: int = 20) -> Alike:
    """The turns most like the one at a place, "DOCUMENT:TURN" with turns counted from 1.

    Raises `DocumentNotFound` or `TurnNotFound`.
    """
    with study.reading() as store:
        documents, segments = store.records(Document, Segment)
    name, _sign, number = place.rpartition(":")
    document = named_document(documents, name)
    here = [each for each in segments if each.document_id == document.id and str(each.ordinal + 1) == number]
    if not here:
        raise TurnNotFound(turn=number, document=document.title)
    return turns_like(here[0], learn_meanings(documents, segments), most=most)


def turns_like(segment: Segment, meanings: Meanings, *, most: int = 20) -> Alike:
    """The turns most like this one, among those whose meanings are known, which its own document belongs to."""
    by_id = meanings.documents
    document = by_id[segment.document_id]
    found = meanings.nearest(document.text[segment.start : segment.end], most=most, besides=segment.id)
    return Alike(document, segment, tuple((by_id[each.segment.document_id], each) for each in found))


def likeness_words(likeness: float) -> str:
    """How much a turn is like another, in words: the number says less than it seems to."""
    if likeness >= STRONG:
        return _("much alike")
    return _("alike") if likeness >= FAIR else _("a little alike")
