"""Line marks: the numbers that a page puts before or between the lines of a text, which are no speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.reading import Loss, LossKind
from corpus.segments import Part

_NUMBERED = re.compile(r"[ \t]*(?P<number>\d{1,5})(?:[ \t\xa0]+|$)")
_PAGE = re.compile(
    r"\s*(?:(?:pagina|page|blz\.?|bladzijde|p\.)\s*\d{1,4}(?:\s*(?:van|of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])\s*",
    re.IGNORECASE,
)
FEWEST, MOST_LINES = 5, 0.8
"""Numbers that keep step with the lines are line numbers from so many on, when so large a part of the lines has one."""
STEP = 5
"""Some programs number every fifth line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a file: its text (line breaks as "\\n"), its number or first line, whether it is a heading.

    Of a published text: its `page` (from 1) and the `part` it is.
    """

    text: str
    line: int
    heading: bool = False
    page: int | None = None
    part: Part = Part.TEXT


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph: its text, its number in the file, and its place among all lines and among the filled."""

    text: str
    number: int
    place: int
    filled: int


def take_line_marks(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Loss]]:
    """The paragraphs without line numbers, page numbers and what is repeated beside those; each of them is a loss."""
    lines = list(_lines(paragraphs))
    flat = [line for each in lines for line in each]
    in_step = _in_step(flat)
    running = _running(flat)
    losses: list[Loss] = []
    kept = []
    for paragraph, own in zip(paragraphs, lines, strict=True):
        texts = [_bare(line, line.place in in_step, running, losses) for line in own]
        text = "\n".join(texts)
        kept.append(paragraph if text == paragraph.text else replace(paragraph, text=text))
    return kept, losses


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[list[_Line]]:
    place = filled = 0
    for paragraph in paragraphs:
        own = []
        for offset, text in enumerate(paragraph.text.split("\n")):
            place, filled = place + 1, filled + bool(text.strip())
            own.append(_Line(text, paragraph.line + offset, place, filled))
        yield own


def _bare(line: _Line, is_numbered: bool, running: frozenset[str], losses: list[Loss]) -> str:
    """The line without its number; empty when all of it belongs to the page."""
    text = line.text
    if is_numbered and (mark := _NUMBERED.match(text)):
        losses.append(Loss(LossKind.NUMBER, mark[0], line.number))
        text = text[mark.end() :]
    if _PAGE.fullmatch(text) or _key(text) in running:
        losses.append(Loss(LossKind.PAGE, text, line.number))
        return ""
    return text


def _in_step(lines: Sequence[_Line]) -> frozenset[int]:
    """The places of the lines whose numbers keep step with the lines of the text; none when too few do."""
    numbered = [(line, int(mark["number"])) for line in lines if (mark := _NUMBERED.match(line.text))]
    if len(numbered) < FEWEST:
        return frozenset()
    by_filled = _largest([(number - line.filled, line.place, number) for line, number in numbered])
    by_line = _largest([(number - line.number, line.place, number) for line, number in numbered])
    best = max(by_filled, by_line, key=len)
    every = STEP if all(number % STEP == 0 for _, number in best) else 1
    total = sum(bool(line.text.strip()) for line in lines)
    enough = len(best) >= max(FEWEST, MOST_LINES * (total // every))
    return frozenset(place for place, _ in best) if enough else frozenset()


def _largest(numbered: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Place and number of the lines that are equally far from their number, of the commonest distance."""
    distance = Counter(each for each, _, _ in numbered).most_common(1)[0][0]
    return [(place, number) for each, place, number in numbered if each == distance]


def _running(lines: Sequence[_Line]) -> frozenset[str]:
    """The lines of three words at least that come back beside page numbers, and nowhere else."""
    filled = [line.text for line in lines if line.text.strip()]
    pages = {place for place, text in enumerate(filled) if _PAGE.fullmatch(text)}
    if len(pages) < 2:
        return frozenset()
    beside = {each for place in pages for each in (place - 1, place + 1) if 0 <= each < len(filled)} - pages
    near = Counter(_key(filled[place]) for place in beside)
    everywhere = Counter(map(_key, filled))
    return frozenset(
        key for key, count in near.items() if count > 1 and count == everywhere[key] and len(key.split()) >= 3
    )


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
