"""A report as plain values: what the PDF and the web page are made from, without records and without ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.figures import Figure, Plain
from reports.quotes import NumberedQuote
from reports.report import Report
from reports.sections import (
    Block,
    Box,
    Bullets,
    FigureBlock,
    Heading,
    Paragraph,
    QuoteBlock,
    QuoteList,
    Section,
    TableBlock,
    Words,
    anchor,
    runs,
)
from reports.words import day_words
from study.messages import translate as _

Draw = Callable[[Figure], dict[str, Plain]]
"""What a format adds to a figure: its pictures, or what its template needs."""


def plain_report(report: Report, *, draw: Draw) -> dict[str, Plain]:
    """The whole report as JSON knows it; what `draw` gives is added to each figure."""
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "organisation": report.organisation,
        "authors": list(report.authors),
        "day": day_words(report.date) if report.date else "",
        "language": report.language,
        "contents": _("Contents"),
        "draft": draft_words(report),
        "sections": [_section(each, draw) for each in report.sections],
    }


def draft_words(report: Report) -> str | None:
    """Why a report is a draft still, in a sentence for the title page; None when it may be published."""
    if not report.unrecorded:
        return None
    return _("Draft: no bias was recorded for {titles}.", titles=", ".join(report.unrecorded))


def figure_word() -> str:
    """What figures are called in a caption, before their number."""
    return _("Figure")


def table_word() -> str:
    """What tables are called in a caption, before their number."""
    return _("Table")


def origin_words(quote: NumberedQuote) -> str:
    """Who said a quote and in what kind of material, as the appendix prints it."""
    return ", ".join(filter(None, (quote.attribution, quote.document_kind)))


def _section(section: Section, draw: Draw) -> Plain:
    """A section in runs; every heading gets an anchor that does not change with the numbers."""
    parts = runs(section)
    headings = [block for run in parts for block in run.blocks if isinstance(block, Heading)]
    names = [section.anchor, *(f"{section.anchor}-{at}-{anchor(each.text)}" for at, each in enumerate(headings[1:], 1))]
    anchors = iter(names)
    return {
        "heading": section.heading,
        "anchor": section.anchor,
        "runs": [{"wide": run.wide, "blocks": [_block(each, draw, anchors) for each in run.blocks]} for run in parts],
    }


def _block(block: Block, draw: Draw, anchors: Iterator[str]) -> dict[str, Plain]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level, "anchor": next(anchors)}
    if isinstance(block, FigureBlock):
        return {"kind": "figure", **_figure(block), **draw(block.figure)}
    return _words(block)


def _words(block: Words) -> dict[str, Plain]:
    """A block that holds words only."""
    plain: dict[str, Plain]
    match block:
        case Paragraph():
            plain = {"kind": "paragraph", **_paragraph(block)}
        case Bullets():
            plain = {"kind": "bullets", "items": [_paragraph(each) for each in block.items]}
        case QuoteBlock():
            plain = {"kind": "quote", **_quote(block.quote), "attribution": block.attribution}
        case TableBlock():
            plain = {"kind": "table", **_table(block)}
        case Box():
            plain = {"kind": "box", "title": block.title, "blocks": [_words(each) for each in block.blocks]}
        case QuoteList():
            plain = {"kind": "quotes", "quotes": [_quote(each) for each in block.quotes]}
    return plain


def _paragraph(paragraph: Paragraph) -> dict[str, Plain]:
    return {"text": paragraph.text, "lead": paragraph.lead, "quotes": list(paragraph.quotes)}


def _quote(quote: NumberedQuote) -> dict[str, Plain]:
    return {
        "number": quote.number,
        "text": quote.text,
        "attribution": quote.attribution,
        "origin": origin_words(quote),
    }


def _figure(block: FigureBlock) -> dict[str, Plain]:
    figure = block.figure
    return {
        "number": block.number,
        "label": f"{figure_word()} {block.number}",
        "title": figure.title,
        "key": figure.key,
        "alt": figure.alt,
        "beneath": list(figure.beneath),
        "wide": figure.wide,
    }


def _table(table: TableBlock) -> dict[str, Plain]:
    return {
        "number": table.number,
        "label": f"{table_word()} {table.number}",
        "title": table.title,
        "columns": list(table.columns),
        "rows": [[_paragraph(cell) for cell in row] for row in table.rows],
        "shares": list(table.shares or (1 for _column in table.columns)),
        "note": table.note,
    }
