"""What python-docx has no words for: bookmarks, links inside the document, fields, alternative text, header rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shape import InlineShape
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row as Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


def element(tag: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of the w namespace with attributes of that namespace."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def mark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around what the paragraph holds now; `number` is unique in the document."""
    paragraph._p.insert(_first_place(paragraph), element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def _first_place(paragraph: Paragraph) -> int:
    """The place after the properties of the paragraph, which must come first."""
    return 0 if paragraph._p.pPr is None else 1


def link(paragraph: Paragraph, text: str, target: str, style: str) -> Run:
    """Add text that leads to a bookmark."""
    run = paragraph.add_run(text, style=style)
    inside = element("hyperlink", anchor=target, history="1")
    inside.append(run._r)
    paragraph._p.append(inside)
    return run


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field (a page number, a caption number) with what it shows until Word counts again."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "instruction":
            words = element("instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {instruction} "
            run._r.append(words)
        elif kind != "shown":
            run._r.append(element("fldChar", fldCharType=kind))


def describe(picture: InlineShape, alt: str, title: str) -> None:
    """Give a picture its alternative text."""
    properties = picture._inline.docPr
    properties.set("descr", alt)
    properties.set("title", title)


def repeat_as_header(row: Row) -> None:
    """Make a row the header of its table, repeated on every page."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: Row) -> None:
    """Keep a row of a table on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


def frame(style: ParagraphStyle, *, edge: str, fill: str) -> None:
    """Give a paragraph style a coloured line on its left and a tint behind it."""
    properties = style.element.get_or_add_pPr()
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="18", space="8", color=edge.removeprefix("#")))
    properties.append(borders)
    properties.append(element("shd", val="clear", color="auto", fill=fill.removeprefix("#")))


def speak(document: Document, language: str) -> None:
    """Set the language of the whole document, for spelling and for reading aloud."""
    locale = {"nl": "nl-NL", "en": "en-GB"}[language]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for found in defaults.iter(qn("w:lang")):
        found.set(qn("w:val"), locale)
