"""Privacy in coding: what its records hold of people, and the same records after a text changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from coding.adjudication import Adjudication
from coding.aliases import CodeAlias
from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.framework import FrameworkSummary
from coding.memos import Memo
from coding.rounds import CodingRound, RoundUnit
from coding.suggestions import Suggestion
from coding.versions import CodebookVersion
from corpus.departures import Departure
from corpus.documents import Document
from corpus.privacy import ID, KEY, NUMBER, REFERENCE, RESEARCHER, SETTING
from corpus.segments import Segment
from corpus.spans import SpanMap
from study.changes import Changes, changed
from study.holdings import Holds, Register

Lying = Coding | RoundUnit | Adjudication | Suggestion
_Lying = TypeVar("_Lying", bound=Lying)

LYING: tuple[type[Lying], ...] = (Coding, RoundUnit, Adjudication, Suggestion)
"""What lies on a text."""

HOLDS: Register = {
    CodeGroup: Holds(words=("label", "fields"), nobody={"id": ID, "key": KEY, "ordinal": NUMBER}),
    Code: Holds(
        words=("name", "definition", "include", "exclude", "example"),
        nobody={"id": ID, "key": KEY, "group": KEY, "parent": KEY, "ordinal": NUMBER, "colour": SETTING}
        | {"shortcut": SETTING},
    ),
    CodeAlias: Holds(words=("words",), nobody={"id": ID, "code": KEY, "perspective": KEY}),
    CodebookVersion: Holds(nobody={"id": ID, "number": NUMBER, "by": RESEARCHER, "step": REFERENCE, "what": SETTING}),
    Coding: Holds(
        words=("fields",),
        spans=("document_id", "start", "end"),
        nobody={"id": ID, "coder": RESEARCHER, "code": KEY, "phase": KEY, "actor": KEY, "round_id": REFERENCE}
        | {"intensity": NUMBER, "codebook_version": NUMBER},
    ),
    Suggestion: Holds(
        spans=("document_id", "start", "end"),
        nobody={"id": ID, "code": KEY, "method": SETTING, "score": NUMBER, "decided_by": RESEARCHER},
    ),
    CodingRound: Holds(
        words=("title",),
        nobody={"id": ID, "unit": SETTING, "codes": KEY, "sample": NUMBER, "seed": NUMBER}
        | {"coders": RESEARCHER, "opened_by": RESEARCHER},
    ),
    RoundUnit: Holds(spans=("document_id", "start", "end"), nobody={"id": ID, "round_id": REFERENCE}),
    Adjudication: Holds(
        words=("reason",),
        spans=("document_id", "start", "end"),
        nobody={"id": ID, "round_id": REFERENCE, "code": KEY, "by": RESEARCHER},
    ),
    FrameworkSummary: Holds(
        words=("text",),
        people=("participant_id",),
        rests_on=("codings",),
        nobody={"id": ID, "code": KEY, "by": RESEARCHER},
    ),
    Memo: Holds(
        words=("text", "label"), rests_on=("about_id",), nobody={"id": ID, "about_kind": KEY, "author": RESEARCHER}
    ),
}
"""What the fields of each record of coding may hold."""


def move_spans(document_id: str, change: SpanMap, lying: Iterable[_Lying]) -> Changes:
    """What lies on a document (`LYING`) where it is after the change; that of which no word is left goes."""
    return changed((each, _moved(each, change)) for each in lying if each.document_id == document_id)


def _moved(each: _Lying, change: SpanMap) -> _Lying | None:
    span = change.move(each.start, each.end)
    return None if span is None else replace(each, start=span[0], end=span[1])


def forget(departure: Departure, documents: Iterable[Document], lying: Iterable[_Lying]) -> Changes:
    """What lies on texts (`LYING`) without what is on this participant's words; what runs on into the words of others
    keeps these.

    `documents` are those that stay, as they were before they changed.
    """
    texts = {each.id: each.text for each in documents}
    turns: dict[str, list[Segment]] = {}
    for each in departure.shared_turns:
        turns.setdefault(each.document_id, []).append(each)
    return changed(
        (each, None if each.document_id in departure.document_ids else _trimmed(each, texts, turns))
        for each in lying
        if each.document_id in departure.document_ids or each.document_id in turns
    )


def forget_summaries(participant_id: str, summaries: Iterable[FrameworkSummary]) -> Changes:
    """The summaries of the framework matrix without those about this participant."""
    return changed((each, None) for each in summaries if each.participant_id == participant_id)


def forget_codings(gone: Collection[str], summaries: Iterable[FrameworkSummary]) -> Changes:
    """The summaries without these codings (ids) among what they rest on; the text is the researcher's and stays."""
    return changed(
        (each, replace(each, codings=tuple(key for key in each.codings if key not in gone))) for each in summaries
    )


def forget_memos(about: Collection[str], memos: Iterable[Memo]) -> Changes:
    """The memos without those about these records (ids)."""
    return changed((each, None if each.about_id in about else each) for each in memos)


def _trimmed(each: _Lying, texts: dict[str, str], turns: dict[str, list[Segment]]) -> _Lying | None:
    """The span without the turns at its beginning and end; None when it lies on nothing else."""
    start, end = each.start, each.end
    own = sorted((turn.start, turn.end) for turn in turns[each.document_id])
    start = _after(own, start, texts[each.document_id])
    end = _before(own, end, texts[each.document_id])
    return replace(each, start=start, end=end) if start < end else None


def _after(own: Sequence[tuple[int, int]], start: int, text: str) -> int:
    """The first place from here that is no white space and in none of these spans."""
    for first, last in own:
        if first <= start < last:
            start = last + len(text[last:]) - len(text[last:].lstrip())
    return start


def _before(own: Sequence[tuple[int, int]], end: int, text: str) -> int:
    """The last place up to here that is no white space and in none of these spans."""
    for first, last in reversed(own):
        if first < end <= last:
            end = len(text[:first].rstrip())
    return end
