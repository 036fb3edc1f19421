"""Readers: one file a format, found by what is inside a file and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.errors import NotWhatItSays, OldOrProtected, UnknownFormat
from corpus.readers.registry import OURS, Reader, added_readers, known_suffixes, list_readers, named_reader
from corpus.readers.sources import Source, open_source
from corpus.reading import Reading, ReadingOptions

SUFFIXES = {
    suffix: next(each.name for each in OURS if suffix in each.suffixes) for one in OURS for suffix in one.suffixes
}
"""The suffixes of our readers, each with the first reader that takes it."""
UNMISTAKABLE = (".docx", ".xlsx", ".pdf", ".odt", ".rtf")


def read_document(path: str | Path, *, options: ReadingOptions | None = None) -> Reading:
    """The turns in a file, with a report of everything that was left out; all of it as one document.

    Raises a `CorpusError` that names the file and what to do: `FileMissing`, `EmptyFile`, `UnknownFormat`,
    `UnknownReader`, `NotWhatItSays`, `Undecodable`, `InvalidTimes`, `MissingColumn`, `NoTurns`, …
    """
    chosen = options or ReadingOptions()
    source = open_source(Path(path), limit=chosen.unpacked_limit)
    return _with_warnings(find_reader(source, chosen).read(source, chosen))


def read_documents(path: str | Path, *, options: ReadingOptions | None = None) -> tuple[Reading, ...]:
    """The documents in a file: one, or of a survey or a very large export several. Raises as `read_document` does."""
    return tuple(iterate_documents(path, options=options))


def iterate_documents(path: str | Path | Source, *, options: ReadingOptions | None = None) -> Iterator[Reading]:
    """The documents in a file, each made when it is asked for, so that they need not fit in memory together."""
    chosen = options or ReadingOptions()
    source = path if isinstance(path, Source) else open_source(Path(path), limit=chosen.unpacked_limit)
    yield from map(_with_warnings, find_reader(source, chosen).read_all(source, chosen))


def find_reader(source: Source, options: ReadingOptions) -> Reader:
    """The reader for a file: the one that is named, else by its content when that is unmistakable, else by its suffix.

    Of several for one suffix it is the one that recognises the file most surely, ours before others, in their order.
    """
    if source.is_old_office():
        raise OldOrProtected(file=source.name)
    if options.format:
        return named_reader(options.format)
    able = _able_readers(source)
    if len(able) == 1:
        return able[0]
    return max(able, key=lambda each: each.certainty(source, options))


def _able_readers(source: Source) -> list[Reader]:
    """The readers that take files of this kind; raises `UnknownFormat` or `NotWhatItSays` when there are none."""
    called, found = Path(source.name).suffix.lower(), source.suffix_by_content()
    if found is None and called in UNMISTAKABLE and not source.is_zip():
        raise NotWhatItSays(file=source.name, suffix=called)
    able = [each for each in list_readers() if (found or called) in each.suffixes]
    if found is None and source.is_zip():
        able = [each for each in able if each.package]
    if not able:
        for problem in added_readers().broken:
            raise problem
        raise UnknownFormat(file=source.name, known=", ".join(known_suffixes()))
    return able


def _with_warnings(reading: Reading) -> Reading:
    """The reading, with a note for every reader that should have been asked and does not work."""
    broken = tuple(str(each) for each in added_readers().broken)
    return replace(reading, notes=(*reading.notes, *broken)) if broken else reading
