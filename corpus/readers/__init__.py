"""Readers: one file a format, found by what is inside a file and what it is called."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from corpus.errors import NotWhatItSays, OldOrProtected, UnknownFormat
from corpus.readers.sources import Source, open_source
from corpus.reading import Reading, ReadingOptions

SUFFIXES = {
    ".vtt": "vtt",
    ".srt": "srt",
    ".docx": "docx",
    ".csv": "sheet",
    ".tsv": "sheet",
    ".xlsx": "sheet",
    ".txt": "text",
    ".md": "text",
    ".pdf": "pdf",
}
UNMISTAKABLE = (".docx", ".xlsx", ".pdf")


def read_document(path: str | Path, *, options: ReadingOptions | None = None) -> Reading:
    """The turns in a file, with a report of everything that was left out.

    Reads vtt, srt, docx, csv, tsv, xlsx, txt, md and pdf. Raises a `CorpusError` that names the file and what to do:
    `FileMissing`, `EmptyFile`, `UnknownFormat`, `NotWhatItSays`, `Undecodable`, `InvalidTimes`, `MissingColumn`,
    `NoTurns`, …
    """
    source = open_source(Path(path))
    reader = import_module(f"corpus.readers.{find_reader(source)}")
    return cast(Reading, reader.read(source, options or ReadingOptions()))


def find_reader(source: Source) -> str:
    """The name of the reader for a file: by its content when that is unmistakable, by its suffix otherwise."""
    suffix = Path(source.name).suffix.lower()
    found = _reader_by_content(source)
    if found is None and suffix in UNMISTAKABLE:
        raise NotWhatItSays(file=source.name, suffix=suffix)
    if found is None and suffix not in SUFFIXES:
        raise UnknownFormat(file=source.name, known=", ".join(SUFFIXES))
    return found or SUFFIXES[suffix]


def _reader_by_content(source: Source) -> str | None:
    if source.is_old_office():
        raise OldOrProtected(file=source.name)
    if source.is_zip():
        return _reader_of_package(source)
    if source.is_pdf():
        return "pdf"
    return "vtt" if source.starts_with_text("WEBVTT") else None


def _reader_of_package(source: Source) -> str:
    parts = source.package_parts()
    if "word/document.xml" in parts:
        return "docx"
    if "xl/workbook.xml" in parts:
        return "sheet"
    raise UnknownFormat(file=source.name, known=", ".join(SUFFIXES))
