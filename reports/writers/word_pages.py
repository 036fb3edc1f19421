"""Pages of the Word file: A4 upright or on its side, with the title above and the number below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from reports.writers.word_marks import add_field

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

LONG, SHORT = Mm(297), Mm(210)


def upright(section: Section) -> None:
    """Make the pages of a section stand."""
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, SHORT, LONG
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)


def sideways(section: Section) -> None:
    """Lay the pages of a section on their side, with narrow margins."""
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, LONG, SHORT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(16)


def turn(document: Document, *, wide: bool) -> None:
    """Go on on a new page in the other direction."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    (sideways if wide else upright)(section)


def number_pages(section: Section, title: str) -> None:
    """The title above and the page number below, from the second page on."""
    section.different_first_page_header_footer = True
    section.header_distance = section.footer_distance = Mm(10)
    section.header.paragraphs[0].text = title
    below = section.footer.paragraphs[0]
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(below, "PAGE", "1")
