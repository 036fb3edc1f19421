"""The topic lists: their versions and questions, who was asked what, and the turns in which questions are put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code
from corpus.asked import guides_of
from corpus.asked_questions import AskedOf, Asking, questions_asked
from corpus.documents import Document
from corpus.guide_files import read_guide
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.errors import NotFound, StudyError
from workbench.actions.guides import (
    add_guide,
    change_guide,
    import_guide,
    new_version,
    remove_guide,
    set_documents,
    versions_of,
)
from workbench.actions.questions import phase_key
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf, carried, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
HOME = "/topiclijsten"


@dataclass(frozen=True, slots=True)
class Listed:
    """A topic list with its instrument and numbers."""

    guide: Guide
    instrument: Instrument | None
    questions: int
    documents: int
    versions: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A respondent and, question by question, what is known of having been asked."""

    participant: Participant
    asked: tuple[AskedOf, ...]


@router.get(HOME)
def show_guides(request: Request, desk: DeskOf) -> Response:
    """The newest version of every list."""
    return _list(request, desk)


def _list(request: Request, desk: Desk, problem: StudyError | None = None, **values: object) -> Response:
    return show(
        request,
        "guides.html",
        status=status_of(problem) if problem else 200,
        rows=list_rows(desk),
        instruments=desk.records(Instrument),
        guides=desk.records(Guide),
        sentence=str(problem) if problem else "",
        **{"preview": None, "phases": {}, "chosen": "", **values},
    )


def list_rows(desk: Desk) -> list[Listed]:
    """Every list that no newer version replaces."""
    guides = desk.records(Guide)
    instruments = {each.id: each for each in desk.records(Instrument)}
    questions = [each.guide_id for each in desk.records(Question)]
    used = [each for document in desk.records(Document) for each in guides_of(document, guides)]
    replaced = {each.replaces for each in guides}
    return [
        Listed(
            each,
            instruments.get(each.instrument_id),
            questions.count(each.id),
            used.count(each.id),
            len(versions_of(each, guides)),
        )
        for each in guides
        if each.key not in replaced
    ]


@router.post(HOME)
def add(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Make a list without questions."""
    values = texts_in(form)
    name = visitor.named(values.get("naam"))
    try:
        guide = add_guide(desk.study, values.get("instrument", ""), values.get("titel", ""), by=name)
    except StudyError as problem:
        return _list(request, desk, problem)
    return back_to(address_of(guide.key), name)


@router.post(f"{HOME}/bestand")
def bring_in(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Show the questions of a file; with the confirmation, make a list of them or the next version of one."""
    values = texts_in(form)
    name = visitor.named(values.get("naam"))
    try:
        file = carried(form)
        with file.put_down() as path:
            if "bevestigd" not in form:
                return _preview(request, desk, values, read_guide(path), file)
            instrument, replaces = _target(values.get("bij", ""))
            guide = import_guide(desk.study, path, instrument, by=name, replaces=replaces)
    except StudyError as problem:
        return _list(request, desk, problem)
    return back_to(address_of(guide.key), name)


def _target(chosen: str) -> tuple[str, str]:
    """The instrument or the older list (key) that was chosen."""
    kind, _, key = chosen.partition(":")
    return (key, "") if kind == "instrument" else ("", key)


def _preview(request: Request, desk: Desk, values: Mapping[str, str], preview: object, file: object) -> Response:
    keys = {each.key: each.label for each in desk.settings.phases} | {"x": ""}
    return _list(
        request,
        desk,
        preview=preview,
        file=file,
        chosen=values.get("bij", ""),
        phases=keys,
        phase_of=lambda word: phase_key(word, desk.settings),
    )


@router.get(f"{HOME}/lijst/{{key}}")
def showshow_list(request: Request, desk: DeskOf, key: str) -> Response:
    """A version of a list: its questions, and who was asked them."""
    return show_list(request, desk, find_guide(desk, key))


def show_list(request: Request, desk: Desk, guide: Guide, problem: StudyError | None = None) -> Response:
    """The page of a version of a list, with what could not be done."""
    questions = questions_of(desk, guide)
    answers = [each.question_id for each in desk.records(Segment)]
    instruments = {each.id: each for each in desk.records(Instrument)}
    own = [each for each in desk.records(Document) if each.instrument_id == guide.instrument_id]
    return show(
        request,
        "guide.html",
        status=status_of(problem) if problem else 200,
        guide=guide,
        instrument=instruments.get(guide.instrument_id),
        instruments=desk.records(Instrument),
        versions=versions_of(guide, desk.records(Guide)),
        questions=questions,
        answers={each.id: answers.count(each.id) for each in questions},
        documents=own,
        made_with={each.id for each in own if guide.id in guides_of(each, desk.records(Guide))},
        matrix=asked_matrix(desk, questions),
        asking=Asking,
        phases={each.key: each.label for each in desk.settings.phases} | {"x": desk.settings.phase("x").label},
        codes={each.key: each.name for each in desk.records(Code)},
        sentence=str(problem) if problem else "",
    )


def asked_matrix(desk: Desk, questions: Sequence[Question]) -> list[Answered]:
    """Who was asked which of these questions; people of whom nothing is known are left out."""
    found = desk.kept("asked questions", (Guide, Question, Document, Segment), lambda: _asked(desk))
    rows = []
    for each in desk.records(Participant):
        cells = tuple(found.get((each.id, question.id), AskedOf()) for question in questions)
        if any(cell.asking is not Asking.NOT for cell in cells):
            rows.append(Answered(each, cells))
    return rows


def _asked(desk: Desk) -> dict[tuple[str, str], AskedOf]:
    return questions_asked(desk.records(Guide), desk.records(Question), desk.records(Document), desk.records(Segment))


@router.post(f"{HOME}/lijst/{{key}}")
def change(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Give a list another title or instrument, a new version, other documents, or take it away."""
    values, guide = texts_in(form), find_guide(desk, key)
    name = visitor.named(values.get("naam"))
    address = address_of(key)
    try:
        if values.get("doe") == "versie":
            address = address_of(new_version(desk.study, key, by=name).key)
        elif values.get("doe") == "weg":
            remove_guide(desk.study, key, by=name)
            address = HOME
        elif values.get("doe") == "documenten":
            set_documents(desk.study, key, [str(each) for each in form.getlist("document")], by=name)
        else:
            change_guide(
                desk.study, key, title=values.get("titel", ""), instrument=values.get("instrument", ""), by=name
            )
    except StudyError as problem:
        return show_list(request, desk, guide, problem)
    return back_to(address, name)


def find_guide(desk: Desk, key: str) -> Guide:
    """The list with this key; raises `NotFound`."""
    for each in desk.records(Guide):
        if each.key == key:
            return each
    raise NotFound(kind=Guide.__name__, name=key)


def questions_of(desk: Desk, guide: Guide) -> tuple[Question, ...]:
    """The questions of a list in their order."""
    return tuple(each for each in desk.records(Question) if each.guide_id == guide.id)


def address_of(key: str) -> str:
    """Where a list stands."""
    return f"{HOME}/lijst/{quote(key, safe='')}"


def back_to(address: str, name: str) -> Response:
    """To this page, and the name is remembered."""
    answer = RedirectResponse(address, SEE_OTHER)
    remember(answer, name=name)
    return answer
