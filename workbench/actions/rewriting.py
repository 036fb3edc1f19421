"""Rewriting: texts that change after they were coded, with everything that lies on them or quotes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import coding.privacy
import corpus.privacy
import prioritisation.privacy
import synthesis.privacy
import workbench.privacy
from coding.codings import Coding
from coding.framework import FrameworkSummary
from coding.memos import Memo
from coding.privacy import LYING
from corpus.documents import Document
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.replacements import Replacement
from corpus.rewording import Rewording, replaced_pieces
from corpus.segments import Segment
from corpus.spans import SpanMap
from prioritisation.consultations import Consultation
from study.changes import Changes
from study.folder import Study
from study.holdings import Reword, reword
from study.store import Store
from synthesis.improvements import ImprovementPoint
from synthesis.privacy import RESTING, hide_topic_words, keep_reason
from synthesis.topics import TopicFit
from synthesis.verdicts import Override
from workbench.actions.indexing import drop_documents, index_documents
from workbench.outbox import Export
from workbench.privacy import REGISTER

BY_DOCUMENT: tuple[type, ...] = (Document, Segment, LossReport, Replacement)
"""The kinds that belong to one document; of these only the rewritten ones are looked through for old words."""
FREED_LAST: tuple[type, ...] = (
    *(*RESTING, TopicFit, Memo, FrameworkSummary, *LYING, Replacement, LossReport, Segment, Document, Participant),
)
"""In this order records go, so that none goes before what refers to it."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a rewriting did: documents with another text, records that moved along or were reworded, codings lost."""

    documents: int = 0
    moved: int = 0
    reworded: int = 0
    lost_codings: tuple[str, ...] = ()


def rewrite_texts(store: Store, changes: Mapping[str, SpanMap]) -> Rewritten:
    """Give documents (by id) their new text and move along everything that lies on it, in the open transaction.

    What was replaced is also replaced where people wrote about it (wordings and their history, memos, labels, names
    of topics) and in the old values of the journal. After the transaction call `clear_traces`.
    """
    texts = [(store.get(Document, key).text, change) for key, change in changes.items() if change.edits]
    say = Rewording(replaced_pieces(texts))
    moved = move_texts(store, changes)
    reworded = _reword_everywhere(store, say, tuple(changes)) if say else 0
    return replace(moved, reworded=reworded)


def move_texts(store: Store, changes: Mapping[str, SpanMap]) -> Rewritten:
    """Give documents (by id) their new text and move along every span on it; what quotes the text stays as it is."""
    documents = [store.get(Document, key) for key, change in changes.items() if change.edits]
    drop_documents(store, [each.id for each in documents])
    moved, lost = move_spans(store, documents, changes)
    after = [replace(each, text=changes[each.id].new_text(each.text)) for each in documents]
    store.replace(*after)
    index_documents(store, after, [turn for each in after for turn in store.find(Segment, document_id=each.id)])
    return Rewritten(len(documents), moved, lost_codings=lost)


def clear_traces(study: Study) -> tuple[str, ...]:
    """Wipe what was removed out of the database file, its log and the copies of it; returns the copies that went.

    Call it after the transaction. Raises `Busy` while somebody else has the database open; the words are out of the
    study then, and calling it again finishes the work.
    """
    return study.clear()


def carry_out(store: Store, changes: Changes) -> int:
    """Store what a room wants; returns how many records changed or went."""
    store.replace(*changes.replaced)
    store.remove(*sorted(changes.removed, key=lambda each: FREED_LAST.index(type(each))))
    return len(changes.replaced) + len(changes.removed)


def move_spans(
    store: Store, documents: Iterable[Document], changes: Mapping[str, SpanMap]
) -> tuple[int, tuple[str, ...]]:
    """Move everything that lies on these texts; returns how many records moved, and the codings that have no words."""
    moves = Changes()
    for each in documents:
        change, mine = changes[each.id], {"document_id": each.id}
        turns, replacements = store.find(Segment, **mine), store.find(Replacement, **mine)
        moves += corpus.privacy.move_spans(each.id, change, turns, replacements)
        for kind in LYING:
            moves += coding.privacy.move_spans(each.id, change, store.find(kind, **mine))
    lost = tuple(each.id for each in moves.removed if isinstance(each, Coding))
    drop_codings(store, lost)
    return carry_out(store, moves), lost


def drop_codings(store: Store, gone: Collection[str]) -> Changes:
    """Take these codings (ids) from under everything that rests on them; returns what changed and went by that."""
    if not gone:
        return Changes()
    resting: list[Any] = [each for some in store.records(*RESTING) for each in some]
    changes = synthesis.privacy.forget_passages(gone, resting)
    lost = frozenset(each.id for each in changes.removed)
    points, consultations, memos, exports = store.records(ImprovementPoint, Consultation, Memo, Export)
    changes += coding.privacy.forget_codings(gone, store.records(FrameworkSummary)[0])
    changes += synthesis.privacy.forget_findings(lost, points)
    changes += prioritisation.privacy.forget_findings(lost, consultations)
    changes += coding.privacy.forget_memos({*gone, *lost}, memos)
    changes += workbench.privacy.forget_passages(gone, exports)
    carry_out(store, changes)
    return changes


def _reword_everywhere(store: Store, say: Rewording, document_ids: Collection[str]) -> int:
    """Replace the pieces in every free text that can quote these documents; returns in how many places."""
    number = 0
    for kind in REGISTER:
        if REGISTER[kind].words:
            number += carry_out(store, reword(_records(store, kind, document_ids), REGISTER, _for(kind, say)))
    fits: tuple[TopicFit, ...] = store.records(TopicFit)[0]
    number += carry_out(store, hide_topic_words(say.words, fits))
    return number + store.reword_journal(REGISTER, say)


def _for(kind: type, say: Reword) -> Reword:
    return keep_reason(say) if kind is Override else say


def _records(store: Store, kind: type[Any], document_ids: Collection[str]) -> Iterable[Any]:
    if kind not in BY_DOCUMENT:
        return store.records(kind)[0]
    field = "id" if kind is Document else "document_id"
    return [record for key in document_ids for record in store.find(kind, **{field: key})]
