"""The register in a file: instruments, topic lists and participants, in a TOML file or in `study.toml` itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from study.config import Settings
from study.folder import SETTINGS, Study
from workbench.actions.guides import guide_of
from workbench.actions.instruments import FIELDS as INSTRUMENT_FIELDS
from workbench.actions.instruments import instrument_of
from workbench.actions.participants import participant_of
from workbench.actions.questions import question_of
from workbench.actions.saving import put
from workbench.toml_files import only_tables, read_entries, read_toml

TABLES = ("instrument", "guide", "question", "participant")
OF_SETTINGS = ("study", "perspective", "phase", "principle", "thresholds", "retention", "database")
"""What else may stand in `study.toml`, where the register may stand too."""
INSTRUMENT = frozenset(INSTRUMENT_FIELDS)
GUIDE = {"key", "instrument", "version", "title", "replaces"}
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
    """Store the register; entries that are there already are brought up to date. `study.toml` may hold it too.

    Names that transcripts use for a participant stay when the register gives none.
    """
    register = read_register(file, study.settings)
    with study.store(by=by) as store:
        known = {each.code: each for each in store.records(Participant)[0]}
        people = (_as_known(each, known.get(each.code)) for each in register.participants)
        put(store, *register.instruments, *register.guides, *register.questions, *people)
    return register


def _as_known(given: Participant, known: Participant | None) -> Participant:
    """The participant as the register gives it, under the identity that its turns know."""
    return replace(given, id=known.id, labels=given.labels or known.labels) if known else given


def read_register(file: Path, settings: Settings) -> Register:
    """The register in a TOML file, with references checked; raises a sentence that names the entry."""
    data = read_toml(file)
    only_tables(file, data, (*TABLES, *OF_SETTINGS) if file.name == SETTINGS else TABLES)
    read = partial(read_entries, file, data)
    instruments = read("instrument", lambda row: instrument_of(row, settings), fields=INSTRUMENT)
    known_instruments = {each.key: each for each in instruments}
    guides = read("guide", lambda row: guide_of(row, settings, known_instruments), fields=GUIDE)
    known_guides = {each.key: each for each in guides}
    questions = read(
        "question",
        lambda row: question_of(row, settings, row.known("guide", known_guides)),
        fields=QUESTION,
        identity=("guide", "key"),
    )
    people = read("participant", lambda row: participant_of(row, settings), fields=PARTICIPANT, identity=("code",))
    return Register(instruments, guides, questions, people)
