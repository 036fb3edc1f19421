"""Improvement points: what should change, what it rests on, and how the groups rank it beside each other."""

from __future__ import annotations

from reports.draft import Draft
from reports.figures import FigureKind
from reports.sections import Block, Bullets, Heading, Paragraph, Section, TableBlock
from reports.sources import inside
from reports.words import group_label
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.improvements import ImprovementPoint
from synthesis.quantifiers import count_words

TOP = 3
"""“High on a list” is among the first three."""


def write_improvements(draft: Draft) -> tuple[Section, ...]:
    """A section with the points and the lists side by side; none without points and sessions."""
    points = sorted(draft.material.points, key=lambda each: (each.ordinal, each.key))
    blocks: tuple[Block, ...] = (
        *((Heading(_("What should change")),) if points else ()),
        *(block for each in points for block in _point(draft, each)),
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


def _across(draft: Draft) -> tuple[Block, ...]:
    """The places of every point on every list, side by side; the lists are never melted into one."""
    from prioritisation.standings import STANDINGS, find_standings

    comparison = draft.material.comparison
    if comparison is None or len(comparison.rankings) < 2:
        return ()
    standings = find_standings(comparison, top=TOP)
    titles = {option.key: option.title for each in comparison.rankings for option in each.options}
    by_id = {each.key: each for each in draft.material.points}
    rows = []
    for key, places in comparison.board.items():
        point = by_id.get(key)
        first = Paragraph(titles.get(key, key), draft.numbers_of(point) if point else ())
        words = "; ".join(_(STANDINGS[name]) for name in standings.get(key, ()))
        rows.append((first, *(Paragraph(place or "–") for place in places), Paragraph(words)))
    names = tuple(group_label(name, draft.perspectives) for name in comparison.names)
    table = TableBlock(
        _("The lists of priorities beside each other"),
        (_("Improvement point"), *names, _("Beside each other")),
        tuple(rows),
        shares=(40, *(40 // len(names) for _name in names), 20),
        note=_("Places on each list; a shared place is written as a range, – means that the point was not on the list. "
               "High on a list is among the first {top}.", top=TOP),
    )  # fmt: skip
    return Heading(_("The lists beside each other")), table


def _general_sessions(draft: Draft) -> tuple[Block, ...]:
    figures = draft.overview_blocks(FigureKind.RANKING)
    return (Heading(_("Sessions over all groups")), *figures) if figures else ()
