"""The experience map (belevingskaart) as a figure: working form with all marks, or the form that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import Sources, inside, source_line
from reports.style import readable
from reports.words import passages_words, remarks_on, share_words, state_words, valence_word
from study.config import ACROSS_PHASES, Perspective
from study.errors import UnknownPerspective
from study.messages import translate as _
from study.messages import translate_count
from synthesis.experience import Cell, CellState, CellStatement, ExperienceMap
from synthesis.salience import is_on_border
from synthesis.valence import Judged

if TYPE_CHECKING:
    import pandas as pd

PRINTED_STATEMENTS = 9
"""How many statements a cell of the printed form holds (synthesis.md, 3.8)."""

COLUMNS = (
    "key", "perspective", "phase", "state", "label", "statement", "respondents", "eligible", "passages",
    "group_voices", "contra", "outside", "prompted", "salience", "stable", "valence", "disagreement",
    "intensity", "quantifier", "minority",
)  # fmt: skip


def draw_experience(
    journey: ExperienceMap,
    perspective: str | None = None,
    *,
    sources: Sources | None = None,
    form: Literal["werkkaart", "drukkaart"] = "werkkaart",
) -> Figure:
    """The experience map of one perspective (key), or of all under one another, on a page on its side.

    The *werkkaart* shows every mark: quantifier, r of E, passages, valence, disagreement, intensity, what hangs on one
    person. The *drukkaart* is what institutes print: headings, at most nine statements a cell, no counts. Raises
    `UnknownPerspective` for one that is not in the map.
    """
    shown = _shown(journey, perspective)
    cells = _drawn_cells(journey, shown, form)
    codings = [each for cell in cells for statement in cell.statements for each in _codings(statement)]
    return Figure(
        key="-".join(
            ("belevingskaart", *([perspective] if perspective else []), *(["druk"] if form == "drukkaart" else []))
        ),
        title=_("Experience map: {perspective}", perspective=inside(shown[0].label))
        if perspective
        else _("Experience map"),
        kind=FigureKind.EXPERIENCE,
        data=_table(cells),
        body=Sheet("experience", _content(journey, shown, form), wide=True),
        source_line=source_line(sources.parts(codings)) if sources else _asked_line(journey, shown),
        alt=_alternative(journey, shown),
        reading_example=_reading_example(journey, shown) if form == "werkkaart" else "",
        notes=_notes(journey, shown),
        bias=sources.bias(codings) if sources else (),
        perspective=perspective,
        references={statement.finding.key: _codings(statement) for cell in cells for statement in cell.statements},
    )


def _shown(journey: ExperienceMap, perspective: str | None) -> tuple[Perspective, ...]:
    shown = tuple(each for each in journey.perspectives if perspective in (None, each.key))
    if not shown:
        raise UnknownPerspective(name=perspective, known=", ".join(each.key for each in journey.perspectives))
    return shown


def _drawn_cells(journey: ExperienceMap, shown: tuple[Perspective, ...], form: str) -> tuple[Cell, ...]:
    keys = [phase.key for phase in journey.phases] + ([ACROSS_PHASES] if form == "werkkaart" else [])
    return tuple(journey.cell(each.key, phase) for each in shown for phase in keys)


def _codings(statement: CellStatement) -> tuple[str, ...]:
    return statement.finding.passages + statement.finding.contra


def _table(cells: tuple[Cell, ...]) -> pd.DataFrame:
    import pandas as pd

    rows = [row for cell in cells for row in _rows(cell)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _rows(cell: Cell) -> list[tuple[object, ...]]:
    place = (cell.perspective, cell.phase, cell.state.value)
    if not cell.statements:
        return [(None, *place, None, None, None, cell.eligible, cell.passages, *[None] * 11)]
    return [
        (
            each.finding.key, *place, each.finding.label, each.finding.wording, each.r, each.eligible, each.m, each.g,
            each.contra, each.outside, each.prompted, each.salience and each.salience.value, each.stable,
            each.valence.value, None if each.disagreement is None else round(float(each.disagreement), 4),
            each.intensity, each.quantifier.value, each.minority,
        )
        for each in cell.statements
    ]  # fmt: skip


def _content(journey: ExperienceMap, shown: tuple[Perspective, ...], form: str) -> dict[str, Plain]:
    single, marked = len(shown) == 1, form == "werkkaart"
    style = "printed" if not marked else "working" if single else "overview"
    headings: list[Plain] = [
        {
            "heading": phase.label_for(shown[0].key) if single else phase.label,
            "asked": _asked(journey, shown[0].key, phase.key) if single and marked else None,
        }
        for phase in journey.phases
    ]
    across = journey.cell(shown[0].key, ACROSS_PHASES) if single and marked else None
    return {
        "form": style,
        "colour": readable(shown[0].colour) if single else "#1a1a1a",
        "headings": headings,
        "widths": _widths(journey, shown) if single else [1.0] * len(headings),
        "rows": [_row(journey, each, style) for each in shown],
        "across": _across(journey, across) if across and across.statements else None,
        "legend": _legend(journey, shown, style),
    }


def _widths(journey: ExperienceMap, shown: tuple[Perspective, ...]) -> list[Plain]:
    """A full column is wider than an empty one, within bounds, so that more of the page holds words."""
    cells = [journey.cell(shown[0].key, phase.key) for phase in journey.phases]
    letters = [sum(len(each.finding.wording) + 60 for each in cell.statements) for cell in cells]
    mean = sum(letters) / len(letters) if letters else 0
    return [round(min(1.6, max(0.65, (each / mean) ** 0.5)), 2) if mean else 1.0 for each in letters]


def _row(journey: ExperienceMap, perspective: Perspective, style: str) -> Plain:
    cells = [journey.cell(perspective.key, phase.key) for phase in journey.phases]
    return {
        "label": perspective.label,
        "colour": readable(perspective.colour),
        "cells": [_cell(journey, each, style) for each in cells],
    }


def _cell(journey: ExperienceMap, cell: Cell, style: str) -> dict[str, Plain]:
    marked = style != "printed"
    statements = cell.statements if marked else _most_salient(cell)
    left = len(cell.statements) - len(statements)
    remarks = (
        [
            translate_count(
                "{number} finding not shown (privacy)", "{number} findings not shown (privacy)", cell.withheld
            )
        ]
        if cell.withheld and cell.statements
        else []
    )
    if left:
        remarks.append(_("and {number} more in the appendix", number=left))
    return {
        "state": None if cell.state is CellState.FILLED else state_words(cell.state, guides_known=journey.guides_known),
        "asked": _asked(journey, cell.perspective, cell.phase) if marked else None,
        "statements": [_statement(each, style) for each in statements],
        "remarks": list[Plain](remarks),
    }


def _most_salient(cell: Cell) -> tuple[CellStatement, ...]:
    """At most nine, by salience; the strongest minority view is always among them."""
    first = cell.statements[:PRINTED_STATEMENTS]
    minority = next((each for each in cell.statements if each.minority), None)
    if minority is None or minority in first:
        return first
    return (*first[:-1], minority)


def _statement(statement: CellStatement, style: str) -> Plain:
    return {
        "text": statement.finding.label if style == "overview" else statement.finding.wording,
        "count": _("{r} of {eligible}", r=statement.r, eligible=statement.eligible) if statement.eligible else "",
        "valence": statement.valence.value,
        "border": is_on_border(statement.r, statement.stable),
        "share": share_words(statement) or None,
        "mentions": passages_words(statement.m),
        "remarks": list[Plain](remarks_on(statement)),
        "intensity": None if statement.intensity is None else round(statement.intensity),
        "disagreement": float(statement.disagreement) if statement.disagreement else None,
    }


def _across(journey: ExperienceMap, cell: Cell) -> Plain:
    return {**_cell(journey, cell, "working"), "heading": _("Across phases")}


def _asked(journey: ExperienceMap, perspective: str, phase: str) -> str:
    cell = journey.cell(perspective, phase)
    if not journey.guides_known:
        return _("{number} took part", number=cell.eligible)
    if cell.spontaneous:
        return _("not in the topic list; {number} took part", number=cell.eligible)
    return _("asked: {number}", number=cell.eligible)


def _legend(journey: ExperienceMap, shown: tuple[Perspective, ...], style: str) -> list[Plain]:
    if style == "printed":
        return []
    statements = [each for each in journey.statements if each.finding.perspective in {one.key for one in shown}]
    met = {each.valence for each in statements}
    entries: list[Plain] = [{"mark": each.value, "text": valence_word(each)} for each in Judged if each in met]
    if style == "overview":
        return entries
    if any(is_on_border(each.r, each.stable) for each in statements):
        entries.append({"mark": "border", "text": _("often or seldom hangs on one person")})
    if any(each.intensity is not None for each in statements):
        entries.append({"mark": "intensity", "text": _("how strongly it is said (0 to 3)")})
    if any(each.disagreement for each in statements):
        entries.append({"mark": "disagreement", "text": _("how much people differ (full = half against half)")})
    return entries


def _notes(journey: ExperienceMap, shown: tuple[Perspective, ...]) -> tuple[str, ...]:
    if not journey.guides_known:
        unknown = _(
            "The topic list was not recorded: nobody can tell who was asked what, so counts are of all who took part."
        )
        return (unknown,)
    return ()


def _asked_line(journey: ExperienceMap, shown: tuple[Perspective, ...]) -> str:
    parts = (
        _(
            "{group} (n = {count})",
            group=inside(each.label),
            count=max(cell.eligible for cell in journey.cells if cell.perspective == each.key),
        )
        for each in shown
    )
    return source_line(parts)


def _reading_example(journey: ExperienceMap, shown: tuple[Perspective, ...]) -> str:
    keys = {each.key: each for each in shown}
    found = [each for each in journey.statements if each.finding.perspective in keys and each.eligible and each.r]
    if not found:
        return ""
    first = found[0]
    return _(
        "How to read this: “{label}” was said by {r} of the {eligible} {group} who were asked about it, in {passages}.",
        label=first.finding.label,
        r=first.r,
        eligible=first.eligible,
        group=inside(keys[first.finding.perspective].label),
        passages=passages_words(first.m),
    )


def _alternative(journey: ExperienceMap, shown: tuple[Perspective, ...]) -> str:
    return " ".join(_described(journey, each) for each in shown)


def _described(journey: ExperienceMap, perspective: Perspective) -> str:
    parts = []
    for phase in journey.phases:
        cell = journey.cell(perspective.key, phase.key)
        words = (
            translate_count("{number} finding", "{number} findings", len(cell.statements))
            if cell.statements
            else state_words(cell.state, guides_known=journey.guides_known)
        )
        most = f" ({cell.statements[0].finding.label}, {share_words(cell.statements[0])})" if cell.statements else ""
        parts.append(f"{phase.label_for(perspective.key)}: {words}{most}")
    return _("Experience map of {group}. {cells}.", group=inside(perspective.label), cells="; ".join(parts))
