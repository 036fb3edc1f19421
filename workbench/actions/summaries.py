"""Summaries: what became of the documents of an import, in numbers; the texts themselves are not kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus.documents import DocumentKind
from corpus.loss_reports import LossReport
from corpus.reading import LossKind, Reading
from study.errors import StudyError
from workbench.actions.previewing import Preview

SPOKEN = (DocumentKind.TRANSCRIPT, DocumentKind.COMMUNITY, DocumentKind.SURVEY)


@dataclass(frozen=True, slots=True)
class Summary:
    """A reading in numbers; `characters` of speech and those left out are counted without white space."""

    format: str
    encoding: str | None
    certainty: float
    kind: DocumentKind
    columns: Mapping[str, str]
    notes: tuple[str, ...]
    turns: int
    speakers: tuple[str, ...]
    characters: int
    left_out: Mapping[LossKind, int]

    @property
    def lost(self) -> int:
        """How many characters were left out of all kinds together."""
        return sum(self.left_out.values())

    @property
    def nobody_speaks(self) -> bool:
        """Whether this is talk in which no speaker is named."""
        return self.kind in SPOKEN and not self.speakers


def summarise(reading: Reading, report: LossReport) -> Summary:
    """A reading in numbers, those of its loss report among them."""
    return Summary(
        format=reading.format,
        encoding=reading.encoding,
        certainty=reading.certainty,
        kind=reading.kind,
        columns=reading.columns,
        notes=reading.notes,
        turns=len(reading.turns),
        speakers=reading.speakers(),
        characters=report.characters,
        left_out={each.kind: each.characters for each in report.left_out},
    )


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one document of a file: `status` is imported, already, preview or refused.

    `recalled` is what was chosen for an earlier file of the round and holds for this one; `problem` why it was
    refused, or of a preview why it would be; `counts` whether its speakers become respondents.
    """

    file: str
    status: str
    summary: Summary | None = None
    preview: Preview | None = None
    new_participants: tuple[str, ...] = ()
    problem: StudyError | None = None
    document_id: str | None = None
    recalled: Mapping[str, str] = field(default_factory=dict)
    counts: bool = True

    @property
    def sentence(self) -> str | None:
        """Why it was refused, in the language of whoever reads it."""
        return str(self.problem) if self.problem else None

    @property
    def exit_code(self) -> int:
        """That of the family of the problem; 0 when all went well."""
        return self.problem.exit_code if self.problem and self.status == "refused" else 0


@dataclass(frozen=True, slots=True)
class Totals:
    """What came of several documents together."""

    documents: int
    stored: int
    turns: int
    speakers: int
    characters: int
    left_out: Mapping[LossKind, int]


def count_up(results: Iterable[Imported]) -> Totals:
    """What came of these documents together; of those that were there already or were refused nothing came."""
    some = tuple(results)
    read = [each.summary for each in some if each.summary is not None and each.status in {"imported", "preview"}]
    left_out: Counter[LossKind] = Counter()
    for each in read:
        left_out.update(each.left_out)
    return Totals(
        documents=len(some),
        stored=sum(each.status == "imported" for each in some),
        turns=sum(each.turns for each in read),
        speakers=len({speaker for each in read for speaker in each.speakers}),
        characters=sum(each.characters for each in read),
        left_out=dict(sorted(left_out.items())),
    )
