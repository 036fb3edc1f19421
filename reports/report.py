"""A report: title page, chapters and appendices as data, composed once and written in several formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from string import ascii_uppercase

from reports.chapters.appendices import write_loose_figures, write_overview, write_quotes, write_rules, write_topics
from reports.chapters.assumptions import write_assumptions
from reports.chapters.improvements import write_improvements
from reports.chapters.method import write_method
from reports.chapters.perspective import write_perspectives
from reports.chapters.summary import write_summary
from reports.draft import Draft
from reports.errors import NothingToReport
from reports.figures import Figure
from reports.material import Material
from reports.quotes import QuoteNumbers, number_quotes
from reports.sections import FigureBlock, Section, number_blocks
from study.config import Settings
from study.messages import current_language
from study.messages import translate as _

CHAPTERS: tuple[Callable[[Draft], tuple[Section, ...]], ...] = (
    write_summary,
    write_method,
    write_overview,
    write_perspectives,
    write_assumptions,
    write_improvements,
    write_rules,
    write_topics,
    write_quotes,
)


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A complete report, ready to be written.

    `unrecorded` are the instruments without a bias note: with any of them it is a draft still.
    """

    title: str
    subtitle: str
    organisation: str
    authors: tuple[str, ...]
    date: date | None
    language: str
    sections: tuple[Section, ...]
    quotes: QuoteNumbers
    unrecorded: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[FigureBlock, ...]:
        """The numbered figures in the order of reading."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, FigureBlock))


def compose_report(settings: Settings, figures: Iterable[Figure] = (), *, material: Material | None = None) -> Report:
    """The report of a study in the current language: what has been made so far, chapter by chapter.

    `figures` are those of `draw_figures`, or a choice of them; each goes to the chapter of its kind and perspective.
    `material` holds the counts behind the text; without it the report is a title page with the figures. Figures,
    tables and quotes are numbered here, for this export only. Raises `NothingToReport` when there is nothing at all.
    """
    chosen, known = tuple(figures), material or Material()
    quotes = number_quotes(known.quotes(), perspectives=settings.perspectives, kinds=known.document_kinds())
    draft = Draft(settings, known, chosen, quotes)
    chapters = CHAPTERS if material is not None else (write_loose_figures,)
    if not chosen and known.is_empty:
        raise NothingToReport
    sections = tuple(section for write in chapters for section in write(draft))
    return Report(
        title=settings.title,
        subtitle=_("Report of a qualitative study"),
        organisation=settings.organisation,
        authors=settings.authors,
        date=settings.date,
        language=current_language(),
        sections=number_blocks(_labelled(sections)),
        quotes=quotes,
        unrecorded=tuple(sorted(each.title for each in known.instruments if not each.bias)),
    )


def _labelled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with their number, or the letter of an appendix."""
    chapters = [replace(each, label=str(at)) for at, each in enumerate((s for s in sections if not s.appendix), 1)]
    appendices = [
        replace(each, label=_("Appendix {letter}", letter=letter))
        for letter, each in zip(ascii_uppercase, (s for s in sections if s.appendix), strict=False)
    ]
    return (*chapters, *appendices)
