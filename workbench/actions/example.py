"""The example study: its files are made, imported and coded, and the whole road is walked with them.

Every step may be repeated: what is there already is left alone, so a stop in between is mended by the same command.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from coding.codings import Coding, StatementKind, Valence, Vocabulary, code_span
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.participants import Participant
from corpus.reading import ReadingOptions
from study.errors import NoStudyHere
from study.files import make_folder, write_whole
from study.folder import Study, open_study
from study.ids import imported_id
from study.messages import translate as _
from synthesis.evidence import Evidence, Stance
from workbench.actions.checking import mark_checked
from workbench.actions.choices import Choices, RoundUse
from workbench.actions.codebook import import_codebook
from workbench.actions.codings import identified, vocabulary
from workbench.actions.findings import import_findings
from workbench.actions.goals import import_goals
from workbench.actions.importing import import_file
from workbench.actions.logic import import_logic
from workbench.actions.points import import_points
from workbench.actions.process import import_process
from workbench.actions.register import import_register
from workbench.actions.saving import put
from workbench.actions.sessions import import_sessions
from workbench.actions.starting import start_study
from workbench.actions.testing import import_whole_theory
from workbench.errors import AnotherStudy
from workbench.example import FOLDER
from workbench.example.makers import make_file
from workbench.example.marks import Mark
from workbench.example.sources import PROSE, Source, read_sources
from workbench.progress import Progress, silent

CODER = "marit"
MATERIAL = "materiaal"
STANCES = {"+": Stance.SUPPORTS, "~": Stance.NUANCES, "-": Stance.CONTRADICTS}


def make_example(folder: Path, *, backwards: bool = False, progress: Progress = silent) -> Study:
    """The example study in this folder, complete up to its voting sessions.

    `backwards` imports the documents in the opposite order, which changes nothing that is counted or printed. Raises
    `AnotherStudy` when the folder holds a study that is not the example.
    """
    study = _open_or_start(folder)
    sources = read_sources(FOLDER / "sources")[:: -1 if backwards else 1]
    progress(_("Register and codebook"))
    import_register(study, FOLDER / "register.toml", by=CODER)
    import_codebook(study, FOLDER / "codebook.toml", by=CODER)
    for done, source in enumerate(sources):
        progress(_("Reading {file}", file=source.key), total=len(sources), done=done)
        import_source(study, source)
    mark_checked(study, _everything(study), by=CODER)
    progress(_("Codings"))
    refs = code_sources(study, sources)
    progress(_("Findings, theory, improvement points, sessions"))
    import_findings(study, FOLDER / "findings.toml", by=CODER, refs=refs)
    import_whole_theory(study, FOLDER / "theory.toml", by=CODER, refs=refs)
    import_points(study, FOLDER / "points.toml", by=CODER)
    _import_models(study, refs)
    import_sessions(study, FOLDER / "sessions.toml", by=CODER)
    return study


def _everything(study: Study) -> list[str]:
    """The documents (ids): all of them fiction, so that there is nobody to look for."""
    with study.reading() as store:
        return [each.id for each in store.records(Document)[0]]


def _import_models(study: Study, refs: Mapping[str, str]) -> None:
    """Bring in the process map, the logic model and the goal tree."""
    import_process(study, FOLDER / "process.toml", by=CODER, refs=refs)
    import_logic(study, FOLDER / "logic.toml", by=CODER, refs=refs)
    import_goals(study, FOLDER / "goals.toml", by=CODER)


def _open_or_start(folder: Path) -> Study:
    """The example as far as it was made, or a new one; a study of somebody's own is left alone."""
    try:
        study = open_study(folder)
    except NoStudyHere:
        return start_study(folder, settings=_settings())
    if study.settings.title != tomllib.loads(_settings())["study"]["title"]:
        raise AnotherStudy(folder=folder)
    return study


def _settings() -> str:
    """The settings of the example, with the place for an identity of its own."""
    text = (FOLDER / "study.toml").read_text(encoding="utf-8")
    return text.replace("[study]\n", '[study]\nid = "{id}"\n', 1)


def _make(study: Study, source: Source) -> Path:
    """The file of a source, as a team would have it, in the folder with material."""
    name, data = make_file(source)
    file = study.folder / MATERIAL / name
    make_folder(file.parent)
    if not file.exists() or file.read_bytes() != data:
        write_whole(file, data)
    return file


def import_source(study: Study, source: Source) -> None:
    """Make the file of a source and bring it in, with its people under the labels they have there."""
    labels = {about["participant"]: label for label, about in source.speakers.items() if "participant" in about}
    with study.store(by=CODER) as store:
        participants: tuple[Participant, ...] = store.records(Participant)[0]
        put(store, *(_known_as(each, labels[each.code]) for each in participants if each.code in labels))
    choices = Choices(
        kind=DocumentKind(source.about["kind"]),
        instrument=source.about["instrument"],
        guide=source.about.get("guide"),
        language=source.about.get("language", "nl"),
        held_on=source.about["held_on"],
        title=source.about["title"],
        interviewers=_labels_of(source, "interviewer"),
        groups=_labels_of(source, "group"),
        told_by=tuple(labels) if source.form in PROSE else (),
        asked_in=_questions(study, source),
        reading=ReadingOptions(speakers=False if source.form in PROSE else None),
        keep_original=False,
        round_use=RoundUse.APART,
    )
    import_file(study, _make(study, source), choices, by=CODER)


def _known_as(participant: Participant, label: str) -> Participant:
    """The participant with this label beside those of other documents."""
    return replace(participant, labels=tuple(sorted({*participant.labels, label})))


def _labels_of(source: Source, role: str) -> tuple[str, ...]:
    return tuple(label for label, about in source.speakers.items() if about.get("role") == role)


def _questions(study: Study, source: Source) -> dict[int, str]:
    """Which question (id) the turn with this place, from 0, puts."""
    guide_key = source.about.get("guide")
    if guide_key is None:
        return {}
    with study.reading() as store:
        guide = store.only(Guide, key=guide_key)
        ids = {each.key: each.id for each in store.find(Question, guide_id=guide.id)}
    return {place: ids[turn.more["vraag"]] for place, turn in enumerate(source.turns) if "vraag" in turn.more}


def code_sources(study: Study, sources: tuple[Source, ...]) -> dict[str, str]:
    """Store the codings and stances of all marks; returns the coding id of every named mark."""
    refs: dict[str, str] = {}
    with study.store(by=CODER) as store:
        words = vocabulary(store, study.settings)
        documents = {Path(each.source).stem: each for each in store.records(Document)[0]}
        codings: dict[str, Coding] = {}
        evidence: dict[str, Evidence] = {}
        for source in sources:
            document = documents[source.key]
            for start, mark in _placed_marks(source, document):
                for coder in mark.coders:
                    made = _coding(study, document, start, mark, coder, words)
                    codings[made.id] = made
                    if coder == CODER:
                        refs |= {mark.ref: made.id} if mark.ref else {}
                        evidence |= {each.id: each for each in _evidence(study, mark, made)}
        put(store, *codings.values())
        put(store, *evidence.values())
    return refs


def _placed_marks(source: Source, document: Document) -> Iterator[tuple[int, Mark]]:
    """Every mark with the place in the document where its turn starts."""
    start = 0
    for turn in source.turns:
        start = document.text.index(turn.text, start)
        yield from ((start, mark) for mark in turn.marks)
        start += len(turn.text)


def _coding(study: Study, document: Document, start: int, mark: Mark, coder: str, words: Vocabulary) -> Coding:
    facets = mark.facets
    made = code_span(
        document,
        start + mark.start,
        start + mark.end,
        coder=coder,
        vocabulary=words,
        code=mark.code,
        phase=facets.get("phase"),
        actor=facets.get("actor"),
        valence=Valence(facets["valence"]) if "valence" in facets else None,
        kind=StatementKind(facets["kind"]) if "kind" in facets else None,
        intensity=int(facets["intensity"]) if "intensity" in facets else None,
    )
    return identified(made, study.settings.id, document)


def _evidence(study: Study, mark: Mark, coding: Coding) -> Iterator[Evidence]:
    for assumption, sign in mark.stances:
        identity = imported_id(study.settings.id, "stance", f"{coding.id}/{assumption}")
        yield Evidence(identity, assumption, STANCES[sign], coding_id=coding.id)
