"""Agreement: how far people, or lists, order the options alike (Kendall's W)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from prioritisation.counts import count
from prioritisation.profiles import Profile, make_profile
from prioritisation.rules.borda import borda
from study.messages import N_, translate

DRAWS = 2000
MANY_OPTIONS = 8
MANY_VOTERS = 15

# Schmidt (1997) gives 0.1, 0.3, 0.5, 0.7 and 0.9; a value takes the word of the nearest.
_WORDS = (
    (Fraction(1, 5), N_("very weak agreement")),
    (Fraction(2, 5), N_("weak agreement")),
    (Fraction(3, 5), N_("moderate agreement")),
    (Fraction(4, 5), N_("strong agreement")),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Kendall's W over `voters` who ranked `options`; None when it cannot be determined.

    `spread` is S, the squared deviations of the rank sums; `ties` is T; `untied` the share of pairs that voters did
    not tie (heavy truncation caps what W can say). `chi_squared` has `options - 1` degrees of freedom and is only to
    be read with more than 7 options and many voters.
    """

    w: Fraction | None
    voters: int
    options: int
    rank_sums: dict[str, Fraction]
    spread: Fraction
    ties: int
    untied: Fraction | None
    chi_squared: Fraction | None

    @property
    def words(self) -> str:
        """The word for this value, after Schmidt (1997): a convention, not a test."""
        if self.w is None:
            return translate(N_("cannot be determined"))
        return translate(next((word for bound, word in _WORDS if self.w < bound), N_("very strong agreement")))


def measure_agreement(profile: Profile) -> Agreement:
    """Kendall's coefficient of concordance W over the ballots of a profile, corrected for ties, as an exact fraction.

    Unranked options are tied at the bottom; ballots weigh one each. W cannot be determined with fewer than two
    ballots or when every ballot ties everything.

    Sources: Kendall and Smith (1939); Siegel and Castellan (1988), ch. 9.

    >>> lists = ([["a"], ["b"], ["c"], ["d"]], [["a"], ["c"], ["b"], ["d"]], [["b"], ["a"], ["c"], ["d"]])
    >>> measure_agreement(make_profile("abcd", lists)).w
    Fraction(7, 9)
    """
    n, m = profile.size, len(profile.options)
    sums = _rank_sums(profile)
    spread = sum(((each - Fraction(n * (m + 1), 2)) ** 2 for each in sums.values()), Fraction(0))
    ties, tied_pairs = _tie_sums(profile)
    most = n * n * (m**3 - m) - n * ties
    w = Fraction(12 * spread, most) if n > 1 and most else None
    return Agreement(
        w=w,
        voters=n,
        options=m,
        rank_sums=sums,
        spread=spread,
        ties=ties,
        untied=1 - Fraction(2 * tied_pairs, n * m * (m - 1)) if n and m > 1 else None,
        chi_squared=None if w is None else n * (m - 1) * w,
    )


def measure_lists(options: Sequence[str], lists: Sequence[Sequence[Sequence[str]]]) -> Agreement:
    """Kendall's W between lists over the same options, each list one voter."""
    return measure_agreement(make_profile(options, lists))


def _rank_sums(profile: Profile) -> dict[str, Fraction]:
    """The sum of the mid-ranks of every option: m less its averaged Borda points, on every ballot."""
    plain = Profile(profile.options, profile.positions, np.ones(profile.size, dtype=np.int64))
    most = profile.size * len(profile.options)
    return {option: most - score for option, score in borda(count(plain)).scores.items()}


def _tie_sums(profile: Profile) -> tuple[int, int]:
    """The sum of t³ - t over all groups of t tied options, and the number of tied pairs."""
    cubes = pairs = 0
    for place in range(len(profile.options) + 1):
        sizes = np.count_nonzero(profile.positions == place, axis=0).astype(np.int64)
        cubes += int((sizes**3 - sizes).sum())
        pairs += int((sizes * (sizes - 1) // 2).sum())
    return cubes, pairs


@dataclass(frozen=True, slots=True)
class Significance:
    """How often chance alone gives agreement this strong: `p`, by "chi-squared" or by "permutation"."""

    p: float
    method: str


def find_significance(profile: Profile, *, seed: str) -> Significance | None:
    """The chance of at least this W when every voter had ordered at random; None when W cannot be determined.

    Chi-squared with more than 7 options and 15 voters or more, else 2000 random permutations drawn from `seed`.
    """
    agreement = measure_agreement(profile)
    if agreement.chi_squared is None:
        return None
    if agreement.options >= MANY_OPTIONS and agreement.voters >= MANY_VOTERS:
        from scipy.stats import chi2

        return Significance(float(chi2.sf(float(agreement.chi_squared), agreement.options - 1)), "chi-squared")
    return Significance(_permute(profile, seed), "permutation")


def _permute(profile: Profile, seed: str) -> float:
    ranks = _doubled_midranks(profile)
    chance = np.random.default_rng(int(sha256(seed.encode()).hexdigest(), 16))
    observed = _spread(ranks)
    as_strong = sum(_spread(chance.permuted(ranks, axis=0)) >= observed for _ in range(DRAWS))
    return (1 + as_strong) / (1 + DRAWS)


def _doubled_midranks(profile: Profile) -> NDArray[np.int64]:
    """Twice the mid-rank of every option (row) on every ballot (column)."""
    rows = profile.positions
    above = [np.count_nonzero(rows < row, axis=0) for row in rows]
    level = [np.count_nonzero(rows == row, axis=0) for row in rows]
    return np.array(above, dtype=np.int64) * 2 + np.array(level, dtype=np.int64) + 1


def _spread(ranks: NDArray[np.int64]) -> int:
    """The sum of squared rank sums: it grows with W and nothing else changes under permutation."""
    return int((ranks.sum(axis=1) ** 2).sum())
