"""The door to Typst: templates of ours with plain data, to PDF, SVG or PNG, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reports.figures import Plain
from reports.style import FONTS, sheet_style

if TYPE_CHECKING:
    import typst

SHEETS = Path(__file__).parent / "sheets"
PIXELS_PER_INCH = 192
"""Twice the 96 of a screen."""


def typeset(
    template: str,
    content: Mapping[str, Plain],
    *,
    to: Literal["pdf", "svg", "png"],
    pictures: Mapping[str, bytes] | None = None,
) -> tuple[bytes, ...]:
    """The pages of a template in `sheets/` filled with the content; a PDF is one piece.

    Templates know no language: every word is in the content. `pictures` are files a template may show.
    """
    import typst

    files = sheet_files(template, content) | dict(pictures or {})
    # The stub of Typst does not know that the input may be several files, nor that pictures come page by page.
    make: Callable[..., bytes | list[bytes]] = typst.compile
    standards = ["ua-1"] if to == "pdf" else []
    made = make(
        files,
        format=to,
        font_paths=fonts(),
        ignore_system_fonts=True,
        ppi=PIXELS_PER_INCH,
        pdf_standards=standards,
    )
    return tuple(made) if isinstance(made, list) else (made,)


def sheet_files(template: str, content: Mapping[str, Plain]) -> dict[str, bytes]:
    """The files a template is compiled from, by name: the template itself ("main"), its parts and the content."""
    parts = {file.name: file.read_bytes() for file in sorted(SHEETS.glob("*.typ"))}
    words = json.dumps({"style": sheet_style(), **content}, ensure_ascii=False).encode()
    return {"main": parts[f"{template}.typ"], **parts, "content.json": words}


def typst_date(day: date | None) -> Plain:
    """A date as the templates read it; None stands for no date at all, never for today."""
    return None if day is None else {"year": day.year, "month": day.month, "day": day.day}


@cache
def fonts() -> typst.Fonts:
    """Our own fonts and those inside Typst, never those of the machine: the same page everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
