"""Statements: findings in their cell, counted, classed and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from corpus.embedding import Embedder
from study.config import Thresholds
from synthesis.counting import Count, count_findings
from synthesis.eligible import Eligible
from synthesis.findings import Finding
from synthesis.quantifiers import Quantifier, classify_quantity
from synthesis.quotes import Passages, Quote, choose_quotes
from synthesis.salience import USUAL_THRESHOLDS, Salience, classify_salience, is_stable
from synthesis.valence import Judged, Votes, is_minority, judge_votes, measure_disagreement, opposes

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class CellStatement:
    """A finding in its cell, counted: the letters are those of synthesis.md, 3.2.

    `r` respondents of the `eligible` (E) who were asked said it, in `m` passages, with `g` group voices beside them;
    `contra` respondents say the opposite and `outside` said it without being asked ("en n ongevraagd").
    `salience` is None when nobody was asked, `stable` when there is no class to be stable; `disagreement` (D) is None
    when nobody judged or the valence is gemengd; `intensity` is the median over respondents of their highest (0-3).
    """

    finding: Finding
    r: int
    eligible: int
    m: int
    g: int
    contra: int
    outside: int
    prompted: bool
    salience: Salience | None
    stable: bool | None
    valence: Judged
    disagreement: Fraction | None
    intensity: float | None
    quantifier: Quantifier
    minority: bool
    quotes: tuple[Quote, ...] = ()


def count_statements(
    findings: Iterable[Finding],
    passages: pd.DataFrame,
    eligible: Eligible,
    *,
    thresholds: Thresholds = USUAL_THRESHOLDS,
    embedder: Embedder | None = None,
) -> tuple[dict[tuple[str, str], tuple[CellStatement, ...]], tuple[Finding, ...]]:
    """The statements of each cell, most respondents first, and the findings nobody's passage supports any more."""
    wanted = sorted(findings, key=lambda each: (each.perspective, each.phase, each.label, each.key))
    counted = count_findings(wanted, passages, eligible)
    said = Passages(passages)
    found: dict[tuple[str, str], list[CellStatement]] = {}
    unsupported = []
    for finding, count, support, contra in zip(wanted, counted.counts, counted.support, counted.contra, strict=True):
        place = finding.perspective, finding.phase
        if not support:
            unsupported.append(finding)
            continue
        quotes = _quotes(finding, said, support, contra, embedder)
        statement = _statement(finding, count, quotes, cell=counted.cell_votes[place], thresholds=thresholds)
        found.setdefault(place, []).append(statement)
    ordered = {place: tuple(sorted(some, key=lambda each: -each.r)) for place, some in found.items()}
    return ordered, tuple(unsupported)


def _quotes(
    finding: Finding, said: Passages, support: Sequence[int], contra: Sequence[int], embedder: Embedder | None
) -> tuple[Quote, ...]:
    """The quotes of a finding; supporters who judge the other way are on the contra side."""
    other = [each for each in support if opposes(said.valence(each), finding.valence)]
    against = [said.quote(each) for each in (*contra, *other)]
    return choose_quotes([said.quote(each) for each in support if each not in set(other)], against, embedder=embedder)


def _statement(
    finding: Finding, count: Count, quotes: tuple[Quote, ...], *, cell: Votes, thresholds: Thresholds
) -> CellStatement:
    r, eligible = count.r, count.eligible
    judged = judge_votes(count.votes)
    minority = is_minority(
        r,
        eligible,
        against_the_cell=opposes(judged, judge_votes(cell)),
        intensity=count.intensity,
        fewest=thresholds.min_respondents,
    )
    return CellStatement(
        finding=finding,
        r=r,
        eligible=eligible,
        m=count.m,
        g=count.g,
        contra=count.contra,
        outside=count.outside,
        prompted=count.prompted,
        salience=classify_salience(r, eligible, prompted=count.prompted, thresholds=thresholds),
        stable=is_stable(r, eligible, prompted=count.prompted, thresholds=thresholds),
        valence=judged,
        disagreement=measure_disagreement(count.votes),
        intensity=count.intensity,
        quantifier=classify_quantity(r, eligible, all_were_asked=count.circle.asked),
        minority=minority,
        quotes=quotes,
    )
