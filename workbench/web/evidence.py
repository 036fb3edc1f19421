"""Evidence: everything behind a statement of the map, ready to be shown: its passages, its limits, its sources."""

from __future__ import annotations

from dataclasses import dataclass

from reports.sources import source_line
from study.config import Thresholds
from study.messages import translate as _
from synthesis.experience import CellStatement
from synthesis.salience import Salience, is_on_border, often_from
from workbench.web.desk import Desk
from workbench.web.errors import FindingNotFound
from workbench.web.passages import ShownPassage, passages_of, quoted


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one statement; `quotes` are the chosen ones, `support` and `contra` all there are."""

    statement: CellStatement
    perspective: str
    phase: str
    quotes: tuple[ShownPassage, ...]
    support: tuple[ShownPassage, ...]
    contra: tuple[ShownPassage, ...]
    source: str
    bias: tuple[str, ...]
    limits: tuple[str, ...]


def find_statement(desk: Desk, key: str) -> CellStatement:
    """The counted statement of a finding (key); raises `FindingNotFound`."""
    for each in desk.journey.statements:
        if each.finding.key == key:
            return each
    raise FindingNotFound(name=key)


def evidence_of(desk: Desk, statement: CellStatement) -> Evidence:
    """Everything behind a statement."""
    finding = statement.finding
    codings = (*finding.passages, *finding.contra)
    sources = desk.sources
    return Evidence(
        statement=statement,
        perspective=desk.settings.perspective(finding.perspective).label,
        phase=desk.settings.phase(finding.phase).label_for(finding.perspective),
        quotes=quoted(desk, (each for each in statement.quotes if not each.contra)),
        support=passages_of(desk, finding.passages),
        contra=passages_of(desk, (*finding.contra, *(each.coding_id for each in statement.quotes if each.contra))),
        source=source_line(sources.parts(codings)),
        bias=sources.bias(codings),
        limits=limits_words(statement, desk.settings.thresholds),
    )


def limits_words(statement: CellStatement, thresholds: Thresholds) -> tuple[str, ...]:
    """By which limits the statement has its class, in sentences."""
    said = [_asked_words(statement)]
    if statement.salience in (None, Salience.TOO_SMALL):
        least = thresholds.min_respondents
        said.append(_("Fewer than {least} people asked: no class “often” or “seldom”.", least=least))
        return tuple(said)
    share = often_from(prompted=statement.prompted, thresholds=thresholds)
    percentage = round(100 * share)
    if statement.prompted:
        said.append(_("The topic was prompted: often mentioned from {percentage} %.", percentage=percentage))
    else:
        said.append(_("The topic came up by itself: often mentioned from {percentage} %.", percentage=percentage))
    if is_on_border(statement.r, statement.stable):
        said.append(_("On the border: one respondent more or less changes the class."))
    return tuple(said)


def _asked_words(statement: CellStatement) -> str:
    if statement.eligible == 0:
        return _("Nobody was asked about this.")
    return _("E = {eligible}: so many people of this perspective were asked.", eligible=statement.eligible)
