"""Material: what most actions load first: the records of a study and the two tables that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.passages import passages
from corpus.asked import asked
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment
from study.config import Settings
from study.folder import Study
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
    def asked(self) -> pandas.DataFrame:
        """Who was asked about what (corpus.asked)."""
        return asked(self.instruments, self.guides, self.questions, self.documents, self.segments, self.participants)

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
    """The material of a study, read in one go."""
    kinds = (Instrument, Guide, Question, Participant, Document, Segment, CodeGroup, Code, Coding)
    with study.reading() as store:
        return Material(study.settings, *store.records(*kinds))
