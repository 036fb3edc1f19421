"""Crosstabs: codes by an attribute, and codes by codes, with respondents and mentions counted apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas
    from numpy.typing import NDArray

    Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Crosstab:
    """Codes (keys) by the values of an attribute: `mentions` are passages, `respondents` different people.

    `asked` is how many respondents there are of each value in all; 0 where that is not known.
    """

    codes: tuple[str, ...]
    values: tuple[str, ...]
    mentions: Counts
    respondents: Counts
    asked: tuple[int, ...]


def cross_codes(table: pandas.DataFrame, attribute: pandas.Series, *, codes: Sequence[str]) -> Crosstab:
    """How often each code is with each value of an attribute of its passages (one value a row, missing left out).

    A passage with several facets counts once for each value; one respondent counts once in a cell.
    """
    frame = table[["coding_id", "participant_id", "code"]].assign(value=attribute.astype("object"))
    frame = frame[frame["value"].notna() & frame["code"].isin(list(codes))]
    values = sorted({str(each) for each in frame["value"]})
    frame["value"] = frame["value"].astype("str")
    people = frame[frame["participant_id"].notna()]
    everybody = table.assign(value=attribute.astype("object"))
    asked = everybody[everybody["participant_id"].notna()].groupby("value")["participant_id"].nunique()
    known = {str(value): int(number) for value, number in asked.items()}
    return Crosstab(
        tuple(codes),
        tuple(values),
        _counted(frame, "coding_id", codes, values),
        _counted(people, "participant_id", codes, values),
        tuple(known.get(each, 0) for each in values),
    )


def _counted(frame: pandas.DataFrame, what: str, codes: Sequence[str], values: Sequence[str]) -> Counts:
    """How many different ones there are for each code and value."""
    import numpy as np

    if frame.empty:
        return np.zeros((len(codes), len(values)), dtype="int64")
    counts = frame.groupby(["code", "value"])[what].nunique().unstack(fill_value=0)
    filled: Counts = counts.reindex(index=list(codes), columns=list(values), fill_value=0).to_numpy(dtype="int64")
    return filled


@dataclass(frozen=True)
class Cooccurrence:
    """Codes by codes: `turns` in which both were put, and how many `respondents` have such a turn; symmetric, with
    each code by itself on the diagonal."""

    codes: tuple[str, ...]
    turns: Counts
    respondents: Counts


def cooccur(table: pandas.DataFrame, *, codes: Sequence[str]) -> Cooccurrence:
    """How often codes (keys) come together in one turn; passages without a turn are left out.

    Memory grows with turns x codes (a byte each).
    """
    import numpy as np

    frame = table[table["code"].isin(list(codes)) & table["segment_id"].notna()]
    places = {code: number for number, code in enumerate(codes)}
    turns, numbers = np.unique(frame["segment_id"].to_numpy(dtype="str"), return_inverse=True)
    there = np.zeros((len(turns), len(codes)), dtype="float32")
    there[numbers, frame["code"].map(places).to_numpy(dtype="int64")] = 1
    together = np.rint(there.T @ there).astype("int64")
    people = np.zeros_like(together)
    said = frame["participant_id"].notna().to_numpy()
    if said.any():
        names, who = np.unique(frame["participant_id"][said].to_numpy(dtype="str"), return_inverse=True)
        speaker = np.full(len(turns), -1)
        speaker[numbers[said]] = who
        people = _people(there, speaker, len(names))
    return Cooccurrence(tuple(codes), together, people)


def _people(there: NDArray[np.float32], speaker: NDArray[np.int64], number: int) -> Counts:
    """For each two codes how many speakers have a turn with both."""
    import numpy as np

    codes = there.shape[1]
    people = np.zeros((codes, codes), dtype="int64")
    for code in range(codes):
        rows = (there[:, code] > 0) & (speaker >= 0)
        if rows.any():
            seen = np.zeros((number, codes), dtype=bool)
            order = np.argsort(speaker[rows], kind="stable")
            who, first = np.unique(speaker[rows][order], return_index=True)
            seen[who] = np.maximum.reduceat(there[rows][order] > 0, first, axis=0)
            people[code] = seen.sum(axis=0)
    return people
