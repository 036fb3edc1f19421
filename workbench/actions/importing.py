"""Bringing files in: each is read, linked to people and stored by itself, so that a stop in between loses nothing."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.linking import find_participants, segment
from corpus.participants import Participant
from corpus.readers import read_document
from corpus.reading import Reading, ReadingOptions, make_document
from corpus.segments import Segment
from study.errors import StorageError, StudyError
from study.folder import Study
from study.ids import imported_id
from study.messages import N_
from study.messages import translate as _
from study.store import Store
from workbench.errors import NameTaken, NoFiles, UnknownGuide, UnknownInstrument
from workbench.progress import Progress, silent

INSTRUMENT_KINDS = {
    DocumentKind.TRANSCRIPT: InstrumentKind.INTERVIEW,
    DocumentKind.COMMUNITY: InstrumentKind.COMMUNITY,
    DocumentKind.REPORT_OF_INTERVIEW: InstrumentKind.INTERVIEW,
}
INSTRUMENT_TITLES = {
    InstrumentKind.INTERVIEW: N_("Interviews {people}"),
    InstrumentKind.COMMUNITY: N_("Online community {people}"),
    InstrumentKind.DESK: N_("Desk research"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person says about the files of one round; what is left open is detected or has a sensible default.

    `groups` are labels of several people at once; `told_by` the codes of those whose talk a report of an interview
    renders.
    """

    perspective: str | None = None
    kind: DocumentKind | None = None
    instrument: str | None = None
    guide: str | None = None
    language: str = "nl"
    held_on: date | None = None
    title: str | None = None
    interviewers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    asked_in: dict[int, str] = field(default_factory=dict)
    reading: ReadingOptions = field(default_factory=ReadingOptions)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: `status` is imported, already, preview or refused; `sentence` says why."""

    file: str
    status: str
    reading: Reading | None = None
    new_participants: tuple[str, ...] = ()
    sentence: str | None = None
    exit_code: int = 0


def import_files(
    study: Study,
    files: Sequence[Path],
    choices: Choices,
    *,
    by: str,
    dry_run: bool = False,
    progress: Progress = silent,
) -> tuple[Imported, ...]:
    """Bring files in one by one; a file that cannot be read is reported and the rest goes on.

    Raises at once when the choices themselves are wrong (an unknown perspective, instrument or guide).
    """
    check_choices(study, choices)
    results = []
    for done, file in enumerate(files):
        progress(_("Reading {file}", file=file.name), total=len(files), done=done)
        results.append(_import_or_refuse(study, file, choices, by=by, dry_run=dry_run))
    progress(_("Ready"), total=len(files), done=len(files))
    return tuple(results)


def find_files(names: Iterable[str]) -> tuple[Path, ...]:
    """The files that are meant: names, patterns (also where the shell does not fill them in) and whole folders.

    Raises `NoFiles` when a pattern or folder gives nothing.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            matches = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        elif any(sign in name for sign in "*?[") and not path.exists():
            matches = sorted(Path(each) for each in glob.glob(name, recursive=True))  # noqa: PTH207 - takes any pattern
        else:
            matches = [path]
        if not matches:
            raise NoFiles(names=name)
        found.extend(matches)
    return tuple(dict.fromkeys(found))


def check_choices(study: Study, choices: Choices) -> None:
    """Nothing, when perspective, instrument and guide exist; raises a sentence otherwise."""
    if choices.perspective:
        study.settings.perspective(choices.perspective)
    with study.reading() as store:
        instruments, guides = store.records(Instrument, Guide)
    _check_key(choices.instrument, instruments, UnknownInstrument)
    _check_key(choices.guide, guides, UnknownGuide)


def _check_key(
    key: str | None, known: Sequence[Instrument | Guide], complaint: type[UnknownInstrument | UnknownGuide]
) -> None:
    if key and key not in {each.key for each in known}:
        raise complaint(name=key, known=", ".join(each.key for each in known) or "–")


def _import_or_refuse(study: Study, file: Path, choices: Choices, *, by: str, dry_run: bool) -> Imported:
    try:
        return import_file(study, file, choices, by=by, dry_run=dry_run)
    except StorageError:
        raise  # the disk or the server: the next file would fail in the same way
    except StudyError as problem:
        return Imported(file.name, "refused", sentence=str(problem), exit_code=problem.exit_code)


def import_file(study: Study, file: Path, choices: Choices, *, by: str, dry_run: bool = False) -> Imported:
    """Read one file and store it: document, turns, and participants that are new. All of it or nothing.

    Raises what the reader raises, and `NameTaken` when another document came from a file of this name.
    """
    reading = read_document(file, options=choices.reading)
    with study.reading() as store:
        if _is_there(store, reading):
            return Imported(file.name, "already", reading)
    if dry_run:
        return Imported(file.name, "preview", reading)
    with study.store(by=by) as store:
        if _is_there(store, reading):
            return Imported(file.name, "already", reading)
        guide = store.only(Guide, key=choices.guide) if choices.guide else None
        instrument, new_instrument = _instrument(study, store, reading, choices, guide)
        people = _people(study, store, reading, choices)
        document = make_document(
            replace(reading, title=choices.title or reading.title),
            study_id=study.settings.id,
            kind=choices.kind,
            instrument=instrument,
            guide=guide,
            language=choices.language,
            held_on=choices.held_on,
        )
        store.add(*new_instrument, *people, document)
        store.add(*_segments(study, store, document, reading, choices, guide))
    return Imported(file.name, "imported", reading, tuple(each.code for each in people))


def _is_there(store: Store, reading: Reading) -> bool:
    """Whether this very file was imported before; raises `NameTaken` for another one of its name."""
    if store.count(Document, digest=reading.digest):
        return True
    if store.count(Document, source=reading.source):
        raise NameTaken(file=reading.source)
    return False


def _segments(
    study: Study, store: Store, document: Document, reading: Reading, choices: Choices, guide: Guide | None
) -> tuple[Segment, ...]:
    return segment(
        document,
        reading,
        study_id=study.settings.id,
        participants=_participants(store, document, reading, choices),
        interviewers=choices.interviewers,
        groups=choices.groups,
        questions=store.find(Question, guide_id=guide.id) if guide else (),
        asked_in=choices.asked_in,
    )


def _participants(store: Store, document: Document, reading: Reading, choices: Choices) -> tuple[Participant, ...]:
    """Who may speak in a document: of a report of an interview those whose talk it renders, where that is known."""
    everybody: tuple[Participant, ...] = store.records(Participant)[0]
    if document.kind != DocumentKind.REPORT_OF_INTERVIEW or reading.speakers():
        return everybody
    named = tuple(each for each in everybody if each.code in choices.told_by)
    return named or (everybody if len(everybody) == 1 else ())


def _people(study: Study, store: Store, reading: Reading, choices: Choices) -> tuple[Participant, ...]:
    if choices.perspective is None:
        return ()
    known: tuple[Participant, ...] = store.records(Participant)[0]
    return find_participants(
        reading,
        study_id=study.settings.id,
        perspective=choices.perspective,
        known=known,
        interviewers=choices.interviewers,
        groups=choices.groups,
    )


def _instrument(
    study: Study, store: Store, reading: Reading, choices: Choices, guide: Guide | None
) -> tuple[Instrument | None, tuple[Instrument, ...]]:
    """The instrument of a file, and the same one when it is new: named, that of the guide, or one per perspective."""
    if choices.instrument:
        return store.only(Instrument, key=choices.instrument), ()
    if guide:
        return store.get(Instrument, guide.instrument_id), ()
    document_kind = choices.kind or reading.kind
    kind = INSTRUMENT_KINDS.get(document_kind, InstrumentKind.DESK)
    perspective = choices.perspective if kind is not InstrumentKind.DESK else None
    if perspective is None and kind is not InstrumentKind.DESK:
        return None, ()
    found = store.find(Instrument, kind=kind.value, perspective=perspective)
    if found:
        return found[0], ()
    made = _new_instrument(study, kind, perspective, ordinal=store.count(Instrument) + 1)
    return made, (made,)


def _new_instrument(study: Study, kind: InstrumentKind, perspective: str | None, *, ordinal: int) -> Instrument:
    people = study.settings.perspective(perspective).label if perspective else ""
    key = f"{kind.value}-{perspective}" if perspective else kind.value
    title = _(INSTRUMENT_TITLES[kind], people=people.lower())
    return Instrument(imported_id(study.settings.id, "instrument", key), key, title, kind, perspective, ordinal)
