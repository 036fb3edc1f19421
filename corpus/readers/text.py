"""Plain text and Markdown: transcripts with names before a colon or above the words, or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.readers.drafts import compose_reading
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.sources import Source, decode
from corpus.reading import Loss, LossKind, Reading, ReadingOptions

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of a text file, or its paragraphs when it is prose."""
    decoded = decode(source, encoding=options.encoding)
    losses = list(decoded.losses)
    paragraphs = [_plain(each, losses) for each in _paragraphs(decoded.text)]
    kind, found = gather_paragraphs(paragraphs, options=options)
    found.losses.extend(losses)
    title = next((each.text for each in paragraphs[:1] if each.heading), None)
    return compose_reading(source, found, kind=kind, format="text", encoding=decoded.encoding, title=title)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """The stretches between blank lines."""
    gathered: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            gathered.append(line)
        elif gathered:
            yield Paragraph("\n".join(gathered), number - len(gathered))
            gathered = []


def _plain(paragraph: Paragraph, losses: list[Loss]) -> Paragraph:
    """The paragraph without the marks of a Markdown heading."""
    mark = _HEADING.match(paragraph.text)
    if mark is None:
        return paragraph
    losses.append(Loss(LossKind.MARKUP, mark[0], paragraph.line))
    return Paragraph(paragraph.text[mark.end() :], paragraph.line, heading=True)
