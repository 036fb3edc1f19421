"""Voices: who says what in the cues of a subtitle file, joined to turns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.readers.cues import Cue
from corpus.readers.drafts import Draft, Findings
from corpus.readers.labels import find_labels, find_opening, fold_labels, is_sure_label
from corpus.reading import Loss, LossKind, ReadingOptions
from corpus.speakers import fold_label
from study.messages import translate as _

_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
UNNAMED = 0.6
"""How sure a reading is of cues that name nobody: the times are, who speaks is not known."""
_DIRECTION = re.compile("&(?:lrm|rlm);")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of speech in one line of a cue; `speaker` None when no tag says whose."""

    text: str
    speaker: str | None
    cue: Cue


def gather_turns(cues: Sequence[Cue], *, tags: re.Pattern[str], options: ReadingOptions) -> Findings:
    """The turns in cues: by voice tag, else by a label at the start of a line that is one of the file's speakers.

    A cue of which nobody is known to be the speaker is a turn of its own.
    """
    found = Findings()
    nobody = fold_labels(options.no_names)
    pieces = [_unless(nobody, piece) for cue in cues for piece in _pieces(cue, tags, found)]
    labels = _labels(pieces, options)
    _join_pieces(_resolve(pieces, labels, found), found, join=options.join_speakers)
    found.notes.append(_pattern(pieces, labels))
    found.certainty = _certainty(pieces, found.drafts, options)
    return found


def _unless(nobody: frozenset[str], piece: _Piece) -> _Piece:
    """The piece, of nobody when a person says that its label is no speaker."""
    is_nobody = piece.speaker is not None and fold_label(piece.speaker) in nobody
    return replace(piece, speaker=None) if is_nobody else piece


def _certainty(pieces: Sequence[_Piece], drafts: Sequence[Draft], options: ReadingOptions) -> float:
    """How sure it is who speaks: by voice tag or sure label; guessed and missing labels take off."""
    if options.speakers is not None or not drafts:
        return 1.0
    sure = fold_labels(piece.speaker for piece in pieces if piece.speaker)
    weights = (_weight(each.speaker, sure, options) for each in drafts)
    return round(UNNAMED + (1.0 - UNNAMED) * sum(weights) / len(drafts), 2)


def _weight(speaker: str | None, sure: frozenset[str], options: ReadingOptions) -> float:
    if speaker is None:
        return 0.0
    return 1.0 if fold_label(speaker) in sure or is_sure_label(speaker, options=options) else 0.5


def _pieces(cue: Cue, tags: re.Pattern[str], found: Findings) -> Iterator[_Piece]:
    """The lines of a cue cut at voice tags; all tags go to the losses."""
    speaker = None
    for offset, line in enumerate(cue.lines, start=1):
        if "<" not in line and "{" not in line:
            yield _Piece(_plain(line, found, cue), speaker, cue)
            continue
        start = 0
        gathered: list[str] = []
        for tag in tags.finditer(line):
            gathered.append(line[start : tag.start()])
            start = tag.end()
            voice = _voice(tag[0])
            found.losses.append(Loss(LossKind.LABEL if voice else LossKind.MARKUP, tag[0], cue.line + offset))
            if voice is not None:
                yield _Piece(_plain("".join(gathered), found, cue), speaker, cue)
                speaker, gathered = voice or None, []
        yield _Piece(_plain("".join([*gathered, line[start:]]), found, cue), speaker, cue)


@lru_cache(maxsize=1000)
def _voice(tag: str) -> str | None:
    """The speaker a tag opens, "" when it closes a voice, None when it is no voice tag."""
    if tag == "</v>":
        return ""
    opened = re.fullmatch(r"<v(?:\.\S*)?\s+([^<>]*)>", tag)
    return " ".join(unescape(opened[1]).split()) if opened else None


def unescape(text: str) -> str:
    """The text with its entities as characters; an ampersand that starts none stays.

    >>> unescape("R&amp;D &lt;intern&gt; a&parade")
    'R&D <intern> a&parade'
    """
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _plain(text: str, found: Findings, cue: Cue) -> str:
    if "&" not in text:
        return text
    for mark in _DIRECTION.findall(text):
        found.losses.append(Loss(LossKind.INVISIBLE, mark, cue.line))
    return unescape(_DIRECTION.sub("", text))


def _labels(pieces: Sequence[_Piece], options: ReadingOptions) -> frozenset[str]:
    if options.speakers is False:
        return frozenset()
    return find_labels(
        [piece.text for piece in pieces if piece.speaker is None and piece.text.strip()], options=options
    )


def _resolve(pieces: Iterable[_Piece], labels: frozenset[str], found: Findings) -> Iterator[_Piece]:
    """The pieces with their speakers: a label holds for the following lines of its cue."""
    cue, speaker = None, None
    for piece in pieces:
        if piece.cue is not cue:
            cue, speaker = piece.cue, None
        opening = find_opening(piece.text) if labels and piece.speaker is None else None
        if opening is not None and fold_label(opening.label) in labels:
            found.losses.append(Loss(LossKind.LABEL, piece.text[: opening.end], piece.cue.line))
            speaker = opening.label
            yield replace(piece, text=piece.text[opening.end :], speaker=speaker)
        else:
            yield piece if piece.speaker or speaker is None else replace(piece, speaker=speaker)


def _join_pieces(pieces: Iterable[_Piece], found: Findings, *, join: bool) -> None:
    last: _Piece | None = None
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        if last is not None and _goes_on(last, piece, join=join):
            found.drafts[-1].add(text, between=" ")
            found.drafts[-1].ends_at = max(found.drafts[-1].ends_at or 0, piece.cue.end)
        else:
            found.drafts.append(Draft(text, piece.speaker, piece.cue.start, piece.cue.end))
        last = piece


def _goes_on(last: _Piece, piece: _Piece, *, join: bool) -> bool:
    """Whether a piece belongs to the turn of the one before it; nobody known is never the same speaker twice."""
    if last.speaker != piece.speaker:
        return False
    return last.cue is piece.cue or (join and piece.speaker is not None)


def _pattern(pieces: Sequence[_Piece], labels: frozenset[str]) -> str:
    if any(piece.speaker for piece in pieces):
        return _("Speakers are named in voice tags.")
    if labels:
        return _("Speakers are named before a colon.")
    return _("The file names no speakers: every cue is a turn.")
