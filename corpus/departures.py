"""Departures: what goes from the corpus when somebody withdraws consent, and what stays of the talk with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpus.documents import Document
from corpus.participants import Participant
from corpus.sayings import MARK, Sayings, gather_sayings
from corpus.segments import Role, Segment
from corpus.spans import Edit, SpanMap
from corpus.speakers import is_local


@dataclass(frozen=True, slots=True)
class Departure:
    """The documents that go whole, the turns that go, and the other texts as they change.

    `participant` is who leaves; None when texts go and nobody leaves. `changes` (by document) put a mark in the place
    of the person's turns in talk with others, and of the person's name in the words of others. `sayings` is what only
    this person said, to be found where others wrote it down.
    """

    participant: Participant | None
    documents: tuple[Document, ...]
    turns: tuple[Segment, ...]
    changes: Mapping[str, SpanMap]
    sayings: Sayings

    @property
    def code(self) -> str:
        """The code of whoever leaves; empty when nobody does."""
        return self.participant.code if self.participant else ""

    @property
    def document_ids(self) -> frozenset[str]:
        """The documents that go whole."""
        return frozenset(each.id for each in self.documents)

    @property
    def shared_turns(self) -> tuple[Segment, ...]:
        """The turns in talk with others: they become a mark."""
        return tuple(each for each in self.turns if each.document_id not in self.document_ids)


def plan_departure(
    participant: Participant,
    documents: Iterable[Document],
    segments: Iterable[Segment],
    *,
    names: Iterable[str] = (),
    asked: Iterable[str] = (),
) -> Departure:
    """What goes when this participant leaves; `names` are what the person is really called, `asked` the questions.

    Words of a question that somebody repeats stay the words of the question.

    A document in which no other respondent and no group speaks goes whole, the questions of the interviewer too.
    Labels of one file only ("R1") are no names.
    """
    talk: dict[str, list[Segment]] = defaultdict(list)
    for each in segments:
        talk[each.document_id].append(each)
    texts = {each.id: each for each in documents}
    turns = tuple(each for some in talk.values() for each in some if each.participant_id == participant.id)
    met = {each.document_id for each in turns}
    gone = {key for key in met if not any(_is_other(each, participant) for each in talk[key])}
    own = [texts[each.document_id].text[each.start : each.end] for each in turns]
    called = (*names, *(each for each in participant.labels if "#" not in each and not is_local(each)))
    sayings = gather_sayings(
        own,
        others=(*asked, *_rest(texts, talk, participant, gone)),
        names=[each for each in called if each != participant.code],
    )
    stay = {key: each for key, each in texts.items() if key not in gone}
    changes = {key: _change(each.text, talk[key], participant, sayings.only_names()) for key, each in stay.items()}
    return Departure(
        participant,
        tuple(each for each in texts.values() if each.id in gone),
        turns,
        {key: each for key, each in changes.items() if each.edits},
        sayings,
    )


def plan_removal(documents: Iterable[Document], segments: Collection[Segment]) -> Departure:
    """What goes when every text goes in which people speak: the documents whole; nobody leaves."""
    spoken = {each.document_id for each in segments if each.role is not Role.NONE}
    gone = tuple(each for each in documents if each.id in spoken)
    turns = tuple(each for each in segments if each.document_id in spoken)
    return Departure(None, gone, turns, {}, Sayings())


def _is_other(segment: Segment, participant: Participant) -> bool:
    return segment.role in {Role.RESPONDENT, Role.GROUP} and segment.participant_id != participant.id


def _rest(
    texts: Mapping[str, Document], talk: Mapping[str, list[Segment]], participant: Participant, gone: set[str]
) -> Iterable[str]:
    """What stays in the study: the turns of others, and texts without turns."""
    for key, document in texts.items():
        if key in gone:
            continue
        if not talk[key]:
            yield document.text
        yield from (document.text[each.start : each.end] for each in talk[key] if each.participant_id != participant.id)


def _change(text: str, talk: Iterable[Segment], participant: Participant, names: Sayings) -> SpanMap:
    own = sorted(
        {(each.start, each.end) for each in talk if each.participant_id == participant.id and each.end > each.start}
    )
    named = (place for place in (names.places(text) if names else ()) if not any(_overlap(place, each) for each in own))
    return SpanMap(Edit(*place, MARK) for place in (*own, *named))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
