"""Agreement between coders, per code, with the lower bound that a report may lean on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import isnan
from typing import TYPE_CHECKING, Any

from coding.alpha import binary_alpha
from coding.codings import Coding
from coding.errors import TooFewCoders, UnknownCoder
from coding.tallies import AgreementUnit, Patterns, double_coded, judged_documents, tally, tally_inside
from corpus.documents import Document
from corpus.segments import Segment
from study.messages import N_
from study.messages import translate as _

if TYPE_CHECKING:
    import pandas

    from coding.alpha import Numbers

AGREEMENT_COLUMNS = (
    *("code", "unit", "n_documents", "n_units", "prevalence", "alpha", "low", "high", "label"),
    *("positive_agreement", "both", "only_a", "only_b"),
)
RELIABLE = 0.800
TENTATIVE = 0.667
BOOTSTRAPS = 1000
MIN_DOCUMENTS = 6
MIN_VARIED = 3
SEED = 42


class AgreementLabel(StrEnum):
    """What may be concluded from a code, by the lower bound of alpha (thresholds of Krippendorff, 2004)."""

    RELIABLE = "betrouwbaar"
    TENTATIVE = "voorlopig"
    INSUFFICIENT = "onvoldoende"
    NO_INTERVAL = "geen_interval"
    NO_VARIATION = "geen_variatie"

    @property
    def words(self) -> str:
        """The label as a person reads it."""
        return _(_WORDS[self])


_WORDS = {
    AgreementLabel.RELIABLE: N_("reliable"),
    AgreementLabel.TENTATIVE: N_("tentative"),
    AgreementLabel.INSUFFICIENT: N_("insufficient"),
    AgreementLabel.NO_INTERVAL: N_("no interval (too few documents)"),
    AgreementLabel.NO_VARIATION: N_("no variation"),
}


def agreement(
    documents: Iterable[Document],
    segments: Iterable[Segment],
    codings: Iterable[Coding],
    *,
    coders: Sequence[str],
    unit: AgreementUnit = "turn",
    codes: Iterable[str] | None = None,
    judged: bool = False,
) -> pandas.DataFrame:
    """One row per code, present or absent per unit, with the columns `AGREEMENT_COLUMNS`, sorted by code.

    Only documents count in which every coder made at least one coding (`coding.tallies.double_coded` names them).
    Units are turns (posts, paragraphs), sentences or characters; pass only the segments that were there to be coded.
    With `judged` every coder judged every segment given, also where nothing was put (a round says so): then all
    documents with segments count, and with unit "character" only what lies in the segments. `alpha` is nominal
    (Krippendorff 2004) and None when the code never varies. `low` and `high` are the 2.5 and 97.5 percentiles of
    1,000 bootstraps over documents, seeded; None below 6 documents, and None when the code (or its absence) is in
    fewer than 3 of them, for then one document decides. `positive_agreement` is 2a/(2a+b+c), over all pairs when
    there are more coders. `both` counts the units in which all coders put the code; `only_a` and `only_b` are for two
    coders, in the order given. Codes are those in use, or `codes`. Raises `TooFewCoders` and `UnknownCoder`.

    >>> from corpus.documents import DocumentKind
    >>> document = Document("d", "W01", "Niemand belde mij.", DocumentKind.TRANSCRIPT, None, None, "nl", None,
    ...                     "w01.vtt", "ab12")
    >>> both = [Coding(coder, "d", 0, 7, coder, code="contact") for coder in ("marit", "joost")]
    >>> table = agreement([document], [], both, coders=["marit", "joost"], unit="character")
    >>> table[["code", "n_units", "alpha", "both"]].to_dict("records")
    [{'code': 'contact', 'n_units': 18, 'alpha': 1.0, 'both': 7}]
    """
    codings, segments = list(codings), list(segments)
    _check_coders(coders, codings, must_have_coded=not judged)
    shared = judged_documents(documents, segments) if judged else double_coded(documents, codings, coders=coders)
    counts = _tallies(shared, segments, codings, coders=coders, unit=unit, judged=judged)
    used = {code for _units, patterns in counts for code in patterns}
    table = _Sums([each for each in counts if each[0]], sorted(used if codes is None else set(codes)), len(coders))
    return _frame(table, unit)


def _check_coders(coders: Sequence[str], codings: Iterable[Coding], *, must_have_coded: bool) -> None:
    present = {coding.coder for coding in codings}
    known = ", ".join(sorted(present)) or "–"
    if len(set(coders)) < max(2, len(coders)):
        raise TooFewCoders(given=", ".join(sorted(set(coders))) or "–", known=known)
    for coder in coders if must_have_coded else ():
        if coder not in present:
            raise UnknownCoder(name=coder, known=known)


def _tallies(
    documents: Sequence[Document],
    segments: Iterable[Segment],
    codings: Iterable[Coding],
    *,
    coders: Sequence[str],
    unit: AgreementUnit,
    judged: bool,
) -> list[tuple[int, Patterns]]:
    turns: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        turns[segment.document_id].append(segment)
    coded: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        coded[coding.document_id].append(coding)
    count = tally_inside if judged and unit == "character" else tally
    return [count(each, turns[each.id], coded[each.id], coders=coders, unit=unit) for each in documents]


class _Sums:
    """The sums that everything is computed from, as arrays of documents by codes."""

    def __init__(self, counts: Sequence[tuple[int, Patterns]], codes: Sequence[str], coders: int) -> None:
        import numpy as np

        self.codes, self.coders = codes, coders
        self.units = np.array([float(units) for units, _patterns in counts]).reshape(-1, 1)
        self.patterns: dict[str, Counter[int]] = {code: Counter() for code in codes}
        self.ones, self.mixed = np.zeros((2, len(counts), len(codes)))
        columns = {code: place for place, code in enumerate(codes)}
        for row, (_units, patterns) in enumerate(counts):
            for code in columns.keys() & patterns.keys():
                self.patterns[code].update(patterns[code])
                self.ones[row, columns[code]], self.mixed[row, columns[code]] = _votes(patterns[code], coders)

    def alpha(self, weights: Numbers) -> Numbers:
        """Alpha by row of weights and by code."""
        return binary_alpha(weights @ self.units, weights @ self.ones, weights @ self.mixed, coders=self.coders)

    def intervals(self) -> list[tuple[float | None, float | None]]:
        """The bootstrap interval of each code: documents drawn with replacement, the same draws for all codes."""
        import numpy as np

        documents = len(self.units)
        if documents < MIN_DOCUMENTS:
            return [(None, None)] * len(self.codes)
        draws = np.random.default_rng(SEED).multinomial(documents, [1 / documents] * documents, size=BOOTSTRAPS)
        columns = self.alpha(draws.astype(float)).T
        spread = np.minimum((self.ones > 0).sum(axis=0), (self.ones < self.coders * self.units).sum(axis=0))
        return [
            _interval(column) if varied >= MIN_VARIED else (None, None)
            for column, varied in zip(columns, spread, strict=True)
        ]


def _votes(patterns: dict[int, int], coders: int) -> tuple[int, int]:
    """How often the code was put, and how many pairs of coders disagree about a unit."""
    votes = [(mask.bit_count(), units) for mask, units in patterns.items()]
    return sum(put * units for put, units in votes), sum(put * (coders - put) * units for put, units in votes)


def _interval(alphas: Numbers) -> tuple[float, float]:
    """The middle 95 % of the draws in which the code varies."""
    import numpy as np

    low, high = np.nanpercentile(alphas, [2.5, 97.5])
    return float(low), float(high)


def _frame(table: _Sums, unit: str) -> pandas.DataFrame:
    import numpy as np
    import pandas as pd

    alphas = table.alpha(np.ones((1, len(table.units))))[0]
    rows = [
        _row(table, place, float(alpha), interval, unit)
        for place, (alpha, interval) in enumerate(zip(alphas, table.intervals(), strict=True))
    ]
    frame = pd.DataFrame(rows, columns=list(AGREEMENT_COLUMNS), dtype="object")
    return frame.astype({"n_documents": "int64", "n_units": "int64", "both": "int64"})


def _row(
    table: _Sums, place: int, alpha: float, interval: tuple[float | None, float | None], unit: str
) -> dict[str, Any]:
    units = int(table.units.sum())
    patterns, ones = table.patterns[table.codes[place]], float(table.ones[:, place].sum())
    known = None if isnan(alpha) else alpha
    pair = table.coders == 2
    return {
        "code": table.codes[place],
        "unit": unit,
        "n_documents": len(table.units),
        "n_units": units,
        "prevalence": ones / (units * table.coders) if units else None,
        "alpha": known,
        "low": interval[0],
        "high": interval[1],
        "label": label_agreement(known, interval[0]).value,
        "positive_agreement": positive_agreement(patterns, coders=table.coders),
        "both": patterns[2**table.coders - 1],
        "only_a": patterns[1] if pair else None,
        "only_b": patterns[2] if pair else None,
    }


def label_agreement(alpha: float | None, low: float | None) -> AgreementLabel:
    """The label of a code by the lower bound of its alpha.

    >>> label_agreement(0.9, 0.7).words in {"tentative", "voorlopig"}
    True
    """
    if alpha is None:
        return AgreementLabel.NO_VARIATION
    if low is None:
        return AgreementLabel.NO_INTERVAL
    bound = round(low, 9)
    if bound >= RELIABLE:
        return AgreementLabel.RELIABLE
    return AgreementLabel.TENTATIVE if bound >= TENTATIVE else AgreementLabel.INSUFFICIENT


def positive_agreement(patterns: dict[int, int], *, coders: int = 2) -> float | None:
    """The share of "present" that another coder shares: 2a/(2a+b+c) for two coders; None when nobody put the code.

    `patterns` gives the number of units by bit mask of the coders who put the code (Cicchetti and Feinstein 1990;
    for more than two coders over all pairs, De Vet, Dikmans and Eekhout 2017).

    >>> round(positive_agreement({0b11: 4, 0b01: 1, 0b10: 3}), 3)
    0.667
    """
    put = [(mask.bit_count(), units) for mask, units in patterns.items()]
    possible = sum(count * (coders - 1) * units for count, units in put)
    return sum(count * (count - 1) * units for count, units in put) / possible if possible else None
