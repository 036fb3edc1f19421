"""Suggesting: codes for turns without one, by the coded turns that are most like them; a person decides on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.disagreements import turns_of
from coding.suggestions import Suggestion, propose_codes
from corpus.documents import Document
from corpus.nearest import Meanings, learn_meanings
from corpus.segments import Segment
from study.folder import Study
from study.ids import new_id
from study.store import Store
from workbench.actions.sight import sight_of
from workbench.errors import TooFewExamples

SUGGEST = "suggest codes"
"""What the journal calls making suggestions."""
METHOD = "buren"
FEWEST = 20
"""With fewer coded turns in the study there is nothing to go by."""


def suggest_codes(study: Study, document_id: str, *, by: str, meanings: Meanings | None = None) -> int:
    """Propose codes for the turns of a document in which this person coded nothing; returns how many there are now.

    Undecided proposals of before are made anew; what was rejected is not proposed again. Raises `NotFound`, and
    `TooFewExamples` when too little is coded that this person may see.
    """
    meanings = meanings or _learn(study)
    with study.store(by=by, what=SUGGEST) as store:
        store.get(Document, document_id)
        codings = sight_of(store, by=by).see(store.records(Coding)[0])
        coded = _coded_turns(meanings, codings, _offered(store))
        if len(coded) < FEWEST:
            raise TooFewExamples(number=FEWEST)
        own = _coded_turns(meanings, [each for each in codings if each.coder == by], None)
        here = [number for number, each in enumerate(meanings.segments) if each.document_id == document_id]
        wanted = [each for each in here if each not in own]
        there = store.find(Suggestion, document_id=document_id, method=METHOD)
        store.remove(*(each for each in there if each.accepted is None))
        decided = {(each.start, each.code) for each in there if each.accepted is not None}
        now = datetime.now(UTC)
        made = [
            Suggestion(new_id(), document_id, turn.start, turn.end, each.code, METHOD, each.score, now)
            for each in propose_codes(meanings.vectors, coded, wanted)
            if ((turn := meanings.segments[each.turn]).start, each.code) not in decided
        ]
        store.add(*made)
    return len(made)


def _learn(study: Study) -> Meanings:
    with study.reading() as store:
        documents, segments = store.records(Document, Segment)
    return learn_meanings(documents, segments)


def _offered(store: Store) -> frozenset[str]:
    """The codes that make passages and are not retired."""
    groups, codes = store.records(CodeGroup, Code)
    substantive = {each.key for each in groups if each.substantive}
    return frozenset(each.key for each in codes if each.group in substantive and not each.retired)


def _coded_turns(
    meanings: Meanings, codings: Iterable[Coding], offered: frozenset[str] | None
) -> Mapping[int, frozenset[str]]:
    """Which codes each turn (its place among the meanings) carries; only turns that carry one of those offered."""
    numbers = {each.id: number for number, each in enumerate(meanings.segments)}
    by_document: dict[str, list[Segment]] = {}
    for each in meanings.segments:
        by_document.setdefault(each.document_id, []).append(each)
    turns = turns_of(meanings.segments)
    found: dict[int, set[str]] = {}
    for coding in codings:
        here = turns.get(coding.document_id)
        if here is None or (offered is not None and coding.code not in offered):
            continue
        for place in here.touched(coding.start, coding.end):
            turn = by_document[coding.document_id][here.segments[place].ordinal]
            found.setdefault(numbers[turn.id], set()).add(coding.code or "")
    return {key: frozenset(some) for key, some in found.items()}
