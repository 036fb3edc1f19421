"""WebVTT (Teams, Zoom, WhisperX and others): cues with voice tags or "Name:" labels, joined to turns."""

from __future__ import annotations

import re

from corpus.documents import DocumentKind
from corpus.readers.cues import find_cues
from corpus.readers.drafts import compose_reading
from corpus.readers.sources import Source, decode
from corpus.readers.voices import gather_turns
from corpus.reading import Reading, ReadingOptions

HEADER = "WEBVTT"
# Only what WebVTT knows as a tag: "<3" and "<naam>" in speech are words.
TAGS = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>")


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of a WebVTT file; consecutive cues of one speaker are one turn."""
    decoded = decode(source, encoding=options.encoding)
    cues, losses = find_cues(decoded.text, file=source.name, only_sound=options.only_sound, header=HEADER)
    found = gather_turns(cues, tags=TAGS, options=options)
    found.losses.extend([*decoded.losses, *losses])
    return compose_reading(source, found, kind=DocumentKind.TRANSCRIPT, format="vtt", encoding=decoded.encoding)
