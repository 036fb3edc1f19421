"""Put questions: where in a document a question of the topic list is put, and what follows when that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.documents import DocumentKind
from corpus.prompts import carry_on, in_order
from corpus.segments import Segment


def put_questions(segments: Sequence[Segment], kind: DocumentKind) -> dict[str, str]:
    """The question (id) that is put in each segment (id) where another question begins, in the order of the document.

    In a talk that is where the question differs from that of the turn before; in a community, from that of the post
    it replies to.
    """
    before = _before(segments, kind)
    return {
        each.id: each.question_id
        for each, place in zip(segments, before, strict=True)
        if each.question_id is not None and (place is None or segments[place].question_id != each.question_id)
    }


def relink_questions(
    segments: Sequence[Segment], kind: DocumentKind, chosen: Mapping[str, str | None]
) -> tuple[Segment, ...]:
    """The segments that change when these (id) put these questions (id; None: they go on with the one before).

    What was put elsewhere stays; answers go with the last question put before them, posts with that of the post they
    reply to, as at the import.
    """
    put = put_questions(segments, kind) | dict(chosen)
    carried = carry_on([put.get(each.id) for each in segments], _before(segments, kind))
    return tuple(
        replace(each, question_id=question)
        for each, question in zip(segments, carried, strict=True)
        if each.question_id != question
    )


def _before(segments: Sequence[Segment], kind: DocumentKind) -> list[int | None]:
    """The place of what each segment goes on from: the turn before it, or the post it replies to.

    A community of which the export says nowhere who answers whom is read in its order, as a talk.
    """
    if kind != DocumentKind.COMMUNITY or not any(each.reply_to for each in segments):
        return in_order(len(segments))
    places = {each.id: place for place, each in enumerate(segments)}
    return [places.get(each.reply_to or "") for each in segments]
