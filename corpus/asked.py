"""Who was asked about what: the respondents that a count is held against (synthesis.md 3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment
from study.config import ACROSS_PHASES, Phase

if TYPE_CHECKING:
    import pandas as pd

BY_QUESTION = "vraag"
UNPROMPTED = "spontaan"
NO_GUIDE = "geen_topiclijst"
ASKED_COLUMNS = ("perspective", "phase", "participant_id", "instrument_id", "prompted", "via", "code")
COVERED_COLUMNS = ("perspective", "phase", "code", "instrument_id", "guide_id", "prompted")

_Place = tuple[str, str | None]  # a participant in an instrument
_Row = tuple[str, str, str, str | None, bool, str, str]


def asked(
    instruments: Iterable[Instrument],
    guides: Iterable[Guide],
    questions: Iterable[Question],
    documents: Iterable[Document],
    segments: Iterable[Segment],
    participants: Iterable[Participant],
    *,
    phases: Iterable[Phase | str] = (),
) -> pd.DataFrame:
    """A row per respondent, instrument, phase and code for which the respondent counts as asked: E(perspective, phase).

    Columns `ASKED_COLUMNS`; `code` is "" where no particular topic is meant, `phase` is "" for a question that covers
    codes only. `via` says on what ground: "vraag" (a question or prompt covering the phase was put to the person),
    "spontaan" (no guide used with the perspective covers it), "geen_topiclijst" (the instrument has no guide). E is
    the number of distinct `participant_id`; interviewers and group voices are never in it. `phases` names the
    phases of the study, so that those no guide covers get rows too; across phases ("x") always does.
    """
    register = _register(instruments, guides, questions, documents, segments, participants)
    keys = _phase_keys(phases, register)
    rows = {*_rows_by_question(register), *_rows_without_question(register, keys)}
    return _frame(_one_a_place(rows), ASKED_COLUMNS, register)


def covered(
    instruments: Iterable[Instrument],
    guides: Iterable[Guide],
    questions: Iterable[Question],
    documents: Iterable[Document],
    segments: Iterable[Segment],
    participants: Iterable[Participant],
) -> pd.DataFrame:
    """A row per perspective, phase and code that a guide used with the perspective covers, asked or not.

    Columns `COVERED_COLUMNS`. With `asked` it tells "asked, but nobody is left" from "never asked".
    """
    register = _register(instruments, guides, questions, documents, segments, participants)
    rows = {
        (perspective, phase, code, register.guides[guide].instrument_id, guide, question.prompted)
        for perspective, used in register.guides_used.items()
        for guide in used & register.guides.keys()
        for question in register.questions_in.get(guide, ())
        for phase, code in _topics(question)
    }
    return _frame(rows, COVERED_COLUMNS, register)


@dataclass(slots=True)
class _Register:
    """Who took part in what: places of talk and of posts with the guides used there, and the prompts answered."""

    people: dict[str, Participant]
    instruments: dict[str, Instrument]
    guides: dict[str, Guide]
    questions: dict[str, Question]
    questions_in: dict[str, list[Question]] = field(default_factory=dict)
    talked_at: dict[_Place, set[str]] = field(default_factory=dict)
    posted_at: dict[_Place, set[str]] = field(default_factory=dict)
    answers: set[tuple[str, str | None, str]] = field(default_factory=set)
    guides_used: dict[str, set[str]] = field(default_factory=dict)

    def places(self) -> Iterator[tuple[_Place, set[str]]]:
        """Every participant in every instrument, with the guides that were used there."""
        for place in dict.fromkeys([*self.talked_at, *self.posted_at]):
            yield place, self.talked_at.get(place, set()) | self.posted_at.get(place, set())


def _register(
    instruments: Iterable[Instrument],
    guides: Iterable[Guide],
    questions: Iterable[Question],
    documents: Iterable[Document],
    segments: Iterable[Segment],
    participants: Iterable[Participant],
) -> _Register:
    register = _Register(
        people={each.id: each for each in participants},
        instruments={each.id: each for each in instruments},
        guides={each.id: each for each in guides},
        questions={each.id: each for each in questions},
    )
    for question in register.questions.values():
        register.questions_in.setdefault(question.guide_id, []).append(question)
    _place_people(register, {each.id: each for each in documents}, segments)
    _note_prompts(register)
    _note_guides(register)
    return register


def _place_people(register: _Register, documents: Mapping[str, Document], segments: Iterable[Segment]) -> None:
    """Who speaks in which instrument, under which guide, in answer to which prompt."""
    spoken = {
        (each.participant_id, each.document_id, each.question_id)
        for each in segments
        if each.role == Role.RESPONDENT and each.participant_id in register.people and each.document_id in documents
    }
    used = {each: guides_of(documents[each], register.guides.values()) for _, each, _ in spoken}
    for person, document_id, question_id in spoken:
        document = documents[document_id]
        posted = _is_community(document, register)
        place = (str(person), document.instrument_id)
        places = register.posted_at if posted else register.talked_at
        places.setdefault(place, set()).update(used[document_id])
        if posted and question_id in register.questions:
            register.answers.add((*place, question_id))


def _is_community(document: Document, register: _Register) -> bool:
    """Whether posts decide who was asked."""
    instrument = register.instruments.get(document.instrument_id or "")
    kind = instrument.kind if instrument else None
    return document.kind == DocumentKind.COMMUNITY or kind == InstrumentKind.COMMUNITY


def guides_of(document: Document, guides: Iterable[Guide]) -> set[str]:
    """The guide (id) a document was made with: its own, or the only one its instrument has."""
    if document.guide_id is not None:
        return {document.guide_id}
    own = {each.id for each in guides if each.instrument_id == document.instrument_id}
    return own if len(own) == 1 else set()


def _note_prompts(register: _Register) -> None:
    """Where posts answer prompts of a guide, that guide was used with everybody who posted there."""
    linked: dict[str | None, set[str]] = {}
    for _, instrument, question in register.answers:
        linked.setdefault(instrument, set()).add(register.questions[question].guide_id)
    for (_, instrument), at in register.posted_at.items():
        at.update(linked.get(instrument, ()))


def _note_guides(register: _Register) -> None:
    """Which guides were used with a perspective, also where nobody of it is left."""
    for (person, _), at in register.places():
        register.guides_used.setdefault(register.people[person].perspective, set()).update(at)
    for guide in register.guides.values():
        known = register.instruments.get(guide.instrument_id)
        if known is not None and known.perspective is not None:
            register.guides_used.setdefault(known.perspective, set()).add(guide.id)


def _phase_keys(phases: Iterable[Phase | str], register: _Register) -> tuple[str, ...]:
    given = [each if isinstance(each, str) else each.key for each in phases]
    covering = sorted({phase for each in register.questions.values() for phase in each.phases})
    return tuple(dict.fromkeys([*given, *covering, ACROSS_PHASES]))


def _topics(question: Question) -> list[tuple[str, str]]:
    """The phases and codes that a question covers: each phase as such, and with each code."""
    return [(phase, code) for phase in question.phases or ("",) for code in ("", *question.codes) if phase or code]


def _rows_by_question(register: _Register) -> Iterator[_Row]:
    """Asked in so many words: a guide's questions to all it was used with, a prompt to those who post under it."""
    for (person, instrument), at in register.talked_at.items():
        put = [each for guide in at for each in register.questions_in.get(guide, ())]
        yield from _rows_of(person, instrument, put, register)
    for person, instrument, question in register.answers:
        yield from _rows_of(person, instrument, [register.questions[question]], register)


def _rows_of(person: str, instrument: str | None, questions: Sequence[Question], register: _Register) -> Iterator[_Row]:
    perspective = register.people[person].perspective
    for question in questions:
        for phase, code in _topics(question):
            yield (perspective, phase, person, instrument, question.prompted, BY_QUESTION, code)


def _rows_without_question(register: _Register, phases: Sequence[str]) -> Iterator[_Row]:
    """Eligible all the same: everybody, where no guide of the perspective covers the phase or none is known."""
    covered_for = {each: _phases_covered(register, each) for each in register.guides_used}
    for (person, instrument), at in register.places():
        perspective = register.people[person].perspective
        for phase in phases:
            if not at or phase not in covered_for[perspective]:
                yield (perspective, phase, person, instrument, False, UNPROMPTED if at else NO_GUIDE, "")


def _phases_covered(register: _Register, perspective: str) -> set[str]:
    used = register.guides_used.get(perspective, ())
    return {phase for guide in used for each in register.questions_in.get(guide, ()) for phase in each.phases}


def _one_a_place(rows: Iterable[_Row]) -> list[_Row]:
    """One row per respondent, instrument, phase and code: prompted when any of the questions prompts."""
    merged: dict[tuple[object, ...], _Row] = {}
    for row in rows:
        key = (*row[:4], *row[5:])
        merged[key] = row if row[4] or key not in merged else merged[key]
    return list(merged.values())


def _frame(rows: Iterable[tuple[object, ...]], columns: Sequence[str], register: _Register) -> pd.DataFrame:
    """The rows as a table, sorted by what they say and never by an id that differs from study to study."""
    import pandas as pd

    def by_content(row: tuple[object, ...]) -> tuple[str, ...]:
        return tuple(_content(column, value, register) for column, value in zip(columns, row, strict=True))

    ordered = sorted(rows, key=by_content)
    values = zip(*ordered, strict=True) if ordered else ([] for _ in columns)
    kinds = {column: bool if column == "prompted" else object for column in columns}
    table = {column: pd.Series(list(each), dtype=kinds[column]) for column, each in zip(columns, values, strict=True)}
    return pd.DataFrame(table)


def _content(column: str, value: object, register: _Register) -> str:
    if column == "participant_id":
        return register.people[str(value)].code
    if column == "instrument_id":
        known = register.instruments.get(str(value))
        return known.key if known else ""
    return register.guides[str(value)].key if column == "guide_id" else str(value)
