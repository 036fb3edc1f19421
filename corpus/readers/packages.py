"""Packages (docx, xlsx): zip files of XML, opened without trusting them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NotWhatItSays, OldOrProtected, TooLarge, UnsafeFile
from corpus.readers.sources import Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEGABYTE = 1024 * 1024


def check_package(source: Source, *, limit: int) -> None:
    """Nothing, when the package is sound; raises `NotWhatItSays`, `TooLarge` or `OldOrProtected`.

    A part never unpacks to more than the zip file says, so the sizes it states are enough to judge by.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise NotWhatItSays(file=source.name, suffix=Path(source.name).suffix) from problem
    if sum(part.file_size for part in parts) > limit:
        raise TooLarge(file=source.name, limit=limit // MEGABYTE)
    if any(part.flag_bits & 1 for part in parts):
        raise OldOrProtected(file=source.name)


def holds_word(source: Source, *, limit: int, part: str, word: bytes) -> bool:
    """Whether the bytes of a part hold this word (in small letters), which is known sooner than what its XML means."""
    check_package(source, limit=limit)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            return word in package.read(part).lower()
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return False


def read_parts(source: Source, *, limit: int, wanted: tuple[str, ...]) -> Mapping[str, Element]:
    """The XML of the parts whose names start as wanted, by name; raises `UnsafeFile` when one defines entities."""
    check_package(source, limit=limit)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as package:
            names = [name for name in package.namelist() if name.startswith(wanted) and name.endswith(".xml")]
            return {name: _parse(package.read(name), source) for name in names}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as problem:
        raise NotWhatItSays(file=source.name, suffix=Path(source.name).suffix) from problem


def _parse(data: bytes, source: Source) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as problem:
        raise UnsafeFile(file=source.name) from problem
    except ParseError as problem:
        raise NotWhatItSays(file=source.name, suffix=Path(source.name).suffix) from problem
