"""The list of a consultation as a figure: an order, a list without rank, or groups; never a score or a band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.lists import ON_LIST, list_label
from reports.sources import inside, source_line
from reports.style import ACCENT, readable
from study.config import Perspective
from study.messages import translate as _
from study.messages import translate_count
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint

if TYPE_CHECKING:
    import pandas as pd

    from prioritisation.consultations import ConsultedLine, ConsultedList

COLUMNS = ("key", "place", "group", "title", "put_as", "explanation", "brought_in", "dissent", "has_source")


def draw_consultation(
    agreed: ConsultedList,
    *,
    points: Sequence[ImprovementPoint] = (),
    findings: Sequence[Finding] = (),
    perspectives: Sequence[Perspective] = (),
) -> Figure:
    """The list that a group made by talking, as others may see it, with both wordings and who saw it otherwise.

    `points` and `findings` give the quotes behind each row; a row that rests on no finding is marked "geen bron",
    one that came up in the session "ingebracht in sessie".
    """
    from prioritisation.disclosure import publish_consultation

    published = publish_consultation(agreed)
    references = _references(published, points, findings)
    return Figure(
        key=f"prioriteiten-{agreed.session_key}",
        title=_("Priorities from consultation: {group}", group=inside(list_label(published, perspectives)))
        if published.perspective
        else _("Priorities from “{session}”", session=published.title),
        kind=FigureKind.RANKING,
        data=_table(published, references),
        body=Sheet("consultation", _content(published, references, _colour(published, perspectives))),
        source_line=source_line(
            [_("{session} (consultation, {present})", session=published.title, present=present_words(published))]
        ),
        alt=_alternative(published),
        notes=(published.note,),
        perspective=agreed.perspective,
        references=references,
    )


def present_words(agreed: ConsultedList) -> str:
    """Who made the list, in one phrase: how many were present, of how many invited, and who guided them."""
    parts = [_("{number} present", number=agreed.present)]
    if agreed.invited is not None:
        parts.append(_("{invited} invited", invited=agreed.invited))
    if agreed.facilitator:
        parts.append(_("guided by {role}", role=agreed.facilitator))
    return ", ".join(parts)


def _references(
    agreed: ConsultedList, points: Sequence[ImprovementPoint], findings: Sequence[Finding]
) -> dict[str, tuple[str, ...]]:
    """Per row the codings behind it; empty for a row without findings."""
    by_finding = {each.id: each.passages for each in findings}
    by_point = {each.id: each.findings for each in points}
    resting = {line.key: by_point.get(line.point_id, ()) if line.point_id else line.findings for line in agreed.lines}
    return {
        key: tuple(dict.fromkeys(coding for one in found for coding in by_finding.get(one, ())))
        for key, found in resting.items()
    }


def _colour(agreed: ConsultedList, perspectives: Sequence[Perspective]) -> str:
    return next((readable(each.colour) for each in perspectives if each.key == agreed.perspective), ACCENT)


def _table(agreed: ConsultedList, references: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (
            each.key, each.place or None, each.group or None, each.title, each.put_as, each.explanation,
            each.brought_in, each.dissent or None, bool(references[each.key]),
        )
        for each in agreed.lines
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _content(agreed: ConsultedList, references: Mapping[str, tuple[str, ...]], colour: str) -> dict[str, Plain]:
    left_out: list[Plain] = [option.title for option in agreed.left_out]
    return {
        "colour": colour,
        "marking": _("Marked by the group as: {marking}", marking=agreed.marking_words),
        "groups": [
            {"name": name, "rows": [_row(line, references) for line in lines]} for name, lines in agreed.groups.items()
        ],
        "left_out": {"heading": _("Put to the group and left off its list"), "titles": left_out} if left_out else None,
    }


def _row(line: ConsultedLine, references: Mapping[str, tuple[str, ...]]) -> Plain:
    tags = [_("brought in during the session")] if line.brought_in else []
    return {
        "place": line.place or ON_LIST,
        "title": line.title,
        "put_as": _("Put to the group as: {title}", title=line.put_as) if line.put_as else None,
        "explanation": line.explanation,
        "dissent": line.dissent or None,
        "tags": [*tags, *([] if references[line.key] else [_("no source")])],
    }


def _alternative(agreed: ConsultedList) -> str:
    lines = "; ".join(f"{line.place or line.group}: {line.title}".removeprefix(": ") for line in agreed.lines)
    many = translate_count("{number} point", "{number} points", len(agreed.lines))
    marking = agreed.marking_words
    return _("List from a consultation ({marking}) with {points}. {lines}.", marking=marking, points=many, lines=lines)
