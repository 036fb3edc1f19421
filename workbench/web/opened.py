"""An opened document: what the reading page needs of it, read without the rest of the study."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from coding.codebook import Code, CodeGroup, in_tree_order
from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from corpus.guides import Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.store import Store
from workbench.actions.sight import sight_of
from workbench.looker import current_looker
from workbench.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a code or label, the label beside a code, the perspective."""

    name: str
    beside: str = ""
    perspective: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with what belongs to it."""

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

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Whose words are in it, in the order in which they speak."""
        here = dict.fromkeys(each.participant_id for each in self.segments if each.participant_id in self.people)
        return tuple(self.people[each] for each in here if each)

    @property
    def voices(self) -> tuple[tuple[str, int], ...]:
        """Everybody who speaks, with the number of turns, in order."""
        names = Counter(self.speaker(each).name for each in self.segments)
        return tuple((name, number) for name, number in names.items() if name)

    def speaker(self, segment: Segment) -> Speaker:
        """Who speaks in a turn."""
        person = self.people.get(segment.participant_id or "")
        if person is None:
            return Speaker(segment.speaker or "")
        beside = segment.speaker if segment.speaker and segment.speaker != person.code else ""
        return Speaker(person.code, beside, person.perspective)

    def contents(self) -> tuple[tuple[Segment, Question], ...]:
        """Where a question begins to be answered, with the question; in a community at posts that begin a thread."""
        found, now = [], None
        is_tree = self.document.kind is DocumentKind.COMMUNITY
        for each in (each for each in self.segments if not (is_tree and each.reply_to)):
            question = self.questions.get(each.question_id or "")
            if question and question.id != now:
                found.append((each, question))
            now = question.id if question else now
        return tuple(found)


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
            codings=sight_of(store, by=current_looker()).see(store.find(Coding, document_id=document_id)),
            codes=in_tree_order(groups, codes),
            groups=groups,
            people={each.id: each for each in participants},
            questions={each.id: each for each in questions},
        )


def _in_order(store: Store, document_id: str) -> tuple[Segment, ...]:
    return tuple(sorted(store.find(Segment, document_id=document_id), key=lambda each: (each.start, each.ordinal)))
