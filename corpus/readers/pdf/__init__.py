"""PDF: policy documents and literature as printed pages, read as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import normalise_text
from corpus.published import find_parts
from corpus.readers.drafts import compose_reading
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.pdf.boxes import read_around_boxes
from corpus.readers.pdf.columns import find_gutter
from corpus.readers.pdf.lines import Line, body_size
from corpus.readers.pdf.margins import take_margins
from corpus.readers.pdf.pages import read_pages
from corpus.readers.pdf.paragraphs import Printed, gather_lines
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
    columns = [column for lines in texts for column in read_around_boxes(lines)]
    printed, hyphens = gather_lines(columns)
    paragraphs, mended = _mend(printed)
    kind, found = gather_paragraphs(paragraphs, options=replace(options, speakers=bool(options.speakers)))
    found.losses.extend([*unread, *outside, *marks, *hyphens, *mended])
    found.notes.extend(_notes(texts, unread))
    return compose_reading(source, found, kind=kind, format="pdf", title=_title(paragraphs, printed, size))


def _mend(printed: Sequence[Printed]) -> tuple[list[Paragraph], list[Loss]]:
    """The paragraphs with their letters as they were meant, their page and the part of the text they are."""
    dutch = is_dutch(each.text for each in printed)
    texts: list[str] = []
    losses: list[Loss] = []
    for each in printed:
        text = each.text.replace("\u00ad", "-").replace("\u2010", "-")
        text, mended = mend_signs(normalise_text(text), line=each.page, dutch=dutch)
        text, unseen = drop_invisible(text)
        texts.append(" ".join(text.split()))
        losses += [*mended, *(replace(loss, line=each.page) for loss in unseen)]
    parts = find_parts(texts, [each.setting for each in printed])
    return [
        Paragraph(text, each.page, page=each.page, part=part)
        for text, each, part in zip(texts, printed, parts, strict=True)
    ], losses


def _title(paragraphs: Sequence[Paragraph], printed: Sequence[Printed], size: float) -> str | None:
    """The largest print on the first page, when it is larger than the text."""
    first = [(-each.size, place) for place, each in enumerate(printed) if each.page == 1]
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
