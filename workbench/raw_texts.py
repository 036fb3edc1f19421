"""Raw texts: whatever can be read in the bytes of a file, whole or hidden in an archive, to look for words in it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.sayings import normal

DEEPEST = 3
"""Archives in archives are opened so many times."""
LARGEST_PART = 256 * 1024 * 1024
_NEW_LINE = re.compile(r"</(?:\w+:)?(?:p|h\d|li|td|tr|div|si|row|t[dhr])>|<(?:\w+:)?(?:br|tab)\b[^>]*>")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_PRINTED = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
"""What is text in bytes that are not: in a database file, a picture."""
_ENCODED = re.compile(rb"[A-Za-z0-9+/]{256,}={0,2}")
"""A picture or font inside a page."""
_ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")


def texts_in_file(file: Path) -> Iterator[str]:
    """The texts that the bytes of this file hold; nothing when it went away in the meantime."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return
    yield from texts_in(data)


def texts_in(data: bytes, *, depth: int = 0) -> Iterator[str]:
    """The bytes as text in each way they can be meant: as they are, without mark-up, out of a zip or a PDF."""
    if data[:4] == b"PK\x03\x04" and depth < DEEPEST:
        yield from _in_archive(data, depth)
    elif data[:5] == b"%PDF-":
        yield _in_pdf(data)
    else:
        yield from _read(data)


def _read(data: bytes) -> Iterator[str]:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        yield normal(data.decode("utf-16", "ignore"))
    lines = _PRINTED.findall(data) if b"\x00" in data else [data]
    yield _decoded(lines)
    if any(b"\\u" in each for each in lines):
        yield normal(_ESCAPE.sub(_unescaped, _decoded(each for each in lines if b"\\u" in each)))
    if any(b"</" in each for each in lines):
        marked = _decoded(each for each in lines if b"</" in each)
        yield normal(html.unescape(_TAG.sub("", _NEW_LINE.sub("\n", marked))))


def _decoded(lines: Iterable[bytes]) -> str:
    return normal(_ENCODED.sub(b" ", b"\n".join(lines)).decode("utf-8", "ignore"))


def _unescaped(found: re.Match[str]) -> str:
    """Letters written as JSON writes them (\\u00eb), also beyond the first plane."""
    units = bytes.fromhex(found[0].replace("\\u", ""))
    return units.decode("utf-16-be", "ignore")


def _in_archive(data: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in archive.infolist():
                if each.file_size <= LARGEST_PART:
                    yield each.filename
                    yield from texts_in(archive.read(each), depth=depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        yield from _read(data)


def _in_pdf(data: bytes) -> str:
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    try:
        return normal(extract_text(io.BytesIO(data), laparams=LAParams(boxes_flow=None)))
    except Exception:  # whatever is wrong with a file, its bytes can be looked through
        return normal(data.decode("latin-1"))
