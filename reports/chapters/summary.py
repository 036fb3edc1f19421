"""The summary: one paragraph per perspective, every sentence a count that stands elsewhere in the report."""

from __future__ import annotations

from collections import Counter

from reports.draft import Draft
from reports.sections import Paragraph, Section
from reports.sources import inside
from reports.words import list_words, state_words
from study.config import ACROSS_PHASES, Perspective
from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.experience import Cell, CellState, CellStatement
from synthesis.quantifiers import count_words
from synthesis.valence import Judged

MENTIONED = 2
"""How many of the findings that most people share are named."""


def write_summary(draft: Draft) -> tuple[Section, ...]:
    """A section with a paragraph for each perspective on the map; none without a map."""
    if draft.material.journey is None:
        return ()
    blocks = tuple(_paragraph(draft, each) for each in draft.perspectives)
    return (Section(_("Summary"), "samenvatting", blocks),)


def _paragraph(draft: Draft, perspective: Perspective) -> Paragraph:
    cells = _cells(draft, perspective)
    statements = [each for cell in cells for each in cell.statements]
    most = sorted(statements, key=lambda each: (-each.r, each.finding.label, each.finding.key))[:MENTIONED]
    sentences = (
        _counted(statements),
        _most_often(most),
        _fragile(statements),
        _empty(draft, perspective, cells),
        _priority(draft, perspective),
    )
    return Paragraph(
        " ".join(each for each in sentences if each),
        draft.numbers(quote for each in most for quote in each.quotes),
        lead=_lead(perspective, cells),
    )


def _cells(draft: Draft, perspective: Perspective) -> list[Cell]:
    journey = draft.material.journey
    return [each for each in journey.cells if each.perspective == perspective.key] if journey else []


def _lead(perspective: Perspective, cells: list[Cell]) -> str:
    size = max((each.eligible for each in cells), default=0)
    return _("{group} (n = {count}).", group=perspective.label, count=size)


def _counted(statements: list[CellStatement]) -> str:
    if not statements:
        return _("There are no findings yet.")
    judged = Counter(each.valence for each in statements)
    divided = judged[Judged.DIVIDED] + judged[Judged.MIXED]
    found = (
        (judged[Judged.PAIN], N_("{number} pain point"), N_("{number} pain points")),
        (judged[Judged.GOOD], N_("{number} good"), N_("{number} good")),
        (divided, N_("{number} divided or of two minds"), N_("{number} divided or of two minds")),
        (judged[Judged.NEUTRAL], N_("{number} without a judgement"), N_("{number} without a judgement")),
    )
    parts = [translate_count(one, many, number) for number, one, many in found if number]
    many = translate_count("{number} finding", "{number} findings", len(statements))
    return _("{findings} on the map: {parts}.", findings=many, parts=list_words(parts))


def _most_often(statements: list[CellStatement]) -> str:
    named = [
        _("“{label}” ({count})", label=each.finding.label, count=count_words(each.r, each.eligible))
        for each in statements
        if each.r
    ]
    return _("Most often said: {labels}.", labels=list_words(named)) if named else ""


def _fragile(statements: list[CellStatement]) -> str:
    from synthesis.salience import is_on_border

    number = sum(is_on_border(each.r, each.stable) for each in statements)
    if not number:
        return ""
    return translate_count(
        "For {number} finding the answer to “often or seldom” hangs on one person.",
        "For {number} findings the answer to “often or seldom” hangs on one person.",
        number,
    )


def _empty(draft: Draft, perspective: Perspective, cells: list[Cell]) -> str:
    journey = draft.material.journey
    if journey is None:
        return ""
    empty = [each for each in cells if each.state is not CellState.FILLED and each.phase != ACROSS_PHASES]
    labels = {phase.key: phase.label_for(perspective.key) for phase in journey.phases}
    parts = [
        _(
            "“{phase}”: {state}",
            phase=labels[each.phase],
            state=state_words(each.state, guides_known=journey.guides_known),
        )
        for each in empty
    ]
    return _("Empty on the map: {cells}.", cells=list_words(parts)) if parts else ""


def _priority(draft: Draft, perspective: Perspective) -> str:
    ranking = next((each for each in draft.material.rankings if each.perspective == perspective.key), None)
    if ranking is None or ranking.is_empty:
        return _agreed_first(draft, perspective)
    titles = {option.key: option.title for option in ranking.options}
    first = list_words([_("“{title}”", title=inside(titles[key])) for key in ranking.tiers[0]])
    return _(
        "First on their list of priorities ({valid} valid ballots): {points}.",
        valid=ranking.turnout.valid,
        points=first,
    )


def _agreed_first(draft: Draft, perspective: Perspective) -> str:
    """What a group ranked first by talking; a list of which the order says nothing has no first."""
    ranked = (each for each in draft.material.consulted if each.perspective == perspective.key and each.tiers)
    agreed = next(ranked, None)
    if agreed is None:
        return ""
    return _(
        "First on the list that they made in consultation ({present} present): {point}.",
        present=agreed.present,
        point=_("“{title}”", title=inside(agreed.lines[0].title)),
    )
