"""Alpha of sets: one number for units that carry several codes at once, with the MASI distance between sets."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from coding.alpha import alpha_of_distance

if TYPE_CHECKING:
    from coding.alpha import Numbers

CodeSet = frozenset[str]
_IDENTICAL, _INSIDE, _CROSSING, _APART = Fraction(1), Fraction(2, 3), Fraction(1, 3), Fraction(0)


def masi_distance(one: CodeSet, other: CodeSet) -> Fraction:
    """How far two sets are apart, from 0 (the same) to 1 (nothing in common): 1 - Jaccard x monotonicity.

    Monotonicity is 1 for equal sets, 2/3 when one holds the other, 1/3 when they only cross (Passonneau, 2006,
    Measuring agreement on set-valued items). Two empty sets are the same.

    >>> masi_distance(frozenset("abc"), frozenset("ab"))
    Fraction(5, 9)
    >>> masi_distance(frozenset("ab"), frozenset("bc"))
    Fraction(8, 9)
    """
    if one == other:
        return 1 - _IDENTICAL
    common = len(one & other)
    if not common:
        return 1 - _APART
    monotonicity = _INSIDE if one < other or other < one else _CROSSING
    return 1 - Fraction(common, len(one | other)) * monotonicity


def set_alpha(units: Sequence[Sequence[CodeSet]]) -> float | None:
    """Krippendorff's alpha over units that each carry a set of codes per coder, with the MASI distance.

    This is not the multi-valued alpha of Krippendorff and Craggs (2016), which is another number. None when no unit
    has two values or all sets are the same. Time and memory grow with the square of the number of different sets.

    >>> set_alpha([(frozenset("a"), frozenset("a")), (frozenset("b"), frozenset("b"))])
    1.0
    """
    import numpy as np

    places = {each: number for number, each in enumerate(dict.fromkeys(one for unit in units for one in unit))}
    if not places:
        return None
    table = np.full((max(map(len, units)), len(units)), np.nan)
    for column, unit in enumerate(units):
        table[: len(unit), column] = [places[each] for each in unit]
    sets = list(places)

    def distance(values: Numbers, _totals: Numbers) -> Numbers:
        used = [sets[int(each)] for each in values]
        return np.array([[float(masi_distance(one, other)) for other in used] for one in used])

    return alpha_of_distance(table, distance)
