"""The text in WordprocessingML: paragraphs and tables, with line breaks, and what was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.published import Setting
from corpus.readers.bodies import Body as Body
from corpus.readers.bodies import Table
from corpus.readers.word_settings import W, read_setting, style_of
from corpus.reading import Loss, LossKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
DELETED = {f"{W}del", f"{W}moveFrom"}
# Headings go by their style; Word writes the id of the style in the language of the first user.
HEADING_STYLES = ("title", "titel", "heading1", "kop1", "berschrift1", "titre1")
LIST_STYLES = ("listnumber", "listbullet", "lijstnummering", "lijstopsomteken")
# A page or column break is layout; the text goes on.
LAYOUT_BREAKS = ("page", "column")


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
    deleted: list[str] = []
    boxes: list[Element] = []
    text = _text(element, deleted, boxes)
    listed = element.find(f"{W}pPr/{W}numPr") is not None or style_of(element).endswith(LIST_STYLES)
    before, after = _breaks(element)
    body.page += before
    setting = read_setting(element, boxed=body.boxes > 0, listed=listed)
    number = body.add(text, setting, heading=style_of(element).endswith(HEADING_STYLES))
    body.page += after
    body.losses.extend(Loss(LossKind.DELETED, each, number) for each in deleted if each.strip())
    if listed:
        body.listed.add(number)
    for box in boxes:
        _walk_box(box, body)


def _breaks(element: Element) -> tuple[int, int]:
    """How many pages end before the words of a paragraph, and how many inside or after them."""
    before = after = 0
    spoken = False
    for each in element.iter():
        if each.tag == f"{W}t":
            spoken = spoken or bool((each.text or "").strip())
        elif each.tag == f"{W}lastRenderedPageBreak":
            before, after = (before, after + 1) if spoken else (before + 1, after)
    return before, after


def _walk_box(box: Element, body: Body) -> None:
    """The paragraphs of a text box, or of a table of one cell."""
    body.boxes += 1
    _walk_blocks(box, body)
    body.boxes -= 1


def _add_table(element: Element, body: Body) -> None:
    cells = [_within(row, f"{W}tc") for row in _rows(element)]
    if len(cells) == 1 and len(cells[0]) == 1:
        _walk_box(cells[0][0], body)
        return
    first = len(body.paragraphs) + 1
    rows = []
    for row, found in zip(_rows(element), cells, strict=True):
        deleted: list[str] = []
        rows.append(tuple(_cell_text(cell, deleted) for cell in found))
        body.losses.extend(Loss(LossKind.DELETED, each, len(body.paragraphs) + 1) for each in deleted)
        before, after = _breaks(row)
        body.page += before
        body.add("\t".join(rows[-1]), Setting())
        body.page += after
    body.tables.append(Table(tuple(rows), first))


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
