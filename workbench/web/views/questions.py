"""The questions of topic lists: the form of one, and putting them in order."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from coding.codebook import Code, CodeGroup
from corpus.guides import Guide, Question
from study.errors import NotFound, StudyError
from synthesis.theory import Assumption
from workbench.actions.codings import ACTOR_GROUP
from workbench.actions.questions import QUESTION_FIELDS, move_question, remove_question, save_question
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.views.guides import HOME, address_of, back_to, find_guide, questions_of, show_list
from workbench.web.visitors import VisitorOf

router = APIRouter()


@router.get(f"{HOME}/lijst/{{key}}/vraag")
def show_new_question(request: Request, desk: DeskOf, key: str) -> Response:
    """The form for a question that is not there yet."""
    return _question_form(request, desk, find_guide(desk, key), None, {})


@router.get(f"{HOME}/lijst/{{key}}/vraag/{{number}}")
def show_question(request: Request, desk: DeskOf, key: str, number: str) -> Response:
    """The form of one question."""
    guide = find_guide(desk, key)
    question = find_question(desk, guide, number)
    return _question_form(request, desk, guide, question, values_of(question))


@router.post(f"{HOME}/lijst/{{key}}/vraag")
def add_question(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Store a new question."""
    return _save_question(request, desk, visitor.named(texts_in(form).get("naam")), form, find_guide(desk, key), None)


@router.post(f"{HOME}/lijst/{{key}}/vraag/{{number}}")
def change_question(
    request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str, number: str
) -> Response:
    """Store what changed of a question, move it, or take it out."""
    guide = find_guide(desk, key)
    question = find_question(desk, guide, number)
    name, doing = visitor.named(texts_in(form).get("naam")), texts_in(form).get("doe")
    try:
        if doing in ("omhoog", "omlaag"):
            move_question(desk.study, key, number, up=doing == "omhoog", by=name)
        elif doing == "weg":
            remove_question(desk.study, key, number, by=name)
        else:
            return _save_question(request, desk, name, form, guide, question)
    except StudyError as problem:
        return show_list(request, desk, guide, problem)
    place = f"#v-{quote(number)}" if doing in ("omhoog", "omlaag") else "#vragen"
    return back_to(address_of(key) + place, name)


def _save_question(
    request: Request, desk: Desk, name: str, form: FormOf, guide: Guide, question: Question | None
) -> Response:
    filled = texts_in(form)
    values = {each: filled.get(each, "") for each in QUESTION_FIELDS}
    try:
        stored = save_question(desk.study, guide.key, values, key=question.key if question else None, by=name)
    except StudyError as problem:
        return _question_form(request, desk, guide, question, values, problem)
    return back_to(f"{address_of(guide.key)}#v-{quote(stored.key)}", name)


def _question_form(
    request: Request,
    desk: Desk,
    guide: Guide,
    question: Question | None,
    values: Mapping[str, str],
    problem: StudyError | None = None,
) -> Response:
    chosen = {name: set(filter(None, values.get(name, "").split(", "))) for name in ("phases", "codes", "assumptions")}
    across = desk.settings.phase("x")
    return show(
        request,
        "question.html",
        status=status_of(problem) if problem else 200,
        guide=guide,
        question=question,
        values={**dict.fromkeys(QUESTION_FIELDS, ""), **values},
        chosen=chosen,
        names=QUESTION_FIELDS,
        phases=(*desk.settings.phases, across),
        codes=_codes_by_group(desk),
        actors=[each for each in desk.records(Code) if each.group == ACTOR_GROUP],
        assumptions=desk.records(Assumption),
        sentence=str(problem) if problem else "",
    )


def _codes_by_group(desk: Desk) -> list[tuple[str, list[Code]]]:
    """The codes that a question may cover, group by group; actors are chosen apart."""
    groups = [each for each in desk.records(CodeGroup) if each.key != ACTOR_GROUP]
    found = [(each.label, [code for code in desk.records(Code) if code.group == each.key]) for each in groups]
    return [(label, codes) for label, codes in found if codes]


def values_of(question: Question) -> dict[str, str]:
    """The question as the fields of its form."""
    return {
        "key": question.key,
        "text": question.text,
        "prompted": "ja" if question.prompted else "",
        "phases": ", ".join(question.phases),
        "codes": ", ".join(question.codes),
        "assumptions": ", ".join(question.assumptions),
        "default_phase": question.default_phase or "",
        "default_actor": question.default_actor or "",
    }


def find_question(desk: Desk, guide: Guide, number: str) -> Question:
    """The question with this key in the list; raises `NotFound`."""
    for each in questions_of(desk, guide):
        if each.key == number:
            return each
    raise NotFound(kind=Question.__name__, name=number)
