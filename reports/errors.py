"""What can be said when a figure or a report cannot be made."""

from __future__ import annotations

from typing import ClassVar

from study.errors import StudyError
from study.messages import N_


class ReportError(StudyError):
    """Family: figures, reports and the files they are written to."""

    message = N_("The report could not be made.")
    exit_code: ClassVar[int] = 15


class NothingToReport(ReportError):
    message = N_(
        "There is nothing to report on yet: no figures, no findings, no sessions. "
        "Import documents, code them and word findings first."
    )


class NoBiasNote(ReportError):
    message = N_(
        "These instruments have no note about their bias: {titles}. "
        "Write one in the register before you publish; without it the report stays a draft."
    )
