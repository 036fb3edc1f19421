"""Checks on a composed report: what blocks publication, and whether every number and quote is what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reports.errors import NoBiasNote
from reports.quotes import is_verbatim
from reports.report import Report
from reports.sections import quote_numbers
from study.messages import N_
from study.messages import translate as _

if TYPE_CHECKING:
    import pandas as pd


class Concern(StrEnum):
    """What may be wrong with a report."""

    NO_BIAS_NOTE = "geen_vertekening"
    DEAD_NUMBER = "nummer_zonder_citaat"
    NOT_VERBATIM = "niet_letterlijk"


_WORDS = {
    Concern.NO_BIAS_NOTE: N_("“{subject}” has no note about its bias."),
    Concern.DEAD_NUMBER: N_("Quote number {subject} leads nowhere."),
    Concern.NOT_VERBATIM: N_("Quote number {subject} is not word for word what the passage says."),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One concern and what it is about: an instrument, or a quote number."""

    concern: Concern
    subject: str

    @property
    def words(self) -> str:
        """The remark as a sentence."""
        return _(_WORDS[self.concern], subject=self.subject)


def check_report(report: Report, passages: pd.DataFrame | None = None) -> tuple[Remark, ...]:
    """What a reader could stumble over; empty for a report that is ready. With `passages` quotes are compared too."""
    known = {each.number for each in report.quotes.quotes}
    cited = sorted(
        {number for section in report.sections for block in section.blocks for number in quote_numbers(block)}
    )
    return (
        *(Remark(Concern.NO_BIAS_NOTE, title) for title in report.unrecorded),
        *(Remark(Concern.DEAD_NUMBER, str(number)) for number in cited if number not in known),
        *(Remark(Concern.NOT_VERBATIM, str(number)) for number in _changed(report, passages)),
    )


def check_publishable(report: Report) -> None:
    """Nothing, when the report may leave the house; else `NoBiasNote`: a missing bias note blocks publication."""
    if report.unrecorded:
        raise NoBiasNote(titles=", ".join(report.unrecorded))


def _changed(report: Report, passages: pd.DataFrame | None) -> list[int]:
    """The numbers of quotes that are not equal to the passage they stand for."""
    if passages is None:
        return []
    texts = dict(zip(passages["coding_id"], passages["text"], strict=True))
    quoted = zip(report.quotes.quotes, report.quotes.codings, strict=True)
    return [quote.number for quote, coding in quoted if coding in texts and not is_verbatim(quote.text, texts[coding])]
