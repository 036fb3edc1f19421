"""Pages: the door to pdfminer, which knows where each letter of a PDF stands."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from corpus.errors import DamagedPdf, EmptyPdf, ProtectedPdf, ScannedPdf
from corpus.readers.pdf.boxes import Area, mark_boxes
from corpus.readers.pdf.lines import Line, Page
from corpus.readers.sources import Source
from corpus.reading import Loss, LossKind

if TYPE_CHECKING:
    from pdfminer.layout import LTComponent, LTCurve, LTPage, LTTextLine

END_WITHIN = 2048
"""Bytes from the end in which a whole PDF says that it ends."""
SMALL = 0.8
"""Of the size of a line: what is smaller and raised is a superscript."""

WHITE = frozenset({"1", "1.0", "[1]", "[1.0]", "(1, 1, 1)", "(1.0, 1.0, 1.0)", "(0, 0, 0, 0)", "(0.0, 0.0, 0.0, 0.0)"})

_SLANTED = re.compile("italic|oblique", re.IGNORECASE)
_NO_LETTER = re.compile(r"\(cid:\d+\)")
_UNIT = re.compile(r"(?:^|\W)[cdkm]?m$")


def read_pages(source: Source) -> tuple[tuple[Page, ...], tuple[Loss, ...]]:
    """The pages with their lines, and what on them cannot be read.

    Raises `ProtectedPdf`, `DamagedPdf`, `ScannedPdf` or `EmptyPdf`.
    """
    if b"%%EOF" not in source.data[-END_WITHIN:]:
        raise DamagedPdf(file=source.name)
    losses: list[Loss] = []
    pages = tuple(_page(each, number, losses) for number, each in enumerate(_layouts(source), start=1))
    if not pages:
        raise DamagedPdf(file=source.name)
    if not any(page.lines for page in pages):
        problem = ScannedPdf if losses or any(page.has_picture for page in pages) else EmptyPdf
        raise problem(file=source.name, pages=len(pages))
    return pages, tuple(losses)


def _layouts(source: Source) -> list[LTPage]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFEncryptionError

    # It logs every word it reads.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        return list(extract_pages(io.BytesIO(source.data), laparams=LAParams(boxes_flow=None, all_texts=True)))
    except PDFEncryptionError as problem:
        raise ProtectedPdf(file=source.name) from problem
    except Exception as problem:  # a damaged file makes it stumble anywhere: KeyError, TypeError, zlib.error, …
        raise DamagedPdf(file=source.name) from problem


def _page(layout: LTPage, number: int, losses: list[Loss]) -> Page:
    from pdfminer.layout import LTImage, LTTextLine

    parts = list(_within(layout))
    found = [_line(each, number, losses) for each in parts if isinstance(each, LTTextLine)]
    lines = tuple(line for line in found if line is not None)
    has_picture = any(isinstance(each, LTImage) for each in parts)
    if has_picture and not lines:
        losses.append(Loss(LossKind.UNREADABLE, "", number))
    page = Page(number, layout.width, layout.height, lines, has_picture)
    return mark_boxes(page, (area for each in parts if (area := _area(each)) is not None))


def _area(part: LTComponent) -> Area | None:
    """The rectangle that this part draws, also one with rounded corners; None for white ones and other shapes."""
    from pdfminer.layout import LTCurve, LTRect

    if not isinstance(part, LTCurve) or not (isinstance(part, LTRect) or _is_rounded(part)):
        return None
    fill = str(part.non_stroking_color) if part.fill else ""
    if not part.stroke and (not fill or fill in WHITE):
        return None
    return Area(part.x0, part.y0, part.x1, part.y1, fill)


def _is_rounded(curve: LTCurve) -> bool:
    steps = [str(step[0]) for step in curve.original_path or ()]
    return steps.count("c") == 4 and steps.count("l") in (3, 4)


def _within(part: LTComponent) -> Iterator[LTComponent]:
    """All that a page holds, however deep, down to its lines."""
    from pdfminer.layout import LTContainer, LTTextLine

    if isinstance(part, LTContainer) and not isinstance(part, LTTextLine):
        for inner in part:
            yield from _within(inner)
    else:
        yield part


def _line(found: LTTextLine, page: int, losses: list[Loss]) -> Line | None:
    """The line; None when it has no letters, or runs upwards beside the text."""
    from pdfminer.layout import LTChar

    letters = [each for each in found if isinstance(each, LTChar) and each.get_text().strip()]
    upright = [each for each in letters if each.upright]
    if not upright:
        if letters:
            losses.append(Loss(LossKind.UNREADABLE, found.get_text().strip(), page))
        return None
    size = Counter(round(each.size, 1) for each in upright).most_common(1)[0][0]
    base = min(each.y0 for each in upright if round(each.size, 1) == size)
    text, marks, first = _text(found, size, base)
    for sign in _NO_LETTER.findall(text):
        losses.append(Loss(LossKind.UNREADABLE, sign, page))
    text = " ".join(_NO_LETTER.sub("", text).split())
    bold = all("bold" in each.fontname.lower() for each in upright)
    italic = all(_SLANTED.search(each.fontname) for each in upright)
    if not text and not marks:
        return None
    return Line(page, found.x0, found.x1, base, size, text, bold, italic, marks=marks, starts_with_mark=first)


def _text(found: Iterable[object], size: float, base: float) -> tuple[str, tuple[str, ...], bool]:
    """The text of a line without its footnote numbers, those numbers, and whether the line starts with one."""
    from pdfminer.layout import LTText

    text, mark = "", ""
    marks: list[str] = []
    first = False
    for each in found:
        sign = each.get_text() if isinstance(each, LTText) else ""
        if sign.isdigit() and _is_raised(each, size, base) and not _UNIT.search(text):
            first = first or not text.strip()
            mark += sign
            continue
        if mark and sign.strip():
            marks, mark = [*marks, mark], ""
        text += sign
    return text, (*marks, mark) if mark else tuple(marks), first


def _is_raised(sign: object, size: float, base: float) -> bool:
    from pdfminer.layout import LTChar

    return isinstance(sign, LTChar) and sign.size <= SMALL * size and sign.y0 > base + 0.1 * size
