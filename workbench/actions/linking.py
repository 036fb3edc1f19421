"""Linking questions: which question of its topic list each turn of an interviewer puts, proposed and confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.asked import guides_of
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.put_questions import put_questions, relink_questions
from corpus.question_links import LEAST, Proposal, propose_links
from corpus.segments import Role, Segment
from study.folder import Study
from workbench.actions.relinking import Relinked, store_links
from workbench.errors import NoQuestionsFor


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn of an interviewer with the question (id) it puts now, and the one that is proposed for it."""

    segment: Segment
    text: str
    put: str | None
    proposal: Proposal | None

    @property
    def is_open(self) -> bool:
        """Whether there is a proposal that is not how it stands."""
        return self.proposal is not None and self.proposal.question_id != self.put


@dataclass(frozen=True, slots=True)
class Talk:
    """A document with the questions of its topic list and the turns that may put them."""

    document: Document
    questions: tuple[Question, ...]
    turns: tuple[Asked, ...]

    @property
    def linked(self) -> int:
        """How many turns put a question, as it stands."""
        return sum(each.put is not None for each in self.turns)

    @property
    def open(self) -> tuple[Asked, ...]:
        """The turns with a proposal to look at."""
        return tuple(each for each in self.turns if each.is_open)


def talks(study: Study, *, guide: str | None = None, document: str | None = None) -> tuple[Talk, ...]:
    """The documents that were made with a topic list (key), all or the one with this id, with what is proposed."""
    with study.reading() as store:
        return talks_in(*store.records(Guide, Question, Document, Segment), guide=guide, document=document)


def talks_in(
    guides: Sequence[Guide],
    questions: Sequence[Question],
    documents: Iterable[Document],
    segments: Iterable[Segment],
    *,
    guide: str | None = None,
    document: str | None = None,
    least: float = LEAST,
) -> tuple[Talk, ...]:
    """The same of records that are at hand."""
    wanted = {each.id for each in guides if guide is None or each.key == guide}
    spoken = _by_document(segments)
    found = []
    for each in documents:
        used = guides_of(each, guides)
        if used & wanted and each.id in spoken and document in (None, each.id):
            own = tuple(question for question in questions if question.guide_id in used)
            found.append(Talk(each, own, _turns(each, spoken[each.id], own, least)))
    return tuple(found)


def _by_document(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    found: dict[str, list[Segment]] = {}
    for each in segments:
        found.setdefault(each.document_id, []).append(each)
    return found


def _turns(
    document: Document, segments: Sequence[Segment], questions: Sequence[Question], least: float
) -> tuple[Asked, ...]:
    put = put_questions(segments, document.kind)
    proposals = {each.segment_id: each for each in propose_links(segments, document.text, questions, least=least)}
    return tuple(
        Asked(each, document.text[each.start : each.end], put.get(each.id), proposals.get(each.id))
        for each in segments
        if each.role is Role.INTERVIEWER or each.id in put
    )


def link_turns(study: Study, chosen: Mapping[str, str | None], *, by: str) -> Relinked:
    """Let these turns (id) put these questions (id; None: they put none), and the answers after them follow.

    Raises `NoQuestionsFor` when a question is not of the topic list of its document.
    """
    with study.store(by=by) as store:
        guides, questions, documents, segments = store.records(Guide, Question, Document, Segment)
        spoken = _by_document(segments)
        changes: list[tuple[Segment, Segment]] = []
        for document in documents:
            own = {each.id: chosen[each.id] for each in spoken.get(document.id, ()) if each.id in chosen}
            if own:
                _check(document, own, guides, questions)
                changes += _changes(spoken[document.id], document, own)
        return store_links(store, changes)


def _changes(
    segments: Sequence[Segment], document: Document, chosen: Mapping[str, str | None]
) -> list[tuple[Segment, Segment]]:
    before = {each.id: each for each in segments}
    return [(before[each.id], each) for each in relink_questions(segments, document.kind, chosen)]


def _check(
    document: Document, chosen: Mapping[str, str | None], guides: Sequence[Guide], questions: Sequence[Question]
) -> None:
    used = guides_of(document, guides)
    known = {each.id for each in questions if each.guide_id in used}
    if any(each is not None and each not in known for each in chosen.values()):
        raise NoQuestionsFor(document=document.title)


def link_proposed(study: Study, *, guide: str | None = None, least: float = LEAST, by: str) -> Relinked:
    """Confirm every proposal with this score or more at once, where nothing is linked yet."""
    found = talks(study, guide=guide)
    return link_turns(study, sure_links(found, least=least), by=by)


def sure_links(found: Iterable[Talk], *, least: float) -> dict[str, str | None]:
    """The question for every turn with a proposal of this score or more that puts none yet."""
    return {
        each.segment.id: each.proposal.question_id
        for talk in found
        for each in talk.turns
        if each.put is None and each.proposal is not None and each.proposal.score >= least
    }
