"""Readings: what a reader found in a file, turn by turn, with everything it left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.documents import Document, DocumentKind
from corpus.guides import Guide
from corpus.instruments import Instrument
from corpus.segments import Part
from study.ids import imported_id
from study.messages import N_, translate


class LossKind(StrEnum):
    """What a piece of the file was that is in no turn."""

    LABEL = "label"
    TIME = "time"
    CUE = "cue"
    MARKUP = "markup"
    INVISIBLE = "invisible"
    NOTE = "note"
    SYSTEM = "system"
    HEADER = "header"
    SUMMARY = "summary"
    NUMBER = "number"
    PAGE = "page"
    FOOTNOTE = "footnote"
    HYPHEN = "hyphen"
    REPAIR = "repair"
    DELETED = "deleted"
    COLUMN = "column"
    TRAIT = "trait"
    NO_TEXT = "no_text"
    QUOTED = "quoted"
    DOUBLED = "doubled"
    REACTION = "reaction"
    UNREADABLE = "unreadable"


LOSS_LABELS: Mapping[LossKind, str] = {
    LossKind.LABEL: N_("speaker labels (kept as speaker)"),
    LossKind.TIME: N_("times (kept as start and end)"),
    LossKind.CUE: N_("cue numbers and settings"),
    LossKind.MARKUP: N_("markup"),
    LossKind.INVISIBLE: N_("invisible characters"),
    LossKind.NOTE: N_("notes of the program"),
    LossKind.SYSTEM: N_("system lines"),
    LossKind.HEADER: N_("text before or after the turns"),
    LossKind.SUMMARY: N_("a summary that a program wrote"),
    LossKind.NUMBER: N_("line numbers"),
    LossKind.PAGE: N_("page headers and footers"),
    LossKind.FOOTNOTE: N_("footnotes and comments"),
    LossKind.HYPHEN: N_("hyphens of words broken at the end of a line"),
    LossKind.REPAIR: N_("signs that were mended (as they stood in the file)"),
    LossKind.DELETED: N_("deleted text (tracked changes)"),
    LossKind.COLUMN: N_("columns that were not used"),
    LossKind.TRAIT: N_("ticks, scales and numbers (kept as traits)"),
    LossKind.NO_TEXT: N_("posts without text"),
    LossKind.QUOTED: N_("quotes of earlier posts"),
    LossKind.DOUBLED: N_("posts that are in the file twice"),
    LossKind.REACTION: N_("reactions (kept as their number)"),
    LossKind.UNREADABLE: N_("parts that could not be read"),
}


@dataclass(frozen=True, slots=True)
class Loss:
    """A piece of the file that is in no turn: what it was, its text, its line (row, paragraph or page), from 1."""

    kind: LossKind
    text: str
    line: int | None = None

    @property
    def label(self) -> str:
        """What the piece was, in the language of the reader."""
        return translate(LOSS_LABELS[self.kind])


@dataclass(frozen=True, slots=True)
class Turn:
    """The span [start, end) of a reading's text that one person said or posted in one go.

    Times are seconds from the start of the recording. Of a community: `key` is the id of the post in its export,
    `reply_to` the index of the turn it answers, `posted_at` in ISO form, `prompt` the question its thread is about.
    Of a published text: the `page` (from 1) and the `part` it is.
    """

    start: int
    end: int
    speaker: str | None = None
    starts_at: float | None = None
    ends_at: float | None = None
    posted_at: str | None = None
    reply_to: int | None = None
    key: str | None = None
    thread: str | None = None
    prompt: str | None = None
    likes: int = 0
    page: int | None = None
    part: Part = Part.TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read: the text (the turns joined by blank lines), its turns, and what was left out.

    `kind` is what the file seems to be, `format` the reader that read it, `notes` what it decided, as sentences.
    `certainty` (0 to 1) is how sure the reader is that turns and speakers are what they seem; of a table, `columns`
    gives the header taken for each role and `headers` all there are, of a workbook `sheets` the names of its sheets,
    of a survey `traits` what else is known of each speaker by label.
    """

    title: str
    kind: DocumentKind
    text: str
    turns: tuple[Turn, ...]
    losses: tuple[Loss, ...]
    digest: str
    source: str
    encoding: str | None
    format: str
    notes: tuple[str, ...] = ()
    certainty: float = 1.0
    columns: Mapping[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    traits: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def text_of(self, turn: Turn) -> str:
        """The words of a turn."""
        return self.text[turn.start : turn.end]

    def lost(self) -> dict[LossKind, int]:
        """How many characters (white space apart) were left out, per kind."""
        counts: dict[LossKind, int] = {}
        for loss in self.losses:
            counts[loss.kind] = counts.get(loss.kind, 0) + count_signs(loss.text)
        return dict(sorted(counts.items()))

    def speakers(self) -> tuple[str, ...]:
        """The speaker labels of the file, in order of first appearance."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker is not None))


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person says about a file to overrule what a reader would detect.

    `speakers` False reads a text as prose and True as a transcript; `columns` gives the header for a role
    ("text", "author", "thread", "key", "parent", "date", "prompt", "likes"; of a survey "case", "date", "answer" and
    "trait", several headers parted by " | "); `only_sound` leaves out what cannot be
    read (into the losses) instead of refusing the file; `join_speakers` False keeps every cue a turn; `format` names
    the reader; `names` are labels that are speakers and `no_names` labels that are not, whatever the file looks like;
    `per` ("person" or "question") cuts the answers of a survey into documents.
    """

    format: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    speakers: bool | None = None
    join_speakers: bool = True
    only_sound: bool = False
    names: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    per: str | None = None
    unpacked_limit: int = 256 * 1024 * 1024


def count_signs(text: str) -> int:
    """How many characters of the text are no white space.

    >>> count_signs("Ja, \\n hoor")
    7
    """
    return sum(map(len, text.split()))


def make_document(
    reading: Reading,
    *,
    study_id: str,
    kind: DocumentKind | None = None,
    instrument: Instrument | None = None,
    guide: Guide | None = None,
    language: str = "nl",
    held_on: date | None = None,
) -> Document:
    """The document of a reading; the same file gives the same identity in the same study.

    `kind` None takes what the reader made of it.
    """
    return Document(
        id=imported_id(study_id, reading.digest),
        title=reading.title,
        text=reading.text,
        kind=kind or reading.kind,
        instrument_id=instrument.id if instrument else None,
        guide_id=guide.id if guide else None,
        language=language,
        held_on=held_on,
        source=reading.source,
        digest=reading.digest,
    )
