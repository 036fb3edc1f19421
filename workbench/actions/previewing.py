"""Previews: what a person looks at before a file is stored: who speaks how often, what is left out, the first turns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus.loss_reports import LeftOut, LossReport
from corpus.reading import LossKind, Reading
from corpus.segments import Role
from corpus.speakers import fold_label, is_group_voice, is_interviewer
from workbench.actions.choices import SURE_ENOUGH, Choices

FIRST_TURNS = 6
FIRST_PIECES = 3
LONGEST_TURN = 240
LONGEST_PIECE = 80


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker label: in how many turns it stands, and as whose voice they will be kept."""

    label: str
    turns: int
    role: Role


@dataclass(frozen=True, slots=True)
class Piece:
    """The beginning of something that is left out, and its line."""

    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Omission:
    """What is left out of one kind, with the first pieces of it."""

    left_out: LeftOut
    first: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FirstTurn:
    """One of the first turns: who, when (seconds, or the date of a post) and its first words."""

    speaker: str | None
    starts_at: float | None
    posted_at: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is to be seen of a reading beside its numbers; `unnamed` turns have no speaker.

    `headers` are those of a table, `sheets` those of a workbook.
    """

    unnamed: int
    is_sure: bool
    headers: tuple[str, ...]
    sheets: tuple[str, ...]
    voices: tuple[Voice, ...]
    omissions: tuple[Omission, ...]
    first: tuple[FirstTurn, ...]


def preview_reading(reading: Reading, report: LossReport, choices: Choices) -> Preview:
    """What a person looks at of a reading that was made with these choices, and of its loss report."""
    pieces: dict[LossKind, list[Piece]] = {}
    for loss in reading.losses:
        some = pieces.setdefault(loss.kind, [])
        if len(some) < FIRST_PIECES and loss.text.strip():
            some.append(Piece(loss.line, cut(loss.text, LONGEST_PIECE)))
    return Preview(
        unnamed=sum(each.speaker is None for each in reading.turns),
        is_sure=reading.certainty >= SURE_ENOUGH,
        headers=reading.headers,
        sheets=reading.sheets,
        voices=_voices(reading, choices),
        omissions=tuple(Omission(each, tuple(pieces.get(each.kind, ()))) for each in report.left_out),
        first=tuple(
            FirstTurn(each.speaker, each.starts_at, each.posted_at, cut(reading.text_of(each), LONGEST_TURN))
            for each in reading.turns[:FIRST_TURNS]
        ),
    )


def _voices(reading: Reading, choices: Choices) -> tuple[Voice, ...]:
    counts = Counter(each.speaker for each in reading.turns if each.speaker is not None)
    together = frozenset(map(fold_label, choices.groups))
    return tuple(Voice(label, number, _role(label, choices, together)) for label, number in counts.items())


def _role(label: str, choices: Choices, together: frozenset[str]) -> Role:
    if fold_label(label) in together or is_group_voice(label):
        return Role.GROUP
    return Role.INTERVIEWER if is_interviewer(label, interviewers=choices.interviewers) else Role.RESPONDENT


def cut(text: str, longest: int) -> str:
    """The text on one line, cut at a word where it is too long.

    >>> cut("Niemand belde\\nmij terug", 16)
    'Niemand belde …'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words, _space, _rest = line[: longest - 1].rpartition(" ")
    return f"{words or line[: longest - 2]} …"
