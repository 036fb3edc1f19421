"""Whisper, WhisperX and whisper.cpp (json): segments with times and sometimes a speaker, joined to turns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.documents import DocumentKind
from corpus.errors import UnknownShape
from corpus.readers.drafts import Draft, Findings, compose_reading
from corpus.readers.json_files import Value, first_of, load_json, mapping_of, mappings_in, number_of, text_of
from corpus.readers.labels import fold_labels
from corpus.readers.sources import Source
from corpus.readers.times import read_clock
from corpus.readers.voices import UNNAMED
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from corpus.speakers import fold_label
from study.messages import N_
from study.messages import translate as _

SEGMENTS = ("segments", "transcription", "chunks")
EXPECTED = N_("segments with a text (Whisper), or posts with a text and an author (a community)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Segment:
    """What was heard between two moments, in seconds; `speaker` None when the file does not say whose it is."""

    text: str
    speaker: str | None
    start: float | None
    end: float | None


KNOWN = frozenset({"text", "speaker", "start", "end", "timestamp", "timestamps"})
"""The fields of a segment that are read."""


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely this is what Whisper wrote: segments with a text and times."""
    segments = _find_segments(load_json(source, options)[0])
    return (
        0.95 if any("text" in each and {"start", "timestamp", "timestamps"} & each.keys() for each in segments) else 0
    )


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of a Whisper file: segments of one speaker joined; without speakers a sentence is never cut."""
    value, encoding = load_json(source, options)
    found = Findings()
    segments = list(_read_segments(value, found.losses, options))
    if not segments:
        raise UnknownShape(file=source.name, expected=_(EXPECTED))
    for last, segment in zip([None, *segments], segments, strict=False):
        _take(segment, last, found, join=options.join_speakers)
    _lose_rest(value, segments, found)
    named = sum(each.speaker is not None for each in found.drafts)
    found.certainty = round(UNNAMED + (1.0 - UNNAMED) * named / max(1, len(found.drafts)), 2)
    found.notes.append(_pattern(named > 0))
    return compose_reading(source, found, kind=DocumentKind.TRANSCRIPT, format="whisper", encoding=encoding)


def _find_segments(value: Value) -> list[Mapping[str, Value]]:
    record = mapping_of(value)
    return mappings_in(next((record[name] for name in SEGMENTS if name in record), value))


def _read_segments(value: Value, losses: list[Loss], options: ReadingOptions) -> Iterator[_Segment]:
    nobody = fold_labels(options.no_names)
    for line, each in enumerate(_find_segments(value), start=1):
        text = text_of(each.get("text"), line, losses).strip()
        speaker = " ".join(text_of(_speaker(each), line, losses).split())
        start, end = _times(each)
        others = (value for key, value in each.items() if key not in KNOWN and isinstance(value, str))
        losses.extend(Loss(LossKind.COLUMN, value, line) for value in others if value.strip())
        if text:
            yield _Segment(text, speaker if speaker and fold_label(speaker) not in nobody else None, start, end)


def _speaker(segment: Mapping[str, Value]) -> Value:
    """Who speaks in a segment: as it says, else who says most of its words."""
    words = Counter(str(each["speaker"]) for each in mappings_in(segment.get("words")) if each.get("speaker"))
    return segment.get("speaker") or next((name for name, _ in words.most_common(1)), None)


def _times(segment: Mapping[str, Value]) -> tuple[float | None, float | None]:
    """When a segment starts and ends: by its own times, else by those of its words."""
    words = mappings_in(segment.get("words"))
    pair = segment.get("timestamp")
    ends = pair if isinstance(pair, list) and len(pair) == 2 else (None, None)
    clock = mapping_of(segment.get("timestamps"))
    start = _moment(segment.get("start"), ends[0], clock.get("from"), *(each.get("start") for each in words))
    end = _moment(segment.get("end"), ends[1], clock.get("to"), *(each.get("end") for each in reversed(words)))
    return start, None if end is None or start is None or end < start else end


def _moment(*values: Value) -> float | None:
    """The first of the values that is a time, in seconds."""
    moments = (read_clock(each) if isinstance(each, str) and ":" in each else number_of(each) for each in values)
    return next((each for each in moments if each is not None), None)


def _take(segment: _Segment, last: _Segment | None, found: Findings, *, join: bool) -> None:
    if join and last is not None and _goes_on(last, segment):
        found.drafts[-1].add(segment.text, between=" ")
        found.drafts[-1].ends_at = segment.end if segment.end is not None else found.drafts[-1].ends_at
    else:
        found.drafts.append(Draft(segment.text, segment.speaker, segment.start, segment.end))


def _goes_on(last: _Segment, segment: _Segment) -> bool:
    """Whether a segment belongs to the turn before: of one speaker, or a sentence that nobody ended."""
    if last.speaker != segment.speaker:
        return False
    return segment.speaker is not None or _SENTENCE_ENDS.search(last.text) is None


def _lose_rest(value: Value, segments: Sequence[_Segment], found: Findings) -> None:
    """The whole text that stands beside the segments says the same again; when it does not, it is a loss."""
    whole = text_of(first_of(mapping_of(value), ("text",)), None, [])
    said = "".join("".join(each.text.split()) for each in segments)
    if "".join(whole.split()) not in ("", said):
        found.losses.append(Loss(LossKind.COLUMN, whole))


def _pattern(named: bool) -> str:
    if named:
        return _("Segments of one speaker are joined to turns.")
    return _("The file names no speakers: a turn goes on until a sentence ends.")
