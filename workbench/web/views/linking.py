"""Linking questions: the turns of interviewers with the question that is proposed, confirmed in one go and undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.question_links import Ground
from corpus.segments import Segment
from study.errors import StudyError
from study.messages import N_
from workbench.actions.linking import Asked, Talk, link_turns, talks_in
from workbench.actions.relinking import take_back
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.undo import Undo, UndoOf
from workbench.web.views.guides import HOME, SEE_OTHER, address_of, find_guide
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
NO_QUESTION = "-"
MOST_TALKS = 20
"""So many documents with proposals stand on a page; the next ones come when these are linked."""
GROUNDS = {
    Ground.EXACT: N_("the very words"),
    Ground.FOLDED: N_("the same words"),
    Ground.WITHIN: N_("these words are in it"),
    Ground.ALIKE: N_("looks like it"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A turn to look at: the question that is chosen beforehand, and whether its box is ticked."""

    asked: Asked
    chosen: str | None
    ticked: bool


@router.get(f"{HOME}/lijst/{{key}}/koppelen")
def show_links(
    request: Request, desk: DeskOf, undo: UndoOf, key: str, document: str = "", aan: str = "zeker", gedaan: str = ""
) -> Response:
    """What is proposed for all documents of a list, or every turn of an interviewer in one of them."""
    return _page(request, desk, undo, find_guide(desk, key), document, aan, gedaan)


def _page(
    request: Request,
    desk: Desk,
    undo: Undo,
    guide: Guide,
    document: str,
    aan: str = "zeker",
    gedaan: str = "",
    problem: StudyError | None = None,
) -> Response:
    found = talks_of(desk, guide)
    one = next((each for each in found if each.document.id == document), None)
    waiting = [each for each in found if each.open]
    shown = [one] if one else waiting[:MOST_TALKS]
    done = undo.find(gedaan) if gedaan else None
    return show(
        request,
        "linking.html",
        status=status_of(problem) if problem else 200,
        guide=guide,
        talks=found,
        one=one,
        shown=[(each, rows_of(each, every=one is not None, aan=aan)) for each in shown],
        more=0 if one else len(waiting) - len(shown),
        aan=aan,
        grounds=GROUNDS,
        none=NO_QUESTION,
        gedaan=gedaan if done else "",
        turns=done.turns if done else 0,
        sentence=str(problem) if problem else "",
    )


def talks_of(desk: Desk, guide: Guide) -> tuple[Talk, ...]:
    """The documents made with the list, with what is proposed."""
    return desk.kept(
        f"talks {guide.key}",
        (Guide, Question, Document, Segment),
        lambda: talks_in(
            desk.records(Guide), desk.records(Question), desk.records(Document), desk.records(Segment), guide=guide.key
        ),
    )


def rows_of(talk: Talk, *, every: bool, aan: str) -> list[Row]:
    """The turns with an open proposal, or `every` turn; `aan` ticks those that are "zeker", "alle" or "geen"."""
    return [_row(each, aan) for each in talk.turns if every or each.is_open]


def _row(asked: Asked, aan: str) -> Row:
    proposal = asked.proposal
    offered = asked.is_open and proposal is not None
    wanted = {"alle": True, "zeker": proposal is not None and proposal.is_sure and asked.put is None}.get(aan, False)
    chosen = proposal.question_id if proposal is not None and offered and asked.put is None else asked.put
    return Row(asked, chosen, offered and wanted and chosen != asked.put)


@router.post(f"{HOME}/lijst/{{key}}/koppelen")
def link(request: Request, desk: DeskOf, visitor: VisitorOf, undo: UndoOf, form: FormOf, key: str) -> Response:
    """Link the turns that are ticked, or take back what was linked before."""
    guide, values = find_guide(desk, key), texts_in(form)
    name, document = visitor.named(values.get("naam")), values.get("document", "")
    try:
        if "teken" in values:
            take_back(desk.study, undo.take(values["teken"]), by=name)
            return _back(key, document, "", name)
        done = link_turns(desk.study, chosen_in(form.getlist("aan"), values), by=name)
    except StudyError as problem:
        return _page(request, desk, undo, guide, document, problem=problem)
    return _back(key, document, undo.keep(done) if done.turns else "", name)


def chosen_in(ticked: Sequence[object], values: dict[str, str]) -> dict[str, str | None]:
    """The question for each turn (id) that is ticked."""
    chosen = {str(each): values.get(f"vraag-{each}", "") for each in ticked}
    return {turn: None if question == NO_QUESTION else question for turn, question in chosen.items() if question}


def _back(key: str, document: str, mark: str, name: str) -> Response:
    more = urlencode({word: value for word, value in (("document", document), ("gedaan", mark)) if value})
    answer = RedirectResponse(f"{address_of(key)}/koppelen?{more}", SEE_OTHER)
    remember(answer, name=name)
    return answer
