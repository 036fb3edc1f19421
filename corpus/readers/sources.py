"""Sources: the bytes of a file and, for text, its characters in the right encoding."""

from __future__ import annotations

import codecs
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.documents import normalise_text
from corpus.errors import EmptyFile, FileMissing, FileUnreadable, NotWhatItSays, TooLarge, Undecodable, UnknownEncoding
from corpus.reading import Loss, LossKind, ReadingOptions
from study.ids import digest_of

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MEGABYTE = 1024 * 1024
MOST_BYTES, MOST_LINES = 16 * MEGABYTE, 200_000
"""What a text has at most: a hundred hours of talk, and room for a book. Tables may be larger."""
BLOCK = MEGABYTE
NOTHING = b" \t\r\n\x00\xef\xbb\xbf"
# What Dutch teams' programs write when they do not write UTF-8; a wider choice makes short files come out wrong.
CANDIDATES = ["cp1252", "mac_roman", "cp850"]
# Control characters, soft hyphens, marks of writing direction and stray byte-order marks: never seen, never said.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
)

# The bytes of é, ï, NBSP, ’, €, 😀 in UTF-8, each shown as a sign of Windows: what was encoded twice looks like this.
_TRAIL = f"[{re.escape(bytes(range(0x80, 0xC0)).decode('cp1252', 'ignore'))}\x80-\xbf]"
DOUBLED = re.compile(
    f"[\u00c2\u00c3]{_TRAIL}|\u00e2[\u20ac\x80\u201a\x82\u2020\u2122]{_TRAIL}|\u00f0\u0178{_TRAIL}{_TRAIL}"
)
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file before it is understood: its name and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return digest_of(self.data)

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return Path(self.name).stem

    def is_zip(self) -> bool:
        """Whether the file is a package (docx, xlsx, …)."""
        return self.data.startswith(b"PK\x03\x04")

    def is_old_office(self) -> bool:
        """Whether the file is a compound file: Office before 2007, or Office with a password."""
        return self.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    def is_pdf(self) -> bool:
        """Whether the file is a PDF, also with a few stray bytes in front."""
        return b"%PDF-" in self.data[:1024]

    def suffix_by_content(self) -> str | None:
        """The suffix the content calls for, when it is unmistakable; raises `NotWhatItSays` for a damaged package."""
        if self.is_zip():
            return self._suffix_of_package()
        if self.is_pdf():
            return ".pdf"
        if self.data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
            return ".rtf"
        return ".vtt" if self.starts_with_text("WEBVTT") else None

    def _suffix_of_package(self) -> str | None:
        parts = self.package_parts()
        if "word/document.xml" in parts:
            return ".docx"
        if "xl/workbook.xml" in parts:
            return ".xlsx"
        says_odt = b"opendocument.text" in self.data[:200] or self.name.lower().endswith(".odt")
        return ".odt" if "content.xml" in parts and says_odt else None

    def starts_with_text(self, word: str) -> bool:
        """Whether the text of the file starts with this word, in UTF-8 or UTF-16."""
        head = self.data[:256]
        return any(head.decode(name, "ignore").lstrip("\ufeff").startswith(word) for name in ("utf-8", "utf-16"))

    def package_parts(self) -> frozenset[str]:
        """The names of the parts of a package; raises `NotWhatItSays` when it is damaged."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                return frozenset(package.namelist())
        except (zipfile.BadZipFile, OSError, ValueError) as problem:
            raise NotWhatItSays(file=self.name, suffix=Path(self.name).suffix) from problem


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file (NFC, line ends "\\n"), the encoding they were in, and what was invisible."""

    text: str
    encoding: str
    losses: tuple[Loss, ...]


def open_source(path: Path, *, limit: int = ReadingOptions().unpacked_limit) -> Source:
    """The file at this path; raises `FileMissing`, `FileUnreadable`, `EmptyFile`, or `TooLarge` above so many bytes."""
    try:
        if path.stat().st_size > limit:
            raise TooLarge(file=path.name, limit=limit // MEGABYTE)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise FileMissing(file=path.name) from problem
    except OSError as problem:
        raise FileUnreadable(file=path.name) from problem
    if not data[:4096].strip(NOTHING) and not data.strip(NOTHING):
        raise EmptyFile(file=path.name)
    return Source(path.name, data)


def decode(source: Source, *, encoding: str | None = None) -> Decoded:
    """The text of a file: in the encoding named, by its byte-order mark, as UTF-8, or by detection.

    Raises `TooLarge` for what no conversation fills, `Undecodable` or `UnknownEncoding`.
    """
    if len(source.data) > MOST_BYTES or source.data.count(b"\n") > MOST_LINES:
        raise TooLarge(file=source.name, limit=MOST_BYTES // MEGABYTE)
    return decode_all(source, encoding=encoding)


def decode_all(source: Source, *, encoding: str | None = None) -> Decoded:
    """The text of a file, however large."""
    chosen = check_encoding(encoding) if encoding else detect_encoding(source)
    try:
        text = source.data.decode(chosen)
    except UnicodeDecodeError as problem:
        raise Undecodable(file=source.name, line=source.data[: problem.start].count(b"\n") + 1) from problem
    text, losses = clean_text(normalise_text(text))
    return Decoded(text, chosen, losses)


def check_encoding(encoding: str) -> str:
    """The name of an encoding as Python knows it; raises `UnknownEncoding`."""
    try:
        return codecs.lookup(encoding).name
    except LookupError as problem:
        raise UnknownEncoding(encoding=encoding) from problem


def detect_encoding(source: Source) -> str:
    """The name of the encoding the file is in; raises `Undecodable` when it is none we can be sure of."""
    for mark, name in BYTE_ORDER_MARKS:
        if source.data.startswith(mark):
            return name
    if wide := _wide_encoding(source.data):
        return wide
    try:
        check_utf8(source.data)
    except UnicodeDecodeError as problem:
        return _detect_other(source, problem)
    return "utf-8"


def check_utf8(data: bytes) -> None:
    """Nothing, when the bytes are UTF-8, looked at in blocks; raises `UnicodeDecodeError` with the whole otherwise."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), BLOCK):
        try:
            decoder.decode(data[start : start + BLOCK], final=start + BLOCK >= len(data))
        except UnicodeDecodeError as problem:
            place = max(0, start + problem.start - len(problem.object) + len(data[start : start + BLOCK]))
            raise UnicodeDecodeError("utf-8", data, place, place + 1, problem.reason) from None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is then zero."""
    sample = data[:4000]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if low + high < 0.3 * len(sample):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _detect_other(source: Source, problem: UnicodeDecodeError) -> str:
    from charset_normalizer import from_bytes

    best = None if _is_damaged_utf8(source.data) else from_bytes(source.data, cp_isolation=CANDIDATES).best()
    if best is None:
        raise Undecodable(file=source.name, line=source.data[: problem.start].count(b"\n") + 1) from problem
    return codecs.lookup(best.encoding).name


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most characters beyond ASCII are good UTF-8: then a few are broken, and another encoding is no cure."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(re.findall("[\udc80-\udcff]", text))
    good = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    return good > broken


def clean_text(text: str) -> tuple[str, tuple[Loss, ...]]:
    """The text without what nobody sees and with doubly encoded signs mended, and both as losses with their line."""
    text, mended = mend_doubled(text)
    text, unseen = drop_invisible(text)
    return text, (*mended, *unseen)


def pair_surrogates(text: str) -> str:
    """The text with the two halves of a sign as one; a half without the other is a sign that says so.

    >>> pair_surrogates("\\ud83d\\ude00 \\ud83d")
    '😀 �'
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def mend_doubled(text: str) -> tuple[str, tuple[Loss, ...]]:
    """The text with signs that were encoded twice as they were meant, and how they stood in the file as losses.

    Where most signs beyond ASCII are sound, a program did not encode the text twice: somebody wrote these few, and
    they stay as they are.

    >>> mend_doubled("geÃ¯nteresseerd")[0], mend_doubled("DÃ‰JÃ€ â€œvuâ€\x9d, Â€ 5")[0]
    ('geïnteresseerd', 'DÉJÀ “vu”, Â€ 5')
    """
    doubled: list[re.Match[str]] = []

    def meant(found: re.Match[str]) -> str:
        data = b"".join(_as_bytes(each) for each in found[0])
        try:
            sign = data.decode("utf-8")
        except UnicodeDecodeError:
            return found[0]
        if not sign.isprintable() and sign not in "\xa0\xad":
            return found[0]
        doubled.append(found)
        return sign

    mended = DOUBLED.sub(meant, text)
    sound = len(BEYOND_ASCII.findall(INVISIBLE.sub("", mended))) - len(doubled)
    if not doubled or sound > len(doubled):
        return text, ()
    return unicodedata.normalize("NFC", mended), _losses(LossKind.REPAIR, text, doubled)


def _as_bytes(sign: str) -> bytes:
    """The byte that Windows shows as this sign."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def drop_invisible(text: str) -> tuple[str, tuple[Loss, ...]]:
    """The text without characters that nobody sees, and those characters as losses with their line."""
    found = list(INVISIBLE.finditer(text))
    if not found:
        return text, ()
    return INVISIBLE.sub("", text), _losses(LossKind.INVISIBLE, text, found)


def _losses(kind: LossKind, text: str, found: Iterable[re.Match[str]]) -> tuple[Loss, ...]:
    """What was found, in its order, with the line of each."""
    losses: list[Loss] = []
    line, at = 1, 0
    for each in found:
        line, at = line + text.count("\n", at, each.start()), each.start()
        losses.append(Loss(kind, each[0], line))
    return tuple(losses)
