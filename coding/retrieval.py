"""Retrieval: the rows of the passages table that a query asks for, with overlap and nearness in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from coding.codebook import Code, branch
from coding.retrieval_query import Both, Either, Near, Query, Term, Without, terms_of
from corpus.segments import Segment

if TYPE_CHECKING:
    import numpy as np
    import pandas
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Places = NDArray[np.int64]


@dataclass(frozen=True)
class Retrieval:
    """A passages table that can be asked; `segments` say what a turn is, `codes` what hangs under a code."""

    table: pandas.DataFrame
    segments: Sequence[Segment]
    codes: Sequence[Code]

    def find(self, query: Query | None, *, with_children: bool = True) -> pandas.DataFrame:
        """The rows that fit, in the order of the table; without a query all.

        A code holds of a passage when it is its own, or when a coding with it shares a character with the passage. Of
        passages that fit, those are given whose own code is asked for; without a code in the query all are.
        """
        if query is None:
            return self.table
        mask = self._mask(query, with_children)
        asked = [each.value for each in terms_of(query) if each.column == "code"]
        if asked:
            keys = frozenset().union(*(self._keys(each, with_children) for each in asked))
            mask = mask & self.table["code"].isin(keys).to_numpy()
        return self.table[mask]

    def _mask(self, query: Query, deep: bool) -> Mask:
        match query:
            case Term():
                return self._term(query, deep)
            case Both():
                return self._mask(query.left, deep) & self._mask(query.right, deep)
            case Either():
                return self._mask(query.left, deep) | self._mask(query.right, deep)
            case Without():
                return ~self._mask(query.inner, deep)
            case Near():
                return self._near(self._mask(query.left, deep), self._mask(query.right, deep), query.turns)

    def _term(self, term: Term, deep: bool) -> Mask:
        if term.column == "code":
            own = self.table["code"].isin(self._keys(term.value, deep)).to_numpy()
            return self._touching(own)
        column = self.table[term.column]
        if term.column == "text":
            found: Mask = column.str.contains(term.value, case=False, regex=False).to_numpy(dtype=bool)
            return found
        equal: Mask = (column.astype("str").str.casefold() == term.value.casefold()).to_numpy()
        return equal

    def _keys(self, key: str, deep: bool) -> frozenset[str]:
        known = {each.key for each in self.codes}
        return branch(self.codes, key) if deep and key in known else frozenset({key})

    def _touching(self, rows: Mask) -> Mask:
        """The rows that share a character with one of these rows."""
        starts, ends = _joined(self._starts[rows], self._ends[rows])
        return _meets(self._starts, self._ends, starts, ends)

    def _near(self, rows: Mask, others: Mask, turns: int) -> Mask:
        """Those of the rows that lie within so many turns of one of the others, in the same document."""
        first, last, lowest, highest = self._turns
        starts = self._clipped(first[others] - turns, lowest[others], at_least=True)
        ends = self._clipped(last[others] + turns, highest[others], at_least=False) + 1
        near = _meets(first, last + 1, *_joined(starts, ends))
        return rows & near

    @staticmethod
    def _clipped(places: Places, bound: Places, *, at_least: bool) -> Places:
        import numpy as np

        return np.maximum(places, bound) if at_least else np.minimum(places, bound)

    @cached_property
    def _bases(self) -> Mapping[str, int]:
        """Where each document begins when all texts are laid end to end."""
        bases: dict[str, int] = {}
        at = 0
        lengths: dict[str, int] = {}
        for each in self.segments:
            lengths[each.document_id] = max(lengths.get(each.document_id, 0), each.end)
        for key, end in self.table.groupby("document_id")["end"].max().items():
            lengths[str(key)] = max(lengths.get(str(key), 0), int(end))
        for key in sorted(lengths):
            bases[key] = at
            at += lengths[key] + 1
        return bases

    @cached_property
    def _starts(self) -> Places:
        return self._laid("start")

    @cached_property
    def _ends(self) -> Places:
        return self._laid("end")

    def _laid(self, name: str) -> Places:
        shift = self.table["document_id"].map(self._bases).to_numpy(dtype="int64")
        places: Places = shift + self.table[name].to_numpy(dtype="int64")
        return places

    @cached_property
    def _turns(self) -> tuple[Places, Places, Places, Places]:
        """Of each row its first and last turn, and the first and last turn of its document, counted through."""
        import numpy as np

        ordered = sorted((self._bases[each.document_id] + each.start, each.document_id) for each in self.segments)
        begins = np.array([place for place, _key in ordered], dtype="int64")
        bounds: dict[str, tuple[int, int]] = {}
        for number, (_place, key) in enumerate(ordered):
            bounds[key] = (bounds.get(key, (number, number))[0], number)
        first = np.maximum(np.searchsorted(begins, self._starts, side="right") - 1, 0)
        last = np.maximum(np.searchsorted(begins, np.maximum(self._ends - 1, self._starts), side="right") - 1, first)
        keys = self.table["document_id"].tolist()
        lowest = np.array([bounds.get(key, (0, 0))[0] for key in keys], dtype="int64")
        highest = np.array([bounds.get(key, (0, 0))[1] for key in keys], dtype="int64")
        return first, last, lowest, highest


def _joined(starts: Places, ends: Places) -> tuple[Places, Places]:
    """The spans in order, those that overlap or touch joined."""
    import numpy as np

    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], np.maximum.accumulate(ends[order]) if len(ends) else ends
    if not len(starts):
        return starts, ends
    new = np.concatenate([[True], starts[1:] > ends[:-1]])
    stops = np.concatenate([new[1:], [True]])
    return starts[new], ends[stops]


def _meets(starts: Places, ends: Places, from_: Places, to: Places) -> Mask:
    """Which spans share a place with one of the joined spans (in order, apart)."""
    import numpy as np

    if not len(from_):
        return np.zeros(len(starts), dtype=bool)
    place = np.searchsorted(to, starts, side="right")
    inside = np.minimum(place, len(from_) - 1)
    meets: Mask = (place < len(from_)) & (from_[inside] < ends)
    return meets


def known_values(table: pandas.DataFrame, column: str) -> Collection[str]:
    """The values of a column that are in use, in order."""
    return sorted({str(each) for each in table[column].dropna().unique()})


def contexts(
    rows: Iterable[tuple[str, int, int]], texts: Mapping[str, str], *, width: int = 60
) -> list[tuple[str, str, str]]:
    """Of each span (document, start, end) the words before it, its own and those after it, on one line each.

    >>> contexts([("d", 8, 13)], {"d": "Niemand belde mij terug."}, width=8)
    [('Niemand ', 'belde', ' mij')]
    """
    found = []
    for key, start, end in rows:
        text = texts[key]
        before, after = text[max(start - width, 0) : start], text[end : end + width]
        before = _from_word(before) if start > width else before
        after = _to_word(after) if end + width < len(text) else after
        one, own, other = (each.replace("\n", " ") for each in (before, text[start:end], after))
        found.append((one, own, other))
    return found


def _from_word(text: str) -> str:
    """The text from its first whole word."""
    return text.split(" ", 1)[-1]


def _to_word(text: str) -> str:
    """The text up to its last whole word."""
    return text.rsplit(" ", 1)[0]
