"""The agreement of a round in one look: sets of codes, chosen boundaries, intensity, and what it was counted on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coding.alpha import Level, krippendorff_alpha
from coding.codings import Coding
from coding.disagreements import Spanned, codes_on_units, turns_of
from coding.set_alpha import set_alpha
from coding.unitizing import Spans, joint_unitizing_alpha
from corpus.documents import Document


@dataclass(frozen=True, slots=True)
class AgreementSummary:
    """Numbers over all codes together; None where one is undefined.

    `masi` is alpha of the sets of codes per unit (MASI distance), `unitizing` Krippendorff's u-alpha over characters,
    `intensity` alpha of the intensity at ordinal level where all coders gave one.
    """

    coders: tuple[str, ...]
    units: int
    documents: int
    masi: float | None
    unitizing: float | None
    intensity: float | None


def summarise_agreement(
    documents: Iterable[Document], units: Iterable[Spanned], codings: Iterable[Coding], *, coders: Sequence[str]
) -> AgreementSummary:
    """The summary over units that all of these coders judged, also where nothing was put.

    A unit without a code carries the empty set, which is a value like any other. Boundaries are compared over the
    whole texts of the documents in which units lie, laid end to end.
    """
    units, codings = list(units), [each for each in codings if each.coder in coders]
    held = {each.document_id for each in units}
    texts = [each for each in sorted(documents, key=lambda each: (each.source, each.digest)) if each.id in held]
    put = [[some[coder] for coder in coders] for _unit, some in codes_on_units(units, codings, coders=coders)]
    return AgreementSummary(
        tuple(coders),
        len(units),
        len(texts),
        set_alpha(put),
        _unitizing(texts, codings, coders),
        level_alpha(units, codings, coders=coders, level="ordinal"),
    )


def _unitizing(texts: Sequence[Document], codings: Iterable[Coding], coders: Sequence[str]) -> float | None:
    starts: dict[str, int] = {}
    at = 0
    for text in texts:
        starts[text.id] = at
        at += len(text.text)
    codes: dict[str, list[list[tuple[int, int]]]] = {}
    for each in codings:
        if each.code is not None and each.document_id in starts:
            shift = starts[each.document_id]
            mine = codes.setdefault(each.code, [[] for _ in coders])[list(coders).index(each.coder)]
            mine.append((each.start + shift, each.end + shift))
    spans: dict[str, Sequence[Spans]] = dict(codes.items())
    return joint_unitizing_alpha(spans, length=at)


def level_alpha(
    units: Iterable[Spanned], codings: Iterable[Coding], *, coders: Sequence[str], level: Level
) -> float | None:
    """Alpha of the intensity (0 to 3) that coders gave on the same unit and code, at this level of measurement.

    The highest intensity counts where a coder gave more than one; a unit and code without an intensity of two coders
    drop out.
    """
    rows = [[some.get(coder, float("nan")) for coder in coders] for some in _intensities(units, codings).values()]
    return krippendorff_alpha([list(each) for each in zip(*rows, strict=True)], level=level) if rows else None


def _intensities(units: Iterable[Spanned], codings: Iterable[Coding]) -> dict[tuple[str, int, str], dict[str, float]]:
    """Per unit (document and start) and code the highest intensity of each coder."""
    turns = turns_of(units)
    values: dict[tuple[str, int, str], dict[str, float]] = {}
    for each in codings:
        here = turns.get(each.document_id)
        if each.intensity is None or each.code is None or here is None:
            continue
        for place in here.touched(each.start, each.end):
            mine = values.setdefault((each.document_id, here.segments[place].start, each.code), {})
            mine[each.coder] = max(mine.get(each.coder, 0.0), float(each.intensity))
    return values
