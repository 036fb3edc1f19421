"""The desk: the study as the pages read it. What is loaded or counted is kept until the study changes."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.rounds import CodingRound
from coding.tables import coders_so_far
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from prioritisation.ballots import Ballot
from prioritisation.consultations import Consultation
from prioritisation.sessions import VotingSession
from reports.sources import Sources
from study.folder import Study
from study.journal import Entry
from synthesis.evidence import Evidence, LiteratureSearch
from synthesis.experience import ExperienceMap
from synthesis.findings import Finding
from synthesis.process import ProcessStep
from synthesis.theory import Assumption
from synthesis.topics import TopicFit
from synthesis.verdicts import AssumptionMatrix, Override
from workbench.actions.maps import map_of
from workbench.actions.material import Material
from workbench.actions.sight import check_rounds
from workbench.actions.testing import load_matrix
from workbench.actions.topics import topic_fits
from workbench.actions.voting import Consulted, Counted, list_sessions
from workbench.web.offsets import Offsets
from workbench.web.work import Work

R = TypeVar("R")
T = TypeVar("T")
MATERIAL = (Instrument, Guide, Question, Participant, Document, Segment, CodeGroup, Code, Coding)
TESTED = (*MATERIAL, Assumption, Evidence, LiteratureSearch, Override)
LOOK_BACK = 200
"""So many lines of the journal are read to see what changed; after more changes than that all is loaded again."""


class Desk:
    """One study for one application; safe to use from many threads.

    Records are kept by kind and read again only when the journal says that this kind changed, so that a new coding
    does not load 100,000 turns again.
    """

    def __init__(self, study: Study) -> None:
        self.study = study
        self.settings = study.settings
        self.work = Work()
        self._lock = RLock()
        self._last: Entry | None = None
        self._coders: tuple[str, ...] = ()
        self._records: dict[type, tuple[Any, ...]] = {}
        self._versions: dict[str, int] = {}
        self._derived: dict[str, tuple[tuple[int, ...], Any]] = {}

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """All records of this kind; raises `BlindNow` for codings that an open round hides from whoever looks."""
        with self._lock:
            self._follow()
            if kind is Coding:
                self._check_sight()
            self._load(kind)
            return cast("tuple[R, ...]", self._records[kind])

    def kept(self, name: str, kinds: tuple[type, ...], make: Callable[[], T], *, is_blind: bool = False) -> T:
        """What `make` gives, made again only when one of these kinds changed.

        What rests on codings is not given to whom a round hides some (`BlindNow`), unless it `is_blind` to what they
        say.
        """
        with self._lock:
            self._follow()
            if Coding in kinds and not is_blind:
                self._check_sight()
            version = tuple(self._versions.get(kind.__name__, 0) for kind in kinds)
            if name not in self._derived or self._derived[name][0] != version:
                self._derived[name] = version, make()
            return cast(T, self._derived[name][1])

    @property
    def material(self) -> Material:
        """Everything up to and including coding."""
        return self.kept("material", MATERIAL, self._make_material)

    @property
    def journey(self) -> ExperienceMap:
        """The experience map."""
        return self.kept("journey", (*MATERIAL, Finding), lambda: map_of(self.material, self.records(Finding)))

    @property
    def matrix(self) -> AssumptionMatrix:
        """The assumption-testing matrix."""
        return self.kept("matrix", TESTED, lambda: load_matrix(self.study, self.material))

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The closed sessions with ballots, counted."""
        return tuple(each for each in self.lists if isinstance(each, Counted))

    @property
    def lists(self) -> tuple[Counted | Consulted, ...]:
        """The lists of all sessions that have one, counted and made in consultation."""
        return self.kept("lists", (VotingSession, Ballot, Consultation), lambda: list_sessions(self.study))

    @property
    def fits(self) -> tuple[TopicFit, ...]:
        """The topic models that are kept."""
        return self.kept("fits", (TopicFit,), lambda: topic_fits(self.study))

    @property
    def coders(self) -> tuple[str, ...]:
        """Everybody who coded so far."""
        return self.kept("coders", (Coding,), self._read_coders, is_blind=True)

    def coders_with(self, name: str | None) -> tuple[str, ...]:
        """Everybody who coded when it was last asked; asked again only for a name that was not among them."""
        if name not in self._coders:
            self._coders = self.coders
        return self._coders

    @property
    def voices(self) -> dict[str, Participant]:
        """The participants by id."""
        return self.kept("voices", (Participant,), lambda: {each.id: each for each in self.records(Participant)})

    def places(self, document_id: str) -> Offsets:
        """The places in the text of a document; raises `NotFound`."""
        return self.kept(f"places {document_id}", (Document,), lambda: self._make_places(document_id))

    def _read_coders(self) -> tuple[str, ...]:
        with self.study.reading() as store:
            return tuple(store.rows(coders_so_far()))

    def _make_places(self, document_id: str) -> Offsets:
        with self.study.reading() as store:
            return Offsets(store.get(Document, document_id).text)

    @property
    def sources(self) -> Sources:
        """What source lines are computed from."""
        material = self.material
        return Sources(material.passages, material.instruments, self.settings.perspectives)

    def _make_material(self) -> Material:
        self._load(*MATERIAL)
        material = Material(self.settings, *(self._records[kind] for kind in MATERIAL))
        # The tables are made here, under the lock, so that two pages never make them twice at once.
        _ = material.passages, material.asked
        return material

    def _load(self, *kinds: type) -> None:
        absent = [kind for kind in kinds if kind not in self._records]
        if absent:
            with self.study.reading() as store:
                self._records |= dict(zip(absent, store.records(*absent), strict=True))

    def _check_sight(self) -> None:
        self._load(CodingRound)
        check_rounds(self._records[CodingRound])

    def _follow(self) -> None:
        """Forget what changed since the last look."""
        with self.study.reading() as store:
            last = self._last
            lines = store.journal_after(last.number - 1, most=LOOK_BACK) if last else ()
            if lines == (last,):
                return
            newest = next(iter(store.journal(newest=1)), None)
        is_whole = bool(lines) and lines[0] == last and lines[-1] == newest
        changed = {each.kind for each in lines[1:]} if is_whole else None
        for kind in [each for each in self._records if changed is None or each.__name__ in changed]:
            del self._records[kind]
        for name in _kind_names() if changed is None else changed:
            self._versions[name] = self._versions.get(name, 0) + 1
        self._last = newest


def _kind_names() -> set[str]:
    return {kind.__name__ for kind in (*TESTED, Finding, VotingSession, Ballot, Consultation, TopicFit, ProcessStep)}


def desk_of(request: Request) -> Desk:
    """The desk of this application."""
    return cast(Desk, request.app.state.desk)


DeskOf = Annotated[Desk, Depends(desk_of)]
