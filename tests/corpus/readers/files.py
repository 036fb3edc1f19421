"""Small files for the tests of the readers, written as the programs of teams write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.readers import read_document
from corpus.reading import Reading, ReadingOptions

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Read = Callable[..., Reading]


def read_text(folder: Path, name: str, content: str | bytes, options: ReadingOptions | None = None) -> Reading:
    """The reading of a file with this content."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(file, options=options)


def spoken(reading: Reading) -> list[tuple[str | None, str]]:
    """Who said what, in order."""
    return [(turn.speaker, reading.text_of(turn)) for turn in reading.turns]


def a_package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def a_word_file(body: str, **others: str) -> bytes:
    """A Word file with this XML as its body; `others` are more parts ("header1", "footnotes")."""
    frame = f'<?xml version="1.0" encoding="UTF-8"?><w:{{0}} xmlns:w="{WORD}">{{1}}</w:{{0}}>'
    parts: dict[str, str | bytes] = {
        "word/document.xml": frame.format("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": frame.format("hdr", content) for name, content in others.items()},
    }
    return a_package(parts)


def a_paragraph(*runs: str, style: str | None = None) -> str:
    """A paragraph of runs; "\\n" is a line break."""
    dress = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(
        "<w:r>"
        + "<w:br/>".join(f'<w:t xml:space="preserve">{each}</w:t>' if each else "" for each in run.split("\n"))
        + "</w:r>"
        for run in runs
    )
    return f"<w:p>{dress}{inner}</w:p>"


def a_table(rows: Sequence[Sequence[str]]) -> str:
    """A Word table; "\\n\\n" in a cell parts its paragraphs."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(text: str) -> str:
    return f"<w:tc>{''.join(a_paragraph(each) for each in text.split(chr(10) * 2))}</w:tc>"
