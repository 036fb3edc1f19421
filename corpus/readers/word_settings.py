"""How a paragraph of a Word file is set: its border or shade, italics, indent, list and style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.published import Setting

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word writes the id of a style in the language of its first user; these are "Quote" and "Intense Quote".
QUOTE_STYLES = ("quote", "citaat", "duidelijkcitaat", "intensequote", "zitat", "intensiveszitat", "blocktext")
SIDES = ("top", "left", "bottom", "right")
INDENT = 280
"""Twentieths of a point that a set-off paragraph stands in at least: half a centimetre."""
_OFF = frozenset({"0", "false", "none", "off"})
_NO_BORDER = frozenset({"nil", "none"})
_NO_SHADE = frozenset({"auto", "FFFFFF", "ffffff"})


def style_of(paragraph: Element) -> str:
    """The id of the style of a paragraph, in lower case."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "").lower() if style is not None else ""


def read_setting(paragraph: Element, *, boxed: bool, listed: bool) -> Setting:
    """How a paragraph is set; `boxed` says that it stands in a text box or in a table of one cell."""
    return Setting(
        boxed=boxed or _has_border(paragraph) or _has_shade(paragraph),
        italic=_is_italic(paragraph),
        indented=_indent(paragraph) >= INDENT,
        listed=listed,
        quoted=style_of(paragraph) in QUOTE_STYLES,
    )


def _has_border(paragraph: Element) -> bool:
    """Whether a line runs on all four sides: one side alone is a rule."""
    borders = paragraph.find(f"{W}pPr/{W}pBdr")
    if borders is None:
        return False
    found = (borders.find(f"{W}{side}") for side in SIDES)
    return all(each is not None and each.get(f"{W}val") not in _NO_BORDER for each in found)


def _has_shade(paragraph: Element) -> bool:
    shade = paragraph.find(f"{W}pPr/{W}shd")
    return shade is not None and shade.get(f"{W}fill", "auto") not in _NO_SHADE


def _indent(paragraph: Element) -> int:
    found = paragraph.find(f"{W}pPr/{W}ind")
    value = "" if found is None else found.get(f"{W}left") or found.get(f"{W}start") or ""
    return int(value) if value.isdecimal() else 0


def _is_italic(paragraph: Element) -> bool:
    """Whether every run that says something is in italics."""
    runs = list(_speaking_runs(paragraph))
    return bool(runs) and all(_slants(run) for run in runs)


def _speaking_runs(paragraph: Element) -> Iterator[Element]:
    for run in paragraph.iter(f"{W}r"):
        if any((text.text or "").strip() for text in run.iter(f"{W}t")):
            yield run


def _slants(run: Element) -> bool:
    mark = run.find(f"{W}rPr/{W}i")
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF
