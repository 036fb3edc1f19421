"""SubRip (Whisper and others): numbered cues, sometimes with "[SPEAKER_01]:" labels, joined to turns."""

from __future__ import annotations

import re

from corpus.documents import DocumentKind
from corpus.readers.cues import find_cues
from corpus.readers.drafts import compose_reading
from corpus.readers.sources import Source, decode
from corpus.readers.voices import gather_turns
from corpus.reading import Reading, ReadingOptions

TAGS = re.compile(r"</?(?:i|b|u|font)(?:\s[^<>]*)?>|\{\\an\d\}", re.IGNORECASE)


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns of a SubRip file; consecutive cues of one speaker are one turn."""
    decoded = decode(source, encoding=options.encoding)
    cues, losses = find_cues(decoded.text, file=source.name, only_sound=options.only_sound)
    found = gather_turns(cues, tags=TAGS, options=options)
    found.losses.extend([*decoded.losses, *losses])
    return compose_reading(source, found, kind=DocumentKind.TRANSCRIPT, format="srt", encoding=decoded.encoding)
