"""The assumption-testing matrix as a figure: every verdict with its word, letter, colour, counts and flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reports.figures import Figure, FigureKind, Plain, Sheet
from reports.sources import Sources, inside, source_line
from reports.style import VERDICTS
from reports.words import decimal, group_label
from study.config import Perspective
from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.evidence import LITERATURE
from synthesis.outcomes import ColumnKind
from synthesis.theory import Assumption, AssumptionKind
from synthesis.verdicts import OVERALL, AssumptionMatrix, MatrixCell, Verdict

if TYPE_CHECKING:
    import pandas as pd

KIND_WORDS = {
    AssumptionKind.NORMATIVE: N_("normative"),
    AssumptionKind.CAUSAL: N_("causal"),
    AssumptionKind.FINAL: N_("goal and means"),
}
BY_HAND = "hand"
"""The rule of a verdict that a person set where no rule applies."""
COLUMNS = (
    "key", "kind", "assumption", "column", "outcome", "rule", "override", "stale", "words", "supports", "nuances",
    "contradicts", "nothing_found", "total", "eligible", "silent", "flags", "stable",
)  # fmt: skip


def draw_assumptions(
    matrix: AssumptionMatrix, *, perspectives: Sequence[Perspective] = (), sources: Sources | None = None
) -> Figure:
    """The matrix of assumptions against perspectives and literature, with the overall verdict last, on its side.

    A cell prints the word of its column, the letter and colour of its verdict, who says what, and its flags; a verdict
    of a person stands behind that of the rule ("ondersteund → genuanceerd, onderzoekers"). What changes when any one
    respondent or study is left out is hatched.
    """
    cells = [cell for each in matrix.assumptions for cell in _row_cells(matrix, each)]
    codings = [each for cell in cells for each in _codings(cell)]
    return Figure(
        key="veronderstellingen",
        title=_("Assumptions tested"),
        kind=FigureKind.ASSUMPTIONS,
        data=_table(matrix, cells),
        body=Sheet("assumptions", _content(matrix, perspectives), wide=True),
        source_line=source_line((*(sources.parts(codings) if sources else ()), *_studies(matrix))),
        alt=_alternative(matrix, perspectives),
        reading_example=_reading_example(matrix, perspectives),
        notes=_notes(matrix, perspectives),
        bias=sources.bias(codings) if sources else (),
        references={f"{cell.assumption}/{cell.column}": _codings(cell) for cell in cells},
    )


def column_label(column: str, perspectives: Sequence[Perspective]) -> str:
    """The heading of a column."""
    fixed = {LITERATURE: _("Literature"), OVERALL: _("Overall")}
    return fixed.get(column) or group_label(column, perspectives)


def overridden_words(verdict: Verdict) -> str:
    """The verdict in words; with an override first what the rule says, then what people made of it."""
    if verdict.override is None or verdict.rule == BY_HAND:
        return verdict.words
    return _("{proposed} → {decided} (researchers)", proposed=verdict.proposed_words, decided=verdict.words)


def _row_cells(matrix: AssumptionMatrix, assumption: Assumption) -> tuple[MatrixCell, ...]:
    return tuple(matrix.cell(assumption.key, column) for column in (*matrix.columns, OVERALL))


def _codings(cell: MatrixCell) -> tuple[str, ...]:
    return tuple(each.coding_id for each in cell.evidence if each.coding_id)


def _studies(matrix: AssumptionMatrix) -> tuple[str, ...]:
    studies = {each.study for cell in matrix.cells for each in cell.evidence if each.study}
    if not studies:
        return ()
    return (
        _(
            "literature ({studies})",
            studies=translate_count("n = {number} study", "n = {number} studies", len(studies)),
        ),
    )


def _table(matrix: AssumptionMatrix, cells: list[MatrixCell]) -> pd.DataFrame:
    import pandas as pd

    known = {each.key: each for each in matrix.assumptions}
    return pd.DataFrame([_row(known[cell.assumption], cell) for cell in cells], columns=list(COLUMNS), dtype=object)


def _row(assumption: Assumption, cell: MatrixCell) -> tuple[object, ...]:
    place = (assumption.key, assumption.kind.value, assumption.statement, cell.column)
    verdict = cell.verdict
    if verdict is None:
        return (*place, *[None] * (len(COLUMNS) - len(place)))
    tally = verdict.tally
    counts = (tally.supports, tally.nuances, tally.contradicts, tally.nothing_found, tally.total)
    override = verdict.override and verdict.override.value.value
    return (
        *place, verdict.outcome.value, verdict.rule, override, verdict.stale, verdict.words, *map(float, counts),
        tally.eligible, tally.silent, " ".join(verdict.flags), verdict.stable,
    )  # fmt: skip


def _content(matrix: AssumptionMatrix, perspectives: Sequence[Perspective]) -> dict[str, Plain]:
    columns = (*matrix.columns, OVERALL)
    return {
        "headings": [_("Assumption"), *(column_label(each, perspectives) for each in columns)],
        "rows": [
            {
                "key": each.key,
                "kind": _(KIND_WORDS[each.kind]),
                "statement": each.statement,
                "cells": [_cell(cell, each) for cell in _row_cells(matrix, each)],
            }
            for each in matrix.assumptions
        ],
        "legend": verdict_legend(cell.verdict for cell in (*matrix.cells, *matrix.overall)),
        "border": _("changes when one respondent or study is left out") if _has_fragile(matrix) else None,
    }


def _cell(cell: MatrixCell, assumption: Assumption) -> Plain:
    verdict = cell.verdict
    if verdict is None:
        return {"outcome": None, "words": _("a norm: not counted") if cell.column == OVERALL else "–"}
    decided = verdict.override is not None and verdict.rule != BY_HAND
    return {
        "outcome": verdict.decided.value,
        "words": verdict.words,
        "weak": not verdict.decided.is_substantive,
        "proposed": verdict.proposed_words if decided else None,
        "by": _("researchers") if verdict.override else None,
        "stale": _("evidence changed since") if verdict.stale else None,
        "counts": _counts(cell, verdict),
        "flags": [flag.words for flag in verdict.flags],
        "border": verdict.stable is False,
    }


def _counts(cell: MatrixCell, verdict: Verdict) -> str:
    """Who says what: "S 6 · Q 2 · C 0 van 8" of respondents, the studies by quality, or r of T where T is small."""
    tally = verdict.tally
    if verdict.kind is not ColumnKind.PERSPECTIVE or verdict.rule in {"R0", "R-"}:
        return cell.detail
    said = _(
        "S {s} · Q {q} · C {c} of {total}", s=tally.supports, q=tally.nuances, c=tally.contradicts, total=tally.total
    )
    return _("{said}; {silent} silent", said=said, silent=tally.silent) if tally.silent else said


def _has_fragile(matrix: AssumptionMatrix) -> bool:
    return any(cell.verdict is not None and cell.verdict.stable is False for cell in (*matrix.cells, *matrix.overall))


def verdict_legend(verdicts: Iterable[Verdict | None]) -> list[Plain]:
    """The letters that were drawn, each with all the words it stands for: columns word one verdict differently."""
    words: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        if verdict is not None:
            words.setdefault(verdict.decided.value, {})[verdict.words] = None
    return [{"verdict": name, "text": " / ".join(sorted(words[name]))} for name in VERDICTS if name in words]


def _notes(matrix: AssumptionMatrix, perspectives: Sequence[Perspective]) -> tuple[str, ...]:
    letters = _(
        "S supports, Q nuances, C contradicts; counted in respondents who took a stance. "
        "The rules stand in the appendix."
    )
    return (letters, *(_reason(cell, perspectives) for cell in _overridden(matrix)))


def _overridden(matrix: AssumptionMatrix) -> list[MatrixCell]:
    cells = (cell for each in matrix.assumptions for cell in _row_cells(matrix, each))
    return [cell for cell in cells if cell.verdict is not None and cell.verdict.override is not None]


def _reason(cell: MatrixCell, perspectives: Sequence[Perspective]) -> str:
    verdict = cell.verdict
    reason = verdict.override.reason if verdict and verdict.override else ""
    return _(
        "{assumption}, {column}: decided by the researchers. {reason}",
        assumption=cell.assumption,
        column=inside(column_label(cell.column, perspectives)),
        reason=reason,
    )


def _reading_example(matrix: AssumptionMatrix, perspectives: Sequence[Perspective]) -> str:
    for cell in matrix.cells:
        verdict = cell.verdict
        if verdict and verdict.kind is ColumnKind.PERSPECTIVE and verdict.rule not in {"R0", "R-", BY_HAND}:
            return _(
                "How to read this: “{words}” stands at {assumption}, {group}: of the {total} who took a stance {s} "
                "support it.",
                assumption=cell.assumption,
                words=verdict.words,
                group=inside(column_label(cell.column, perspectives)),
                total=decimal(verdict.tally.total),
                s=decimal(verdict.tally.supports),
            )
    return ""


def _alternative(matrix: AssumptionMatrix, perspectives: Sequence[Perspective]) -> str:
    rows = "; ".join(
        f"{each.key}: "
        + ", ".join(
            f"{inside(column_label(cell.column, perspectives))} {cell.verdict.words}"
            for cell in _row_cells(matrix, each)
            if cell.verdict
        )
        for each in matrix.assumptions
    )
    many = translate_count("{number} assumption", "{number} assumptions", len(matrix.assumptions))
    return _("Table of {assumptions} with a verdict per source. {rows}.", assumptions=many, rows=rows)
