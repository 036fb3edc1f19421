"""PDF: policy documents and literature as printed pages, read as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import normalise_text
from corpus.readers.drafts import compose_reading
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.pdf.columns import find_gutter, read_columns
from corpus.readers.pdf.lines import Line, body_size
from corpus.readers.pdf.margins import take_margins
from corpus.readers.pdf.pages import read_pages
from corpus.readers.pdf.paragraphs import gather_lines
from corpus.readers.pdf.signs import is_dutch, mend_signs
from corpus.readers.sources import Source, drop_invisible
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.messages import translate as _
from study.messages import translate_count

TITLE = 1.15
"""Times the size of the text: print of this size on the first page is the title."""


def read(source: Source, options: ReadingOptions) -> Reading:
    """The paragraphs of a PDF in reading order; what belongs to the page and not to the text is a loss.

    It is read as prose unless the options say that it is a transcript. Raises `ProtectedPdf`, `DamagedPdf`,
    `ScannedPdf` or `EmptyPdf`.
    """
    pages, unread = read_pages(source)
    size = body_size(line for page in pages for line in page.lines)
    texts, outside = take_margins(pages, size=size)
    marks = [Loss(LossKind.FOOTNOTE, mark, line.page) for lines in texts for line in lines for mark in line.marks]
    columns = [column for lines in texts for column in read_columns(lines)]
    written, hyphens, sizes = gather_lines(columns)
    paragraphs, mended = _mend(written)
    kind, found = gather_paragraphs(paragraphs, options=replace(options, speakers=bool(options.speakers)))
    found.losses.extend([*unread, *outside, *marks, *hyphens, *mended])
    found.notes.extend(_notes(texts, unread))
    return compose_reading(source, found, kind=kind, format="pdf", title=_title(paragraphs, sizes, size))


def _mend(written: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Loss]]:
    """The paragraphs with their letters as they were meant."""
    dutch = is_dutch(each.text for each in written)
    kept: list[Paragraph] = []
    losses: list[Loss] = []
    for each in written:
        text = each.text.replace("\u00ad", "-").replace("\u2010", "-")
        text, mended = mend_signs(normalise_text(text), line=each.line, dutch=dutch)
        text, unseen = drop_invisible(text)
        kept.append(Paragraph(" ".join(text.split()), each.line))
        losses += [*mended, *(replace(loss, line=each.line) for loss in unseen)]
    return kept, losses


def _title(paragraphs: Sequence[Paragraph], sizes: Sequence[float], size: float) -> str | None:
    """The largest print on the first page, when it is larger than the text."""
    first = [(-height, place) for place, height in enumerate(sizes) if paragraphs[place].line == 1]
    if not first or -min(first)[0] < TITLE * size:
        return None
    return paragraphs[min(first)[1]].text or None


def _notes(texts: Sequence[Sequence[Line]], unread: Sequence[Loss]) -> list[str]:
    """What was decided about the pages, as sentences."""
    columns = sum(find_gutter(lines) is not None for lines in texts)
    pictures = sum(loss.kind == LossKind.UNREADABLE and not loss.text for loss in unread)
    notes = [translate_count("{number} page was read.", "{number} pages were read.", len(texts))]
    if columns:
        notes.append(_("Columns were read one after the other on {number} of the pages.", number=columns))
    if pictures:
        notes.append(
            translate_count(
                "{number} page is a picture without text and was left out.",
                "{number} pages are pictures without text and were left out.",
                pictures,
            )
        )
    return notes
