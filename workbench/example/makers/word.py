"""Word files: a transcript typed out by hand, one saved from Teams, and a text with headings."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.example.makers.captions import seconds_of
from workbench.example.sources import Source, SourceTurn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def make_handmade(source: Source) -> bytes:
    """A transcript with a time and a name before every turn."""
    document = _new_word(source)
    document.add_heading(str(source.about["title"]), level=1)
    for turn in source.turns:
        first, *rest = turn.text.split("\n\n")
        document.add_paragraph(f"[{turn.time}] {turn.speaker}: {first}")
        for paragraph in rest:
            document.add_paragraph(paragraph)
    return _word_bytes(document)


def make_teams(source: Source) -> bytes:
    """A transcript as Teams saves it, a paragraph a turn."""
    document = _new_word(source)
    document.add_paragraph(f"{source.about['title']}-Transcriptie")
    document.add_paragraph(f"{source.turns[0].speaker} heeft de transcriptie gestart")
    for turn in source.turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(str(turn.speaker)).bold = True
        paragraph.add_run(f"   {_short_time(turn)}").add_break()
        paragraph.add_run(turn.text)
    document.add_paragraph(f"{source.turns[0].speaker} heeft de transcriptie gestopt")
    return _word_bytes(document)


def make_text(source: Source) -> bytes:
    """A text with real headings and paragraphs, its title in the header of the page."""
    document = _new_word(source)
    document.sections[0].header.paragraphs[0].text = str(source.about["title"])
    for turn in source.turns:
        if turn.heading:
            document.add_heading(turn.text, level=turn.heading)
        else:
            document.add_paragraph(turn.text)
    return _word_bytes(document)


def _new_word(source: Source) -> WordDocument:
    import docx

    document = docx.Document()
    held_on = datetime.fromisoformat(f"{source.about['held_on']}T12:00:00")
    document.core_properties.created = document.core_properties.modified = held_on
    document.core_properties.author = "Rode Draad"
    return document


def _word_bytes(document: WordDocument) -> bytes:
    raw = io.BytesIO()
    document.save(raw)
    return without_clock(raw.getvalue())


def without_clock(package: bytes) -> bytes:
    """The same zip file with the moment of writing taken out of it."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            new.writestr(part, old.read(entry), compress_type=zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _short_time(turn: SourceTurn) -> str:
    minutes, seconds = divmod(seconds_of(turn), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
