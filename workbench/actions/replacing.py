"""Replacing: the names that were accepted make place for their pseudonyms, before coding or long after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.names.index import Index
from corpus.names.proposals import KeyEntry
from corpus.names.words import find_words
from corpus.participants import Participant
from corpus.replacements import Replacement
from corpus.rewording import Rewording
from corpus.segments import Segment
from corpus.spans import Edit, SpanMap
from study.changes import changed
from study.errors import ReadOnly
from study.ids import new_id
from study.store import Store
from workbench.actions.known_names import add_known_names
from workbench.actions.name_groups import Group, Review
from workbench.actions.name_key import keep_key
from workbench.actions.pseudonyms import Pseudonyms
from workbench.actions.rewriting import carry_out, clear_traces, rewrite_texts
from workbench.raw_texts import texts_in_file


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was done: documents, places in their texts, and the files in `rapport/` that held a name and went."""

    documents: int = 0
    places: int = 0
    outputs: tuple[str, ...] = ()


def apply_decisions(names: Pseudonyms, documents: Iterable[str], *, by: str) -> Replaced:
    """Replace the accepted names in these documents, in one transaction, and wipe what still held them.

    All that lies on the texts moves along, and what was written about them elsewhere is reworded. The key is in the
    vault before anything changes. Reports that hold a name are taken away: make them again. Raises `Busy` while
    somebody else has the database open; the names are out of the study then, and doing it again finishes the work.
    """
    reviews = [each for each in map(names.review, documents) if each.accepted]
    if not reviews:
        return Replaced()
    entries = [_entry(group) for review in reviews for group in review.accepted]
    names.key = names.key.plus(entries)
    keep_key(names.vault, names.key)
    with names.study.store(by=by) as store:
        places = _replace(names, store, reviews)
    for review in reviews:
        names.keep(review.document.id, [each for each in names.decisions_on(review.document.id) if not each.accepted])
    outputs = _remove_outputs(names.study.output, entries)
    clear_traces(names.study)
    return Replaced(len(reviews), places, outputs)


def edits_of(group: Group) -> Iterator[Edit]:
    """What replaces the name at each place; the s of “Karels” becomes ’s."""
    for each in group.places:
        if not group.stays(each):
            yield Edit(each.start, each.end, f"{group.pseudonym}’s" if each.ending else group.pseudonym)


def _replace(names: Pseudonyms, store: Store, reviews: Sequence[Review]) -> int:
    changes = {
        each.document.id: SpanMap(edit for group in each.accepted for edit in edits_of(group)) for each in reviews
    }
    for review in reviews:
        _replace_in_fields(names, store, review)
    rewrite_texts(store, changes)
    log = [each for review in reviews for each in _log(review, changes[review.document.id], store.by)]
    store.add(*log)
    return len(log)


def _log(review: Review, change: SpanMap, by: str) -> Iterator[Replacement]:
    """What kind was replaced where, and by what; never what stood there."""
    now = datetime.now(UTC)
    for group in review.accepted:
        for edit in edits_of(group):
            span = change.move(edit.start, edit.end)
            if span:
                yield Replacement(new_id(), review.document.id, group.kind, *span, group.pseudonym, now, by)


def _replace_in_fields(names: Pseudonyms, store: Store, review: Review) -> None:
    """Replace the names in the title, the name of the file, the speakers, and the labels of participants.

    The labels go to the vault, so that the next file with them still finds its participant.
    """
    say = _FieldWords(review.accepted)
    document = review.document
    people: tuple[Participant, ...] = store.records(Participant)[0]
    turns: tuple[Segment, ...] = store.find(Segment, document_id=document.id)
    relabelled = [(each, _without(each, say)) for each in people]
    known = {before.code: [one for one in before.labels if one not in after.labels] for before, after in relabelled}
    add_known_names(
        names.study, {code: [one for one in some if "#" not in one] for code, some in known.items() if some}
    )
    renamed = replace(document, title=say(document.title), source=_file_name(say(document.source)))
    spoken = [(each, replace(each, speaker=say(each.speaker) if each.speaker else None)) for each in turns]
    carry_out(store, changed([(document, renamed), *relabelled, *spoken]))


class _FieldWords:
    """Replaces the names in a short text, whatever their capitals."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._index = Index((each.form, each.pseudonym) for each in groups)

    def __call__(self, text: str) -> str:
        matches = self._index.find(text, find_words(text), endings=True)
        edits = [Edit(each.words[0].start, each.words[-1].end, each.value) for each in matches]
        return SpanMap(edits).new_text(text)


def _without(participant: Participant, say: _FieldWords) -> Participant:
    """The participant without the names among the labels; a label that became the code says nothing more."""
    labels = (say(each) for each in participant.labels)
    return replace(participant, labels=tuple(dict.fromkeys(each for each in labels if each != participant.code)))


def _file_name(name: str) -> str:
    return "".join(each for each in name if each not in '<>:"/\\|?*')


def _entry(group: Group) -> KeyEntry:
    return KeyEntry(group.form, group.kind, group.pseudonym)


def _remove_outputs(folder: Path, entries: Sequence[KeyEntry]) -> tuple[str, ...]:
    """Take away what was written to `rapport/` and holds one of the names; returns which files."""
    say = Rewording({each.form: "" for each in entries})
    gone = [each for each in sorted(folder.rglob("*")) if each.is_file() and _holds(each, say)]
    for each in gone:
        try:
            each.unlink()
        except OSError as problem:
            raise ReadOnly(place=each) from problem
    return tuple(each.relative_to(folder).as_posix() for each in gone)


def _holds(file: Path, say: Rewording) -> bool:
    return any(say(text) != text for text in texts_in_file(file))
