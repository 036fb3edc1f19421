"""Published numbers of unitizing alpha, MASI, kappa; the tables are those of the test suite of DKPro Statistics."""

from __future__ import annotations

import pytest

from coding.alpha import krippendorff_alpha
from coding.kappa import kappa_of_counts
from coding.set_alpha import masi_distance
from coding.unitizing import joint_unitizing_alpha, unitizing_alpha, unitizing_disagreement

# Krippendorff (2004), Measuring the reliability of qualitative text analysis data: two observers, a text of 300.
C = [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]]
K = [[(30, 90), (150, 200)], [(30, 90), (150, 200)]]

# Krippendorff (1995), page 57: Bertha and Bill, John and Jill, Gerret and Gill, Heather and Hill, on 24 places.
EXAMPLES = {
    "A": ([[(2, 10), (14, 20)], [(4, 8), (15, 17)]], 0.03125, 0.553),
    "B": ([[(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)]], 2.26736, -0.926),
    "C": (
        [[(2, 8), (10, 12), (14, 18), (20, 22)], [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)]],
        0.02777,
        0.679,
    ),
    "D": (
        [[(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)], [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)]],
        0.38715,
        0.066,
    ),
}


def test_unitizing_alpha_of_2004() -> None:
    assert unitizing_disagreement(C, length=300).observed == pytest.approx(0.0144, abs=5e-5)
    assert unitizing_disagreement(C, length=300).expected == pytest.approx(0.0532, abs=5e-5)
    assert unitizing_alpha(C, length=300) == pytest.approx(0.7286, abs=1e-4)
    assert unitizing_alpha(K, length=300) == 1
    assert joint_unitizing_alpha({"c": C, "k": K}, length=300) == pytest.approx(0.8587, abs=1e-4)


@pytest.mark.parametrize("name", EXAMPLES)
def test_unitizing_alpha_of_1995(name: str) -> None:
    """The expected values of 1995 hold a small mistake that was mended in 2004: hence the wide margin."""
    coders, observed, alpha = EXAMPLES[name]
    assert unitizing_disagreement(coders, length=24).observed == pytest.approx(observed, abs=1e-5)
    fine = [[(start * 50_000, end * 50_000) for start, end in spans] for spans in coders]
    assert unitizing_alpha(fine, length=24 * 50_000) == pytest.approx(alpha, abs=0.02)


def test_alpha_of_bertha_and_bill_place_by_place() -> None:
    """The same two, each of the 24 places marked or not: alpha .329 (Krippendorff, 1995)."""
    places = [
        [float(any(start <= each < end for start, end in spans)) for each in range(24)] for spans in EXAMPLES["A"][0]
    ]
    assert krippendorff_alpha(places) == pytest.approx(0.329, abs=5e-4)


def test_masi_of_passonneau_2006() -> None:
    """Equal sets 1, a set and one inside it 2/3 of Jaccard, sets that cross 1/3 of it, nothing in common 0."""
    a, ab, abc, bc, d = map(frozenset, ("a", "ab", "abc", "bc", "d"))
    assert masi_distance(ab, ab) == 0
    assert 1 - masi_distance(abc, ab) == pytest.approx(2 / 3 * 2 / 3)
    assert 1 - masi_distance(a, ab) == pytest.approx(1 / 2 * 2 / 3)
    assert 1 - masi_distance(ab, bc) == pytest.approx(1 / 3 * 1 / 3)
    assert masi_distance(a, d) == 1


def test_kappa_of_bertha_and_bill_and_of_a_textbook() -> None:
    """Krippendorff (1995) gives .385 for the first; the second is 20, 5, 10, 15 of 50."""
    assert kappa_of_counts(6, 8, 0, 10) == pytest.approx(0.385, abs=5e-4)
    assert kappa_of_counts(20, 5, 10, 15) == pytest.approx(0.4)
