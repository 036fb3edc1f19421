"""Coded turns: which turns lie under a code or a phase, so that a search can be kept to them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from coding.codebook import Code
from corpus.segments import Segment
from study.errors import NotFound
from study.folder import Study
from workbench.actions.material import Material, load_material


def coded_turns(
    study: Study, material: Material | None, *, code: str | None, phase: str | None
) -> set[tuple[str, int]]:
    """The turns (document id, ordinal) with words under this code, or one below it, in this phase.

    Raises `NotFound` for a code that is not in the codebook and `UnknownPhase` for a phase.
    """
    material = material or load_material(study)
    table = material.passages
    if phase is not None:
        table = table[table["phase"] == study.settings.phase(phase).key]
    if code is not None:
        table = table[table["code"].isin(_with_below(code, material.codes))]
    spans = table[["document_id", "start", "end"]].drop_duplicates()
    turns = _by_document(material.segments)
    return {
        (document_id, each.ordinal)
        for document_id, start, end in spans.itertuples(index=False)
        for each in _under(turns[document_id], start, end)
    }


def _with_below(key: str, codes: Iterable[Code]) -> set[str]:
    """The code and all codes under it; raises `NotFound`."""
    known = {each.key: each.parent for each in codes}
    if key not in known:
        raise NotFound(kind="Code", name=key)
    found, fresh = {key}, {key}
    while fresh:
        fresh = {each for each, parent in known.items() if parent in fresh} - found
        found |= fresh
    return found


def _by_document(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    found: dict[str, list[Segment]] = defaultdict(list)
    for each in sorted(segments, key=lambda each: (each.start, each.end)):
        found[each.document_id].append(each)
    return found


def _under(turns: Sequence[Segment], start: int, end: int) -> list[Segment]:
    """The turns that share a character with a span; turns do not overlap each other."""
    first = max(bisect_left(turns, start, key=lambda each: each.start) - 1, 0)
    last = bisect_left(turns, end, key=lambda each: each.start)
    return [each for each in turns[first:last] if each.end > start]
