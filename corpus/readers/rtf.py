"""Rich Text Format: hand-made transcripts, with their tables, page headers and footnotes."""

from __future__ import annotations

import re
from codecs import lookup
from collections.abc import Iterator

from corpus.errors import NotWhatItSays
from corpus.published import Setting
from corpus.readers.bodies import Body, gather_body
from corpus.readers.drafts import compose_reading
from corpus.readers.sources import Source, check_encoding, pair_surrogates
from corpus.reading import Loss, LossKind, Reading, ReadingOptions

ASIDE = {
    "header": LossKind.PAGE,
    "footer": LossKind.PAGE,
    "footnote": LossKind.FOOTNOTE,
    "annotation": LossKind.FOOTNOTE,
    "deleted": LossKind.DELETED,
    "fldinst": LossKind.MARKUP,
}
_OPENING = re.compile(
    r"\{\s*(?:\\\*\s*)?\\(?P<word>header|footer|footnote|annotation|deleted|fldinst)(?:[flr]\b|\b)(?!\d)"
)
_WORD = re.compile(r"\\(?:[\\{}]|(?P<word>[a-z]{1,32})(?:-?\d{1,10})? ?)")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5}) ?")
# Where a row and its cells end and where a line breaks, as signs of no script, which go through the reader of RTF.
_MARKS = {"trowd": 0xE003, "row": 0xE001, "nestrow": 0xE001, "cell": 0xE000, "nestcell": 0xE000, "line": 0xE002}
_MARKED = re.compile(rf"\\(?P<word>{'|'.join(_MARKS)})(?![a-z])(?:-?\d+)? ?")
_ROW = re.compile("\ue003(?P<cells>[^\ue001]*)\ue001\\s*")
_CELL, _LINE, _START = "\ue000", "\ue002", "\ue003"


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of an RTF file; page headers, footnotes and deleted text are losses."""
    raw = source.data.decode("latin-1")
    encoding = check_encoding(options.encoding) if options.encoding else _code_page(raw)
    end = _end_of_group(raw, raw.find("{"))
    text, asides = _take_asides(_CODE_PAGE.sub("", raw[:end]))
    body = Body()
    if after := raw[end:].strip("\0 \r\n\t"):
        body.losses.append(Loss(LossKind.UNREADABLE, after))
    for kind, aside in asides:
        said = _plain(f"{{\\rtf1\\ansi {aside}}}", encoding, source)
        body.losses += [Loss(kind, said)] if said.strip() else []
    _fill(body, _plain(_mark(text), encoding, source))
    kind_of_document, found = gather_body(body, options=options)
    return compose_reading(source, found, kind=kind_of_document, format="rtf", encoding=encoding)


def _code_page(raw: str) -> str:
    """The encoding of the letters: the code page the file names, that of Windows when it names none that exists."""
    page = _CODE_PAGE.search(raw)
    try:
        return lookup(f"cp{page[1]}").name if page else "cp1252"
    except LookupError:
        return "cp1252"


def _take_asides(text: str) -> tuple[str, list[tuple[LossKind, str]]]:
    """The file without the groups that stand beside the text, and what is in each of those."""
    kept: list[str] = []
    asides: list[tuple[LossKind, str]] = []
    start = 0
    while opened := _OPENING.search(text, start):
        end = _end_of_group(text, opened.start())
        kept.append(text[start : opened.start()])
        asides.append((ASIDE[opened["word"]], text[opened.end() : end - 1]))
        start = end
    return "".join([*kept, text[start:]]), asides


def _end_of_group(text: str, start: int) -> int:
    """Where the group that starts here ends: after its closing brace, or at the end of a file that lacks it."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return len(text)


def _mark(text: str) -> str:
    return _MARKED.sub(lambda found: f"\\u{_MARKS[found['word']] - 0x10000}?", text)


def _plain(text: str, encoding: str, source: Source) -> str:
    """The words of a piece of RTF; raises `NotWhatItSays` when it cannot be followed."""
    from striprtf.striprtf import rtf_to_text

    try:
        said = str(rtf_to_text(_without_strays(text), encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as problem:
        raise NotWhatItSays(file=source.name, suffix=".rtf") from problem
    return pair_surrogates(said)


def _without_strays(text: str) -> str:
    """The piece without words that open a group but do not stand at its start: the rest would be left out with them."""
    from striprtf.striprtf import destinations

    def kept(found: re.Match[str]) -> str:
        before = text[max(0, found.start() - 8) : found.start()].rstrip()
        is_stray = found["word"] in destinations and not before.endswith(("{", "\\*"))
        return "" if is_stray else found[0]

    return _WORD.sub(kept, text)


def _fill(body: Body, text: str) -> None:
    """Put paragraphs and tables in the body, in their order."""
    for piece in _pieces(text):
        if isinstance(piece, str):
            for line in piece.split("\n"):
                body.add(line.replace(_LINE, "\n").replace(_CELL, "\t").replace(_START, ""), Setting())
        else:
            body.add_table(piece)


def _pieces(text: str) -> Iterator[str | list[list[str]]]:
    """The stretches of paragraphs and the tables, in their order; rows with nothing between them are one table."""
    start = 0
    rows: list[list[str]] = []
    for row in _ROW.finditer(text):
        if text[start : row.start()].strip() or not rows:
            if rows:
                yield rows
            yield text[start : row.start()]
            rows = []
        rows.append(_cells(row["cells"]))
        start = row.end()
    if rows:
        yield rows
    yield text[start:]


def _cells(row: str) -> list[str]:
    cells = row.replace(_START, "").replace(_LINE, "\n").removesuffix(_CELL).split(_CELL)
    return ["\n\n".join(each.strip() for each in cell.split("\n\n")).strip() for cell in cells]
