"""The questions of topic lists: written, changed, put in order and taken out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from corpus.guide_files import DraftGuide, DraftQuestion
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.segments import Segment
from study.config import ACROSS_PHASES, Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import N_
from study.store import Store
from workbench.actions.saving import put
from workbench.errors import KeyTaken, QuestionInUse, UnknownGuide, UnknownInstrument
from workbench.filled_in import check_key, form_entry
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


def find_guide(store: Store, key: str) -> Guide:
    """The topic list with this key; raises `UnknownGuide` with the known ones."""
    guides: tuple[Guide, ...] = store.records(Guide)[0]
    for each in guides:
        if each.key == key:
            return each
    raise UnknownGuide(name=key, known=", ".join(each.key for each in guides) or "–")


def find_instrument(store: Store, key: str) -> Instrument:
    """The instrument with this key; raises `UnknownInstrument` with the known ones."""
    instruments: tuple[Instrument, ...] = store.records(Instrument)[0]
    for each in instruments:
        if each.key == key:
            return each
    raise UnknownInstrument(name=key, known=", ".join(each.key for each in instruments) or "–")


def save_question(
    study: Study, guide_key: str, values: Mapping[str, str], *, key: str | None = None, by: str
) -> Question:
    """Store what a form says of a new question, or of the one with this key; its links stay.

    A new one stands last and gets the next free number without a key. Raises `BadForm`, `KeyTaken`, `UnknownPhase`.
    """
    with study.store(by=by) as store:
        guide = find_guide(store, guide_key)
        if key is None:
            return add_to(store, study.settings, guide, values)
        old = store.only(Question, guide_id=guide.id, key=key)
        new = replace(_question(values, study.settings, guide, key), id=old.id, ordinal=old.ordinal)
        put(store, new)
    return new


def add_to(store: Store, settings: Settings, guide: Guide, values: Mapping[str, str]) -> Question:
    """Put a question at the end of its list, as a form gives it."""
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
    check_key(entry, "key")
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
        guide = find_guide(store, guide_key)
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
        guide = find_guide(store, guide_key)
        question = store.only(Question, guide_id=guide.id, key=key)
        turns = store.count(Segment, question_id=question.id)
        if turns:
            raise QuestionInUse(key=key, turns=turns)
        store.remove(question)


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
