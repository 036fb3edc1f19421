"""The styles of the Word file: real headings, captions and quotes that an institute can restyle in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.style import ACCENT, GREY, INK, MIN_SIZE, OFFICE_SANS, OFFICE_SERIF, TINT
from reports.writers.word_marks import frame

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

QUOTE_NUMBER = "Quote Number"
SOURCE_LINE = "Source Line"
BOX = "Box"
BOX_TITLE = "Box Title"
QUOTE_ENTRY = "Quote Entry"
TABLE_TEXT = "Table Text"


def make_styles(document: Document) -> None:
    """Give the built-in styles the look of the house, add the few that Word does not have, drop what we never use."""
    _drop_unused(document)
    _paragraph(document, "Normal", OFFICE_SERIF, 10.5, after=6)
    for level, size, before in ((1, 19, 0), (2, 13.5, 16), (3, 11.5, 12)):
        style = _paragraph(document, f"Heading {level}", OFFICE_SANS, size, before=before, after=6, bold=True)
        style.font.color.rgb = _colour(ACCENT if level == 1 else INK)
        style.paragraph_format.page_break_before = level == 1
    _titles(document)
    caption = _paragraph(document, "Caption", OFFICE_SANS, 9.5, before=10, after=4, bold=False)
    caption.font.color.rgb = _colour(INK)
    caption.paragraph_format.keep_with_next = True
    _paragraph(document, "List Bullet", OFFICE_SERIF, 10.5, after=3)
    quote = _paragraph(document, "Quote", OFFICE_SERIF, 10.5, after=4)
    quote.paragraph_format.left_indent = Mm(6)
    quote.font.color.rgb = _colour(INK)
    _own_styles(document)


def _drop_unused(document: Document) -> None:
    """The template brings a hundred table and list styles; each lookup of a style walks past all of them."""
    for style in list(document.styles):
        is_list = style.name is not None and style.name.startswith("List") and style.name != "List Bullet"
        if is_list or (style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table"):
            style.delete()


def _titles(document: Document) -> None:
    title = _paragraph(document, "Title", OFFICE_SANS, 28, before=120, after=12, bold=True)
    subtitle = _paragraph(document, "Subtitle", OFFICE_SANS, 13, after=24)
    for style, colour in ((title, ACCENT), (subtitle, INK)):
        style.font.italic, style.font.color.rgb = False, _colour(colour)
        # The template draws a blue line under the title and spreads the letters.
        for name in ("w:pBdr", "w:spacing", "w:kern"):
            for holder in (style.element.pPr, style.element.rPr):
                for found in holder.findall(qn(name)) if name == "w:pBdr" or holder is style.element.rPr else ():
                    holder.remove(found)


def _own_styles(document: Document) -> None:
    _paragraph(document, SOURCE_LINE, OFFICE_SANS, MIN_SIZE, after=1).font.color.rgb = _colour(GREY)
    _paragraph(document, TABLE_TEXT, OFFICE_SANS, 9, after=0)
    _paragraph(document, QUOTE_ENTRY, OFFICE_SERIF, 9.5, after=5).paragraph_format.left_indent = Mm(9)
    document.styles[QUOTE_ENTRY].paragraph_format.first_line_indent = Mm(-9)
    for name, bold, before in ((BOX_TITLE, True, 10), (BOX, False, 0)):
        style = _paragraph(document, name, OFFICE_SANS, 9.5, before=before, after=3, bold=bold)
        style.paragraph_format.left_indent = Mm(4)
        frame(style, edge=ACCENT, fill=TINT)
    document.styles[BOX_TITLE].paragraph_format.keep_with_next = True
    number = cast("CharacterStyle", document.styles.add_style(QUOTE_NUMBER, WD_STYLE_TYPE.CHARACTER))
    number.font.name, number.font.size, number.font.color.rgb = OFFICE_SANS, Pt(MIN_SIZE), _colour(ACCENT)
    number.font.italic = False


def _paragraph(
    document: Document,
    name: str,
    font: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    bold: bool | None = None,
) -> ParagraphStyle:
    known = {each.name for each in document.styles}
    found = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = cast("ParagraphStyle", found)
    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    _one_font(style, font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _one_font(style: ParagraphStyle, font: str) -> None:
    """The theme fonts of the template would win from the name we set."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{key}"), None)
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), font)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#").upper())
