"""Improvement points: what should change, what it rests on, and how the groups rank it beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reports.draft import Draft
from reports.figures import FigureKind
from reports.lists import points_brought_in
from reports.sections import Block, Bullets, Heading, Paragraph, Section
from reports.sources import inside
from reports.words import group_label, list_words
from study.messages import N_
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.improvements import ImprovementPoint
from synthesis.quantifiers import count_words

if TYPE_CHECKING:
    from prioritisation.board import BoardRow

STANDING_LEADS: Mapping[str, str] = {
    "shared": N_("High on every list:"),
    "contested": N_("The groups differ on this:"),
    "one_party": N_("High with one party only:"),
}


def write_improvements(draft: Draft) -> tuple[Section, ...]:
    """A section with the points and the lists side by side; none without points and sessions."""
    points = sorted(draft.material.points, key=lambda each: (each.ordinal, each.key))
    blocks: tuple[Block, ...] = (
        *((Heading(_("What should change")),) if points else ()),
        *(block for each in points for block in _point(draft, each)),
        *_brought_in(draft),
        *_across(draft),
        *_general_sessions(draft),
    )
    return (Section(_("Improvement points"), "verbeterpunten", blocks),) if blocks else ()


def _point(draft: Draft, point: ImprovementPoint) -> tuple[Block, ...]:
    statements = draft.statements_of(point)
    labels = {each.key: each.label for each in draft.settings.principles}
    items = [_resting_on(draft, each) for each in statements]
    if not statements:
        items.append(Paragraph(_("no finding of this study: no source."), lead=_("Rests on")))
    items += [Paragraph(reason, lead=f"{labels.get(key, key)}:") for key, reason in sorted(point.principles.items())]
    text = (Paragraph(point.explanation),) if point.explanation else ()
    return Heading(point.title, 3), *text, Bullets(tuple(items))


def _resting_on(draft: Draft, statement: CellStatement) -> Paragraph:
    group = inside(group_label(statement.finding.perspective, draft.perspectives))
    said = _(
        "{label} ({count} {group}).",
        label=statement.finding.label,
        count=count_words(statement.r, statement.eligible),
        group=group,
    )
    return Paragraph(said, draft.numbers(statement.quotes), lead=_("Rests on"))


def _brought_in(draft: Draft) -> tuple[Block, ...]:
    """The points that came up in sessions: no improvement points of the study, and often without a source in it."""
    points = points_brought_in(draft.material.consulted)
    if not points:
        return ()
    where = Paragraph(
        _(
            "These points came up during a session and were not on its list beforehand. What they rest on was looked "
            "for afterwards."
        )
    )
    return Heading(_("Brought in during sessions")), where, *(block for each in points for block in _point(draft, each))


def _across(draft: Draft) -> tuple[Block, ...]:
    """The lists side by side, and in words what they share and where they differ; they are never melted into one."""
    from prioritisation.board import lay_board

    comparison = draft.material.comparison
    if comparison is None or len(comparison.lists) < 2:
        return ()
    rows = lay_board(comparison)
    items = tuple(item for name in STANDING_LEADS for item in _with_standing(draft, rows, name))
    told = (Bullets(items),) if items else ()
    return Heading(_("The lists beside each other")), *draft.figure_blocks(FigureKind.COMPARISON), *told


def _with_standing(draft: Draft, rows: Sequence[BoardRow], name: str) -> tuple[Paragraph, ...]:
    """The points of which this holds, in one paragraph."""
    found = [row for row in rows if name in row.standings]
    if not found:
        return ()
    by_id = {each.id: each for each in draft.material.points}
    numbers = dict.fromkeys(
        number for row in found if row.point_id in by_id for number in draft.numbers_of(by_id[row.point_id])
    )
    titles = [_("“{title}”", title=row.title) for row in found]
    return (Paragraph(f"{list_words(titles)}.", tuple(numbers), lead=_(STANDING_LEADS[name])),)


def _general_sessions(draft: Draft) -> tuple[Block, ...]:
    """The lists of sessions that were open to anyone."""
    figures = draft.overview_blocks(FigureKind.RANKING)
    if not figures:
        return ()
    open_to_all = Paragraph(
        _(
            "These sessions were open to anyone, also to people who took part in another session. Their lists stand "
            "apart: they are of no group in particular and enter no total."
        )
    )
    return Heading(_("Open sessions")), open_to_all, *figures
