"""Privacy in synthesis: what its records hold of people, and the same records when passages or words go."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from corpus.privacy import ID, KEY, NUMBER, RESEARCHER, SETTING
from study.changes import Changes, changed
from study.holdings import Holds, Register, Reword
from study.messages import translate
from synthesis.evidence import Evidence, LiteratureSearch
from synthesis.findings import Finding
from synthesis.goals import Goal
from synthesis.improvements import ImprovementPoint
from synthesis.logic import LogicElement, LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption, TheoryLink, TheoryNode
from synthesis.topics import Topic, TopicFit
from synthesis.verdicts import SHORTEST_REASON, Override

HOLDS: Register = {
    Finding: Holds(
        words=("label", "wording", "history"),
        rests_on=("passages", "contra"),
        nobody={"id": ID, "editor": RESEARCHER} | dict.fromkeys(("key", "perspective", "phase", "topic", "actor"), KEY),
    ),
    Assumption: Holds(
        words=("statement", "elements", "rivals"),
        rests_on=("reconstructed_from",),
        nobody={"id": ID, "key": KEY, "ordinal": NUMBER},
    ),
    TheoryNode: Holds(words=("label",), nobody={"id": ID, "key": KEY, "ordinal": NUMBER}),
    TheoryLink: Holds(nobody={"id": ID, "source": KEY, "target": KEY, "assumption": KEY}),
    Evidence: Holds(
        rests_on=("coding_id", "document_id"),
        nobody={"id": ID, "assumption": KEY, "study": KEY, "page": NUMBER},
    ),
    LiteratureSearch: Holds(words=("query",), nobody={"id": ID, "assumptions": KEY, "hits": NUMBER, "read": NUMBER}),
    Override: Holds(
        words=("reason",),
        nobody={"id": ID, "assumption": KEY, "column": KEY, "by": RESEARCHER, "inputs_hash": SETTING},
    ),
    ImprovementPoint: Holds(
        words=("title", "explanation", "principles"),
        rests_on=("findings",),
        nobody={"id": ID, "key": KEY, "ordinal": NUMBER},
    ),
    TopicFit: Holds(
        words=("topics",),
        rests_on=("members",),
        nobody={"id": ID, "seed": NUMBER} | dict.fromkeys(("method", "policy", "settings", "corpus_hash"), SETTING),
    ),
    ProcessStep: Holds(
        words=("text",),
        rests_on=("passages",),
        nobody={"id": ID, "perspective": KEY, "phase": KEY, "actor": KEY, "see": KEY, "ordinal": NUMBER},
    ),
    LogicElement: Holds(words=("label",), nobody={"id": ID, "key": KEY, "ordinal": NUMBER}),
    LogicLink: Holds(
        words=("note", "rival"),
        rests_on=("passages",),
        nobody={"id": ID, "ordinal": NUMBER, "source": KEY, "target": KEY, "assumption": KEY},
    ),
    Goal: Holds(
        words=("label",),
        nobody={"id": ID, "key": KEY, "ordinal": NUMBER, "parent": KEY, "assumptions": KEY, "elements": KEY},
    ),
}
"""What the fields of each record of synthesis may hold."""

RESTING: tuple[type, ...] = (Evidence, Finding, ProcessStep, LogicLink, Assumption)
"""The kinds that rest on passages."""


def forget_passages(gone: Collection[str], records: Iterable[Any]) -> Changes:
    """Records of the kinds `RESTING` without these passages (ids of codings); what rests on nothing else goes."""
    return changed((each, _without(each, frozenset(gone))) for each in records)


@singledispatch
def _without(record: Any, gone: frozenset[str]) -> Any:
    raise TypeError(type(record))


@_without.register
def _(record: Evidence, gone: frozenset[str]) -> Evidence | None:
    return None if record.coding_id in gone else record


@_without.register
def _(record: Finding, gone: frozenset[str]) -> Finding | None:
    passages, contra = _stay(record.passages, gone), _stay(record.contra, gone)
    return replace(record, passages=passages, contra=contra) if passages else None


@_without.register
def _(record: ProcessStep, gone: frozenset[str]) -> ProcessStep | None:
    passages = _stay(record.passages, gone)
    return replace(record, passages=passages) if passages else None


@_without.register
def _(record: LogicLink, gone: frozenset[str]) -> LogicLink:
    return replace(record, passages=_stay(record.passages, gone))


@_without.register
def _(record: Assumption, gone: frozenset[str]) -> Assumption:
    return replace(record, reconstructed_from=_stay(record.reconstructed_from, gone))


def _stay(ids: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in gone)


def forget_findings(gone: Collection[str], points: Iterable[ImprovementPoint]) -> Changes:
    """The improvement points without these findings (ids); a point that rests on nothing else stays, and shows it."""
    return changed((each, replace(each, findings=_stay(each.findings, frozenset(gone)))) for each in points)


def forget_segments(gone: Collection[str], fits: Iterable[TopicFit]) -> Changes:
    """The topic models without those that were fitted on these segments (ids): their words come from them."""
    segments = frozenset(gone)
    return changed(
        (each, None if any(member.segment_id in segments for member in each.members) else each) for each in fits
    )


def forget_documents(gone: Collection[str], evidence: Iterable[Evidence]) -> Changes:
    """The evidence without what comes from these documents (ids)."""
    return changed((each, None if each.document_id in gone else each) for each in evidence)


def keep_reason(change: Reword) -> Reword:
    """The same change for the reason of an override, which may not become too short to be read."""

    def changed_reason(reason: str) -> str:
        after = change(reason)
        if len(after.strip()) >= SHORTEST_REASON:
            return after
        return translate("{reason} (shortened for privacy)", reason=after.strip())

    return changed_reason


def hide_topic_words(words: Collection[str], fits: Iterable[TopicFit]) -> Changes:
    """The topic models without these words (in small letters) among what tells their topics apart."""
    return changed((each, replace(each, topics=tuple(_hidden(topic, words) for topic in each.topics))) for each in fits)


def _hidden(topic: Topic, words: Collection[str]) -> Topic:
    stay = [pair for pair in zip(topic.words, topic.weights, strict=True) if not _holds(pair[0], words)]
    return replace(topic, words=tuple(word for word, _weight in stay), weights=tuple(weight for _word, weight in stay))


def _holds(term: str, words: Collection[str]) -> bool:
    return any(word in words for word in term.split())
