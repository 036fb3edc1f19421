"""Leaving: everything of one participant out of an open store, room by room, with what that changes in the outputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import coding.privacy
import corpus.privacy
import synthesis.privacy
from coding.codings import Coding
from coding.framework import FrameworkSummary
from coding.memos import Memo
from coding.privacy import LYING
from corpus.departures import Departure, plan_departure
from corpus.documents import Document
from corpus.guides import Question
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.removals import Removal
from corpus.replacements import Replacement
from corpus.sayings import Sayings
from corpus.segments import Segment
from study.changes import Changes
from study.config import Settings
from study.holdings import reword
from study.ids import new_id
from study.messages import N_
from study.store import Store
from synthesis.evidence import Evidence
from synthesis.findings import Finding
from synthesis.logic import LogicLink
from synthesis.process import ProcessStep
from synthesis.topics import TopicFit
from synthesis.verdicts import Override
from workbench.actions.consequences import Consequence, standing_in
from workbench.actions.indexing import drop_documents
from workbench.actions.rewriting import carry_out, drop_codings, move_texts
from workbench.errors import UnknownParticipant
from workbench.outbox import Export
from workbench.privacy import REGISTER

COUNTED: Mapping[str, str] = {
    "documents": N_("documents, whole"),
    "turns": N_("turns"),
    "characters": N_("characters of text"),
    "other_texts": N_("other documents, in part"),
    "codings": N_("codings"),
    "memos": N_("memos"),
    "findings": N_("findings without a passage left"),
    "evidence": N_("stances on assumptions"),
    "steps": N_("process steps without a passage left"),
    "topic_models": N_("topic models (make them again)"),
    "wordings": N_("texts of your own with a quotation or name"),
    "journal": N_("lines of the journal with a quotation or name"),
}
"""What is counted, in words."""
TO_READ_AGAIN: Mapping[str, str] = {
    "Finding": N_("finding"),
    "ImprovementPoint": N_("improvement point"),
    "ProcessStep": N_("process step"),
    "Assumption": N_("assumption"),
    "Override": N_("verdict by hand"),
    "LogicLink": N_("link of the logic model"),
    "Code": N_("code"),
    "Memo": N_("memo"),
    "VotingSession": N_("voting session"),
    "Consultation": N_("consultation"),
}
"""The kinds of records that a person should read again when a quotation went from them, in words."""
_KINDS: Mapping[type, str] = {
    Document: "documents",
    Coding: "codings",
    Memo: "memos",
    Finding: "findings",
    Evidence: "evidence",
    ProcessStep: "steps",
    TopicFit: "topic_models",
}


@dataclass(frozen=True, slots=True)
class Left:
    """What leaving came to: how much went, what reads otherwise, what waits for a person, and what was sent before."""

    departure: Departure
    removal: Removal
    consequences: tuple[Consequence, ...]
    reworded: tuple[tuple[str, str], ...]
    lost_findings: tuple[str, ...]
    exports: tuple[Export, ...]


def find_leaver(store: Store, code: str) -> Participant:
    """The participant with this code; raises `UnknownParticipant`."""
    found = store.find(Participant, code=code)
    if not found:
        raise UnknownParticipant(code=code)
    return found[0]


def plan_leaving(store: Store, code: str, names: Mapping[str, Collection[str]]) -> Departure:
    """What goes when the participant with this code leaves; `names` are the known names by code.

    A name that somebody else has too stays, for it would be that person's. Raises `UnknownParticipant`.
    """
    leaver = find_leaver(store, code)
    documents, segments, people, questions = store.records(Document, Segment, Participant, Question)
    others = {name for each in people if each.code != code for name in (*each.labels, *names.get(each.code, ()))}
    own = [name for name in (*leaver.labels, *names.get(code, ())) if name not in others]
    return plan_departure(leaver, documents, segments, names=own, asked=[each.text for each in questions])


def take_out(store: Store, settings: Settings, departure: Departure) -> Left:
    """Carry the departure out in the open transaction; what is left to do outside the database is not done yet."""
    before = standing_in(store, settings)
    exports: tuple[Export, ...] = store.records(Export)[0]
    gone = remove(store, departure)
    move_texts(store, departure.changes)
    reworded = strike_everywhere(store, departure.sayings)
    in_journal = store.reword_journal(REGISTER, departure.sayings.strike)
    store.clear_journal({each.id for each in gone.removed})
    removal = Removal(
        new_id(),
        departure.code,
        datetime.now(UTC),
        store.by,
        _counts(departure, gone) | {"wordings": len(reworded), "journal": in_journal},
    )
    store.add(removal)
    return Left(
        departure,
        removal,
        before.towards(standing_in(store, settings)),
        tuple(_to_read_again(reworded)),
        tuple(each.key for each in gone.removed if isinstance(each, Finding)),
        tuple(each for each in exports if _quotes(each, gone)),
    )


def strike_everywhere(store: Store, sayings: Sayings) -> tuple[Any, ...]:
    """Take the quotations and names out of every free text of the team; returns the records as they became."""
    reworded: list[Any] = []
    for kind, holds in REGISTER.items():
        if holds.words:
            strike = synthesis.privacy.keep_reason(sayings.strike) if kind is Override else sayings.strike
            changes = reword(store.records(kind)[0], REGISTER, strike)
            carry_out(store, changes)
            reworded += changes.replaced
    return tuple(reworded)


def remove(store: Store, departure: Departure) -> Changes:
    """Take away what goes in every room, from the last room to the first; returns all that went or changed.

    The texts that stay do not change yet.
    """
    drop_documents(store, departure.document_ids | departure.changes.keys())
    documents, segments, replacements, reports, codings, memos, evidence, fits = store.records(
        *(Document, Segment, Replacement, LossReport, Coding, Memo, Evidence, TopicFit)
    )
    coded = coding.privacy.forget(departure, documents, codings)
    beside = _beside_codings(store, departure, documents)
    resting = drop_codings(store, [each.id for each in coded.removed])
    left = [each for each in evidence if each not in resting.removed]
    own = corpus.privacy.forget(departure, segments, replacements, reports)
    about = {each.id for each in (*own.removed, *departure.turns)}
    changes = (
        synthesis.privacy.forget_segments({each.id for each in departure.turns}, fits)
        + synthesis.privacy.forget_documents(departure.document_ids, left)
        + coding.privacy.forget_memos(about, [each for each in memos if each not in resting.removed])
        + coded
        + beside
        + own
    )
    carry_out(store, changes)
    return resting + changes


def _beside_codings(store: Store, departure: Departure, documents: Iterable[Document]) -> Changes:
    """What else of the coding goes: proposals, units of rounds, decisions and summaries."""
    changes = Changes()
    if departure.participant:
        changes += coding.privacy.forget_summaries(departure.participant.id, store.records(FrameworkSummary)[0])
    for kind in LYING:
        if kind is not Coding:
            changes += coding.privacy.forget(departure, documents, store.records(kind)[0])
    return changes


def _counts(departure: Departure, gone: Changes) -> dict[str, int]:
    """How much went, by the names of `COUNTED`; the removed participant itself is not counted."""
    by_kind = Counter(_KINDS[type(each)] for each in gone.removed if type(each) in _KINDS)
    return {
        **{name: by_kind[name] for name in COUNTED},
        "turns": len(departure.turns),
        "characters": sum(each.end - each.start for each in departure.turns),
        "other_texts": len(departure.changes),
    }


def _to_read_again(records: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The kind of each record that a person words, and what that person calls it (nothing for what has no key)."""
    for each in records:
        kind = type(each).__name__
        if kind in TO_READ_AGAIN:
            yield kind, _called(each)


def _called(record: Any) -> str:
    """What a person calls a record: its key, or what it lies between or is about."""
    if isinstance(record, LogicLink):
        return f"{record.source} → {record.target}"
    return record.assumption if isinstance(record, Override) else str(getattr(record, "key", ""))


def _quotes(export: Export, gone: Changes) -> bool:
    codings: Iterable[str] = (each.id for each in gone.removed if isinstance(each, Coding))
    return not frozenset(codings).isdisjoint(export.quotes.values())
