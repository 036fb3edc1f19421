"""Material: what most actions load first: the records of a study and the two tables that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.passages import passages
from corpus.asked import asked, covered
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.config import Settings
from study.folder import Study
from study.store import Store
from synthesis.eligible import Eligible, add_assumptions
from workbench.actions.sight import check_sight
from workbench.errors import NothingCoded, NothingImported

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class Material:
    """Everything up to and including coding, of one moment."""

    settings: Settings
    instruments: tuple[Instrument, ...]
    guides: tuple[Guide, ...]
    questions: tuple[Question, ...]
    participants: tuple[Participant, ...]
    documents: tuple[Document, ...]
    segments: tuple[Segment, ...]
    groups: tuple[CodeGroup, ...]
    codes: tuple[Code, ...]
    codings: tuple[Coding, ...]

    @cached_property
    def passages(self) -> pandas.DataFrame:
        """The tidy table of coded passages (coding.passages)."""
        return passages(
            self.documents,
            self.participants,
            self.segments,
            self.codes,
            self.codings,
            questions=self.questions,
            instruments=self.instruments,
            groups=self.groups,
        )

    @cached_property
    def asked(self) -> Eligible:
        """Who was asked about what: respondents by phase, topic and assumption."""
        register = (self.instruments, self.guides, self.questions, self.documents, self.segments, self.participants)
        table = asked(*register, phases=self.settings.phases)
        return Eligible(add_assumptions(table, *register), covered=covered(*register))

    @property
    def guides_known(self) -> bool:
        """Whether the study has any topic list."""
        return bool(self.guides)

    def coded(self) -> Material:
        """The material itself; raises `NothingImported` or `NothingCoded` when there is nothing to count."""
        if not self.documents:
            raise NothingImported
        if not self.codings:
            raise NothingCoded
        return self


def load_material(study: Study) -> Material:
    """The material of a study, read in one go; raises `BlindNow` for whom an open round hides some of it."""
    with study.reading() as store:
        check_sight(store)
        return material_in(store, study.settings)


def material_in(store: Store, settings: Settings) -> Material:
    """The material that stands in an open store."""
    kinds = (Instrument, Guide, Question, Participant, Document, Segment, CodeGroup, Code, Coding)
    return Material(settings, *store.records(*kinds))
