"""The intake: one file after another is read and its documents are stored, with what was learned of the study kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from corpus.documents import Document, DocumentKind
from corpus.errors import CorpusError
from corpus.guides import Guide
from corpus.linking import add_traits, find_participants, segment
from corpus.loss_reports import LossReport, report_losses
from corpus.participants import Participant
from corpus.readers import iterate_documents
from corpus.readers.sources import Source, open_source
from corpus.reading import Reading, make_document
from corpus.rounds import format_of
from corpus.segments import Segment
from study.errors import StorageError, StudyError
from study.folder import Study
from study.keys import Ask
from study.store import Store
from study.vault import Vault
from workbench.actions.choices import SURE_ENOUGH, Choices, settles_reading
from workbench.actions.indexing import index_documents
from workbench.actions.previewing import preview_reading
from workbench.actions.rounds import KnownRecords, check_choices, find_instrument, keep_choice, recall
from workbench.actions.speaking import with_known_names
from workbench.actions.summaries import Imported, summarise
from workbench.errors import MisfitWithRound, NameTaken, Unsure


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it would be brought in: its bytes, the readings in it, and the choices they were read with."""

    source: Source
    readings: Iterator[Reading]
    choices: Choices
    recalled: Mapping[str, str]

    def about(self, reading: Reading, status: str, report: LossReport | None = None) -> Imported:
        """What became of one of the readings, with its loss report where there is one already."""
        counts = bool(self.choices.perspective or self.choices.instrument)
        summary = summarise(reading, report or report_losses(reading, document_id=""))
        return Imported(reading.source, status, summary, recalled=self.recalled, counts=counts)


class Intake:
    """Brings files into a study one by one, under the name of one person."""

    def __init__(self, study: Study, *, by: str, ask: Ask | None = None) -> None:
        self._study = study
        self._by = by
        self._ask = cache(ask) if ask else None  # a person types the key once
        self._register = KnownRecords()

    def stay_open(self) -> AbstractContextManager[object]:
        """A block in which the database stays open: else SQLite folds its log in after every file."""
        return self._study.reading()

    def check(self, choices: Choices) -> None:
        """Nothing; raises when perspective, instrument or topic list are not there, or the vault cannot be opened."""
        self.check_choices(choices)
        self._vault(choices)

    def check_choices(self, choices: Choices) -> None:
        """Nothing; raises when perspective, instrument or topic list are not there."""
        with self._study.reading() as store:
            self._register.follow(store)
        check_choices(choices, self._study.settings, self._register)

    def preview(self, file: Path, choices: Choices, *, most: int | None = None) -> tuple[Imported, ...]:
        """What would become of the (first) documents in a file; nothing is stored."""
        seen: list[Imported] = []
        try:
            looked = self._look(file, choices)
            if looked is None:
                return (Imported(file.name, "already"),)
            seen.extend(self._preview(looked, each) for each in islice(looked.readings, most))
        except StorageError:
            raise
        except StudyError as problem:
            seen.append(Imported(file.name, "refused", problem=problem))
        return tuple(seen)

    def bring_in(self, file: Path, choices: Choices) -> tuple[Imported, ...]:
        """What became of the documents in a file: each stored whole or not at all, what cannot be read refused."""
        stored: list[Imported] = []
        try:
            looked = self._look(file, choices)
            if looked is None:
                return (Imported(file.name, "already"),)
            with _original(self._vault(looked.choices), looked.source, stored):
                stored.extend(self._store_or_refuse(looked, each) for each in looked.readings)
        except StorageError:
            raise  # the disk or the server: the next file would fail in the same way
        except StudyError as problem:
            stored.append(Imported(file.name, "refused", problem=problem))
        return tuple(stored)

    def _vault(self, choices: Choices) -> Vault | None:
        return self._study.vault(ask=self._ask) if choices.keep_original else None

    def _look(self, file: Path, choices: Choices) -> Looked | None:
        """The file as it would be brought in; None when it was imported before."""
        source = open_source(file, limit=choices.reading.unpacked_limit)
        with self._study.reading() as store:
            if store.count(Document, digest=source.digest):
                return None
            self._register.follow(store)
        found, recalled = recall(choices, self._register, format=format_of(file.name))
        check_choices(found, self._study.settings, self._register)
        return Looked(source, _read(source, found, recalled), found, recalled)

    def _preview(self, looked: Looked, reading: Reading) -> Imported:
        try:
            with self._study.reading() as store:
                status = "already" if _is_there(store, reading) else "preview"
        except NameTaken as problem:
            return replace(looked.about(reading, "refused"), problem=problem)
        report = report_losses(reading, document_id="")
        seen = preview_reading(reading, report, looked.choices)
        return replace(looked.about(reading, status, report), preview=seen, problem=_doubt(looked, reading))

    def _store_or_refuse(self, looked: Looked, reading: Reading) -> Imported:
        try:
            if problem := _doubt(looked, reading):
                raise problem
            return self._store(looked, reading)
        except StorageError:
            raise
        except StudyError as problem:
            self._register.forget()
            return replace(looked.about(reading, "refused"), problem=problem)

    def _store(self, looked: Looked, reading: Reading) -> Imported:
        """The one place where a document comes into a study: with its turns, people, instrument and loss report."""
        choices, register, settings = looked.choices, self._register, self._study.settings
        with self._study.store(by=self._by) as store:
            register.follow(store)
            if _is_there(store, reading):
                return looked.about(reading, "already")
            guide = register.guide(choices.guide) if choices.guide else None
            instrument, is_new = find_instrument(choices, register, settings, detected=reading.kind)
            people = self._new_people(reading, choices)
            document = make_document(
                replace(reading, title=choices.title or reading.title),
                study_id=settings.id,
                kind=choices.kind,
                instrument=instrument,
                guide=guide,
                language=choices.language,
                held_on=choices.held_on,
            )
            made = ((instrument,) if instrument and is_new else ()) + people
            store.add(*made, document)
            segments = self._segments(document, reading, choices, guide, people)
            store.add(*segments)
            index_documents(store, (document,), segments)
            report = report_losses(reading, document_id=document.id)
            store.add(report)
            register.take_in(store, *made)
            if learned := add_traits(reading, register.all(Participant)):
                store.replace(*learned)
                register.forget()
            format = format_of(looked.source.name)
            if keep_choice(store, choices, register, study_id=settings.id, instrument=instrument, format=format):
                register.forget()
        codes = tuple(each.code for each in people)
        return replace(looked.about(reading, "imported", report), new_participants=codes, document_id=document.id)

    def _new_people(self, reading: Reading, choices: Choices) -> tuple[Participant, ...]:
        if choices.perspective is None:
            return ()
        return find_participants(
            reading,
            study_id=self._study.settings.id,
            perspective=choices.perspective,
            known=self._known_people(),
            interviewers=choices.interviewers,
            groups=choices.groups,
        )

    def _known_people(self) -> tuple[Participant, ...]:
        """Everybody in the study, also by the names in the vault: a sheet brought in before says who speaks."""
        return with_known_names(self._study, self._register.all(Participant), ask=self._ask)

    def _segments(
        self, document: Document, reading: Reading, choices: Choices, guide: Guide | None, new: tuple[Participant, ...]
    ) -> tuple[Segment, ...]:
        return segment(
            document,
            reading,
            study_id=self._study.settings.id,
            participants=_who_may_speak(document, reading, choices, (*self._known_people(), *new)),
            interviewers=choices.interviewers,
            groups=choices.groups,
            questions=self._register.questions(guide) if guide else (),
            asked_in=choices.asked_in,
        )


def _read(source: Source, choices: Choices, recalled: Mapping[str, str]) -> Iterator[Reading]:
    """The documents in a file, each read when it is asked for."""
    try:
        yield from iterate_documents(source, options=choices.reading)
    except CorpusError as problem:
        if recalled:
            raise MisfitWithRound(file=source.name, reason=problem) from problem
        raise


def _who_may_speak(
    document: Document, reading: Reading, choices: Choices, everybody: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Everybody; in a report of an interview only those whose talk it renders, where that is known."""
    if document.kind != DocumentKind.REPORT_OF_INTERVIEW or reading.speakers():
        return everybody
    named = tuple(each for each in everybody if each.code in choices.told_by)
    return named or (everybody if len(everybody) == 1 else ())


def _doubt(looked: Looked, reading: Reading) -> Unsure | None:
    """Why this reading is not stored without a person's word, if there is a reason."""
    if reading.certainty >= SURE_ENOUGH or settles_reading(looked.choices):
        return None
    options = "--column ROLE=HEAD" if reading.headers else "--transcript, --prose, --name LABEL"
    return Unsure(file=reading.source, certainty=f"{reading.certainty:.2f}", needed=SURE_ENOUGH, options=options)


def _is_there(store: Store, reading: Reading) -> bool:
    """Whether this very document was imported before; raises `NameTaken` for another one of its name."""
    if store.count(Document, digest=reading.digest):
        return True
    if store.count(Document, source=reading.source):
        raise NameTaken(file=reading.source)
    return False


@contextmanager
def _original(vault: Vault | None, source: Source, stored: Sequence[Imported]) -> Iterator[None]:
    """A block in which documents are stored; the original lies in the vault afterwards when any of them was."""
    if vault is None:
        yield
        return
    name = f"originals/{source.digest}"
    vault.put(name, source.data)
    try:
        yield
    finally:
        if not any(each.status in {"imported", "already"} for each in stored):
            vault.remove(name)
