"""Unitizing: agreement when coders choose themselves where a passage begins and ends, counted in characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Spans = Sequence[tuple[int, int]]
"""What one coder marked with one code: [start, end) in characters."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The disagreement observed and the one expected by chance; their quotient is 1 - alpha."""

    observed: float
    expected: float

    @property
    def alpha(self) -> float | None:
        """Alpha; None when nobody marked anything, or there is nothing to disagree about."""
        return None if self.expected == 0 else 1 - self.observed / self.expected


def unitizing_alpha(coders: Sequence[Spans], *, length: int) -> float | None:
    """Alpha for one code on a text of `length` characters, from the spans that each coder marked with it.

    Krippendorff (1995, On the reliability of unitizing continuous data; corrected in 2004, Measuring the reliability
    of qualitative text analysis data): passages that overlap differ by the squares of how far their ends are apart, a
    passage in what another left unmarked by the square of its length. Spans of one coder that overlap are one
    passage. Lay several texts one after the other to judge them together. None where it is undefined.

    >>> unitizing_alpha([[(0, 10)], [(0, 10)]], length=40)
    1.0
    """
    return unitizing_disagreement(coders, length=length).alpha


def joint_unitizing_alpha(codes: Mapping[str, Sequence[Spans]], *, length: int) -> float | None:
    """Alpha over all codes together: the disagreements of the codes are added up before they are divided."""
    every = [unitizing_disagreement(coders, length=length) for coders in codes.values()]
    return Disagreement(sum(each.observed for each in every), sum(each.expected for each in every)).alpha


def unitizing_disagreement(coders: Sequence[Spans], *, length: int) -> Disagreement:
    """The observed and the expected disagreement about one code; see `unitizing_alpha`."""
    marked = [_tidied(each) for each in coders]
    gaps = [_gaps(each, length) for each in marked]
    if length == 0 or not any(len(each) for each in marked):
        return Disagreement(0.0, 0.0)
    return Disagreement(_observed(marked, gaps, length), _expected(marked, gaps, length))


def _observed(marked: Sequence[Numbers], gaps: Sequence[Numbers], length: int) -> float:
    total = 0.0
    for one, mine in enumerate(marked):
        for other, theirs in enumerate(marked):
            if one != other:
                # A passage in a gap is met from both sides: as one in a gap, and as a gap around one.
                total += _apart(mine, theirs) + 2 * _alone(mine, gaps[other])
    coders = len(marked)
    return total / (coders * (coders - 1) * float(length) ** 2)


def _apart(mine: Numbers, theirs: Numbers) -> float:
    """The squares of how far the ends are apart, of passages that share a character."""
    starts = mine[:, None, 0] - theirs[None, :, 0]
    ends = mine[:, None, 1] - theirs[None, :, 1]
    overlap = (mine[:, None, 0] < theirs[None, :, 1]) & (theirs[None, :, 0] < mine[:, None, 1])
    return float(((starts**2 + ends**2) * overlap).sum())


def _alone(mine: Numbers, gaps: Numbers) -> float:
    """The squares of the lengths of passages that lie whole in what the other left unmarked."""
    inside = (gaps[None, :, 0] <= mine[:, None, 0]) & (mine[:, None, 1] <= gaps[None, :, 1])
    return float((((mine[:, 1] - mine[:, 0]) ** 2)[:, None] * inside).sum())


def _expected(marked: Sequence[Numbers], gaps: Sequence[Numbers], length: int) -> float:
    import numpy as np

    sizes = np.concatenate([each[:, 1] - each[:, 0] for each in marked])
    empty = np.concatenate([each[:, 1] - each[:, 0] for each in gaps])
    among = (len(sizes) - 1) / 3 * (2 * sizes**3 - 3 * sizes**2 + sizes)
    room = np.where(empty[None, :] >= sizes[:, None], empty[None, :] - sizes[:, None] + 1, 0).sum(axis=1)
    places = float(len(marked) * length)
    ways = places * (places - 1) - float((sizes * (sizes - 1)).sum())
    return 2 / length * float((among + sizes**2 * room).sum()) / ways


def _tidied(spans: Iterable[tuple[int, int]]) -> Numbers:
    """The spans in order, those that overlap joined to one; those that only touch stay two passages."""
    import numpy as np

    joined: list[list[int]] = []
    for start, end in sorted((start, end) for start, end in spans if start < end):
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return np.array(joined, dtype=float).reshape(-1, 2)


def _gaps(marked: Numbers, length: int) -> Numbers:
    """What lies between the passages, and before and after them."""
    import numpy as np

    starts = np.concatenate([[0.0], marked[:, 1]])
    ends = np.concatenate([marked[:, 0], [float(length)]])
    gaps: Numbers = np.stack([starts, ends], axis=1)
    return gaps[gaps[:, 0] < gaps[:, 1]]
