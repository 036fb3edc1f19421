"""Improvement points (verbeterpunten): what should change, resting on findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from study.config import Principle
from synthesis.errors import PointWithoutFindings, PointWithoutPrinciple, UnknownPrincipleOfPoint
from synthesis.findings import Finding
from synthesis.judgement import Column, Judgement, PlacedLabel, Row


@dataclass(frozen=True, slots=True)
class ImprovementPoint:
    """An imperative sentence with its explanation; `findings` are ids, `principles` maps a principle to its reason."""

    id: str
    key: str
    ordinal: int
    title: str
    explanation: str = ""
    findings: tuple[str, ...] = ()
    principles: Mapping[str, str] = field(default_factory=dict)


def check_point(point: ImprovementPoint, *, findings: Iterable[Finding], principles: Sequence[Principle]) -> None:
    """Nothing, when the point may be published; else the sentence that says why not (synthesis.md, 4.10).

    Raises `PointWithoutFindings`, `UnknownPrincipleOfPoint`, or `PointWithoutPrinciple` where the study has principles.
    """
    if find_unsupported([point], findings):
        raise PointWithoutFindings(point=point.key)
    known = [each.key for each in principles]
    for name in point.principles:
        if name not in known:
            raise UnknownPrincipleOfPoint(point=point.key, name=name, known=", ".join(known) or "–")
    if known and not point.principles:
        raise PointWithoutPrinciple(point=point.key)


def find_unsupported(points: Iterable[ImprovementPoint], findings: Iterable[Finding]) -> tuple[ImprovementPoint, ...]:
    """The points that rest on no finding with passages: nobody said it, however sensible it is."""
    resting = {each.id for each in findings if each.passages}
    return tuple(point for point in _in_order(points) if resting.isdisjoint(point.findings))


def find_unanswered_pain(
    judgements: Iterable[Judgement], points: Iterable[ImprovementPoint]
) -> tuple[PlacedLabel, ...]:
    """The labels among the often mentioned pain points that no improvement point answers."""
    answered = {finding for point in points for finding in point.findings}
    pain = (label for each in judgements for label in each.at(Column.PAIN, Row.OFTEN))
    return tuple(label for label in pain if label.statement.finding.id not in answered)


def find_unserved_principles(
    points: Iterable[ImprovementPoint], principles: Iterable[Principle]
) -> tuple[Principle, ...]:
    """The principles that no point has a filled dot for."""
    served = {name for point in points for name in point.principles}
    return tuple(each for each in principles if each.key not in served)


def _in_order(points: Iterable[ImprovementPoint]) -> list[ImprovementPoint]:
    return sorted(points, key=lambda each: (each.ordinal, each.key))
