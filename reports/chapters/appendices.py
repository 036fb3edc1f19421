"""The appendices: the rules that were applied, the topics as a reading aid, and every quote with its number."""

from __future__ import annotations

from collections.abc import Iterable

from reports.draft import Draft
from reports.figures import FigureKind
from reports.sections import Block, Paragraph, QuoteList, Section, TableBlock
from study.config import Thresholds
from study.messages import translate as _
from synthesis.overall import OVERALL_RULES, OverallRule
from synthesis.rules import LITERATURE_RULES, PERSPECTIVE_RULES, Rule


def write_rules(draft: Draft) -> tuple[Section, ...]:
    """The rule tables behind the verdicts, with the limits of this study; none without assumptions."""
    if draft.material.matrix is None or not draft.material.matrix.assumptions:
        return ()
    limits = draft.settings.thresholds
    blocks: tuple[Block, ...] = (
        Paragraph(
            _("Verdicts are computed by these rules; the first one that holds decides. S, Q and C are the respondents "
              "who support, nuance or contradict, T all of them, U the points of studies. People may decide otherwise, "
              "with a reason; both are printed.")
        ),
        _table(_("Rules for a group"), _rows(PERSPECTIVE_RULES, limits)),
        _table(_("Rules for literature"), _rows(LITERATURE_RULES, limits)),
        _table(_("Rules for the overall verdict"), _overall_rows(OVERALL_RULES)),
    )  # fmt: skip
    return (Section(_("Rules"), "regels", blocks, appendix=True),)


def _table(title: str, rows: tuple[tuple[Paragraph, ...], ...]) -> TableBlock:
    return TableBlock(title, (_("Rule"), _("Condition"), _("Verdict")), rows, shares=(10, 55, 35))


def _rows(rules: Iterable[Rule], limits: Thresholds) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(
        (Paragraph(each.number), Paragraph(each.condition_words(limits)), Paragraph(each.outcome_words))
        for each in rules
    )


def _overall_rows(rules: Iterable[OverallRule]) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(
        (
            Paragraph(each.number),
            Paragraph(each.condition_words),
            Paragraph("; ".join((each.outcome_words, *(flag.words for flag in each.flags)))),
        )
        for each in rules
    )


def write_topics(draft: Draft) -> tuple[Section, ...]:
    """The topics beside the codes, marked as a reading aid; none when no topics were fitted."""
    figures = draft.figure_blocks(FigureKind.TOPICS, FigureKind.TOPICS_BY_CODE)
    if not figures:
        return ()
    told = Paragraph(
        _("A reading aid, not a finding. A computer put passages together that use the same words; nothing in this "
          "report is concluded from it.")
    )  # fmt: skip
    return (Section(_("Topics"), "onderwerpen", (told, *figures), appendix=True),)


def write_quotes(draft: Draft) -> tuple[Section, ...]:
    """Every quote with its number, who said it and in what kind of material; none without quotes."""
    quotes = draft.quotes.quotes
    if not quotes:
        return ()
    told = Paragraph(
        _("The numbers were given for this report only and stand for quotes, not for people: one person may be quoted "
          "more than once, but never twice under one finding. Quotes are verbatim; only quotation marks were changed.")
    )  # fmt: skip
    return (Section(_("Quotes"), "citaten", (told, QuoteList(quotes)), appendix=True),)


def write_overview(draft: Draft) -> tuple[Section, ...]:
    """The map of all perspectives beside each other, when it was drawn."""
    figures = draft.overview_blocks(FigureKind.EXPERIENCE)
    return (Section(_("All perspectives beside each other"), "overzicht", figures),) if figures else ()


def write_loose_figures(draft: Draft) -> tuple[Section, ...]:
    """Every figure in the order given: what a report without material consists of."""
    figures = draft.figure_blocks(*dict.fromkeys(each.kind for each in draft.figures))
    return (Section(_("Figures"), "figuren", (*figures,)),) if figures else ()
