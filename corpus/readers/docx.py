"""Word files: turns as Teams writes them, hand-made transcripts, tables with a turn a row, and plain prose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from corpus.errors import NotWhatItSays
from corpus.readers.bodies import gather_body, title_of
from corpus.readers.drafts import compose_reading
from corpus.readers.packages import read_parts
from corpus.readers.sources import Source
from corpus.readers.word_text import read_body, texts_of
from corpus.reading import Loss, LossKind, Reading, ReadingOptions

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DOCUMENT = "word/document.xml"
BESIDE = {
    "word/header": LossKind.PAGE,
    "word/footer": LossKind.PAGE,
    "word/footnotes": LossKind.FOOTNOTE,
    "word/endnotes": LossKind.FOOTNOTE,
    "word/comments.": LossKind.FOOTNOTE,
}


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of a Word file; page headers, footnotes, comments and deleted text are losses."""
    parts = read_parts(source, limit=options.unpacked_limit, wanted=(DOCUMENT, *BESIDE))
    if DOCUMENT not in parts:
        raise NotWhatItSays(file=source.name, suffix=".docx")
    body = read_body(parts[DOCUMENT])
    kind, found = gather_body(body, options=options)
    found.losses.extend(beside(parts))
    return compose_reading(source, found, kind=kind, format="docx", title=title_of(body))


def beside(parts: Mapping[str, Element]) -> list[Loss]:
    """What stands in page headers, footers, notes and comments."""
    return [
        Loss(kind, text)
        for prefix, kind in BESIDE.items()
        for name in sorted(parts)
        if name.startswith(prefix)
        for text in texts_of(parts[name])
    ]
