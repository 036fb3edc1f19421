"""OpenDocument text (LibreOffice): hand-made transcripts, with their tables, page headers and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from corpus.errors import NotWhatItSays, OldOrProtected, UnsafeFile
from corpus.published import Setting
from corpus.readers.bodies import Body, gather_body, title_of
from corpus.readers.drafts import compose_reading
from corpus.readers.packages import read_parts
from corpus.readers.sources import Source
from corpus.reading import Loss, LossKind, Reading, ReadingOptions

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE = f"{OASIS}text:1.0}}", f"{OASIS}table:1.0}}", f"{OASIS}office:1.0}}"
STYLE, DRAW, LOCKED = f"{OASIS}style:1.0}}", f"{OASIS}drawing:1.0}}", f"{OASIS}manifest:1.0}}encryption-data"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
BESIDE = {
    f"{TEXT}note": LossKind.FOOTNOTE,
    f"{OFFICE}annotation": LossKind.FOOTNOTE,
    f"{TEXT}ruby-text": LossKind.MARKUP,
}
# What a program keeps about the text: changes that were deleted are in it, and nothing that is read.
DELETED = f"{TEXT}deletion"
UNREAD = (f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls")
PAGES = tuple(
    f"{STYLE}{name}" for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
)
MOST_SPACES = 200


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of an OpenDocument text; page headers, footnotes, comments and deleted text are losses."""
    if _is_locked(source, options):
        raise OldOrProtected(file=source.name)
    parts = read_parts(source, limit=options.unpacked_limit, wanted=(CONTENT, STYLES))
    text = parts[CONTENT].find(f"{OFFICE}body/{OFFICE}text") if CONTENT in parts else None
    if text is None:
        raise NotWhatItSays(file=source.name, suffix=".odt")
    body = Body()
    body.losses += [*_deleted(text), *_pages(parts)]
    _walk(text, body)
    kind, found = gather_body(body, options=options)
    return compose_reading(source, found, kind=kind, format="odt", title=title_of(body))


def _is_locked(source: Source, options: ReadingOptions) -> bool:
    """Whether the file has a password; an old manifest that names its grammar says nothing about it."""
    try:
        parts = read_parts(source, limit=options.unpacked_limit, wanted=(MANIFEST,))
    except UnsafeFile:
        return False
    return any(True for part in parts.values() for _ in part.iter(LOCKED))


def _deleted(text: Element) -> Iterator[Loss]:
    for deletion in text.iter(DELETED):
        said = "\n".join(_text_of(each, []) for each in deletion if each.tag in PARAGRAPHS)
        if said.strip():
            yield Loss(LossKind.DELETED, said)


def _pages(parts: Mapping[str, Element]) -> Iterator[Loss]:
    """What stands in page headers and footers."""
    styles = [each for part in parts.values() for each in part.iter() if each.tag in PAGES]
    for each in styles:
        said = "\n".join(_text_of(paragraph, []) for tag in PARAGRAPHS for paragraph in each.iter(tag))
        if said.strip():
            yield Loss(LossKind.PAGE, said)


def _walk(parent: Element, body: Body) -> None:
    """Paragraphs and tables wherever they stand: in the text, in lists, in sections, in frames."""
    for element in parent:
        if element.tag in PARAGRAPHS:
            _add_paragraph(element, body, heading=element.tag == f"{TEXT}h")
        elif element.tag == f"{TABLE}table":
            _add_table(element, body)
        elif element.tag not in UNREAD:
            _walk(element, body)


def _add_paragraph(element: Element, body: Body, *, heading: bool) -> None:
    aside: list[Element] = []
    number = body.add(_text_of(element, aside), Setting(), heading=heading)
    for each in aside:
        if each.tag in BESIDE:
            _lose(each, number, body)
        else:
            _walk(each, body)


def _lose(element: Element, number: int, body: Body) -> None:
    said = "\n".join(_text_of(each, []) for each in element.iter(f"{TEXT}p")) or "".join(element.itertext())
    body.losses.append(Loss(BESIDE[element.tag], said, number))


def _add_table(element: Element, body: Body) -> None:
    """A table; one of a single cell is a box around paragraphs."""
    rows = [list(_cells(row)) for row in element.iter(f"{TABLE}table-row")]
    if len(rows) == 1 and len(rows[0]) == 1:
        _walk(rows[0][0], body)
        return
    aside: list[Element] = []
    number = len(body.paragraphs) + 1
    body.add_table([[_cell_text(cell, aside) for cell in row] for row in rows])
    for each in aside:
        if each.tag in BESIDE:
            _lose(each, number, body)
        else:
            _walk(each, body)


def _cells(row: Element) -> Iterator[Element]:
    return (each for each in row if each.tag == f"{TABLE}table-cell")


def _cell_text(cell: Element, aside: list[Element]) -> str:
    texts = (_text_of(each, aside) for each in cell.iter() if each.tag in PARAGRAPHS)
    return "\n\n".join(each for each in texts if each.strip())


def _text_of(paragraph: Element, aside: list[Element]) -> str:
    """The words of a paragraph; notes and frames in it are put aside."""
    gathered = [paragraph.text or ""]
    for element in paragraph:
        if element.tag in BESIDE or element.tag == f"{DRAW}frame":
            aside.append(element)
        elif element.tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            gathered.append(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        else:
            gathered.append(SIGNS.get(element.tag) or _text_of(element, aside))
        gathered.append(element.tail or "")
    return "".join(gathered)
