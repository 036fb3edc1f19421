"""Printed pages for the tests: PDF files with each line of text at its place, every letter half as wide as high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.readers import read_document
from corpus.reading import LossKind, Reading

WIDTH, HEIGHT = 600, 800
TOP, PITCH, SIZE = 700, 14, 10
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)


@dataclass(frozen=True)
class Put:
    """A line of text at a place on the page."""

    text: str
    x: float
    y: float
    size: float = SIZE


def a_column(*lines: str, x: float = 60, top: float = TOP, size: float = SIZE) -> list[Put]:
    """Lines under one another; spaces in front are an indent of as many letters."""
    return [
        Put(line.lstrip(), x + (len(line) - len(line.lstrip())) * size / 2, top - place * PITCH, size)
        for place, line in enumerate(lines)
        if line.strip()
    ]


def a_pdf(*pages: Sequence[Put], picture: bool = False, locked: bool = False) -> bytes:
    """A PDF of these pages; `picture` puts an image on each, `locked` asks for a password nobody has."""
    signs = sorted({sign for page in pages for put in page for sign in put.text})
    codes = {sign: place + 1 for place, sign in enumerate(signs)}
    kids = " ".join(f"{6 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        _font(len(signs)),
        _stream(_letters(codes)),
        PICTURE + b"\nstream\n\x00\nendstream",
    ]
    for place, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * place} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>".encode()
        )
        objects.append(_stream(_drawing(page, codes, picture=picture)))
    return _file(objects, locked=locked)


def _font(count: int) -> bytes:
    widths = " ".join(["500"] * count)
    return (
        "<< /Type /Font /Subtype /TrueType /BaseFont /Test /FirstChar 1 "
        f"/LastChar {count} /Widths [{widths}] /ToUnicode 4 0 R /FontDescriptor << /Type /FontDescriptor "
        "/FontName /Test /Flags 4 /Ascent 700 /Descent -200 /FontBBox [0 -200 500 700] >> >>"
    ).encode()


def _letters(codes: dict[str, int]) -> bytes:
    pairs = "\n".join(f"<{code:02x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<00> <ff>\n"
        f"endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap\nend\nend"
    ).encode()


def _drawing(page: Sequence[Put], codes: dict[str, int], *, picture: bool) -> bytes:
    texts = [
        f"BT /F {put.size} Tf {put.x} {put.y} Td <{bytes(codes[sign] for sign in put.text).hex()}> Tj ET"
        for put in page
    ]
    return "\n".join([*texts, *(["q 100 0 0 100 0 0 cm /I Do Q"] if picture else [])]).encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes], *, locked: bool) -> bytes:
    content, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if locked:
        secret = b"<" + b"ab" * 32 + b">"
        lock = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (secret, secret)
    return content + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        lock,
        start,
    )


def read_pdf(folder: Path, content: bytes) -> Reading:
    """The reading of a PDF with this content."""
    file = folder / "stuk.pdf"
    file.write_bytes(content)
    return read_document(file)


def read_printed(folder: Path, *pages: Sequence[Put]) -> list[str]:
    """The paragraphs of these pages."""
    reading = read_pdf(folder, a_pdf(*pages))
    return [reading.text_of(turn) for turn in reading.turns]


def lost(reading: Reading, kind: LossKind) -> list[tuple[str, int | None]]:
    """What of this kind was left out, and on which page."""
    return [(loss.text, loss.line) for loss in reading.losses if loss.kind == kind]
