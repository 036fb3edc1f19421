"""The literature column: studies weighed by quality and relevance, each study once (synthesis.md, 4.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from synthesis.evidence import Evidence, Quality, Relevance, Stance
from synthesis.stances import merge_stances
from synthesis.verdicts import Tally

_QUALITY_POINTS = {Quality.STRONG: 2, Quality.MODERATE: 1, Quality.WEAK: 0}
_RELEVANCE_SHARE = {Relevance.DIRECT: Fraction(1), Relevance.INDIRECT: Fraction(1, 2)}


@dataclass(frozen=True, slots=True)
class Study:
    """A study as one unit: its direction on an assumption, and how well and how near it is; None: not appraised."""

    name: str
    direction: Stance
    quality: Quality | None = None
    relevance: Relevance | None = None

    @property
    def points(self) -> Fraction:
        """Quality × relevance; a study that nobody appraised weighs nothing."""
        if self.quality is None or self.relevance is None:
            return Fraction(0)
        return _QUALITY_POINTS[self.quality] * _RELEVANCE_SHARE[self.relevance]

    @property
    def is_well_done(self) -> bool:
        """Whether it was appraised as at least moderate."""
        return self.quality in {Quality.STRONG, Quality.MODERATE}


def gather_studies(evidence: Iterable[Evidence]) -> tuple[Study, ...]:
    """Each study once, by name: passages of one study that point both ways make it nuance.

    When its passages carry different appraisals the lowest counts: a study is appraised once.
    """
    rows: dict[str, list[Evidence]] = defaultdict(list)
    for each in evidence:
        if each.study:
            rows[each.study].append(each)
    studies = (_study(name, some) for name, some in sorted(rows.items()))
    return tuple(study for study in studies if study.direction is not Stance.SILENT)


def _study(name: str, rows: list[Evidence]) -> Study:
    stances = [each.stance for each in rows]
    found_nothing = Stance.NOTHING_FOUND if Stance.NOTHING_FOUND in stances else Stance.SILENT
    qualities = [each.quality for each in rows if each.quality]
    relevances = [each.relevance for each in rows if each.relevance]
    return Study(
        name,
        merge_stances(stances) or found_nothing,
        min(qualities, key=lambda each: _QUALITY_POINTS[each], default=None),
        min(relevances, key=lambda each: _RELEVANCE_SHARE[each], default=None),
    )


def weigh_studies(studies: Iterable[Study]) -> Tally:
    """The points of the studies by direction.

    >>> strong = Study("Bakker", Stance.SUPPORTS, Quality.STRONG, Relevance.DIRECT)
    >>> moderate = Study("Visser", Stance.NUANCES, Quality.MODERATE, Relevance.DIRECT)
    >>> weigh_studies([strong, moderate]).total
    Fraction(3, 1)
    """
    points: dict[Stance, Fraction] = defaultdict(Fraction)
    for study in studies:
        points[study.direction] += study.points
    return Tally(
        supports=points[Stance.SUPPORTS],
        nuances=points[Stance.NUANCES],
        contradicts=points[Stance.CONTRADICTS],
        nothing_found=points[Stance.NOTHING_FOUND],
    )


def count_empty_handed(studies: Iterable[Study]) -> int:
    """How many studies of at least moderate quality looked and found nothing."""
    return sum(each.is_well_done and each.direction is Stance.NOTHING_FOUND for each in studies)
