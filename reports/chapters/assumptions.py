"""The assumptions: matrix, graph, logic model, goals, and every assumption with its verdicts and their quotes."""

from __future__ import annotations

from reports.chapters.models import write_goals, write_logic
from reports.draft import Draft
from reports.drawings.assumptions import BY_HAND, KIND_WORDS, column_label, overridden_words
from reports.figures import FigureKind
from reports.sections import Block, Bullets, Heading, Paragraph, Section
from reports.words import list_words
from study.messages import translate as _
from synthesis.outcomes import Outcome
from synthesis.theory import Assumption
from synthesis.verdicts import OVERALL, AssumptionMatrix, MatrixCell


def write_assumptions(draft: Draft) -> tuple[Section, ...]:
    """A section with matrix, theory, logic model and goals; none when the study has none of them."""
    blocks = (*_matrix(draft), *_theory(draft), *write_logic(draft), *write_goals(draft))
    return (Section(_("Assumptions tested"), "veronderstellingen", blocks),) if blocks else ()


def _matrix(draft: Draft) -> tuple[Block, ...]:
    matrix = draft.material.matrix
    if matrix is None or not matrix.assumptions:
        return ()
    return (
        *draft.figure_blocks(FigureKind.ASSUMPTIONS),
        Paragraph(_("Each assumption under the policy is held against what every group said and what studies found.")),
        Heading(_("Assumption by assumption")),
        *(block for each in matrix.assumptions for block in _assumption(draft, matrix, each)),
    )


def _theory(draft: Draft) -> tuple[Block, ...]:
    figures = draft.figure_blocks(FigureKind.THEORY)
    return (Heading(_("Policy theory")), *figures) if figures else ()


def _assumption(draft: Draft, matrix: AssumptionMatrix, assumption: Assumption) -> tuple[Block, ...]:
    cells = [matrix.cell(assumption.key, column) for column in matrix.columns]
    spoken = [each for each in cells if each.verdict and each.verdict.decided is not Outcome.NOT_EXAMINED]
    items = [_verdict(draft, each) for each in (*spoken, matrix.cell(assumption.key, OVERALL))]
    silent = [each for each in cells if each.verdict and each.verdict.decided is Outcome.NOT_EXAMINED]
    if silent:
        names = list_words([column_label(each.column, draft.perspectives) for each in silent])
        items.insert(-1, Paragraph(names + ".", lead=_("Not examined:")))
    title = _("{key} ({kind})", key=assumption.key, kind=_(KIND_WORDS[assumption.kind]))
    return Heading(title, 3), Paragraph(assumption.statement), Bullets(tuple(items))


def _verdict(draft: Draft, cell: MatrixCell) -> Paragraph:
    lead = column_label(cell.column, draft.perspectives) + ":"
    if cell.verdict is None:
        return Paragraph(_("a norm: not counted, and not decided by the researchers yet."), lead=lead)
    verdict = cell.verdict
    parts = [overridden_words(verdict), cell.detail, *(flag.words for flag in verdict.flags)]
    if verdict.stable is False:
        parts.append(_("changes when one respondent or study is left out"))
    rule = "" if verdict.rule == BY_HAND else " " + _("(rule {rule})", rule=verdict.rule)
    text = "; ".join(filter(None, parts)) + rule + "."
    if verdict.override is not None:
        text += " " + _("Decided by the researchers: {reason}", reason=verdict.override.reason)
    if verdict.stale:
        text += " " + _("The evidence changed after that.")
    return Paragraph(text, draft.numbers(cell.quotes), lead=lead)
