"""Agreement, checked against published tables.

Krippendorff: "Computing Krippendorff's alpha-reliability" (2011), examples A to D. The other numbers are the worked
examples of our own specification.
"""

from __future__ import annotations

from math import nan

import pytest

from coding import krippendorff_alpha
from coding.agreement import positive_agreement
from coding.alpha import Level

# Example A: two observers, ten articles, yes or no.
BINARY = [
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
    [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
]

# Example B: two observers, twelve articles, five categories (a is 1).
CATEGORIES = [
    [1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1],
    [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4],
]

# Examples C and D: four observers, twelve units, seven values missing.
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3],
    [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan],
]


def test_two_observers_and_two_values() -> None:
    assert krippendorff_alpha(BINARY) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_and_five_categories() -> None:
    assert krippendorff_alpha(CATEGORIES) == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_four_observers_with_missing_values_at_four_levels(level: Level, published: float) -> None:
    assert krippendorff_alpha(FOUR_OBSERVERS, level=level) == pytest.approx(published, abs=0.0005)


def test_six_turns_of_which_one_is_disputed() -> None:
    """The pairs 11 11 00 00 00 10: 1 - 11 x 1 / (5 x 7)."""
    assert krippendorff_alpha([[1, 1, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0]]) == pytest.approx(0.6857, abs=0.00005)


def test_a_rare_code_put_by_both_in_four_turns_by_one_in_one_and_by_the_other_in_three() -> None:
    """2 x 4 / (2 x 4 + 1 + 3)."""
    assert positive_agreement({0b11: 4, 0b01: 1, 0b10: 3}) == pytest.approx(0.667, abs=0.0005)
