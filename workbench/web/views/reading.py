"""The reading page: one document, turn by turn, with its codings, and the form that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code, CodeGroup, in_tree_order
from coding.codings import Coding, StatementKind, Valence
from corpus.documents import Document
from corpus.guides import Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.config import ACROSS_PHASES, Phase
from study.store import Store
from workbench.actions.codings import ACTOR_GROUP, Place, add_coding
from workbench.actions.undoing import remove_coding
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import NothingSelected
from workbench.web.offsets import from_utf16
from workbench.web.pages import show
from workbench.web.spans import Mark, MarkedTurn, make_marks, mark_turns
from workbench.web.views.colours import UNKNOWN, code_classes, perspective_class
from workbench.web.visitors import Visitor, VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
DEEPEST_REPLY = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with what belongs to it, read without the rest of the study."""

    document: Document
    instrument: Instrument | None
    segments: tuple[Segment, ...]
    codings: tuple[Coding, ...]
    codes: tuple[Code, ...]
    groups: tuple[CodeGroup, ...]
    people: dict[str, Participant]
    questions: dict[str, Question]

    @property
    def coders(self) -> tuple[str, ...]:
        """Who coded it."""
        return tuple(sorted({each.coder for each in self.codings}))


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the reader is among the marks: the number of the one looked at, and the ones before and after it."""

    number: int
    total: int
    before: Mark | None
    after: Mark | None


@router.get("/documenten/{document_id}")
def read_document(
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    document_id: str,
    passage: str = "",
    codeur: str = "",
) -> Response:
    """The document, with one passage pointed at when it is asked for."""
    opened = open_document(desk, document_id)
    shown = [each for each in opened.codings if not codeur or each.coder == codeur or each.id == passage]
    marks = make_marks(shown)
    turns = mark_turns(opened.document.text, opened.segments, marks)
    target = next((each for each in marks if passage in each.ids), None)
    return show(
        request,
        "reading.html",
        opened=opened,
        turns=turns,
        target=target,
        own=own_coding(target, visitor, desk),
        walk=walk_marks(marks, passage),
        coder=codeur,
        depths=reply_depths(opened.segments),
        ordinals={each.id: each.ordinal for each in opened.segments},
        speakers={each.id: _speaker(each, opened) for each in opened.segments},
        new_questions=new_questions(turns),
        names={each.key: each.name for each in opened.codes},
        classes=code_classes(desk),
        unknown=UNKNOWN,
        people_marks={each.key: perspective_class(place) for place, each in enumerate(desk.settings.perspectives)},
        phases=_phases(desk),
        **_choices(opened),
    )


@router.post("/documenten/{document_id}/coderingen")
def code_words(
    *,
    desk: DeskOf,
    visitor: VisitorOf,
    document_id: str,
    begin: Annotated[str, Form()] = "",
    begin_op: Annotated[int, Form()] = -1,
    eind: Annotated[str, Form()] = "",
    eind_op: Annotated[int, Form()] = -1,
    code: Annotated[str, Form()] = "",
    fase: Annotated[str, Form()] = "",
    actor: Annotated[str, Form()] = "",
    waardering: Annotated[str, Form()] = "",
    soort: Annotated[str, Form()] = "",
    intensiteit: Annotated[str, Form()] = "",
    naam: Annotated[str, Form()] = "",
) -> Response:
    """Store a coding of the selected words; `begin_op` and `eind_op` count UTF-16 units in the text of their turns."""
    name = visitor.named(naam, known=desk.coders)
    with desk.study.reading() as store:
        document = store.get(Document, document_id)
        turns = {each.id: each for each in store.find(Segment, document_id=document_id)}
    if begin not in turns or eind not in turns or min(begin_op, eind_op) < 0:
        raise NothingSelected
    start, end = selected_span(document.text, turns[begin], begin_op, turns[eind], eind_op)
    facets = {"code": code, "phase": fase, "actor": actor, "valence": waardering, "kind": soort}
    given = {key: value or None for key, value in facets.items()}
    intensity = int(intensiteit) if intensiteit.isdecimal() else None
    coding = add_coding(desk.study, Place(document.id, start, end), by=name, intensity=intensity, **given)
    answer = RedirectResponse(f"/documenten/{document_id}?passage={coding.id}#c-{coding.id}", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.post("/documenten/{document_id}/coderingen/{coding_id}/weg")
def take_back(desk: DeskOf, visitor: VisitorOf, document_id: str, coding_id: str) -> Response:
    """Take back a coding of the visitor's own, and return to its place in the text."""
    coding = remove_coding(desk.study, coding_id, by=visitor.named(known=desk.coders))
    turns = open_document(desk, document_id).segments
    place = next((each.ordinal for each in turns if each.start <= coding.start < each.end), 0)
    return RedirectResponse(f"/documenten/{document_id}#t-{place}", SEE_OTHER)


def own_coding(target: Mark | None, visitor: Visitor, desk: Desk) -> str | None:
    """The coding (id) of the visitor's own among those that are pointed at."""
    if target is None or visitor.name is None:
        return None
    name = visitor.named(known=desk.coders)
    return next((each.id for each in target.codings if each.coder == name), None)


def selected_span(text: str, first: Segment, first_units: int, last: Segment, last_units: int) -> tuple[int, int]:
    """The code points that were selected, without white space around them; raises `NothingSelected`."""
    start = first.start + from_utf16(text[first.start : first.end], first_units)
    end = last.start + from_utf16(text[last.start : last.end], last_units)
    start, end = min(start, end), max(start, end)
    chosen = text[start:end]
    if not chosen.strip():
        raise NothingSelected
    return start + len(chosen) - len(chosen.lstrip()), end - (len(chosen) - len(chosen.rstrip()))


def open_document(desk: Desk, document_id: str) -> Opened:
    """The document and what belongs to it; raises `NotFound`."""
    with desk.study.reading() as store:
        document = store.get(Document, document_id)
        codes, groups, participants, questions, instruments = store.records(
            Code, CodeGroup, Participant, Question, Instrument
        )
        return Opened(
            document=document,
            instrument=next((each for each in instruments if each.id == document.instrument_id), None),
            segments=_in_order(store, document_id),
            codings=store.find(Coding, document_id=document_id),
            codes=in_tree_order(groups, codes),
            groups=groups,
            people={each.id: each for each in participants},
            questions={each.id: each for each in questions},
        )


def _in_order(store: Store, document_id: str) -> tuple[Segment, ...]:
    return tuple(sorted(store.find(Segment, document_id=document_id), key=lambda each: (each.start, each.ordinal)))


def walk_marks(marks: Sequence[Mark], passage: str) -> Walk:
    """Which mark is looked at, and its neighbours; before the first one when none is."""
    place = next((number for number, each in enumerate(marks) if passage in each.ids), None)
    if place is None:
        return Walk(0, len(marks), None, marks[0] if marks else None)
    after = marks[place + 1] if place + 1 < len(marks) else None
    return Walk(place + 1, len(marks), marks[place - 1] if place else None, after)


def reply_depths(segments: Sequence[Segment]) -> dict[str, int]:
    """How deep each post hangs in its thread, at most so deep that it stays readable."""
    depths: dict[str, int] = {}
    for each in segments:
        depths[each.id] = min(depths[each.reply_to] + 1, DEEPEST_REPLY) if each.reply_to in depths else 0
    return depths


def new_questions(turns: Sequence[MarkedTurn]) -> dict[str, str]:
    """The question (id) that begins to be answered at a turn (id)."""
    found, now = {}, None
    for each in turns:
        asked = each.segment.question_id
        if asked and asked != now:
            found[each.segment.id] = asked
        now = asked or now
    return found


def _speaker(segment: Segment, opened: Opened) -> tuple[str, str, str]:
    """The code or label of who speaks, the label beside a code, and the perspective."""
    person = opened.people.get(segment.participant_id or "")
    if person is None:
        return segment.speaker or "", "", ""
    beside = segment.speaker if segment.speaker and segment.speaker != person.code else ""
    return person.code, beside, person.perspective


def _choices(opened: Opened) -> dict[str, Any]:
    """What the form offers."""
    labels = {each.key: each.label for each in opened.groups}
    groups: dict[str, list[Code]] = {}
    for each in opened.codes:
        groups.setdefault(each.group, []).append(each)
    return {
        "code_groups": [(labels.get(key, key), codes) for key, codes in groups.items() if key != ACTOR_GROUP],
        "actors": groups.get(ACTOR_GROUP, []),
        "valences": tuple(Valence),
        "kinds": tuple(StatementKind),
    }


def _phases(desk: Desk) -> tuple[Phase, ...]:
    return (*desk.settings.phases, desk.settings.phase(ACROSS_PHASES))
