"""Topic lists: made, brought in from a file, given a new version, and their questions written and put in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.documents import Document
from corpus.guide_files import DraftGuide, DraftQuestion, read_guide
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.segments import Segment
from study.config import ACROSS_PHASES, Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import N_
from study.store import Store
from workbench.actions.saving import put
from workbench.errors import GuideInUse, KeyTaken, QuestionInUse
from workbench.filled_in import form_entry, key_from
from workbench.toml_files import Entry

QUESTION_FIELDS = {
    "key": N_("Number"),
    "text": N_("Question"),
    "prompted": N_("Prompts"),
    "phases": N_("Phases"),
    "codes": N_("Codes"),
    "assumptions": N_("Assumptions"),
    "default_phase": N_("Phase of the answers"),
    "default_actor": N_("About whom the answers are"),
}
"""What a topic list knows of a question, with the word a person sees."""


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


def question_of(row: Entry, settings: Settings, guide: Guide) -> Question:
    """The question that an entry describes; its phases must be phases of the study."""
    key = row.text("key")
    phases = row.texts("phases")
    default = row.text_or_none("default_phase")
    for phase in (*phases, *([default] if default else [])):
        settings.phase(phase)
    return Question(
        id=question_id(settings, guide, key),
        key=key,
        guide_id=guide.id,
        ordinal=row.number,
        text=row.text("text"),
        prompted=row.yes("prompted"),
        phases=phases,
        codes=row.texts("codes"),
        assumptions=row.texts("assumptions"),
        default_phase=default,
        default_actor=row.text_or_none("default_actor"),
    )


def question_id(settings: Settings, guide: Guide, key: str) -> str:
    """The identity of a question: that of its key in its list."""
    return imported_id(settings.id, f"question/{guide.key}", key)


def add_guide(
    study: Study, instrument: str, title: str, *, by: str, key: str = "", drafts: Sequence[Mapping[str, str]] = ()
) -> Guide:
    """Make a topic list for an instrument (key), with these questions as a form gives them.

    Without a key it gets one made of its title. Raises `KeyTaken`, `BadForm`, and `NotFound` without the instrument.
    """
    with study.store(by=by) as store:
        at = store.only(Instrument, key=instrument)
        taken = {each.key for each in store.records(Guide)[0]}
        own = key.strip() or key_from(title, taken)
        if own in taken:
            raise KeyTaken(key=own)
        guide = Guide(imported_id(study.settings.id, "guide", own), own, at.id, "1", title.strip())
        _settle_documents(store, at.id)
        store.add(guide)
        for draft in drafts:
            _add(store, study.settings, guide, draft)
    return guide


def new_version(study: Study, key: str, *, by: str, drafts: Sequence[Mapping[str, str]] | None = None) -> Guide:
    """A version of this topic list to go on with; the old one stays with the documents made with it.

    It has the questions of the old one, or those of `drafts` as a form gives them.
    """
    with study.store(by=by) as store:
        old, guides = store.only(Guide, key=key), store.records(Guide)[0]
        number = int(old.version) + 1 if old.version.isdecimal() else len(versions_of(old, guides)) + 1
        own = key_from(f"{old.key.removesuffix(f'-{old.version}')}-{number}", {each.key for each in guides})
        identity = imported_id(study.settings.id, "guide", own)
        guide = Guide(identity, own, old.instrument_id, str(number), old.title, replaces=old.key)
        _settle_documents(store, old.instrument_id)
        store.add(guide)
        if drafts is None:
            store.add(*(_copied(each, study.settings, guide) for each in store.find(Question, guide_id=old.id)))
        for draft in drafts or ():
            _add(store, study.settings, guide, draft)
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
        guide = store.only(Guide, key=key)
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
        at = store.only(Instrument, key=instrument)
        guide = replace(store.only(Guide, key=key), title=title.strip(), instrument_id=at.id)
        put(store, guide)
    return guide


def remove_guide(study: Study, key: str, *, by: str) -> None:
    """Take a topic list away with its questions; raises `GuideInUse` when documents or a newer version rest on it."""
    with study.store(by=by) as store:
        guide = store.only(Guide, key=key)
        questions = store.find(Question, guide_id=guide.id)
        linked = any(store.count(Segment, question_id=each.id) for each in questions)
        if linked or store.count(Document, guide_id=guide.id) or store.count(Guide, replaces=guide.key):
            raise GuideInUse(name=guide.title or guide.key)
        store.remove(*questions)
        store.remove(guide)


def save_question(
    study: Study, guide_key: str, values: Mapping[str, str], *, key: str | None = None, by: str
) -> Question:
    """Store what a form says of a new question, or of the one with this key; its links stay.

    A new one stands last and gets the next free number without a key. Raises `BadForm`, `KeyTaken`, `UnknownPhase`.
    """
    with study.store(by=by) as store:
        guide = store.only(Guide, key=guide_key)
        if key is None:
            return _add(store, study.settings, guide, values)
        old = store.only(Question, guide_id=guide.id, key=key)
        new = replace(_question(values, study.settings, guide, key), id=old.id, ordinal=old.ordinal)
        put(store, new)
    return new


def _add(store: Store, settings: Settings, guide: Guide, values: Mapping[str, str]) -> Question:
    there = store.find(Question, guide_id=guide.id)
    taken = {each.key for each in there}
    key = values.get("key", "").strip() or _next_key(taken)
    if key in taken:
        raise KeyTaken(key=key)
    last = max((each.ordinal for each in there), default=0)
    question = replace(_question(values, settings, guide, key), ordinal=last + 1)
    store.add(question)
    return question


def _question(values: Mapping[str, str], settings: Settings, guide: Guide, key: str) -> Question:
    entry = form_entry({**values, "key": key}, QUESTION_FIELDS)
    phases = [phase_key(each, settings) for each in entry.texts("phases")]
    default = entry.text_or_none("default_phase")
    named: dict[str, Any] = {"phases": phases} if phases else {}
    named |= {"default_phase": phase_key(default, settings)} if default else {}
    return question_of(replace(entry, values={**entry.values, **named}), settings, guide)


def _next_key(taken: Collection[str]) -> str:
    number = len(taken) + 1
    while f"v{number}" in taken or str(number) in taken:
        number += 1
    return f"v{number}"


def phase_key(word: str, settings: Settings) -> str:
    """The key of the phase that is called this: by key, or by its label in any perspective."""
    folded = word.casefold().strip()
    for each in settings.phases:
        if folded in {each.key.casefold(), *(name.casefold() for name in (each.label, *each.labels.values()))}:
            return each.key
    return ACROSS_PHASES if folded in ("x", "faseoverstijgend", "across phases") else word


def move_question(study: Study, guide_key: str, key: str, *, up: bool, by: str) -> None:
    """Put a question one place higher or lower in its list; the first stays first and the last last."""
    with study.store(by=by) as store:
        guide = store.only(Guide, key=guide_key)
        questions = list(store.find(Question, guide_id=guide.id))
        place = next((place for place, each in enumerate(questions) if each.key == key), 0)
        other = place - 1 if up else place + 1
        if not 0 <= other < len(questions):
            return
        questions[place], questions[other] = questions[other], questions[place]
        put(store, *(replace(each, ordinal=number) for number, each in enumerate(questions, start=1)))


def remove_question(study: Study, guide_key: str, key: str, *, by: str) -> None:
    """Take a question out of its list; raises `QuestionInUse` when turns are linked to it."""
    with study.store(by=by) as store:
        guide = store.only(Guide, key=guide_key)
        question = store.only(Question, guide_id=guide.id, key=key)
        turns = store.count(Segment, question_id=question.id)
        if turns:
            raise QuestionInUse(key=key, turns=turns)
        store.remove(question)


def import_guide(study: Study, file: Path, instrument: str, *, by: str, key: str = "", replaces: str = "") -> Guide:
    """Bring in the topic list of a docx, csv or xlsx file; with `replaces` it is the next version of that list."""
    draft = read_guide(file)
    if replaces:
        return new_version(study, replaces, by=by, drafts=draft_values(draft))
    return add_guide(study, instrument, draft.title or file.stem, by=by, key=key, drafts=draft_values(draft))


def draft_values(draft: DraftGuide) -> tuple[dict[str, str], ...]:
    """The questions of a file as a form would give them; doubled numbers are left out, so that each gets its own."""
    keys = [each.key for each in draft.questions]
    return tuple(_as_form(each, keep_key=keys.count(each.key) == 1) for each in draft.questions)


def _as_form(question: DraftQuestion, *, keep_key: bool) -> dict[str, str]:
    return {
        "key": question.key if keep_key else "",
        "text": question.text,
        "prompted": "ja" if question.prompted else "nee",
        "phases": ", ".join(question.phases),
        "codes": ", ".join(question.codes),
        "assumptions": ", ".join(question.assumptions),
        "default_phase": question.default_phase,
        "default_actor": question.default_actor,
    }
