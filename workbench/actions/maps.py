"""The experience map and the judgement quadrants of a study."""

from __future__ import annotations

from collections.abc import Iterable

from study.folder import Study
from synthesis.experience import ExperienceMap, map_experience
from synthesis.findings import Finding
from synthesis.proposals import propose_findings
from workbench.actions.material import Material, load_material
from workbench.actions.saving import put


def load_findings(study: Study) -> tuple[Finding, ...]:
    """The findings that people worded or accepted."""
    with study.reading() as store:
        findings: tuple[Finding, ...] = store.records(Finding)[0]
        return findings


def build_map(study: Study) -> tuple[tuple[Finding, ...], ExperienceMap]:
    """The findings of the study and the map they make."""
    findings = load_findings(study)
    return findings, map_of(load_material(study).coded(), findings)


def map_of(material: Material, findings: Iterable[Finding]) -> ExperienceMap:
    """The experience map of loaded material."""
    settings = material.settings
    return map_experience(
        material.passages,
        tuple(findings),
        material.asked,
        phases=settings.phases,
        perspectives=settings.perspectives,
        thresholds=settings.thresholds,
        guides_known=material.guides_known,
    )


def propose(study: Study, *, by: str) -> tuple[Finding, ...]:
    """Findings proposed from the codings, worded by a passage itself, and stored; cells that have findings are left."""
    material = load_material(study).coded()
    taken = {(each.perspective, each.phase) for each in load_findings(study)}
    proposed = propose_findings(material.passages, study_id=study.settings.id, codes=material.codes)
    fresh = tuple(each for each in proposed if (each.perspective, each.phase) not in taken)
    with study.store(by=by) as store:
        put(store, *fresh)
    return fresh
