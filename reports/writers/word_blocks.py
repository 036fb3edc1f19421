"""Blocks of the report in the Word file, each in its style, with bookmarks and links between text and quotes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from docx.shared import Inches, Length, Mm

from reports.charts import POINT
from reports.figures import Chart, Figure
from reports.rendering import IN_REPORT, Pictures
from reports.sections import (
    Block,
    Box,
    Bullets,
    FigureBlock,
    Heading,
    Paragraph,
    QuoteBlock,
    QuoteList,
    Section,
    TableBlock,
    Words,
    runs,
)
from reports.writers.plain import figure_word, origin_words, table_word
from reports.writers.word_marks import add_field, describe, link, mark
from reports.writers.word_pages import turn
from reports.writers.word_styles import BOX, BOX_TITLE, QUOTE_ENTRY, QUOTE_NUMBER, SOURCE_LINE
from reports.writers.word_tables import add_table
from study.messages import translate as _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

PIXELS_PER_INCH = 72 * POINT


def quote_bookmark(number: int) -> str:
    """The bookmark of a quote in the appendix."""
    return f"citaat_{number}"


class Manuscript:
    """A Word document that is being written, block by block; it counts its own bookmarks.

    `pictures` are the pages of its figures as PNG, by the key of the figure.
    """

    def __init__(self, document: Document, pictures: Mapping[str, Pictures]) -> None:
        self.document = document
        self._pictures = pictures
        self._marks = count(1)
        self._headings = count(1)
        self._is_wide = False

    def add_contents(self, sections: tuple[Section, ...]) -> None:
        """Add the list of headings, each leading to its place, ready before Word has counted anything."""
        names = count(1)
        title = self.document.add_paragraph(_("Contents"), style="Subtitle")
        title.paragraph_format.page_break_before = True
        for section in sections:
            for block in (Heading(section.heading, 1), *section.blocks):
                if isinstance(block, Heading):
                    self._contents_line(block, next(names))

    def _contents_line(self, heading: Heading, number: int) -> None:
        if heading.level > 2:
            return
        line = self.document.add_paragraph()
        line.paragraph_format.left_indent = Mm(0 if heading.level == 1 else 6)
        line.paragraph_format.space_after = Mm(1)
        link(line, heading.text, f"kop_{number}", "Default Paragraph Font").bold = heading.level == 1

    def add_section(self, section: Section) -> None:
        """Add a chapter or appendix, on a new page."""
        for run in runs(section):
            if run.wide or self._is_wide:
                turn(self.document, wide=run.wide)
            self._is_wide = run.wide
            for block, following in zip_longest(run.blocks, run.blocks[1:]):
                self._add(block)
                if isinstance(block, Paragraph) and isinstance(following, QuoteBlock):
                    self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def _add(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, FigureBlock):
            self._figure(block)
        else:
            self._words(block)

    def _words(self, block: Words) -> None:
        match block:
            case Paragraph():
                self.fill(self.document.add_paragraph(), block)
            case Bullets():
                self._bullets(block)
            case QuoteBlock():
                self._quote(block)
            case TableBlock():
                self._table(block)
            case Box():
                self._box(block)
            case QuoteList():
                self._quote_entries(block)

    def _bullets(self, bullets: Bullets) -> None:
        for item in bullets.items:
            self.fill(self.document.add_paragraph(style="List Bullet"), item)

    def fill(self, paragraph: WordParagraph, words: Paragraph) -> None:
        """Set our words in a paragraph of Word: what leads in bold, the text, the numbers as links."""
        if words.lead:
            paragraph.add_run(words.lead).bold = True
        if words.text:
            paragraph.add_run(f" {words.text}" if words.lead else words.text)
        for at, number in enumerate(words.quotes):
            self._reference(paragraph, number, after="\u00a0" if at == 0 else " ")

    def _reference(self, paragraph: WordParagraph, number: int, *, after: str = "\u00a0") -> None:
        """Add a quote number as a link; the first clings to the last word, a long row may break between numbers."""
        paragraph.add_run(after)
        link(paragraph, f"[{number}]", quote_bookmark(number), QUOTE_NUMBER)

    def _heading(self, heading: Heading) -> None:
        paragraph = self.document.add_heading(heading.text, heading.level)
        mark(paragraph, f"kop_{next(self._headings)}", next(self._marks))

    def _quote(self, block: QuoteBlock) -> None:
        paragraph = self.document.add_paragraph(block.quote.text, style="Quote")
        if block.attribution:
            paragraph.add_run(f" ({block.attribution})").italic = False
        self._reference(paragraph, block.quote.number)

    def _quote_entries(self, entries: QuoteList) -> None:
        for quote in entries.quotes:
            paragraph = self.document.add_paragraph(style=QUOTE_ENTRY)
            paragraph.add_run(f"[{quote.number}]", style=QUOTE_NUMBER).bold = True
            mark(paragraph, quote_bookmark(quote.number), next(self._marks))
            paragraph.add_run(f"\t{quote.text} ")
            paragraph.add_run(f"({origin_words(quote)})", style=QUOTE_NUMBER)

    def _caption(self, word: str, number: int, title: str) -> None:
        caption = self.document.add_paragraph(style="Caption")
        caption.add_run(f"{word} ").bold = True
        add_field(caption, f"SEQ {word} \\* ARABIC", str(number))
        caption.add_run(f" {title}")

    def _figure(self, block: FigureBlock) -> None:
        figure = block.figure
        self._caption(figure_word(), block.number, figure.title)
        pages = self._pictures[figure.key]
        for number, page in enumerate(pages, 1):
            picture = self.document.add_picture(io.BytesIO(page), width=_width(figure, page))
            more = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
            describe(picture, figure.alt + more, figure.title)
        for line in figure.beneath:
            self.document.add_paragraph(line, style=SOURCE_LINE)

    def _table(self, block: TableBlock) -> None:
        self._caption(table_word(), block.number, block.title)
        add_table(self.document, block, self.fill)
        self.document.add_paragraph(block.note, style=SOURCE_LINE)

    def _box(self, box: Box) -> None:
        self.document.add_paragraph(box.title, style=BOX_TITLE)
        for block in box.blocks:
            for item in block.items if isinstance(block, Bullets) else (block,):
                self.fill(self.document.add_paragraph(style=BOX), item)


def _width(figure: Figure, picture: bytes) -> Length:
    """As wide as the page allows; a chart keeps the size it was drawn at, so that its type stays as large."""
    room = IN_REPORT[figure.wide].inner_width
    if not isinstance(figure.body, Chart):
        return Mm(room)
    # A PNG holds its width in pixels at a fixed place, and ours has two for each pixel of the chart.
    pixels = int.from_bytes(picture[16:20], "big") / 2
    return Inches(min(pixels / PIXELS_PER_INCH, room / 25.4))
