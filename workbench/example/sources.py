"""Sources of the example study: Markdown with inline marks, read as turns, spans and codings.

Every fault is named with its file and line, all faults of a file together, for whoever writes it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.documents import DocumentKind
from workbench.example.marks import BadMark, Mark, take_marks

SPOKEN = frozenset({"vtt-teams", "vtt-zoom", "docx-teams"})
"""Forms that keep no paragraphs inside a turn."""
POSTED = frozenset({"csv", "xlsx"})
"""Forms of a community: posts with a date, an id and a thread."""
PROSE = frozenset({"md", "docx-text", "pdf-text"})
"""Forms without turns: paragraphs and `#` headings."""
FORMS = SPOKEN | POSTED | PROSE | {"docx-handmade"}
NEEDED = ("key", "title", "kind", "form", "instrument", "held_on")
"""What the front matter must hold."""

_TURN = re.compile(
    r"## (?P<time>\d{4}-\d\d-\d\d \d\d:\d\d|\d\d:\d\d:\d\d) (?P<speaker>.+?)(?: \{(?P<more>[^}]*)\})?\s*"
)
_HEADING = re.compile(r"(#{1,4}) +")
_TOML_LINE = re.compile(r"\(at line (\d+)")
_MORE = frozenset({"vraag", "id", "op", "draad", "eens"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file of the example: where, and what."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        """The fault as editors can follow it."""
        return f"{self.file}:{self.line}: {self.sentence}"


class BadSource(ValueError):
    """A source of the example that does not keep to its form; a line for every fault."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class SourceTurn:
    """A turn, post or paragraph; `more` holds what stood between braces (vraag, id, op, draad, eens).

    `heading` is the level of a heading in prose, 0 for all else; `line` the place in the source, from 1.
    """

    time: str | None
    speaker: str | None
    more: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]
    heading: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the example: its front matter and its turns."""

    about: Mapping[str, Any]
    turns: tuple[SourceTurn, ...]

    @property
    def key(self) -> str:
        """The name of the document, also the stem of its file."""
        return str(self.about["key"])

    @property
    def form(self) -> str:
        """The form of the file that is made of it."""
        return str(self.about["form"])

    @property
    def speakers(self) -> Mapping[str, Mapping[str, str]]:
        """What the front matter says of every label: `participant` or `role`."""
        speakers: Mapping[str, Mapping[str, str]] = self.about.get("speakers", {})
        return speakers


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(slots=True)
class _Reader:
    """Reads the body of one file and gathers its faults."""

    file: str
    form: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, sentence: str) -> None:
        """Note what is wrong and go on."""
        self.faults.append(Fault(self.file, line, sentence))


def read_sources(folder: Path) -> tuple[Source, ...]:
    """All sources in the folder, in the order of their names."""
    return tuple(read_source(file) for file in sorted(folder.glob("*.md")))


def read_source(file: Path) -> Source:
    """One source; raises `BadSource` with all its faults where it leaves the form."""
    source, faults = try_source(file)
    if source is None or faults:
        raise BadSource(faults)
    return source


def try_source(file: Path) -> tuple[Source | None, tuple[Fault, ...]]:
    """As much of a source as can be read (None without good front matter), and its faults by line."""
    lines = file.read_text(encoding="utf-8").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "+++"][:2]
    if len(fences) < 2 or fences[0] != 0:
        return None, (Fault(file.name, 1, "the front matter must stand between two lines “+++” at the top"),)
    about, fault = _front_matter(file.name, lines[1 : fences[1]])
    if fault is not None:
        return None, (fault,)
    reader = _Reader(file.name, str(about["form"]))
    body = [_Line(number, text) for number, text in enumerate(lines, start=1) if number > fences[1] + 1]
    turns = tuple(_paragraph_turns(reader, body) if reader.form in PROSE else _turns(reader, body))
    if not turns and not reader.faults:
        reader.fault(len(lines), "there is no text yet")
    return Source(about, turns), tuple(sorted(reader.faults, key=lambda each: each.line))


def _front_matter(file: str, lines: list[str]) -> tuple[dict[str, Any], Fault | None]:
    try:
        about = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as problem:
        found = _TOML_LINE.search(str(problem))
        return {}, Fault(file, int(found[1]) + 1 if found else 1, f"the front matter is no good TOML: {problem}")
    if missing := [each for each in NEEDED if each not in about]:
        return {}, Fault(file, 1, f"the front matter lacks {', '.join(missing)}")
    for name, known in (("form", sorted(FORMS)), ("kind", [each.value for each in DocumentKind])):
        if about[name] not in known:
            return {}, Fault(file, 1, f"{name} = “{about[name]}” is not one of {', '.join(known)}")
    return about, None


def _paragraph_turns(reader: _Reader, body: list[_Line]) -> Iterator[SourceTurn]:
    for line, paragraph in _paragraphs(body):
        mark = _HEADING.match(paragraph)
        text, marks = _unmark(reader, line, paragraph[mark.end() :] if mark else paragraph)
        yield SourceTurn(None, None, {}, text, marks, heading=len(mark[1]) if mark else 0, line=line)


def _turns(reader: _Reader, body: list[_Line]) -> Iterator[SourceTurn]:
    starts = [place for place, line in enumerate(body) if _HEADING.match(line.text)]
    for stray in _paragraphs(body[: starts[0] if starts else len(body)]):
        reader.fault(stray[0], "text stands before the first turn (## TIME SPEAKER)")
    for start, end in pairwise([*starts, len(body)]):
        number = body[start].number
        head = _TURN.fullmatch(body[start].text)
        if head is None:
            reader.fault(number, f"no turn: “{body[start].text[:60]}”; expected ## TIME SPEAKER {{attributes}}")
            continue
        _check_time(reader, number, head["time"])
        paragraphs = [_unmark(reader, *each) for each in _paragraphs(body[start + 1 : end])]
        if not paragraphs:
            reader.fault(number, "this turn has no text")
        text, marks = _joined(paragraphs, " " if reader.form in SPOKEN else "\n\n")
        more = _more(reader, number, head["more"] or "")
        yield SourceTurn(head["time"], head["speaker"], more, text, marks, line=number)


def _check_time(reader: _Reader, line: int, time: str) -> None:
    if (len(time) > 8) != (reader.form in POSTED):
        expected = "2026-03-30 09:02" if reader.form in POSTED else "00:01:27"
        reader.fault(line, f"the time “{time}” does not suit the form {reader.form}; expected as in {expected}")


def _more(reader: _Reader, line: int, written: str) -> dict[str, str]:
    """What stands between braces; of a post also its id and thread are asked."""
    pairs = [pair.partition("=") for pair in written.split()]
    more = {name: value for name, _, value in pairs if name in _MORE and value}
    if len(more) != len(pairs):
        reader.fault(line, f"“{{{written}}}” should hold NAME=VALUE once each, of {', '.join(sorted(_MORE))}")
    if reader.form in POSTED and not {"id", "draad"} <= more.keys():
        reader.fault(line, "a post needs {id=… draad=…}")
    if not more.get("eens", "0").isdecimal():
        reader.fault(line, f"eens={more['eens']} is no number")
    return more


def _paragraphs(lines: list[_Line]) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, a heading by itself, each on one line with the place where it starts."""
    gathered: list[_Line] = []
    for line in [*lines, _Line(0, "")]:
        heading = _HEADING.match(line.text) is not None
        if gathered and (heading or not line.text.strip() or _HEADING.match(gathered[0].text)):
            yield gathered[0].number, " ".join(" ".join(each.text for each in gathered).split())
            gathered = []
        if line.text.strip():
            gathered.append(line)


def _unmark(reader: _Reader, line: int, marked: str) -> tuple[str, tuple[Mark, ...]]:
    try:
        return take_marks(marked)
    except BadMark as problem:
        reader.fault(line, str(problem))
        return marked, ()


def _joined(paragraphs: list[tuple[str, tuple[Mark, ...]]], between: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks = "", []
    for paragraph, own in paragraphs:
        start = len(text) + len(between) if text else 0
        text = f"{text}{between}{paragraph}" if text else paragraph
        marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in own]
    return text, tuple(marks)
