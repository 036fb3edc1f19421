"""PDF: a text as it was published, with a running title, page numbers and words broken at line ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from reports.typesetting import fonts, typst_date
from workbench.example.sources import Source

TEMPLATE = Path(__file__).with_name("page.typ")


def make_text(source: Source) -> bytes:
    """The text typeset on A4 pages; its date is that of the source."""
    import typst

    held_on = date.fromisoformat(str(source.about["held_on"]))
    content = {
        "title": str(source.about["title"]),
        "language": source.about.get("language", "nl"),
        "day": typst_date(held_on),
        "parts": [{"heading": turn.heading, "text": turn.text} for turn in source.turns],
    }
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content)},
    )
