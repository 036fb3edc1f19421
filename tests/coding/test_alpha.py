from __future__ import annotations

from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coding.alpha import Level, binary_alpha, krippendorff_alpha
from coding.errors import NegativeRatio

LEVELS: list[Level] = ["nominal", "ordinal", "interval", "ratio"]
ratings = st.integers(2, 5).flatmap(
    lambda coders: st.lists(
        st.lists(st.sampled_from([np.nan, 0.0, 1.0, 2.0, 3.5, 10.0]), min_size=coders, max_size=coders),
        min_size=2,
        max_size=14,
    ).map(lambda units: np.array(units).T)
)
judgements = st.integers(2, 5).flatmap(
    lambda coders: st.lists(st.lists(st.sampled_from([0.0, 1.0]), min_size=coders, max_size=coders), min_size=1).map(
        lambda units: np.array(units).T
    )
)


def pairable(data: Any) -> Any:
    """The units with two values or more: the package does not drop the values of the others from its domain."""
    return data[:, (~np.isnan(data)).sum(axis=0) >= 2]


@pytest.mark.parametrize("level", LEVELS)
@settings(deadline=None)
@given(ratings)
def test_alpha_is_that_of_the_krippendorff_package(level: Level, data: Any) -> None:
    units = pairable(data)
    assume(len(np.unique(units[~np.isnan(units)])) > 1)
    theirs = krippendorff.alpha(reliability_data=units, level_of_measurement=level)
    assert krippendorff_alpha(data, level=level) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("level", LEVELS)
@settings(deadline=None)
@given(ratings, st.randoms(use_true_random=False))
def test_the_order_of_coders_and_units_does_not_matter(level: Level, data: Any, chance: Any) -> None:
    rows, columns = (chance.sample(range(size), size) for size in data.shape)
    mixed = krippendorff_alpha(data[rows][:, columns], level=level)
    assert mixed == (None if mixed is None else pytest.approx(krippendorff_alpha(data, level=level)))


@pytest.mark.parametrize("level", LEVELS)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=12))
def test_alpha_of_identical_coders_is_one_or_undefined(level: Level, values: list[int]) -> None:
    expected = 1.0 if len(set(values)) > 1 else None
    assert krippendorff_alpha([values, values, values], level=level) == expected


@pytest.mark.parametrize(
    "data",
    [
        [[1, 1, 1], [1, 1, 1]],
        [[1, 2, 3], [np.nan, np.nan, np.nan]],
        [[1, np.nan], [np.nan, 2]],
        [[1, 1, 2], [1, 1, np.nan]],
        np.empty((2, 0)),
        np.empty((0, 3)),
    ],
    ids=["one value", "one coder", "no pairs", "one value in the pairs", "no units", "no coders"],
)
@pytest.mark.parametrize("level", LEVELS)
def test_where_nothing_can_be_said_alpha_is_none(data: Any, level: Level) -> None:
    assert krippendorff_alpha(data, level=level) is None


def test_alpha_below_zero_is_told() -> None:
    assert krippendorff_alpha([[0, 1], [1, 0]]) == pytest.approx(-0.5)


def test_ratio_level_refuses_values_below_zero() -> None:
    with pytest.raises(NegativeRatio):
        krippendorff_alpha([[-1, 2], [1, 2]], level="ratio")


@settings(deadline=None)
@given(judgements)
def test_alpha_from_sums_is_alpha_from_the_table(data: Any) -> None:
    coders, units = data.shape
    put = data.sum(axis=0)
    sums = (np.array([float(each)]) for each in (units, put.sum(), (put * (coders - put)).sum()))
    ours = binary_alpha(*sums, coders=coders)[0]
    table = krippendorff_alpha(data)
    assert np.isnan(ours) if table is None else ours == pytest.approx(table)
