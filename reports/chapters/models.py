"""The logic model with its two conclusions, and the goal tree: the last parts of the chapter on the policy theory."""

from __future__ import annotations

from reports.draft import Draft
from reports.drawings.logic import conclusion_words
from reports.figures import FigureKind
from reports.sections import Block, Heading, Paragraph, TableBlock
from reports.words import capital, sentence
from study.messages import translate as _
from synthesis.quoting import QuotedLink


def write_logic(draft: Draft) -> tuple[Block, ...]:
    """The figure, the two conclusions, and every link with what its status rests on; nothing without a logic model."""
    material = draft.material
    if not material.elements:
        return ()
    links = [each.link for each in material.links]
    conclusions = (
        Paragraph(f"{words}. {sentence(capital(reason))}", lead=f"{name}:")
        for name, words, reason in conclusion_words(material.elements, links)
    )
    return (
        Heading(_("Logic model")),
        *draft.figure_blocks(FigureKind.LOGIC),
        Paragraph(_("Whether the policy contributes and whether it works are two questions, answered apart.")),
        *conclusions,
        *_links(draft),
    )


def _links(draft: Draft) -> tuple[Block, ...]:
    if not draft.material.links:
        return ()
    table = TableBlock(
        _("Links of the logic model"),
        (_("No."), _("From and to"), _("Status"), _("Rests on")),
        tuple(_link_row(draft, each) for each in draft.material.links),
        shares=(7, 33, 20, 40),
    )
    return (table,)


def _link_row(draft: Draft, quoted: QuotedLink) -> tuple[Paragraph, ...]:
    labels = {each.key: each.label for each in draft.material.elements}
    link = quoted.link
    told = (
        sentence(capital(link.source_kind.words)) if link.source_kind else "",
        sentence(link.note) if link.note else "",
        _("Another explanation: {rival}", rival=sentence(link.rival)) if link.rival else "",
    )
    under = _("under it: {assumption}", assumption=link.assumption) if link.assumption else ""
    return (
        Paragraph(str(link.ordinal)),
        Paragraph(f"{labels[link.source]} → {labels[link.target]}" + (f" ({under})" if under else "")),
        Paragraph(link.status.words),
        Paragraph(" ".join(filter(None, told)), draft.numbers(quoted.quotes)),
    )


def write_goals(draft: Draft) -> tuple[Block, ...]:
    """The goal tree with the verdicts that bear on each goal; nothing without goals."""
    figures = draft.figure_blocks(FigureKind.GOALS)
    return (Heading(_("Goals")), *figures) if figures else ()
