"""Who spoke: every label of every document, whom it stands for and why, to set right in one go and to undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from corpus.documents import Document
from corpus.participants import Participant
from corpus.segments import Segment
from corpus.speakers import LinkRule, fold_label, is_local
from study.errors import StudyError
from study.messages import N_
from workbench.actions.relinking import take_back
from workbench.actions.speaking import (
    Assignment,
    LabelState,
    SpokenLabel,
    Stands,
    assign_labels,
    labels_in,
    with_known_names,
)
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import FieldMissing
from workbench.web.forms import FormOf, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.undo import Undo, UndoOf
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
HERE = "/deelnemers/koppelen"
A_PAGE = 40
OPEN = (LabelState.UNKNOWN, LabelState.AMBIGUOUS)
PERSON, NEW = "p:", "new:"
STATES = {
    LabelState.UNKNOWN: N_("not known"),
    LabelState.AMBIGUOUS: N_("not clear"),
    LabelState.PARTICIPANT: N_("respondent"),
    LabelState.GROUP: N_("group voice"),
    LabelState.UNCOUNTED: N_("speaks, is not counted"),
    LabelState.INTERVIEWER: N_("interviewer"),
}
RULES = {
    LinkRule.FILE: N_("by hand, in this document"),
    LinkRule.CODE: N_("by the code"),
    LinkRule.LABEL: N_("by the name"),
    LinkRule.NAME: N_("by the name in another form"),
    LinkRule.INITIALS: N_("by the initials"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which labels are shown: those that wait for a person, or all, of one document or of all."""

    every: bool
    document: str
    number: int


@router.get(HERE)
def show_labels(
    request: Request,
    desk: DeskOf,
    undo: UndoOf,
    alle: str = "",
    document: str = "",
    bladzijde: int = 1,
    gedaan: str = "",
) -> Response:
    """The labels, those that wait for a person first."""
    return _page(request, desk, undo, Wanted(bool(alle or document), document, bladzijde), gedaan)


def _page(
    request: Request, desk: Desk, undo: Undo, wanted: Wanted, gedaan: str = "", problem: StudyError | None = None
) -> Response:
    labels = labels_of(desk)
    fitting = [each for each in labels if (wanted.every or _waits(each)) and wanted.document in ("", each.document.id)]
    pages = max(1, -(-len(fitting) // A_PAGE))
    number = min(max(wanted.number, 1), pages)
    done = undo.find(gedaan) if gedaan else None
    return show(
        request,
        "speakers.html",
        status=status_of(problem) if problem else 200,
        wanted=wanted,
        rows=fitting[(number - 1) * A_PAGE : number * A_PAGE],
        number=number,
        pages=pages,
        total=len(labels),
        waiting=waiting(labels),
        elsewhere=_elsewhere(labels),
        fold=fold_label,
        documents=list(dict.fromkeys(each.document for each in labels)),
        participants=_by_perspective(desk),
        perspectives=desk.settings.perspectives,
        stands=Stands,
        states=STATES,
        rules=RULES,
        gedaan=gedaan if done else "",
        turns=done.turns if done else 0,
        sentence=str(problem) if problem else "",
    )


def labels_of(desk: Desk) -> tuple[SpokenLabel, ...]:
    """The labels of all documents."""
    people = desk.records(Participant)
    named = with_known_names(desk.study, people)
    names = sum(len(each.labels) for each in named)
    return desk.kept(
        f"labels with {names} names",
        (Document, Segment, Participant),
        lambda: labels_in(desk.records(Document), desk.records(Segment), people, named),
    )


def waiting(labels: Sequence[SpokenLabel]) -> int:
    """How many labels wait for a person."""
    return sum(map(_waits, labels))


def _waits(label: SpokenLabel) -> bool:
    return label.state in OPEN


def _elsewhere(labels: Sequence[SpokenLabel]) -> dict[str, int]:
    """In how many documents each label stands; not for those that every file uses again for somebody else."""
    found: dict[str, int] = {}
    for each in labels:
        if each.label is not None and not is_local(each.label):
            found[fold_label(each.label)] = found.get(fold_label(each.label), 0) + 1
    return found


def _by_perspective(desk: Desk) -> list[tuple[str, list[Participant]]]:
    groups = [
        (each.label, [one for one in desk.records(Participant) if one.perspective == each.key])
        for each in desk.settings.perspectives
    ]
    return [(label, people) for label, people in groups if people]


@router.post(HERE)
def assign(request: Request, desk: DeskOf, visitor: VisitorOf, undo: UndoOf, form: FormOf) -> Response:
    """Let labels stand for whom was chosen, or take that back."""
    values = texts_in(form)
    name, wanted = visitor.named(values.get("naam")), Wanted(bool(values.get("alle")), values.get("document", ""), 1)
    try:
        if "teken" in values:
            take_back(desk.study, undo.take(values["teken"]), by=name)
            return _back(wanted, "", name)
        done = assign_labels(desk.study, assignments_in(values), by=name)
    except StudyError as problem:
        return _page(request, desk, undo, wanted, problem=problem)
    return _back(wanted, undo.keep(done) if done.turns else "", name)


def assignments_in(values: Mapping[str, str]) -> list[Assignment]:
    """What was chosen, row by row; a row that stays as it is says nothing."""
    rows = [name.removeprefix("staat-") for name, chosen in values.items() if name.startswith("staat-") and chosen]
    return [_assignment(values, row) for row in rows]


def _assignment(values: Mapping[str, str], row: str) -> Assignment:
    chosen = values[f"staat-{row}"]
    label = values.get(f"label-{row}") or None
    document = None if values.get(f"overal-{row}") else values.get(f"document-{row}")
    if chosen.startswith(PERSON):
        return Assignment(label, code=chosen.removeprefix(PERSON), document_id=document)
    if chosen.startswith(NEW):
        return Assignment(label, perspective=chosen.removeprefix(NEW), document_id=document)
    if chosen not in set(Stands):
        raise FieldMissing(field=f"staat-{row}")
    return Assignment(label, stands=Stands(chosen), document_id=document)


def _back(wanted: Wanted, mark: str, name: str) -> Response:
    asked = {"alle": "1" if wanted.every else "", "document": wanted.document, "gedaan": mark}
    answer = RedirectResponse(f"{HERE}?{urlencode({word: value for word, value in asked.items() if value})}", SEE_OTHER)
    remember(answer, name=name)
    return answer
