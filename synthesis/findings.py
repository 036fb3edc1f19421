"""Findings (bevindingen): statements a researcher is willing to print, each resting on passages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from coding.codings import StatementKind, Valence
from study.config import ACROSS_PHASES
from synthesis.errors import (
    FindingWithoutPassages,
    UnknownPassage,
    UnknownPerspectiveOfFinding,
    UnknownPhaseOfFinding,
)

LONGEST_LABEL = 60


class Wording(StrEnum):
    """How the wording came to be: taken from a passage, edited, or written by a person."""

    EXTRACT = "extract"
    EDITED = "bewerkt"
    WRITTEN = "geschreven"


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement in one cell (perspective × phase) of the experience map.

    `passages` are ids of the codings it rests on (never empty), `contra` those that say the opposite; `topic` and
    `actor` are code keys; `history` holds earlier wordings, oldest first.
    """

    id: str
    key: str
    perspective: str
    phase: str
    label: str
    wording: str
    passages: tuple[str, ...]
    contra: tuple[str, ...] = ()
    topic: str | None = None
    actor: str | None = None
    kind: StatementKind | None = None
    valence: Valence | None = None
    origin: Wording = Wording.WRITTEN
    editor: str = ""
    history: tuple[str, ...] = ()


def check_findings(
    findings: Iterable[Finding], *, codings: Collection[str], perspectives: Collection[str], phases: Collection[str]
) -> None:
    """Nothing, when every finding may be stored; else the sentence that says what is wrong with the first that may not.

    `codings` are the ids of the codings of the study, `perspectives` and `phases` the keys of study.toml. Raises
    `FindingWithoutPassages`, `UnknownPassage`, `UnknownPerspectiveOfFinding` or `UnknownPhaseOfFinding`.
    """
    known = frozenset(codings)
    for finding in findings:
        if not finding.passages:
            raise FindingWithoutPassages(finding=finding.key)
        if lost := {*finding.passages, *finding.contra} - known:
            raise UnknownPassage(finding=finding.key, number=len(lost))
        if finding.perspective not in perspectives:
            raise UnknownPerspectiveOfFinding(
                finding=finding.key, name=finding.perspective, known=", ".join(perspectives) or "–"
            )
        if finding.phase not in {*phases, ACROSS_PHASES}:
            raise UnknownPhaseOfFinding(finding=finding.key, name=finding.phase, known=", ".join(phases) or "–")
