"""Loss reports: what was left out of a document when it was read, in numbers; the left-out words are not kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.reading import LOSS_LABELS, LossKind, Reading, count_signs
from study.messages import translate

SHOWN_LINES = 20
"""So many line numbers are kept of each kind; the number of pieces says how many there were."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pieces of one kind that are in no turn: how many, their characters (white space apart), where the first lie."""

    kind: LossKind
    pieces: int
    characters: int
    lines: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """What the pieces were, in the language of the reader."""
        return translate(LOSS_LABELS[self.kind])


@dataclass(frozen=True, slots=True)
class LossReport:
    """Of one document: how its file was read, how many characters became speech, and what was left out."""

    id: str
    document_id: str
    format: str
    encoding: str | None
    characters: int
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lost(self) -> int:
        """How many characters (white space apart) were left out."""
        return sum(each.characters for each in self.left_out)


def report_losses(reading: Reading, *, document_id: str) -> LossReport:
    """The loss report of a reading, under the id of the document it became."""
    return LossReport(
        id=document_id,
        document_id=document_id,
        format=reading.format,
        encoding=reading.encoding,
        characters=count_signs(reading.text),
        left_out=_left_out(reading),
        notes=reading.notes,
    )


def _left_out(reading: Reading) -> tuple[LeftOut, ...]:
    lines: dict[LossKind, list[int]] = {}
    pieces: dict[LossKind, int] = {}
    for loss in reading.losses:
        pieces[loss.kind] = pieces.get(loss.kind, 0) + 1
        if loss.line is not None and len(lines.setdefault(loss.kind, [])) < SHOWN_LINES:
            lines[loss.kind].append(loss.line)
    counted: Mapping[LossKind, int] = reading.lost()
    return tuple(
        LeftOut(kind, pieces[kind], characters, tuple(lines.get(kind, ()))) for kind, characters in counted.items()
    )
