"""Privacy in coding: what its records hold of people, and the same records after a text changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.memos import Memo
from corpus.departures import Departure
from corpus.documents import Document
from corpus.privacy import ID, KEY, NUMBER, RESEARCHER, SETTING
from corpus.segments import Segment
from corpus.spans import SpanMap
from study.changes import Changes, changed
from study.holdings import Holds, Register

HOLDS: Register = {
    CodeGroup: Holds(words=("label",), nobody={"id": ID, "key": KEY, "ordinal": NUMBER}),
    Code: Holds(
        words=("name", "definition", "include", "exclude", "example"),
        nobody={"id": ID, "key": KEY, "group": KEY, "parent": KEY, "ordinal": NUMBER, "colour": SETTING},
    ),
    Coding: Holds(
        spans=("document_id", "start", "end"),
        nobody={"id": ID, "coder": RESEARCHER, "code": KEY, "phase": KEY, "actor": KEY}
        | {"intensity": NUMBER, "codebook_version": NUMBER},
    ),
    Memo: Holds(words=("text",), rests_on=("about_id",), nobody={"id": ID, "about_kind": KEY, "author": RESEARCHER}),
}
"""What the fields of each record of coding may hold."""


def move_spans(document_id: str, change: SpanMap, codings: Iterable[Coding]) -> Changes:
    """The codings of a document where they lie after the change; one of which no word is left goes."""
    return changed((each, _moved(each, change)) for each in codings if each.document_id == document_id)


def _moved(coding: Coding, change: SpanMap) -> Coding | None:
    span = change.move(coding.start, coding.end)
    return None if span is None else replace(coding, start=span[0], end=span[1])


def forget(departure: Departure, documents: Iterable[Document], codings: Iterable[Coding]) -> Changes:
    """The codings without those on this participant's words; one that runs on into the words of others keeps these.

    `documents` are those that stay, as they were before they changed.
    """
    texts = {each.id: each.text for each in documents}
    turns: dict[str, list[Segment]] = {}
    for each in departure.shared_turns:
        turns.setdefault(each.document_id, []).append(each)
    return changed(
        (each, None if each.document_id in departure.document_ids else _trimmed(each, texts, turns))
        for each in codings
        if each.document_id in departure.document_ids or each.document_id in turns
    )


def forget_memos(about: Collection[str], memos: Iterable[Memo]) -> Changes:
    """The memos without those about these records (ids)."""
    return changed((each, None if each.about_id in about else each) for each in memos)


def _trimmed(coding: Coding, texts: dict[str, str], turns: dict[str, list[Segment]]) -> Coding | None:
    """The coding without the turns at its beginning and end; None when it lies on nothing else."""
    start, end = coding.start, coding.end
    own = sorted((each.start, each.end) for each in turns[coding.document_id])
    start = _after(own, start, texts[coding.document_id])
    end = _before(own, end, texts[coding.document_id])
    return replace(coding, start=start, end=end) if start < end else None


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
