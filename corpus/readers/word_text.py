"""The text in WordprocessingML: paragraphs and tables, with line breaks, and what was deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.readers.paragraphs import Paragraph
from corpus.reading import Loss, LossKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DELETED = {f"{W}del", f"{W}moveFrom"}
# Headings go by their style; Word writes the id of the style in the language of the first user.
HEADING_STYLES = ("title", "titel", "heading1", "kop1", "berschrift1", "titre1")
LIST_STYLES = ("listnumber", "listbullet", "lijstnummering", "lijstopsomteken")
# A page or column break is layout; the text goes on.
LAYOUT_BREAKS = ("page", "column")


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table as rows of cell texts; `lines` are the numbers its rows have among the paragraphs."""

    rows: tuple[tuple[str, ...], ...]
    line: int

    @property
    def lines(self) -> range:
        """The paragraph numbers of the rows."""
        return range(self.line, self.line + len(self.rows))


@dataclass(slots=True)
class Body:
    """A Word document: its paragraphs in order (a table row is one, cells parted by tabs), its tables, its losses.

    `listed` are the numbers of the paragraphs that stand in a list with numbers or bullets.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[WordTable] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)


def read_body(document: Element) -> Body:
    """The paragraphs and tables of a document part."""
    body = Body()
    for part in document:
        _walk_blocks(part, body)
    return body


def texts_of(part: Element) -> list[str]:
    """The texts of a header, footer, footnotes or comments part, without empty ones."""
    texts = (_text(each, []) for each in part.iter(f"{W}p"))
    return [text for text in texts if text.strip()]


def _walk_blocks(parent: Element, body: Body) -> None:
    """Paragraphs and tables wherever they stand: in the body, in content controls, in accepted insertions."""
    for element in parent:
        if element.tag == f"{W}p":
            _add_paragraph(element, body)
        elif element.tag == f"{W}tbl":
            _add_table(element, body)
        elif element.tag in DELETED:
            body.losses.append(Loss(LossKind.DELETED, "".join(element.itertext()), len(body.paragraphs) + 1))
        else:
            _walk_blocks(element, body)


def _add_paragraph(element: Element, body: Body) -> None:
    number = len(body.paragraphs) + 1
    deleted: list[str] = []
    boxes: list[Element] = []
    text = _text(element, deleted, boxes)
    body.losses.extend(Loss(LossKind.DELETED, each, number) for each in deleted if each.strip())
    body.paragraphs.append(Paragraph(text, number, _is_heading(element)))
    if element.find(f"{W}pPr/{W}numPr") is not None or _style(element).endswith(LIST_STYLES):
        body.listed.add(number)
    for box in boxes:
        _walk_blocks(box, body)


def _is_heading(element: Element) -> bool:
    return _style(element).endswith(HEADING_STYLES)


def _style(element: Element) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "").lower() if style is not None else ""


def _add_table(element: Element, body: Body) -> None:
    first = len(body.paragraphs) + 1
    rows = []
    for row in _rows(element):
        deleted: list[str] = []
        rows.append(tuple(_cell_text(cell, deleted) for cell in _within(row, f"{W}tc")))
        body.losses.extend(Loss(LossKind.DELETED, each, len(body.paragraphs) + 1) for each in deleted)
        body.paragraphs.append(Paragraph("\t".join(rows[-1]), len(body.paragraphs) + 1))
    body.tables.append(WordTable(tuple(rows), first))


def _rows(table: Element) -> list[Element]:
    return _within(table, f"{W}tr")


def _within(parent: Element, tag: str) -> list[Element]:
    """The elements of this name under the parent, also inside content controls, not inside one another."""
    found = []
    for element in parent:
        found.extend([element] if element.tag == tag else [] if element.tag == f"{W}p" else _within(element, tag))
    return found


def _cell_text(cell: Element, deleted: list[str]) -> str:
    """The paragraphs of a cell, parted by blank lines."""
    texts = (_text(each, deleted) for each in cell.iter(f"{W}p"))
    return "\n\n".join(text for text in texts if text.strip())


def _text(paragraph: Element, deleted: list[str], boxes: list[Element] | None = None) -> str:
    gathered: list[str] = []
    for element in paragraph:
        _gather_text(element, gathered, deleted, boxes)
    return "".join(gathered)


def _gather_text(element: Element, gathered: list[str], deleted: list[str], boxes: list[Element] | None) -> None:
    """Add what the element says; text boxes are paragraphs of their own, and their older copy is skipped."""
    tag = element.tag
    if tag in (f"{W}t", f"{MATHS}t"):
        gathered.append(element.text or "")
    elif tag in SIGNS:
        gathered.append("" if element.get(f"{W}type") in LAYOUT_BREAKS else SIGNS[tag])
    elif tag in DELETED:
        deleted.append("".join(element.itertext()))
    elif tag == f"{W}txbxContent":
        if boxes is not None:
            boxes.append(element)
    elif tag not in (FALLBACK, f"{W}instrText", f"{W}pPr"):
        for child in element:
            _gather_text(child, gathered, deleted, boxes)
