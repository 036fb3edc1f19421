"""Which coders put a code where: counted per document, code and combination of coders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from coding.codings import Coding
from coding.turns import Turns
from corpus.documents import Document
from corpus.segments import Segment, Unit

AgreementUnit = Literal["turn", "sentence", "character"]
# Combinations of coders are bit masks: the first coder is 1, the second 2, both are 3.
Patterns = dict[str, Counter[int]]

_SEGMENTS = {
    "turn": frozenset({Unit.TURN, Unit.POST, Unit.PARAGRAPH}),
    "sentence": frozenset({Unit.SENTENCE}),
}


def double_coded(documents: Iterable[Document], codings: Iterable[Coding], *, coders: Sequence[str]) -> list[Document]:
    """The documents in which every one of the coders made at least one coding, in the order of their content."""
    seen: dict[str, set[str]] = defaultdict(set)
    for coding in codings:
        seen[coding.document_id].add(coding.coder)
    shared = (document for document in documents if seen[document.id].issuperset(coders))
    return sorted(shared, key=lambda each: (each.source, each.digest, each.title, each.id))


def judged_documents(documents: Iterable[Document], segments: Iterable[Segment]) -> list[Document]:
    """The documents in which some of these segments lie, in the order of their content."""
    held = {each.document_id for each in segments}
    return sorted(
        (each for each in documents if each.id in held),
        key=lambda each: (each.source, each.digest, each.title, each.id),
    )


def tally_inside(
    document: Document,
    segments: Iterable[Segment],
    codings: Iterable[Coding],
    *,
    coders: Sequence[str],
    unit: AgreementUnit,
) -> tuple[int, Patterns]:
    """The same as `tally` with unit "character", over the characters of these segments only."""
    bits = {coder: 1 << place for place, coder in enumerate(coders)}
    mine = [
        each for each in codings if each.code is not None and each.coder in bits and each.document_id == document.id
    ]
    places = sorted((each.start, each.end) for each in segments)
    found: Patterns = defaultdict(Counter)
    for start, end in places:
        inside = [
            replace(each, start=max(each.start - start, 0), end=min(each.end, end) - start)
            for each in mine
            if each.start < end and each.end > start
        ]
        for code, patterns in _characters(inside, bits, end - start).items():
            found[code].update(patterns)
    return sum(end - start for start, end in places), found


def tally(
    document: Document,
    segments: Iterable[Segment],
    codings: Iterable[Coding],
    *,
    coders: Sequence[str],
    unit: AgreementUnit,
) -> tuple[int, Patterns]:
    """The number of units in a document and, per code, in how many units each combination of coders put it.

    A code is in a turn or sentence when a coding with it shares at least one character with it; with unit
    "character" every code point of the document is a unit.
    """
    bits = {coder: 1 << place for place, coder in enumerate(coders)}
    mine = [each for each in codings if each.code is not None and each.coder in bits]
    if unit == "character":
        return len(document.text), _characters(mine, bits, len(document.text))
    turns = Turns(each for each in segments if each.unit in _SEGMENTS[unit])
    return len(turns.segments), _turns(mine, bits, turns)


def _turns(codings: Iterable[Coding], bits: dict[str, int], turns: Turns) -> Patterns:
    masks: dict[tuple[str, int], int] = defaultdict(int)
    for coding in codings:
        for position in turns.touched(coding.start, coding.end):
            masks[coding.code or "", position] |= bits[coding.coder]
    patterns: Patterns = defaultdict(Counter)
    for (code, _position), mask in masks.items():
        patterns[code][mask] += 1
    return patterns


def _characters(codings: Iterable[Coding], bits: dict[str, int], length: int) -> Patterns:
    """Per code one sweep over the ends of its codings."""
    edges: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for coding in codings:
        edges[coding.code or ""] += [
            (max(coding.start, 0), 1, coding.coder),
            (min(coding.end, length), -1, coding.coder),
        ]
    return {code: _sweep(sorted(ends), bits) for code, ends in edges.items()}


def _sweep(edges: Sequence[tuple[int, int, str]], bits: dict[str, int]) -> Counter[int]:
    found: Counter[int] = Counter()
    depth: Counter[str] = Counter()
    mask = before = 0
    for place, step, coder in edges:
        found[mask] += place - before
        before = place
        depth[coder] += step
        mask = mask | bits[coder] if depth[coder] > 0 else mask & ~bits[coder]
    del found[0]
    return found
