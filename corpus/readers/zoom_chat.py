"""The chat of a Zoom meeting (txt): a small community, with who answers whom and how many agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.documents import DocumentKind
from corpus.errors import UnknownShape
from corpus.readers.drafts import Draft, Findings, compose_reading
from corpus.readers.labels import fold_labels
from corpus.readers.reactions import count_likes
from corpus.readers.sources import Source, decode
from corpus.readers.times import read_clock
from corpus.reading import Loss, LossKind, Reading, ReadingOptions
from corpus.speakers import fold_label
from study.messages import translate as _
from study.messages import translate_count

# "00:12:03<tab>From Anna de Vries to Everyone:<tab>…", "From  Anna de Vries  to  Everyone:", "Anna de Vries:<tab>…".
_TO = r"(?:\s+(?:to|aan|naar)\s+(?P<to>[^:\t]{1,80}?))?"
_OPENING = re.compile(
    r"(?P<time>\d{1,2}:\d{2}:\d{2})(?:\t\s*|[ \xa0]+(?=(?:From|Van)\s))(?:(?:From|Van)\s+)?"
    rf"(?P<who>[^\t\n]{{1,80}}?){_TO}\s*:(?:\s+|$)"
)
_REPLY = re.compile(
    r'\s*(?:Replying to|Antwoord(?:en)? op|In antwoord op) ["“](?P<what>.*?)["”]\s*(?:\n+|$)', re.DOTALL
)
_REACTION = re.compile(
    r'\s*(?:Reacted to|Heeft gereageerd op|Reageerde op) ["“](?P<what>.*)["”]'
    r' (?:with|met) ["“]?(?P<sign>[^\s"”]{1,16})["”]?\s*',
    re.DOTALL,
)
_REMOVED = re.compile(
    r'\s*(?:Removed a|Heeft een) .{1,16} (?:reaction from|reactie verwijderd van) ["“].*["”]\s*', re.DOTALL
)
_EVERYONE = frozenset(("everyone", "iedereen", "all", "allen", "everybody"))
CUT = re.compile(r"\s*(?:\.\.\.|…)$")
SAMPLE = 16 * 1024
LONGEST_MEETING, DAY = 5 * 3600.0, 24 * 3600.0
"""Seconds: a chat that starts later than this has times of the day, not of the recording."""
SHORTEST = 0.3
"""The part of the lines that has to open a message, for a text to be a chat."""


@dataclass(slots=True)
class _Message:
    """A message as it stands in the file: who sent it when and to whom, and its lines."""

    line: int
    opening: str
    who: str
    to: str
    time: float
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


def recognise(source: Source, options: ReadingOptions) -> float:
    """How surely this is a chat: its first line opens a message after a tab, and so do many others."""
    sample = source.data[:SAMPLE]
    head = sample[: sample.rfind(b"\n") + 1] if len(source.data) > SAMPLE else sample
    lines = [
        each for each in decode(Source(source.name, head), encoding=options.encoding).text.split("\n") if each.strip()
    ]
    openings = [each for each in lines if _OPENING.match(each) and ("\t" in each or " From " in each)]
    if not lines or not _OPENING.match(lines[0]):
        return 0.0
    return 0.95 if len(openings) >= SHORTEST * len(lines) else 0.0


def read(source: Source, options: ReadingOptions) -> Reading:
    """The messages as posts; a reaction with a thumb counts for the message it is about."""
    decoded = decode(source, encoding=options.encoding)
    found = Findings(losses=list(decoded.losses))
    messages = _messages(decoded.text, found)
    if not messages:
        raise UnknownShape(file=source.name, expected=_("messages with a time, a name and a tab (the chat of Zoom)"))
    _count_from_first(messages, found)
    nobody = fold_labels(options.no_names)
    missed = sum(not _take(each, found, nobody) for each in messages)
    if missed:
        found.notes.append(
            translate_count(
                "{number} reply or reaction is to a message that is not in the file.",
                "{number} replies or reactions are to messages that are not in the file.",
                missed,
            )
        )
    return compose_reading(source, found, kind=DocumentKind.COMMUNITY, format="zoom_chat", encoding=decoded.encoding)


def _messages(text: str, found: Findings) -> list[_Message]:
    """The messages; what stands above the first is a loss."""
    messages: list[_Message] = []
    for number, line in enumerate(text.split("\n"), start=1):
        opened = _OPENING.match(line)
        time = read_clock(opened["time"]) if opened else None
        if opened is not None and time is not None:
            to, who = " ".join((opened["to"] or "").split()), " ".join(opened["who"].split())
            messages.append(_Message(number, opened[0], who, to, time, [line[opened.end() :]]))
        elif messages:
            messages[-1].lines.append(line.strip())
        elif line.strip():
            found.losses.append(Loss(LossKind.HEADER, line, number))
    return messages


def _count_from_first(messages: Sequence[_Message], found: Findings) -> None:
    """Times of the day say nothing of the recording: they count from the first message, which is told."""
    first = messages[0].time
    if first < LONGEST_MEETING:
        return
    for each in messages:
        each.time = (each.time - first) % DAY
    found.notes.append(_("The times are those of a clock: they are counted from the first message."))


def _take(message: _Message, found: Findings, nobody: frozenset[str]) -> bool:
    """Put a message among the turns; whether what it answers is there."""
    found.losses.append(Loss(LossKind.LABEL, message.opening, message.line))
    reaction = _REACTION.fullmatch(message.text)
    if reaction is not None or _REMOVED.fullmatch(message.text):
        return _count(message, reaction, found)
    reply = _REPLY.match(message.text)
    place = _find(reply["what"], found.drafts) if reply else None
    text = message.text[reply.end() :] if reply else message.text
    if reply is not None:
        found.losses.append(Loss(LossKind.QUOTED, reply[0], message.line))
    if fold_label(message.to) not in {"", *_EVERYONE}:
        found.notes.append(_("Line {line} was said to one person and not to everyone.", line=message.line))
    speaker = None if fold_label(message.who) in nobody else message.who
    found.drafts.append(Draft(text, speaker, starts_at=message.time, reply_to=place))
    return reply is None or place is not None


def _count(message: _Message, reaction: re.Match[str] | None, found: Findings) -> bool:
    """Let a reaction count for its message, when it agrees; whether that message is there."""
    found.losses.append(Loss(LossKind.REACTION, message.text, message.line))
    place = _find(reaction["what"], found.drafts) if reaction else None
    if reaction is not None and place is not None:
        found.drafts[place].likes += count_likes(reaction["sign"]) or 0
    return reaction is None or place is not None


def _find(quoted: str, drafts: Sequence[Draft]) -> int | None:
    """The place of the latest message that starts with these words, which Zoom cuts off after some."""
    words = "".join(CUT.sub("", quoted).split())
    texts = enumerate("".join(each.text.split()) for each in drafts)
    return next((place for place, text in reversed(list(texts)) if words and text.startswith(words)), None)
