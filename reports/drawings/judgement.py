"""The judgement quadrant (oordeelfiguur) as a figure: what one perspective makes of one actor, in labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coding.codebook import Code
from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import Sources, inside, source_line
from reports.words import group_label, valence_word
from study.config import Perspective
from study.messages import N_
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.judgement import Column, Judgement, PlacedLabel, Row
from synthesis.quantifiers import count_words
from synthesis.valence import Judged

if TYPE_CHECKING:
    import pandas as pd

COLUMN_WORDS = {
    Column.PAIN: N_("Pain point"),
    Column.DIVIDED: N_("Divided or of two minds"),
    Column.GOOD: N_("Good"),
}
ROW_WORDS = {Row.OFTEN: N_("often mentioned"), Row.SELDOM: N_("seldom mentioned")}
LIST_WORDS = {
    "neutral": N_("Mostly said without a judgement"),
    "too_small": N_("Too few people asked to place"),
    "not_mentioned": N_("Not mentioned by those asked"),
}
COLUMNS = ("key", "label", "list", "column", "row", "on_border", "mixed", "valence", "respondents", "eligible")


def draw_judgement(
    judgement: Judgement,
    *,
    perspectives: Sequence[Perspective] = (),
    codes: Sequence[Code] = (),
    sources: Sources | None = None,
) -> Figure:
    """The quadrant of one perspective and one actor: pijnpunt to goed, veel above weinig, labels as words.

    What lies on the border is drawn on it with a hatched mark; what has no place stands in the lists below.
    `codes` gives the actor its name, `perspectives` the group.
    """
    group, actor = group_label(judgement.perspective, perspectives), _actor(judgement, codes)
    statements = _statements(judgement)
    codings = [each for statement in statements for each in _codings(statement)]
    size = max((each.eligible for each in statements), default=0)
    return Figure(
        key="-".join(("oordeel", judgement.perspective, judgement.actor or "algemeen")),
        title=_("Judgement of {group}: {actor}", group=inside(group), actor=actor),
        kind=FigureKind.JUDGEMENT,
        data=_table(judgement),
        body=Sheet("judgement", _content(judgement)),
        source_line=source_line(sources.parts(codings) if sources else [f"{inside(group)} (n = {size})"]),
        alt=_alternative(judgement, group, actor),
        reading_example=_reading_example(judgement, group),
        bias=sources.bias(codings) if sources else (),
        perspective=judgement.perspective,
        references={each.finding.key: _codings(each) for each in statements},
    )


def _actor(judgement: Judgement, codes: Sequence[Code]) -> str:
    if judgement.actor is None:
        return _("about no one in particular")
    return next((code.name for code in codes if code.key == judgement.actor), judgement.actor)


def _codings(statement: CellStatement) -> tuple[str, ...]:
    return statement.finding.passages + statement.finding.contra


def _lists(judgement: Judgement) -> dict[str, tuple[CellStatement, ...]]:
    return {
        "neutral": judgement.neutral,
        "too_small": judgement.too_small,
        "not_mentioned": judgement.not_mentioned,
    }


def _statements(judgement: Judgement) -> tuple[CellStatement, ...]:
    listed = (each for some in _lists(judgement).values() for each in some)
    return (*(each.statement for each in judgement.placed), *listed)


def _table(judgement: Judgement) -> pd.DataFrame:
    import pandas as pd

    placed = [
        _row(each.statement, "placed", each.column.value, each.row.value, each.on_border, each.mixed)
        for each in judgement.placed
    ]
    listed = [_row(each, name, None, None, None, None) for name, some in _lists(judgement).items() for each in some]
    return pd.DataFrame(placed + listed, columns=list(COLUMNS), dtype=object)


def _row(statement: CellStatement, listed: str, *place: object) -> tuple[object, ...]:
    finding = statement.finding
    return finding.key, finding.label, listed, *place, statement.valence.value, statement.r, statement.eligible


def _content(judgement: Judgement) -> dict[str, Plain]:
    return {
        "empty": None if judgement.placed else _("Nothing could be placed in the figure."),
        "columns": [{"heading": _(COLUMN_WORDS[column]), "mark": _column_mark(column)} for column in Column],
        "rows": [_(ROW_WORDS[row]) for row in Row],
        "fields": [[_field(judgement, column, row) for column in Column] for row in Row],
        "border": _border(judgement),
        "border_label": _("on the border: hangs on one person"),
        "lists": [
            {"heading": _(LIST_WORDS[name]), "items": [_listed(each) for each in some]}
            for name, some in _lists(judgement).items()
            if some
        ],
        "mixed": valence_word(Judged.MIXED) if any(each.mixed for each in judgement.placed) else None,
    }


def _column_mark(column: Column) -> str:
    return column.value


def _field(judgement: Judgement, column: Column, row: Row) -> Plain:
    return [_placed(each) for each in judgement.at(column, row) if not each.on_border]


def _border(judgement: Judgement) -> Plain:
    on_border = [each for each in judgement.placed if each.on_border]
    if not on_border:
        return None
    return [[_placed(each) for each in on_border if each.column is column] for column in Column]


def _placed(placed: PlacedLabel) -> Plain:
    return {
        **_listed(placed.statement),
        "mixed": placed.mixed,
        "border": placed.on_border,
        "row": _(ROW_WORDS[placed.row]),
    }


def _listed(statement: CellStatement) -> dict[str, Plain]:
    return {"label": statement.finding.label, "count": count_words(statement.r, statement.eligible)}


def _alternative(judgement: Judgement, group: str, actor: str) -> str:
    fields = [
        f"{_(COLUMN_WORDS[column])}, {_(ROW_WORDS[row])}: {', '.join(each.label for each in judgement.at(column, row))}"
        for row in Row
        for column in Column
        if judgement.at(column, row)
    ]
    fields += [
        f"{_(LIST_WORDS[name])}: {', '.join(each.finding.label for each in some)}"
        for name, some in _lists(judgement).items()
        if some
    ]
    return _("What {group} make of {actor}. {fields}.", group=inside(group), actor=actor, fields="; ".join(fields))


def _reading_example(judgement: Judgement, group: str) -> str:
    first = next(iter(judgement.placed), None)
    if first is None:
        return ""
    return _(
        "How to read this: “{label}” stands under “{column}” and is {row}: {count} {group} who were asked about it.",
        label=first.label,
        column=inside(_(COLUMN_WORDS[first.column])),
        row=_(ROW_WORDS[first.row]),
        count=count_words(first.statement.r, first.statement.eligible),
        group=inside(group),
    )
