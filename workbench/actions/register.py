"""The material register: instruments, topic lists and participants, from a TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from study.config import Settings
from study.folder import Study
from study.ids import imported_id
from workbench.actions.saving import put
from workbench.toml_files import Entry, only_tables, read_entries, read_toml

INSTRUMENT = {
    "key", "title", "kind", "perspective", "order", "held_from", "held_until", "invited", "took_part",
    "conducted_by", "analysed_by", "selection", "bias", "consent", "anonymity",
}  # fmt: skip
GUIDE = {"key", "instrument", "version", "title"}
QUESTION = {"guide", "key", "text", "prompted", "phases", "codes", "assumptions", "default_phase", "default_actor"}
PARTICIPANT = {"code", "perspective", "labels", "traits"}


@dataclass(frozen=True, slots=True)
class Register:
    """What a register file holds."""

    instruments: tuple[Instrument, ...]
    guides: tuple[Guide, ...]
    questions: tuple[Question, ...]
    participants: tuple[Participant, ...]


def import_register(study: Study, file: Path, *, by: str) -> Register:
    """Store the register; entries that are there already are brought up to date.

    Names that transcripts use for a participant stay when the register gives none.
    """
    register = read_register(file, study.settings)
    with study.store(by=by) as store:
        labels = {each.id: each.labels for each in store.records(Participant)[0]}
        people = (replace(each, labels=each.labels or labels.get(each.id, ())) for each in register.participants)
        put(store, *register.instruments, *register.guides, *register.questions, *people)
    return register


def read_register(file: Path, settings: Settings) -> Register:
    """The register in a TOML file, with references checked; raises a sentence that names the entry."""
    data = read_toml(file)
    only_tables(file, data, ("instrument", "guide", "question", "participant"))
    read = partial(read_entries, file, data)
    instruments = read("instrument", lambda row: _instrument(row, settings), fields=INSTRUMENT)
    known_instruments = {each.key: each for each in instruments}
    guides = read("guide", lambda row: _guide(row, settings, known_instruments), fields=GUIDE)
    known_guides = {each.key: each for each in guides}
    questions = read(
        "question", lambda row: _question(row, settings, known_guides), fields=QUESTION, identity=("guide", "key")
    )
    people = read("participant", lambda row: _participant(row, settings), fields=PARTICIPANT, identity=("code",))
    return Register(instruments, guides, questions, people)


def _instrument(row: Entry, settings: Settings) -> Instrument:
    perspective = row.text_or_none("perspective")
    if perspective:
        settings.perspective(perspective)
    key = row.text("key")
    return Instrument(
        id=imported_id(settings.id, "instrument", key),
        key=key,
        title=row.text("title"),
        kind=row.choice("kind", InstrumentKind),
        perspective=perspective,
        ordinal=row.whole("order") or row.number,
        held_from=row.day("held_from"),
        held_until=row.day("held_until"),
        invited=row.whole("invited"),
        took_part=row.whole("took_part"),
        **{
            name: row.text(name, "")
            for name in ("conducted_by", "analysed_by", "selection", "bias", "consent", "anonymity")
        },
    )


def _guide(row: Entry, settings: Settings, instruments: Mapping[str, Instrument]) -> Guide:
    key = row.text("key")
    instrument = row.known("instrument", instruments)
    version = row.text("version", "1")
    return Guide(imported_id(settings.id, "guide", key), key, instrument.id, version, row.text("title", ""))


def _question(row: Entry, settings: Settings, guides: Mapping[str, Guide]) -> Question:
    guide = row.known("guide", guides)
    key = row.text("key")
    phases = row.texts("phases")
    default = row.text_or_none("default_phase")
    for phase in (*phases, *([default] if default else [])):
        settings.phase(phase)
    return Question(
        id=imported_id(settings.id, f"question/{guide.key}", key),
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


def _participant(row: Entry, settings: Settings) -> Participant:
    perspective = settings.perspective(row.text("perspective"))
    code = row.text("code")
    identity = imported_id(settings.id, "participant", code)
    return Participant(identity, code, perspective.key, row.texts("labels"), row.pairs("traits"))
