"""Word files: turns as Teams writes them, hand-made transcripts, tables with a turn a row, and plain prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.documents import DocumentKind, normalise_text
from corpus.published import find_parts
from corpus.readers.drafts import Findings, compose_reading
from corpus.readers.packages import read_parts
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.rows import gather_rows
from corpus.readers.sources import Source, clean_text
from corpus.readers.word_text import Body, read_body, texts_of
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
    body = read_body(parts[DOCUMENT])
    kind, found = _gather(body, options)
    found.losses.extend([*body.losses, *_beside(parts)])
    return compose_reading(source, found, kind=kind, format="docx", title=_title(body))


def _gather(body: Body, options: ReadingOptions) -> tuple[DocumentKind, Findings]:
    """By its table when turns stand in one, by its paragraphs otherwise."""
    for table in body.tables if options.speakers is not False else ():
        found = gather_rows(table.rows, line=table.line, options=options)
        if found is not None:
            others = [each for each in body.paragraphs if each.line not in table.lines]
            found.losses.extend(Loss(LossKind.HEADER, each.text, each.line) for each in others)
            return DocumentKind.TRANSCRIPT, found
    clean, losses = _clean(body)
    kind, found = gather_paragraphs(clean, options=options)
    found.losses.extend(losses)
    return kind, found


def _clean(body: Body) -> tuple[list[Paragraph], list[Loss]]:
    """The paragraphs without what nobody sees, with the part of a published text that each is."""
    texts: list[str] = []
    lost: list[Loss] = []
    for each in body.paragraphs:
        text, losses = clean_text(normalise_text(each.text))
        texts.append(text)
        lost.extend(Loss(loss.kind, loss.text, each.line) for loss in losses)
    parts = find_parts(texts, body.settings)
    return [
        replace(each, text=text, part=part, page=each.page if body.has_pages else None)
        for each, text, part in zip(body.paragraphs, texts, parts, strict=True)
    ], lost


def _beside(parts: Mapping[str, Element]) -> list[Loss]:
    """What stands in page headers, footers, notes and comments."""
    return [
        Loss(kind, text)
        for prefix, kind in BESIDE.items()
        for name in sorted(parts)
        if name.startswith(prefix)
        for text in texts_of(parts[name])
    ]


def _title(body: Body) -> str | None:
    headings = (each.text for each in body.paragraphs[:3] if each.heading)
    return next((" ".join(each.split()) for each in headings if each.strip()), None)
