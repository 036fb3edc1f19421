"""Privacy in coding: what its records hold of people, and the same records after a text changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.memos import Memo
from corpus.privacy import ID, KEY, NUMBER, RESEARCHER, SETTING
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
