"""The participants: who takes part, how much each of them says, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from corpus.asked_questions import AskedOf
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.participants import Participant
from corpus.segments import Segment
from corpus.speakers import fold_label
from study.errors import NotFound, StudyError
from workbench.actions.participants import (
    Spoken,
    import_people,
    preview_people,
    remove_participant,
    save_participant,
    spoken_by,
)
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf, carried, pairs_in, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.views.guides import asked_matrix
from workbench.web.views.speaking import labels_of, waiting
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
HOME = "/deelnemers"
SILENT = "zonder"
SPARE_TRAITS = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; empty text is no wish."""

    perspective: str = ""
    document: str = ""
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody is left out."""
        return not (self.perspective or self.document or self.words)


@router.get(HOME)
def show_participants(
    request: Request,
    desk: DeskOf,
    perspectief: str = "",
    document: str = "",
    zoek: Annotated[str, Query(max_length=100)] = "",
    binnen: int = 0,
) -> Response:
    """The participants that fit the filters, and how many a sheet just brought in."""
    return _list(request, desk, Wanted(perspectief, document, zoek.strip()), brought_in=binnen)


def _list(
    request: Request, desk: Desk, wanted: Wanted, problem: StudyError | None = None, **values: object
) -> Response:
    everybody = spoken_of(desk)
    return show(
        request,
        "participants.html",
        status=status_of(problem) if problem else 200,
        wanted=wanted,
        rows=[each for each in everybody if _fits(each, wanted)],
        total=len(everybody),
        waiting=waiting(labels_of(desk)),
        documents=desk.records(Document),
        perspectives=desk.settings.perspectives,
        labels={each.key: each.label for each in desk.settings.perspectives},
        sentence=str(problem) if problem else "",
        silent=SILENT,
        **{"preview": None, "chosen": "", "brought_in": 0, **values},
    )


def spoken_of(desk: Desk) -> tuple[Spoken, ...]:
    """Every participant with what is said."""
    return desk.kept(
        "spoken",
        (Participant, Document, Segment),
        lambda: spoken_by(desk.records(Participant), desk.records(Document), desk.records(Segment)),
    )


def _fits(spoken: Spoken, wanted: Wanted) -> bool:
    known = spoken.participant
    words = fold_label(" ".join((known.code, *known.labels, *known.traits.values())))
    here = not spoken.turns if wanted.document == SILENT else wanted.document in {each.id for each in spoken.documents}
    return (
        wanted.perspective in ("", known.perspective)
        and (not wanted.document or here)
        and fold_label(wanted.words) in words
    )


@router.post(HOME)
def add(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Store a new participant."""
    return _save(request, desk, visitor.named(texts_in(form).get("naam")), form, None)


@router.get(f"{HOME}/nieuw")
def show_new(request: Request, desk: DeskOf) -> Response:
    """The form for a participant who is not there yet."""
    return _form(request, desk, None, {}, {})


@router.post(f"{HOME}/blad")
def bring_in(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Show what a sheet would bring in; with the confirmation, bring it in."""
    values = texts_in(form)
    name, perspective = visitor.named(values.get("naam")), values.get("perspectief", "")
    try:
        file = carried(form)
        with file.put_down() as path:
            if "bevestigd" in form:
                stored = import_people(desk.study, path, perspective=perspective, by=name)
                return _back(f"{HOME}?binnen={len(stored.people)}", name)
            preview = preview_people(desk.study, path, perspective=perspective)
        return _list(request, desk, Wanted(), preview=preview, file=file, chosen=perspective)
    except StudyError as problem:
        return _list(request, desk, Wanted(), problem)


@router.get(f"{HOME}/persoon/{{code}}")
def show_participant(request: Request, desk: DeskOf, code: str) -> Response:
    """What is known of one participant, to look at and to change."""
    participant = find_participant(desk, code)
    return _form(request, desk, participant, values_of(participant), participant.traits)


@router.post(f"{HOME}/persoon/{{code}}")
def change(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, code: str) -> Response:
    """Store what changed of a participant, or take one who never speaks off the list."""
    participant, values = find_participant(desk, code), texts_in(form)
    name = visitor.named(values.get("naam"))
    if values.get("doe") != "weg":
        return _save(request, desk, name, form, participant)
    try:
        remove_participant(desk.study, code, by=name)
    except StudyError as problem:
        return _form(request, desk, participant, values_of(participant), participant.traits, problem)
    return _back(HOME, name)


def _save(request: Request, desk: Desk, name: str, form: FormOf, participant: Participant | None) -> Response:
    filled, traits = texts_in(form), pairs_in(form, "kenmerk", "waarde")
    values = {each: filled.get(each, "") for each in ("code", "perspective", "labels")}
    try:
        save_participant(desk.study, values, traits, code=participant.code if participant else None, by=name)
    except StudyError as problem:
        return _form(request, desk, participant, values, traits, problem)
    return _back(HOME, name)


def _form(
    request: Request,
    desk: Desk,
    participant: Participant | None,
    values: Mapping[str, str],
    traits: Mapping[str, str],
    problem: StudyError | None = None,
) -> Response:
    spoken = next((each for each in spoken_of(desk) if participant and each.participant.id == participant.id), None)
    return show(
        request,
        "participant.html",
        status=status_of(problem) if problem else 200,
        participant=participant,
        values={"code": "", "perspective": "", "labels": "", **values},
        traits=[*traits.items(), *[("", "")] * SPARE_TRAITS],
        trait_names=sorted({name for each in desk.records(Participant) for name in each.traits}),
        spoken=spoken,
        asked=asked_of(desk, participant) if participant else [],
        perspectives=desk.settings.perspectives,
        sentence=str(problem) if problem else "",
    )


def asked_of(desk: Desk, participant: Participant) -> list[tuple[Guide, list[tuple[Question, AskedOf]]]]:
    """The questions of every list that something of is known for this participant."""
    found = []
    for guide in desk.records(Guide):
        questions = [each for each in desk.records(Question) if each.guide_id == guide.id]
        for row in asked_matrix(desk, questions):
            if row.participant.id == participant.id:
                found.append((guide, list(zip(questions, row.asked, strict=True))))
    return found


def values_of(participant: Participant) -> dict[str, str]:
    """The participant as the fields of the form."""
    return {
        "code": participant.code,
        "perspective": participant.perspective,
        "labels": "\n".join(participant.labels),
    }


def find_participant(desk: Desk, code: str) -> Participant:
    """The participant with this code; raises `NotFound`."""
    for each in desk.records(Participant):
        if each.code == code:
            return each
    raise NotFound(kind=Participant.__name__, name=code)


def _back(address: str, name: str) -> Response:
    answer = RedirectResponse(address, SEE_OTHER)
    remember(answer, name=name)
    return answer
