"""Topic lists: made, brought in from a file, given a new version, and their questions written and put in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.documents import Document
from corpus.guide_files import read_guide
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.segments import Segment
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.store import Store
from workbench.actions.questions import add_to, draft_values, find_guide, find_instrument, question_id
from workbench.actions.saving import put
from workbench.errors import GuideInUse, KeyTaken
from workbench.filled_in import key_from
from workbench.toml_files import Entry


def guide_of(row: Entry, settings: Settings, instruments: Mapping[str, Instrument]) -> Guide:
    """The topic list that an entry describes; `replaces` names an older list by its key."""
    key = row.text("key")
    instrument = row.known("instrument", instruments)
    return Guide(
        imported_id(settings.id, "guide", key),
        key,
        instrument.id,
        row.text("version", "1"),
        row.text("title", ""),
        row.text_or_none("replaces"),
    )


def add_guide(
    study: Study, instrument: str, title: str, *, by: str, key: str = "", drafts: Sequence[Mapping[str, str]] = ()
) -> Guide:
    """Make a topic list for an instrument (key), with these questions as a form gives them.

    Without a key it gets one made of its title. Raises `KeyTaken`, `BadForm`, `UnknownInstrument`.
    """
    with study.store(by=by) as store:
        at = find_instrument(store, instrument)
        taken = {each.key for each in store.records(Guide)[0]}
        own = key.strip() or key_from(title, taken)
        if own in taken:
            raise KeyTaken(key=own)
        guide = Guide(imported_id(study.settings.id, "guide", own), own, at.id, "1", title.strip())
        _settle_documents(store, at.id)
        store.add(guide)
        for draft in drafts:
            add_to(store, study.settings, guide, draft)
    return guide


def new_version(study: Study, key: str, *, by: str, drafts: Sequence[Mapping[str, str]] | None = None) -> Guide:
    """A version of this topic list to go on with; the old one stays with the documents made with it.

    It has the questions of the old one, or those of `drafts` as a form gives them.
    """
    with study.store(by=by) as store:
        old, guides = find_guide(store, key), store.records(Guide)[0]
        number = int(old.version) + 1 if old.version.isdecimal() else len(versions_of(old, guides)) + 1
        own = key_from(f"{old.key.removesuffix(f'-{old.version}')}-{number}", {each.key for each in guides})
        identity = imported_id(study.settings.id, "guide", own)
        guide = Guide(identity, own, old.instrument_id, str(number), old.title, replaces=old.key)
        _settle_documents(store, old.instrument_id)
        store.add(guide)
        if drafts is None:
            store.add(*(_copied(each, study.settings, guide) for each in store.find(Question, guide_id=old.id)))
        for draft in drafts or ():
            add_to(store, study.settings, guide, draft)
    return guide


def _copied(question: Question, settings: Settings, guide: Guide) -> Question:
    return replace(question, id=question_id(settings, guide, question.key), guide_id=guide.id)


def _settle_documents(store: Store, instrument_id: str) -> None:
    """Write down the list of documents that had the only one of their instrument, before it gets company."""
    guides = store.find(Guide, instrument_id=instrument_id)
    if len(guides) == 1:
        open_ones = store.find(Document, instrument_id=instrument_id, guide_id=None)
        store.replace(*(replace(each, guide_id=guides[0].id) for each in open_ones))


def set_documents(study: Study, key: str, made_with: Collection[str], *, by: str) -> int:
    """Say which documents (id) of its instrument were made with this list; the others of it lose it.

    A document with answers linked to this list keeps it. Returns how many changed.
    """
    with study.store(by=by) as store:
        guide = find_guide(store, key)
        linked = {each.id for each in store.find(Question, guide_id=guide.id)}
        changed = []
        for each in store.find(Document, instrument_id=guide.instrument_id):
            if each.id in made_with:
                changed.append(replace(each, guide_id=guide.id))
            elif each.guide_id == guide.id and not _has_answers(store, each, linked):
                changed.append(replace(each, guide_id=None))
        return put(store, *changed)


def _has_answers(store: Store, document: Document, questions: Collection[str]) -> bool:
    return any(each.question_id in questions for each in store.find(Segment, document_id=document.id))


def versions_of(guide: Guide, guides: Collection[Guide]) -> tuple[Guide, ...]:
    """The versions of a topic list, from the first to the newest; a list nothing replaces is its only one."""
    by_key = {each.key: each for each in guides}
    first = guide
    seen = {guide.key}
    while first.replaces in by_key and first.replaces not in seen:
        first = by_key[first.replaces]
        seen.add(first.key)
    line, current = [first], first
    while True:
        newer = [each for each in guides if each.replaces == current.key and each not in line]
        if not newer:
            return tuple(line)
        line += newer
        current = newer[-1]


def change_guide(study: Study, key: str, *, title: str, instrument: str, by: str) -> Guide:
    """Give a topic list another title or instrument."""
    with study.store(by=by) as store:
        at = find_instrument(store, instrument)
        guide = replace(find_guide(store, key), title=title.strip(), instrument_id=at.id)
        put(store, guide)
    return guide


def remove_guide(study: Study, key: str, *, by: str) -> None:
    """Take a topic list away with its questions; raises `GuideInUse` when documents or a newer version rest on it."""
    with study.store(by=by) as store:
        guide = find_guide(store, key)
        questions = store.find(Question, guide_id=guide.id)
        linked = any(store.count(Segment, question_id=each.id) for each in questions)
        if linked or store.count(Document, guide_id=guide.id) or store.count(Guide, replaces=guide.key):
            raise GuideInUse(name=guide.title or guide.key)
        store.remove(*questions)
        store.remove(guide)


def import_guide(study: Study, file: Path, instrument: str, *, by: str, key: str = "", replaces: str = "") -> Guide:
    """Bring in the topic list of a docx, csv or xlsx file; with `replaces` it is the next version of that list."""
    draft = read_guide(file)
    if replaces:
        return new_version(study, replaces, by=by, drafts=draft_values(draft))
    return add_guide(study, instrument, draft.title or file.stem, by=by, key=key, drafts=draft_values(draft))
