"""Google Meet (docx): a transcript with times above its turns, and the summary of a program in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.documents import DocumentKind, normalise_text
from corpus.errors import NotWhatItSays, UnknownShape
from corpus.readers.bodies import Body
from corpus.readers.docx import BESIDE, DOCUMENT, beside
from corpus.readers.drafts import compose_reading
from corpus.readers.labels import find_labels
from corpus.readers.packages import holds_word, read_parts
from corpus.readers.paragraphs import Paragraph, gather_paragraphs
from corpus.readers.sources import Source, clean_text
from corpus.readers.word_text import read_body
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from study.messages import translate as _

_TITLE = re.compile(r"\W*(?:transcript|transcriptie|transcriptions?)\W*", re.IGNORECASE)
_SUMMARY = re.compile(
    r"\W*(?:summary|samenvatting|notes|notities|details|quick recap|(?:suggested )?next steps"
    r"|voorgestelde (?:volgende )?stappen|vervolgstappen)\W*",
    re.IGNORECASE,
)
_TIME = re.compile(r"\s*\d{1,2}:\d{2}:\d{2}\s*")
_SYSTEM = re.compile(
    r"\s*(?:(?:transcription|transcript|recording) ended after [\d:]+"
    r"|(?:de )?(?:transcriptie|opname) (?:is )?(?:beëindigd|gestopt) na [\d:]+"
    r"|this editable transcript was computer generated.*|deze bewerkbare transcriptie is .*)\s*",
    re.IGNORECASE | re.DOTALL,
)


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely Google Meet made this: the title "Transcript", and under it times or its last words."""
    if not holds_word(source, limit=options.unpacked_limit, part=DOCUMENT, word=b"transcript"):
        return 0.0
    under = [each.text for each in _under_title(_body(source, options).paragraphs)]
    is_meet = any(_SYSTEM.fullmatch(each) for each in under) or any(map(_TIME.fullmatch, under))
    return 0.95 if is_meet else 0.0


def read(source: Source, options: ReadingOptions) -> Reading:
    """The turns under the title of the transcript; the summary above it is a loss, for nobody said it."""
    body = _body(source, options)
    under = _under_title(body.paragraphs)
    if not under:
        raise UnknownShape(file=source.name, expected=_("a heading “Transcript” with turns under it (Google Meet)"))
    losses = [*body.losses, *_above(body.paragraphs[: -len(under)])]
    spoken = list(_spoken(under, losses))
    lines = [line for each in spoken for line in each.text.split("\n")]
    labels = find_labels([_TIME.sub("", line, count=1) for line in lines], options=replace(options, speakers=True))
    _kind, found = gather_paragraphs(
        spoken, options=replace(options, speakers=True, names=(*options.names, *sorted(labels)))
    )
    found.losses.extend(losses)
    return compose_reading(source, found, kind=DocumentKind.TRANSCRIPT, format="meet", title=_title(body))


def _body(source: Source, options: ReadingOptions) -> Body:
    parts = read_parts(source, limit=options.unpacked_limit, wanted=(DOCUMENT, *BESIDE))
    if DOCUMENT not in parts:
        raise NotWhatItSays(file=source.name, suffix=".docx")
    body = read_body(parts[DOCUMENT])
    body.losses += beside(parts)
    return body


def _under_title(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs under the title of the transcript; none without one."""
    place = next((place for place, each in enumerate(paragraphs) if _TITLE.fullmatch(each.text)), None)
    return () if place is None else paragraphs[place + 1 :]


def _above(paragraphs: Sequence[Paragraph]) -> Iterator[Loss]:
    """What stands above the turns: from the first heading of a summary on it is the summary."""
    kind = LossKind.HEADER
    for each in paragraphs[:-1]:
        kind = LossKind.SUMMARY if _SUMMARY.fullmatch(each.text) else kind
        if each.text.strip():
            yield Loss(kind, each.text, each.line)
    yield Loss(LossKind.HEADER, paragraphs[-1].text, paragraphs[-1].line)


def _spoken(paragraphs: Sequence[Paragraph], losses: list[Loss]) -> Iterator[Paragraph]:
    """The turns; a time on a line of its own goes to the words under it."""
    time = ""
    for each in paragraphs:
        text, unseen = clean_text(normalise_text(each.text))
        losses.extend(Loss(loss.kind, loss.text, each.line) for loss in unseen)
        if _SYSTEM.fullmatch(text):
            losses.append(Loss(LossKind.SYSTEM, text, each.line))
        elif _TIME.fullmatch(text):
            losses.extend([Loss(LossKind.TIME, time, each.line)] if time else [])
            time = text.strip()
        elif text.strip():
            yield replace(each, text=f"{time} {text.lstrip()}" if time else text)
            time = ""
    losses.extend([Loss(LossKind.TIME, time)] if time else [])


def _title(body: Body) -> str | None:
    titles = (each.text for each in body.paragraphs[:3] if each.heading and not _TITLE.fullmatch(each.text))
    return next((" ".join(each.split()) for each in titles if each.strip()), None)
