"""Sections of a report as data: headings, paragraphs, tables, figures, quotes and boxes, before any file is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from reports.figures import Figure
from reports.quotes import NumberedQuote
from study.messages import translate as _


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; level 1 is the section's own title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `quotes` are the numbers that stand behind it, `lead` is printed bold before it."""

    text: str
    quotes: tuple[int, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of paragraphs."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quote in full, where it is discussed; its number leads to the appendix.

    `contra` says that it stands here because it says the opposite of the finding above it.
    """

    quote: NumberedQuote
    contra: bool = False

    @property
    def attribution(self) -> str:
        """Who said it, and that it says the opposite when it does."""
        opposing = _("says the opposite of the finding") if self.contra else ""
        return ", ".join(filter(None, (self.quote.attribution, opposing)))


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure with its number, given when the report is complete."""

    figure: Figure
    number: int = 0


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of words, each cell a paragraph; `shares` are the relative widths of the columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    shares: tuple[int, ...] = ()
    note: str = ""
    number: int = 0
    wide: bool = False


@dataclass(frozen=True, slots=True)
class QuoteList:
    """The appendix of quotes: every number resolves here."""

    quotes: tuple[NumberedQuote, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A framed aside: the sample and its bias, the priorities of a group."""

    title: str
    blocks: tuple[Paragraph | Bullets, ...]


Words: TypeAlias = "Paragraph | Bullets | QuoteBlock | TableBlock | QuoteList | Box"
"""Blocks that hold words only."""
Block: TypeAlias = "Heading | FigureBlock | Words"


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or an appendix: its title, an anchor that does not change with its number, and its blocks."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]
    appendix: bool = False
    label: str = ""

    @property
    def heading(self) -> str:
        """The title with its number: "3 Werkgevers", "Bijlage A Regels"."""
        return f"{self.label} {self.title}".strip()


def number_blocks(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections with figures and tables numbered in the order of reading."""
    figures, tables = iter(range(1, 10_000)), iter(range(1, 10_000))

    def numbered(block: Block) -> Block:
        if isinstance(block, FigureBlock):
            return replace(block, number=next(figures))
        return replace(block, number=next(tables)) if isinstance(block, TableBlock) else block

    return tuple(replace(each, blocks=tuple(numbered(block) for block in each.blocks)) for each in sections)


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that share the direction of their page; the headings just before a figure on its side go with it."""

    wide: bool
    blocks: tuple[Block, ...]


def runs(section: Section) -> tuple[Run, ...]:
    """The section, its title included, in runs of upright pages and pages on their side.

    >>> [run.wide for run in runs(Section("Bijlage", "bijlage", (Paragraph("Tekst."),)))]
    [False]
    """
    found: list[Run] = []
    waiting: list[Block] = []
    for block in (Heading(section.heading, 1), *section.blocks):
        if isinstance(block, Heading):
            waiting.append(block)
            continue
        wide = isinstance(block, FigureBlock) and block.figure.wide
        found.append(Run(wide, (*waiting, block)))
        waiting = []
    if waiting:
        found.append(Run(False, tuple(waiting)))
    return _joined(found)


def _joined(found: list[Run]) -> tuple[Run, ...]:
    """Neighbouring upright runs as one; every figure on its side keeps a page of its own."""
    joined: list[Run] = []
    for run in found:
        if joined and not run.wide and not joined[-1].wide:
            joined[-1] = Run(False, joined[-1].blocks + run.blocks)
        else:
            joined.append(run)
    return tuple(joined)


def paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Every paragraph in a block, in the order of reading."""
    match block:
        case Paragraph():
            yield block
        case Bullets():
            yield from block.items
        case TableBlock():
            for row in block.rows:
                yield from row
        case Box():
            for inner in block.blocks:
                yield from paragraphs_of(inner)


def quote_numbers(block: Block) -> tuple[int, ...]:
    """The quote numbers that a block prints."""
    found = [number for each in paragraphs_of(block) for number in each.quotes]
    return (*found, block.quote.number) if isinstance(block, QuoteBlock) else tuple(found)


def anchor(text: str) -> str:
    """A name for a link: lower case, plain letters, hyphens.

    >>> anchor("Beleving: é én ’s morgens")
    'beleving-e-en-s-morgens'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("’", "")).strip("-") or "deel"
