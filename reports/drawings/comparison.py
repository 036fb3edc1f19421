"""The lists beside each other as a figure: every point against every list, counted or made in consultation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.lists import list_labels, list_origin, square_legend, square_words
from reports.sources import inside, source_line
from study.config import Perspective
from study.messages import translate as _
from study.messages import translate_count
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint

if TYPE_CHECKING:
    import pandas as pd

    from prioritisation.board import BoardRow, Square
    from prioritisation.weights import Comparison

COLUMNS = ("key", "title", "list", "form", "stand", "place", "rank", "group", "reworded", "standings")


def draw_comparison(
    comparison: Comparison,
    *,
    points: Sequence[ImprovementPoint] = (),
    findings: Sequence[Finding] = (),
    perspectives: Sequence[Perspective] = (),
) -> Figure:
    """The place of every point on every list, the darker the higher; no list is melted into another.

    A list without rank or in groups shows a dot or the name of the group. `points` and `findings` give the quotes
    behind each row; a row that rests on no finding is marked "geen bron". Without `points` nobody looked.
    """
    from prioritisation.board import lay_board

    rows = lay_board(comparison)
    labels = list_labels(comparison.lists, perspectives)
    references = _references(rows, points, findings) if points else {}
    return Figure(
        key="prioriteiten-naast-elkaar",
        title=_("The lists of priorities beside each other"),
        kind=FigureKind.COMPARISON,
        data=_table(comparison, rows),
        body=Sheet("comparison", _content(comparison, rows, labels, references), wide=True),
        source_line=source_line(
            [_("{session} ({origin})", session=each.title, origin=list_origin(each)) for each in comparison.lists]
        ),
        alt=_alternative(rows, labels),
        reading_example=_reading_example(rows, labels),
        notes=(" ".join(square_legend(rows)),),
        references=references,
    )


def _references(
    rows: Sequence[BoardRow], points: Sequence[ImprovementPoint], findings: Sequence[Finding]
) -> dict[str, tuple[str, ...]]:
    by_finding = {each.id: each.passages for each in findings}
    by_point = {each.id: each.findings for each in points}
    resting = {row.key: by_point.get(row.point_id, ()) if row.point_id else row.findings for row in rows}
    return {
        key: tuple(dict.fromkeys(coding for one in found for coding in by_finding.get(one, ())))
        for key, found in resting.items()
    }


def _table(comparison: Comparison, rows: Sequence[BoardRow]) -> pd.DataFrame:
    import pandas as pd

    from prioritisation.board import Stand
    from prioritisation.ranking import Ranking

    forms = ["ballots" if isinstance(each, Ranking) else "consultation" for each in comparison.lists]
    found = [
        (
            row.key, row.title, name, form, square.stand.value,
            square.words if square.stand is Stand.PLACE else None, square.rank,
            square.words if square.stand is Stand.GROUP else None,
            bool(square.line and square.line.put_as), " ".join(row.standings),
        )
        for row in rows
        for name, form, square in zip(comparison.names, forms, row.squares, strict=True)
    ]  # fmt: skip
    return pd.DataFrame(found, columns=list(COLUMNS), dtype=object)


def _content(
    comparison: Comparison,
    rows: Sequence[BoardRow],
    labels: Sequence[str],
    references: Mapping[str, tuple[str, ...]],
) -> dict[str, Plain]:
    from prioritisation.standings import STANDINGS

    lengths = [sum(row.squares[at].rank is not None for row in rows) for at in range(len(labels))]
    return {
        "headings": {"point": _("Improvement point"), "beside": _("Beside each other")},
        "lists": [
            {"label": label, "origin": list_origin(each)} for label, each in zip(labels, comparison.lists, strict=True)
        ],
        "rows": [
            {
                "title": row.title,
                "tags": _tags(row, references),
                "squares": [_square(*each) for each in zip(row.squares, lengths, strict=True)],
                "standings": "; ".join(_(STANDINGS[name]) for name in row.standings),
            }
            for row in rows
        ],
    }


def _tags(row: BoardRow, references: Mapping[str, tuple[str, ...]]) -> list[Plain]:
    brought_in: list[Plain] = [_("brought in during the session")] if row.brought_in else []
    return [*brought_in, *([_("no source")] if references.get(row.key) == () else [])]


def _square(square: Square, length: int) -> Plain:
    return {
        "words": square_words(square),
        "share": None if square.rank is None else 1 - (square.rank - 1) / max(1, length - 1),
        "high": square.is_high,
        "faint": square.rank is None and not square.words,
    }


def _alternative(rows: Sequence[BoardRow], labels: Sequence[str]) -> str:
    said = "; ".join(
        f"{row.title}: "
        + ", ".join(
            f"{inside(label)} {square_words(square)}" for label, square in zip(labels, row.squares, strict=True)
        )
        for row in rows
    )
    return _(
        "Table of {points} on {lists}. {rows}.",
        points=translate_count("{number} point", "{number} points", len(rows)),
        lists=translate_count("{number} list", "{number} lists", len(labels)),
        rows=said,
    )


def _reading_example(rows: Sequence[BoardRow], labels: Sequence[str]) -> str:
    """The first point that is high on a list, and what its squares say."""
    for row in rows:
        found = [(label, square) for label, square in zip(labels, row.squares, strict=True) if square.is_high]
        if found:
            label, square = found[0]
            return _(
                "How to read this: “{title}” stands at place {place} on the list of {group}, and is among the first "
                "three on {high} of {lists}.",
                title=row.title,
                place=square.words,
                group=inside(label),
                high=len(found),
                lists=translate_count("{number} list", "{number} lists", len(labels)),
            )
    return ""
