"""Drafts: turns whose place in the text is not yet known, and the reading they make together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.documents import DocumentKind
from corpus.errors import NoTurns
from corpus.readers.sources import Source
from corpus.reading import Loss, Reading, Turn
from corpus.segments import Part

BETWEEN_TURNS = "\n\n"


@dataclass(slots=True)
class Draft:
    """A turn in the making: its text grows while the reader goes on; `reply_to` is an index among the drafts."""

    text: str = ""
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

    def add(self, text: str, *, between: str) -> None:
        """Let the turn go on with more text."""
        self.text = f"{self.text}{between}{text}" if self.text else text


@dataclass(slots=True)
class Findings:
    """What a reader gathers on its way through a file."""

    drafts: list[Draft] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    certainty: float = 1.0


def compose_reading(
    source: Source,
    found: Findings,
    *,
    kind: DocumentKind,
    format: str,
    encoding: str | None = None,
    title: str | None = None,
) -> Reading:
    """The reading of a file: its drafts placed one after another; raises `NoTurns` when nothing was said."""
    text, turns = place_turns(found.drafts)
    if not turns:
        raise NoTurns(file=source.name)
    return Reading(
        title=title or source.stem,
        kind=kind,
        text=text,
        turns=turns,
        losses=tuple(sorted(found.losses, key=_position)),
        digest=source.digest,
        source=source.name,
        encoding=encoding,
        format=format,
        notes=tuple(found.notes),
        certainty=found.certainty,
    )


def _position(loss: Loss) -> int:
    return loss.line or 0


def place_turns(drafts: Sequence[Draft]) -> tuple[str, tuple[Turn, ...]]:
    """One text of all drafts that say something, and the turns in it; replies follow to their new places."""
    texts = [unicodedata.normalize("NFC", draft.text).strip() for draft in drafts]
    spoken = [index for index, text in enumerate(texts) if text]
    places = {old: new for new, old in enumerate(spoken)}
    turns: list[Turn] = []
    start = 0
    for index in spoken:
        turns.append(_turn(drafts[index], start, start + len(texts[index]), places))
        start = turns[-1].end + len(BETWEEN_TURNS)
    return BETWEEN_TURNS.join(_pick(texts, spoken)), tuple(turns)


def _pick(texts: Sequence[str], indexes: Iterable[int]) -> list[str]:
    return [texts[index] for index in indexes]


def _turn(draft: Draft, start: int, end: int, places: dict[int, int]) -> Turn:
    return Turn(
        start=start,
        end=end,
        speaker=draft.speaker,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        posted_at=draft.posted_at,
        reply_to=None if draft.reply_to is None else places.get(draft.reply_to),
        key=draft.key,
        thread=draft.thread,
        prompt=draft.prompt,
        likes=draft.likes,
        page=draft.page,
        part=draft.part,
    )
