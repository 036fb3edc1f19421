"""Bodies: a document as word processors keep it, paragraphs and tables in their order, and the turns in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.documents import DocumentKind, normalise_text
from corpus.published import Setting, find_parts
from corpus.readers.drafts import Findings
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.rows import gather_rows
from corpus.readers.sources import clean_text
from corpus.reading import Loss, LossKind, ReadingOptions


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts; `lines` are the numbers its rows have among the paragraphs."""

    rows: tuple[tuple[str, ...], ...]
    line: int

    @property
    def lines(self) -> range:
        """The paragraph numbers of the rows."""
        return range(self.line, self.line + len(self.rows))


@dataclass(slots=True)
class Body:
    """A document: its paragraphs in order (a table row is one, cells parted by tabs), its tables, its losses.

    `listed` are the numbers of the paragraphs that stand in a list with numbers or bullets, `settings` says how each
    is set, `page` is the page reached so far, as Word broke them when it last saved the file.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)
    settings: list[Setting] = field(default_factory=list)
    page: int = 1
    boxes: int = 0

    @property
    def has_pages(self) -> bool:
        """Whether the file says where its pages break."""
        return self.page > 1

    def add(self, text: str, setting: Setting, *, heading: bool = False) -> int:
        """The number of a new paragraph with this text."""
        number = len(self.paragraphs) + 1
        self.paragraphs.append(Paragraph(text, number, heading, page=self.page))
        self.settings.append(setting)
        return number

    def add_table(self, rows: Sequence[Sequence[str]]) -> None:
        """Let a table follow: each row is a paragraph too, its cells parted by tabs."""
        self.tables.append(Table(tuple(map(tuple, rows)), len(self.paragraphs) + 1))
        for row in rows:
            self.add("\t".join(row), Setting())


def gather_body(body: Body, *, options: ReadingOptions) -> tuple[DocumentKind, Findings]:
    """The turns of a document: by its tables when turns stand in them, by its paragraphs otherwise."""
    found = _gather_tables(body, options) if options.speakers is not False else None
    if found is not None:
        return DocumentKind.TRANSCRIPT, found
    clean, losses = _clean(body)
    kind, found = gather_paragraphs(clean, options=options)
    found.losses.extend([*body.losses, *losses])
    return kind, found


def _gather_tables(body: Body, options: ReadingOptions) -> Findings | None:
    """The turns of every table that holds turns, or None without one; what stands around them is a loss."""
    together = Findings(losses=list(body.losses))
    inside: set[int] = set()
    for table in body.tables:
        found = gather_rows(table.rows, line=table.line, options=options)
        if found is not None:
            together.drafts += found.drafts
            together.losses += found.losses
            together.notes = found.notes
            together.certainty = min(together.certainty, found.certainty)
            inside.update(table.lines)
    others = (each for each in body.paragraphs if each.line not in inside and each.text.strip())
    together.losses += [Loss(LossKind.HEADER, each.text, each.line) for each in others]
    return together if inside else None


def _clean(body: Body) -> tuple[list[Paragraph], list[Loss]]:
    """The paragraphs without what nobody sees, with the part of a published text that each is."""
    texts: list[str] = []
    lost: list[Loss] = []
    for each in body.paragraphs:
        text, losses = clean_text(normalise_text(each.text))
        texts.append(text)
        lost.extend(Loss(loss.kind, loss.text, each.line) for loss in losses)
    parts = find_parts(texts, body.settings)
    return [
        replace(each, text=text, part=part, page=each.page if body.has_pages else None)
        for each, text, part in zip(body.paragraphs, texts, parts, strict=True)
    ], lost


def title_of(body: Body) -> str | None:
    """The text of the first heading, when it stands at the top."""
    headings = (each.text for each in body.paragraphs[:3] if each.heading)
    return next((" ".join(each.split()) for each in headings if each.strip()), None)
