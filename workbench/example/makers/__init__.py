"""Makers: the files that teams really have (Word, captions, community exports, PDF), made from a source."""

from __future__ import annotations

from collections.abc import Callable

from workbench.example.makers import captions, community, pdf, plain, word
from workbench.example.sources import Source

_MAKERS: dict[str, tuple[str, Callable[[Source], bytes]]] = {
    "docx-handmade": ("docx", word.make_handmade),
    "docx-teams": ("docx", word.make_teams),
    "docx-text": ("docx", word.make_text),
    "vtt-teams": ("vtt", captions.make_teams),
    "vtt-zoom": ("vtt", captions.make_zoom),
    "csv": ("csv", community.make_csv),
    "xlsx": ("xlsx", community.make_workbook),
    "md": ("md", plain.make_markdown),
    "pdf-text": ("pdf", pdf.make_text),
}


def make_file(source: Source) -> tuple[str, bytes]:
    """The name and the bytes of the file that a team would have of this source; the same bytes each time."""
    suffix, make = _MAKERS[source.form]
    return f"{source.key}.{suffix}", make(source)
