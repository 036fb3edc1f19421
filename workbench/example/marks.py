"""Marks: codings written in the text of a source, `[[CODE FACETS|CODERS #ref: text]]`; they may be nested.

Facets: `@1` phase, `>jobcoach` actor, `=pijnpunt` valence, `?ervaring` kind, `!2` intensity, `A2+` stance on an
assumption.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FACETS = {"@": "phase", ">": "actor", "=": "valence", "?": "kind", "!": "intensity"}

_OPEN = re.compile(r"\[\[(?P<what>[^|\[\]]+)\|(?P<who>[^:\[\]]+): ")
_STANCE = re.compile(r"^(A\d+)([+~-])$")
_NEAR = 50


class BadMark(ValueError):
    """A mark that does not keep to its form; says which."""


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


def take_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text of a paragraph and the marks on it, in their order; raises `BadMark`."""
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
            _refuse_stray(marked, place)
            plain.append(marked[place])
            length, place = length + 1, place + 1
    if open_marks:
        raise BadMark(f"this mark is not closed before the end of its paragraph: “{_near(open_marks[-1][1])}”")
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _near(head: re.Match[str]) -> str:
    return head.string[head.start() : head.start() + _NEAR]


def _refuse_stray(marked: str, place: int) -> None:
    near = marked[place : place + _NEAR]
    if near.startswith("[["):
        raise BadMark(f"this mark must start as [[CODE FACETS|CODERS #ref: text]]: “{near}”")
    if near.startswith("]]"):
        raise BadMark(f"these brackets close no mark: “{marked[max(0, place - _NEAR) : place + 2]}”")
    if near.startswith("|"):
        raise BadMark(f"the sign | stands in the text itself: “{marked[max(0, place - _NEAR) : place + 1]}”")


def _mark(start: int, end: int, head: re.Match[str]) -> Mark:
    code, *facets = head["what"].split()
    coders, _, ref = head["who"].partition("#")
    stances = tuple((found[1], found[2]) for facet in facets if (found := _STANCE.match(facet)))
    own = {FACETS[facet[0]]: facet[1:] for facet in facets if facet[0] in FACETS}
    if strange := [each for each in facets if each[0] not in FACETS and not _STANCE.match(each)]:
        raise BadMark(f"the mark “{head[0]}” has a facet of no known form: {', '.join(strange)}")
    if len(own) + len(stances) != len(facets):
        raise BadMark(f"the mark “{head[0]}” has two facets of one kind")
    if end <= start:
        raise BadMark(f"the mark “{head[0]}” holds no text")
    names = tuple(coder.strip() for coder in coders.split(","))
    return Mark(start, end, None if code == "." else code, own, stances, names, ref.strip() or None)
