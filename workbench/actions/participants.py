"""Participants: who takes part, filled in on a page or brought in by a sheet, and how much each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.documents import Document
from corpus.participants import Participant
from corpus.readers.people import Person, read_people
from corpus.segments import Segment
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from study.messages import N_
from study.store import Store
from workbench.actions.instruments import perspective_key
from workbench.actions.known_names import add_known_names
from workbench.actions.saving import put
from workbench.errors import KeyTaken, ParticipantInUse, PerspectiveMissing
from workbench.filled_in import check_key, form_entry
from workbench.toml_files import Entry

FIELDS = {
    "code": N_("Code"),
    "perspective": N_("Perspective"),
    "labels": N_("Names in transcripts"),
    "traits": N_("Traits"),
}
"""What the register knows of a participant, with the word a person sees."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A participant with how much of the material is his or hers."""

    participant: Participant
    documents: tuple[Document, ...] = ()
    turns: int = 0
    words: int = 0


def participant_of(row: Entry, settings: Settings) -> Participant:
    """The participant that an entry describes, whatever file or form it stands in."""
    perspective = settings.perspective(row.text("perspective"))
    code = row.text("code")
    identity = imported_id(settings.id, "participant", code)
    return Participant(identity, code, perspective.key, row.texts("labels"), row.pairs("traits"))


def spoken_by(
    participants: tuple[Participant, ...], documents: tuple[Document, ...], segments: tuple[Segment, ...]
) -> tuple[Spoken, ...]:
    """Every participant with the documents, turns and words of their own."""
    texts = {each.id: each for each in documents}
    counts = {each.id: _Count() for each in participants}
    for each in segments:
        if each.participant_id in counts and each.document_id in texts:
            count = counts[each.participant_id]
            count.turns += 1
            count.words += len(texts[each.document_id].text[each.start : each.end].split())
            count.documents[each.document_id] = texts[each.document_id]
    return tuple(
        Spoken(each, tuple(counts[each.id].documents.values()), counts[each.id].turns, counts[each.id].words)
        for each in participants
    )


@dataclass(slots=True)
class _Count:
    turns: int = 0
    words: int = 0
    documents: dict[str, Document] = field(default_factory=dict)


def save_participant(
    study: Study, values: Mapping[str, str], traits: Mapping[str, str], *, code: str | None = None, by: str
) -> Participant:
    """Store what a form says of a new participant, or of the one with this code.

    Raises `BadForm`, `KeyTaken` when the code is in use, `UnknownPerspective`.
    """
    with study.store(by=by) as store:
        own = code or " ".join(values.get("code", "").split())
        there = store.find(Participant, code=own) if own else ()
        if there and code is None:
            raise KeyTaken(key=own)
        entry = form_entry({**values, "code": own}, FIELDS)
        tidy = {
            " ".join(name.split()): value.strip() for name, value in traits.items() if name.strip() and value.strip()
        }
        with entry.placed():
            check_key(entry, "code")
            made = participant_of(replace(entry, values={**entry.values, "traits": tidy}), study.settings)
        made = replace(made, id=there[0].id) if there else made
        put(store, made)
    return made


def remove_participant(study: Study, code: str, *, by: str) -> None:
    """Take a participant who never speaks off the list; raises `ParticipantInUse` otherwise."""
    with study.store(by=by) as store:
        participant = store.only(Participant, code=code)
        turns = store.count(Segment, participant_id=participant.id)
        if turns:
            raise ParticipantInUse(code=code, turns=turns)
        store.remove(participant)


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """What a sheet would bring in: the participants, which codes are new, and how many values go to the vault."""

    people: tuple[Participant, ...]
    new: frozenset[str]
    identifying: int


def preview_people(study: Study, file: Path, *, perspective: str = "") -> PeopleSheet:
    """What the sheet would bring in; nothing is stored."""
    with study.reading() as store:
        return _sheet(store, study.settings, read_people(file), perspective, file.name)


def import_people(study: Study, file: Path, *, perspective: str = "", by: str) -> PeopleSheet:
    """Bring in a participant sheet: known codes are brought up to date, new ones added.

    What says who somebody is (names, initials, addresses, numbers) goes into the vault and nowhere else.
    `perspective` is for rows that do not say. Raises `PerspectiveMissing` and what `read_people` raises.
    """
    rows = read_people(file)
    with study.store(by=by) as store:
        sheet = _sheet(store, study.settings, rows, perspective, file.name)
        put(store, *sheet.people)
        add_known_names(study, {each.code: each.identifying for each in rows if each.identifying})
    return sheet


def _sheet(store: Store, settings: Settings, rows: tuple[Person, ...], perspective: str, file: str) -> PeopleSheet:
    known = {each.code: each for each in store.records(Participant)[0]}
    people = tuple(_of_row(each, settings, known.get(each.code), perspective, file) for each in rows)
    new = frozenset(each.code for each in rows) - known.keys()
    return PeopleSheet(people, new, sum(len(each.identifying) for each in rows))


def _of_row(row: Person, settings: Settings, known: Participant | None, perspective: str, file: str) -> Participant:
    said = perspective_key(row.perspective, settings) if row.perspective else ""
    chosen = said or (known.perspective if known else perspective)
    if not chosen:
        raise PerspectiveMissing(file=file, line=row.line, code=row.code)
    key = settings.perspective(chosen).key
    if known is None:
        return Participant(imported_id(settings.id, "participant", row.code), row.code, key, row.labels, row.traits)
    labels = tuple(dict.fromkeys([*known.labels, *row.labels]))
    return replace(known, perspective=key, labels=labels, traits={**known.traits, **row.traits})
