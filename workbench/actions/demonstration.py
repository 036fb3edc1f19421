"""The whole road with the example study: from files to a report, step by step, repeatable after a stop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from study.errors import ExtraMissing
from study.folder import Study
from workbench.actions.example import CODER, make_example
from workbench.actions.reporting import write_report
from workbench.actions.topics import fit_study_topics
from workbench.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of it: the study, the files that were written, and what was left out with the reason."""

    study: Study
    outputs: tuple[Path, ...]
    remarks: tuple[str, ...]


def walk_the_road(folder: Path, *, bertopic: bool = True, progress: Progress = silent) -> Walk:
    """Make the example study in the folder, fit its topics and write its report and figures."""
    study = make_example(folder, progress=progress)
    fit_study_topics(study, ("builtin",), by=CODER, progress=progress)
    remarks = _beside(study, progress) if bertopic else ()
    files = write_report(study, study.output, by=CODER, progress=progress)
    return Walk(study, files, remarks)


def _beside(study: Study, progress: Progress) -> tuple[str, ...]:
    """BERTopic beside the built-in topics, where it is installed; else the sentence that says how."""
    try:
        fit_study_topics(study, ("bertopic",), by=CODER, progress=progress)
    except ExtraMissing as problem:
        return (str(problem),)
    return ()
