"""Privacy in the corpus: what its records hold of people, and the same records after a text changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from corpus.departures import Departure
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.removals import Removal
from corpus.replacements import Replacement
from corpus.rounds import RoundChoice
from corpus.segments import Role, Segment
from corpus.spans import SpanMap
from study.changes import Changes, changed
from study.holdings import Holds, Register

_Part = TypeVar("_Part", Segment, Replacement, LossReport)

ID = "an id, which says nothing about anybody"
KEY = "a key that researchers choose"
REFERENCE = "the id of a record that is nobody's"
SETTING = "a technical fact about the file or the study"
RESEARCHER = "who of the team did it"
NUMBER = "a count or a place in an order"

HOLDS: Register = {
    Instrument: Holds(
        words=("title", "conducted_by", "analysed_by", "selection", "bias", "consent", "anonymity"),
        nobody={"id": ID, "key": KEY, "perspective": KEY},
    ),
    Guide: Holds(
        words=("title",),
        nobody={"id": ID, "key": KEY, "instrument_id": REFERENCE, "version": KEY, "replaces": KEY},
    ),
    Question: Holds(
        words=("text",),
        nobody={"id": ID, "guide_id": REFERENCE}
        | dict.fromkeys(("key", "phases", "codes", "assumptions", "default_phase", "default_actor"), KEY),
    ),
    Participant: Holds(words=("labels", "traits"), people=("id", "code"), nobody={"perspective": KEY}),
    Document: Holds(
        words=("title", "source"),
        spans=("text",),
        nobody={"instrument_id": REFERENCE, "guide_id": REFERENCE, "language": SETTING, "digest": SETTING, "id": ID},
    ),
    Segment: Holds(
        words=("speaker",),
        spans=("document_id", "start", "end"),
        people=("participant_id", "posted_at", "starts_at", "ends_at"),
        rests_on=("reply_to",),
        nobody={"id": ID, "question_id": REFERENCE, "ordinal": NUMBER, "likes": NUMBER, "page": NUMBER},
    ),
    LossReport: Holds(
        words=("notes",),
        rests_on=("document_id",),
        nobody={"id": ID, "format": SETTING, "encoding": SETTING, "characters": NUMBER, "left_out": NUMBER},
    ),
    RoundChoice: Holds(
        words=("settings",), nobody={"id": ID, "instrument_id": REFERENCE, "format": SETTING, "by": RESEARCHER}
    ),
    Replacement: Holds(
        words=("pseudonym",), spans=("document_id", "start", "end"), nobody={"id": ID, "by": RESEARCHER}
    ),
    Removal: Holds(people=("code",), nobody={"id": ID, "by": RESEARCHER, "counts": NUMBER}),
}
"""What the fields of each record of the corpus may hold."""


def move_spans(
    document_id: str, change: SpanMap, segments: Iterable[Segment], replacements: Iterable[Replacement]
) -> Changes:
    """The turns and logged replacements of a document where they lie after the change.

    A turn of which nothing is left stays as an empty place, so that what replies to it keeps its partner; a
    replacement of which nothing is left goes.
    """
    return changed((each, _moved_turn(each, change)) for each in segments if each.document_id == document_id) + changed(
        (each, _moved_replacement(each, change)) for each in replacements if each.document_id == document_id
    )


def _moved_turn(segment: Segment, change: SpanMap) -> Segment:
    nothing_left = (change.place(segment.start),) * 2
    start, end = change.move(segment.start, segment.end) or nothing_left
    return replace(segment, start=start, end=end)


def _moved_replacement(replacement: Replacement, change: SpanMap) -> Replacement | None:
    """The replacement at its new place; None when the change takes its pseudonym away."""
    span = change.move(replacement.start, replacement.end)
    if span is None or change.touches(replacement.start, replacement.end):
        return None
    return replace(replacement, start=span[0], end=span[1])


def forget(
    departure: Departure,
    segments: Iterable[Segment],
    replacements: Iterable[Replacement],
    loss_reports: Iterable[LossReport],
) -> Changes:
    """The corpus without this participant: whole documents go with all that is theirs, other turns become nobody's.

    The texts that stay change afterwards, by `departure.changes`.
    """
    gone = departure.document_ids
    theirs = (_of(gone, segments), _of(gone, replacements), _of(gone, loss_reports))
    leaver = () if departure.participant is None else (departure.participant,)
    return Changes(
        replaced=tuple(_nobodys(each) for each in departure.shared_turns),
        removed=(*chain(*theirs), *departure.documents, *leaver),
    )


def _of(gone: Collection[str], records: Iterable[_Part]) -> list[_Part]:
    return [each for each in records if each.document_id in gone]


def _nobodys(segment: Segment) -> Segment:
    """The turn as a place without a speaker, so that what replies to it keeps its partner."""
    return replace(
        segment,
        speaker=None,
        participant_id=None,
        role=Role.NONE,
        starts_at=None,
        ends_at=None,
        posted_at=None,
        question_id=None,
        likes=0,
    )
