"""The report as a Word file: real styles, captions and tables; every quote number leads to the appendix."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from reports.rendering import render_each
from reports.report import Report
from reports.words import day_words
from reports.writers.files import put
from reports.writers.plain import draft_words
from reports.writers.word_blocks import Manuscript
from reports.writers.word_marks import speak
from reports.writers.word_pages import number_pages, upright
from reports.writers.word_styles import BOX, make_styles

if TYPE_CHECKING:
    from docx.document import Document

NO_DATE = date(2000, 1, 1)
"""A Word file must hold a date; a study without one gets this, never today."""
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_word(report: Report, path: Path | str) -> Path:
    """The file the report was written to: headings, captions and tables are real, so an institute can restyle it.

    Dated with the date of the study, identical each time. Raises `ReadOnly` or `DiskFull`.
    """
    return put(word_bytes(report), Path(path))


def word_bytes(report: Report) -> bytes:
    """The report as the bytes of a .docx file."""
    document = docx.Document()
    make_styles(document)
    speak(document, report.language)
    upright(document.sections[0])
    number_pages(document.sections[0], report.title)
    _describe(document, report)
    _title_page(document, report)
    pictures = render_each((block.figure for block in report.figures), to="png", bare=True)
    manuscript = Manuscript(document, pictures)
    manuscript.add_contents(report.sections)
    for section in report.sections:
        manuscript.add_section(section)
    return _without_clock(document)


def _describe(document: Document, report: Report) -> None:
    """The properties of the file, without the clock and without the machine."""
    properties = document.core_properties
    moment = datetime.combine(report.date or NO_DATE, time(), tzinfo=UTC)
    properties.title, properties.subject, properties.comments = report.title, report.subtitle, ""
    properties.author = ", ".join(report.authors)
    properties.last_modified_by = properties.author
    properties.language = report.language
    properties.revision = 1
    properties.created = properties.modified = moment


def _title_page(document: Document, report: Report) -> None:
    document.add_paragraph(report.organisation)
    document.add_paragraph(report.title, style="Title")
    document.add_paragraph(report.subtitle, style="Subtitle")
    document.add_paragraph(", ".join(report.authors))
    document.add_paragraph(day_words(report.date) if report.date else "")
    draft = draft_words(report)
    if draft:
        document.add_paragraph(draft, style=BOX)


def _without_clock(document: Document) -> bytes:
    """The file, its parts packed in their own order with one fixed date."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            target.writestr(part, source.read(name))
    return packed.getvalue()
