"""Coding steps: what a coder does on the coding page, each a step in the journal that can be asked for twice.

A step is refused when what it is about changed since the page was read; nothing of it is stored then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from coding.codings import Coding, code_span
from coding.memos import Memo
from coding.suggestions import Suggestion
from corpus.documents import Document
from study.errors import StillInUse
from study.folder import Study
from study.journal import Entry
from study.steps import Step
from study.store import Store
from workbench.actions.coding_history import History, history_of
from workbench.actions.coding_words import Words, read_words
from workbench.actions.memos import memos_about
from workbench.actions.sight import sight_of
from workbench.actions.undoing import resting_on, undo_step
from workbench.errors import CodingChanged, NothingToUndo, NotYourCoding, TextIsOther

CODE, CHANGE, REMOVE, ACCEPT, REJECT = "code", "change codings", "remove codings", "accept", "reject"
"""What the journal calls the steps of the coding page."""
FEW = 20
FACETS = ("phase", "actor", "valence", "kind", "intensity", "fields")


@dataclass(frozen=True, slots=True)
class Asked:
    """One step as it was asked: its id, the document, and what the page knew: the revision (a line of the journal)
    and the digest of the text."""

    step: str
    document_id: str
    seen: int
    digest: str | None
    by: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a step did; `revision` is the line of the journal up to which this is the truth, `memos` counts the memos
    on the codings (id) it shows, `history` is what can be taken back now."""

    step: str
    revision: int
    added: tuple[Coding, ...] = ()
    changed: tuple[Coding, ...] = ()
    removed: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    memos: Mapping[str, int] = field(default_factory=dict)
    history: History = field(default_factory=History)


@dataclass(frozen=True, slots=True)
class Putting:
    """What is put on spans: codes (keys; none for one coding with only facets), the facets, and the round it is in."""

    spans: Sequence[tuple[int, int]]
    codes: Sequence[str] = ()
    facets: Mapping[str, Any] = field(default_factory=dict)


def code_spans(study: Study, asked: Asked, putting: Putting) -> Done:
    """Put codes on spans of the document; what this coder already has there is not made twice.

    Raises what `coding.codings.code_span` raises, `RetiredCode`, `UnknownField`, `NotFound` and `TextIsOther`.
    """
    with study.store(by=asked.by, what=CODE, step=asked.step) as store:
        if before := done_before(store, asked):
            return before
        document = open_text(store, asked)
        words = read_words(store, study.settings, document, by=asked.by, codes=putting.codes)
        store.add(*new_ones(store, make_codings(document, words, putting, by=asked.by)))
        return what_was_done(store, asked)


def make_codings(document: Document, words: Words, putting: Putting, *, by: str) -> tuple[Coding, ...]:
    """A checked coding for every span and every code."""
    made = []
    for (start, end), code in product(putting.spans, putting.codes or (None,)):
        details = words.details(code, putting.facets)
        made.append(code_span(document, start, end, coder=by, vocabulary=words.vocabulary, code=code, **details))
    return tuple(made)


def new_ones(store: Store, made: Sequence[Coding]) -> tuple[Coding, ...]:
    """Those of the codings (of one document and coder) that say something that was not there yet."""
    known = {_says(each) for each in _beside(store, made)}
    return tuple({_says(each): each for each in made if _says(each) not in known}.values())


def _beside(store: Store, made: Sequence[Coding]) -> Iterable[Coding]:
    """The codings of the same coder that begin where one of these begins."""
    if not made:
        return ()
    same = {"document_id": made[0].document_id, "coder": made[0].coder}
    starts = {each.start for each in made}
    if len(starts) > FEW:
        return store.find(Coding, **same)
    return [each for start in starts for each in store.find(Coding, start=start, **same)]


def change_codings(study: Study, asked: Asked, ids: Sequence[str], values: Mapping[str, Any]) -> Done:
    """Give codings of this coder another span, code or facet.

    Raises as `code_spans`, `NotYourCoding`, and `CodingChanged` when one of them changed since it was seen.
    """
    with study.store(by=asked.by, what=CHANGE, step=asked.step) as store:
        if before := done_before(store, asked):
            return before
        document = open_text(store, asked)
        own = _own(store, asked, ids)
        codes = {values.get("code"), *(each.code for each in own)}
        words = read_words(store, study.settings, document, by=asked.by, codes=codes)
        changed = [_with(each, document, words, values) for each in own]
        store.replace(*(after for each, after in zip(own, changed, strict=True) if after != each))
        return what_was_done(store, asked)


def remove_codings(study: Study, asked: Asked, ids: Sequence[str]) -> Done:
    """Take codings of this coder away.

    Raises `NotYourCoding`, `CodingChanged` when one changed since it was seen, and `StillInUse` when something rests
    on one.
    """
    with study.store(by=asked.by, what=REMOVE, step=asked.step) as store:
        if before := done_before(store, asked):
            return before
        own = _own(store, asked, ids)
        if resting_on(store, ids):
            raise StillInUse(kind=Coding.__name__)
        store.remove(*own)
        return what_was_done(store, asked)


def decide_suggestions(study: Study, asked: Asked, ids: Sequence[str], *, accepted: bool) -> Done:
    """Make codings of proposals, or lay them aside; each keeps who decided. Raises `NotFound`."""
    with study.store(by=asked.by, what=ACCEPT if accepted else REJECT, step=asked.step) as store:
        if before := done_before(store, asked):
            return before
        document = open_text(store, asked)
        proposals = [store.get(Suggestion, each) for each in ids]
        store.replace(*(replace(each, accepted=accepted, decided_by=asked.by) for each in proposals))
        if accepted:
            codes = {each.code for each in proposals}
            words = read_words(store, study.settings, document, by=asked.by, codes=codes)
            store.add(*new_ones(store, [_from(each, document, words, by=asked.by) for each in proposals]))
        return what_was_done(store, asked)


def undo_coding(study: Study, asked: Asked, last: Step | None) -> Done:
    """Take a step of the coding page back (or an undoing, which does it again).

    Raises `NothingToUndo` without a step, and what `undo_step` raises.
    """
    with study.reading() as store:
        if before := done_before(store, asked):
            return before
    if last is None:
        raise NothingToUndo
    undo_step(study, last.id, by=asked.by, as_step=asked.step)
    with study.reading() as store:
        return what_was_done(store, asked)


def open_text(store: Store, asked: Asked) -> Document:
    """The document; raises `NotFound` when it is gone and `TextIsOther` when its text is not what the page shows."""
    document = store.get(Document, asked.document_id)
    if asked.digest is not None and asked.digest != document.digest:
        raise TextIsOther(document=document.title)
    return document


def revision_of(store: Store) -> int:
    """The number of the newest line of the journal."""
    newest = store.journal(newest=1)
    return newest[0].number if newest else 0


def _own(store: Store, asked: Asked, ids: Sequence[str]) -> tuple[Coding, ...]:
    """The codings with these ids, unchanged since they were seen and all of this coder."""
    found = store.find_all(Coding, ids)
    since = {each.record_id for each in store.later_lines(asked.seen, ids) if each.step != asked.step}
    other = [each.id for each in found if each.id in since]
    gone = [each for each in ids if each not in {one.id for one in found}]
    if other or gone:
        raise CodingChanged(changed=tuple(other), removed=tuple(gone))
    if any(each.coder != asked.by or each.document_id != asked.document_id for each in found):
        raise NotYourCoding
    return found


def _with(coding: Coding, document: Document, words: Words, values: Mapping[str, Any]) -> Coding:
    """The coding with these values, checked; fields that the new code does not have fall away."""
    facets = {name: values.get(name, getattr(coding, name)) for name in FACETS}
    code = values.get("code", coding.code)
    if code != coding.code and "fields" not in values:
        facets["fields"] = words.fitting_fields(code, coding.fields)
    details = words.details(code, facets, is_new=code != coding.code)
    start, end = values.get("start", coding.start), values.get("end", coding.end)
    kept = {"id": coding.id, "made_at": coding.made_at, "origin": coding.origin, "round_id": coding.round_id}
    return code_span(document, start, end, coder=coding.coder, vocabulary=words.vocabulary, code=code, **details | kept)


def _from(proposal: Suggestion, document: Document, words: Words, *, by: str) -> Coding:
    details = words.details(proposal.code, {}) | {"origin": words.accepted}
    place = proposal.start, proposal.end
    return code_span(document, *place, coder=by, vocabulary=words.vocabulary, code=proposal.code, **details)


def _says(coding: Coding) -> tuple[Any, ...]:
    """What a coding says, apart from when and in which version it was made."""
    facets = (coding.phase, coding.actor, coding.valence, coding.kind, coding.intensity)
    return coding.start, coding.end, coding.code, *facets, tuple(sorted(coding.fields.items())), coding.round_id


def done_before(store: Store, asked: Asked) -> Done | None:
    """What this step did when it was asked for before; None the first time."""
    return what_was_done(store, asked) if store.journal(step=asked.step) else None


def what_was_done(store: Store, asked: Asked) -> Done:
    """What the step did to codings that this coder may see, to memos on them, and to proposals.

    What happened to other codings since the page was read is among it, so that the page is true up to its revision.
    """
    lines = store.journal(step=asked.step)
    codings = [each for each in lines if each.kind == Coding.__name__]
    meanwhile = _meanwhile(store, asked)
    noted = _noted(store, lines)
    here = {each.id: each for each in store.find_all(Coding, (*_ids(codings), *noted, *meanwhile))}
    sight = sight_of(store, by=asked.by)
    seen = {key: each for key, each in here.items() if not sight.hides(each)}
    changed = dict.fromkeys((*_ids(codings, "replace"), *noted, *meanwhile))
    return Done(
        asked.step,
        revision_of(store),
        added=tuple(seen[each] for each in _ids(codings, "add") if each in seen),
        changed=tuple(seen[each] for each in changed if each in seen),
        removed=tuple(each for each in (*_ids(codings), *meanwhile) if each not in here),
        decided=_ids(each for each in lines if each.kind == Suggestion.__name__),
        memos={key: len(some) for key, some in memos_about(store, Coding.__name__, tuple(seen)).items()},
        history=history_of(store, asked.document_id, by=asked.by),
    )


def _meanwhile(store: Store, asked: Asked) -> tuple[str, ...]:
    """The codings (ids) that other steps touched since the page was read."""
    lines = store.journal_after(asked.seen, kind=Coding.__name__)
    return _ids(each for each in lines if each.step != asked.step)


def _noted(store: Store, lines: Iterable[Entry]) -> tuple[str, ...]:
    """The codings (ids) that memos in these lines are about."""
    memos = store.find_all(Memo, _ids(each for each in lines if each.kind == Memo.__name__))
    return tuple(each.about_id for each in memos if each.about_kind == Coding.__name__)


def _ids(lines: Iterable[Entry], verb: str | None = None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each.record_id) for each in lines if verb in (None, each.verb)))
