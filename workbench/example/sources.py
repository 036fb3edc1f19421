"""Sources of the example study: Markdown with inline marks, read as turns, spans and codings.

A mark is `[[CODE FACETS|CODERS #ref: text]]`; marks may be nested. Facets: `@1` phase, `>jobcoach` actor,
`=pijnpunt` valence, `?ervaring` kind, `!2` intensity, `A2+` stance on an assumption.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPOKEN = frozenset({"vtt-teams", "vtt-zoom", "docx-teams"})
"""Forms that keep no paragraphs inside a turn."""

_TURN = re.compile(
    r"^## (?P<time>\d{4}-\d\d-\d\d \d\d:\d\d|\d\d:\d\d:\d\d) (?P<speaker>.+?)(?: \{(?P<more>[^}]*)\})?$", re.M
)
_OPEN = re.compile(r"\[\[(?P<what>[^|\[\]]+)\|(?P<who>[^:\[\]]+): ")
_STANCE = re.compile(r"^(A\d+)([+~-])$")


class BadSource(ValueError):
    """A source of the example that does not keep to its form; says file and place, for whoever writes it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span [start, end) of a turn's plain text with what each of the coders put on it."""

    start: int
    end: int
    code: str | None
    facets: Mapping[str, str]
    stances: tuple[tuple[str, str], ...]
    coders: tuple[str, ...]
    ref: str | None


@dataclass(frozen=True, slots=True)
class SourceTurn:
    """A turn, post or paragraph; `more` holds what stood between braces (vraag, id, op, draad, eens)."""

    time: str | None
    speaker: str | None
    more: Mapping[str, str]
    text: str
    marks: tuple[Mark, ...]


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


def read_sources(folder: Path) -> tuple[Source, ...]:
    """All sources in the folder, in the order of their names."""
    return tuple(read_source(file) for file in sorted(folder.glob("*.md")))


def read_source(file: Path) -> Source:
    """One source; raises `BadSource` where it leaves the form."""
    _, front, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    about = tomllib.loads(front)
    try:
        return Source(about, tuple(_turns(body, about["form"])))
    except BadSource as problem:
        raise BadSource(f"{file.name}: {problem}") from None


def _turns(body: str, form: str) -> Iterator[SourceTurn]:
    if form == "md":
        for paragraph in _paragraphs(body):
            text, marks = _unmark(paragraph.lstrip("# ") if paragraph.startswith("#") else paragraph)
            yield SourceTurn(None, None, {}, text, marks)
        return
    heads = list(_TURN.finditer(body))
    ends = [head.start() for head in heads[1:]] + [len(body)]
    for head, end in zip(heads, ends, strict=True):
        paragraphs = _paragraphs(body[head.end() : end])
        text, marks = _unmark((" " if form in SPOKEN else "\n\n").join(paragraphs))
        more = dict(pair.split("=", 1) for pair in (head["more"] or "").split())
        yield SourceTurn(head["time"], head["speaker"], more, text, marks)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in re.split(r"\n\s*\n", text) if each.strip()]


def _unmark(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text and its marks."""
    plain: list[str] = []
    length, place = 0, 0
    open_marks: list[tuple[int, re.Match[str]]] = []
    marks: list[Mark] = []
    while place < len(marked):
        if head := _OPEN.match(marked, place):
            open_marks.append((length, head))
            place = head.end()
        elif marked.startswith("]]", place) and open_marks:
            start, head = open_marks.pop()
            marks.append(_mark(start, length, head))
            place += 2
        else:
            plain.append(marked[place])
            length, place = length + 1, place + 1
    text = "".join(plain)
    if open_marks or "[[" in text or "]]" in text:
        raise BadSource(f"a mark is not closed or not well formed near “{marked[:60]}”")
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _mark(start: int, end: int, head: re.Match[str]) -> Mark:
    code, *facets = head["what"].split()
    coders, _, ref = head["who"].partition("#")
    names = {"@": "phase", ">": "actor", "=": "valence", "?": "kind", "!": "intensity"}
    stances = tuple((found[1], found[2]) for facet in facets if (found := _STANCE.match(facet)))
    own = {names[facet[0]]: facet[1:] for facet in facets if facet[0] in names}
    if len(own) + len(stances) != len(facets) or end <= start:
        raise BadSource(f"the mark “{head[0]}” has a facet of no known form, or holds no text")
    return Mark(
        start,
        end,
        None if code == "." else code,
        own,
        stances,
        tuple(coder.strip() for coder in coders.split(",")),
        ref.strip() or None,
    )
