from __future__ import annotations

import pytest
from hypothesis import given

from prioritisation.agreement import find_significance, measure_agreement
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from study.messages import speaking
from tests.prioritisation.making import elections, law, read_list


@law
@given(elections("abcd"))
def test_w_lies_between_nought_and_one_wherever_it_can_be_determined(ballots: list[Tiered]) -> None:
    w = measure_agreement(make_profile("abcd", ballots)).w
    assert w is None or 0 <= w <= 1


@law
@given(elections("abcd", most=1))
def test_voters_who_order_alike_agree_fully(ballots: list[Tiered]) -> None:
    agreement = measure_agreement(make_profile("abcd", ballots * 3))
    assert agreement.w == (None if agreement.untied == 0 else 1)


@law
@given(elections("abcd"))
def test_scipys_friedman_test_gives_the_same_w(ballots: list[Tiered]) -> None:
    from scipy.stats import friedmanchisquare

    profile = make_profile("abcd", ballots)
    agreement = measure_agreement(profile)
    if agreement.w is None or len(ballots) < 3:
        return
    statistic = friedmanchisquare(*profile.positions.astype(int)).statistic
    assert float(agreement.w) == pytest.approx(statistic / (len(ballots) * 3), abs=1e-9)


def test_w_cannot_be_determined_when_everybody_ties_everything() -> None:
    agreement = measure_agreement(make_profile("abc", [read_list("a=b=c")] * 4))
    assert agreement.w is None
    assert agreement.untied == 0
    assert agreement.chi_squared is None
    with speaking("nl"):
        assert agreement.words == "niet te bepalen"
    assert find_significance(make_profile("abc", [read_list("a=b=c")] * 4), seed="s") is None


def test_unranked_options_are_tied_at_the_bottom() -> None:
    truncated = measure_agreement(make_profile("abcd", [read_list("a")] * 2))
    written = measure_agreement(make_profile("abcd", [read_list("a>b=c=d")] * 2))
    assert (truncated.w, truncated.rank_sums, truncated.untied) == (written.w, written.rank_sums, written.untied)


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        (["a>b>c", "c>b>a"], "zeer zwakke overeenstemming"),
        (["a>b>c", "a>b>c", "c>a>b"], "zwakke overeenstemming"),
        (["a>b>c", "a>c>b", "b>a>c"], "matige overeenstemming"),
        (["a>b>c", "b>a>c"], "sterke overeenstemming"),
        (["a>b>c", "a>b>c"], "zeer sterke overeenstemming"),
    ],
)
def test_a_value_has_a_word(lists: list[str], words: str) -> None:
    with speaking("nl"):
        assert measure_agreement(make_profile("abc", [read_list(text) for text in lists])).words == words


def test_few_voters_are_tested_by_permutation_with_the_same_answer_each_time() -> None:
    profile = make_profile("abcd", [read_list("a>b>c>d")] * 5)
    found = find_significance(profile, seed="zaad")
    assert found == find_significance(profile, seed="zaad")
    assert found is not None
    assert (found.method, found.p < 0.01) == ("permutation", True)
    opposed = find_significance(make_profile("abc", [read_list("a>b>c"), read_list("c>b>a")]), seed="zaad")
    assert opposed is not None
    assert opposed.p == 1


def test_many_voters_and_options_are_tested_by_chi_squared() -> None:
    profile = make_profile("abcdefgh", [tuple((key,) for key in "abcdefgh")] * 15)
    found = find_significance(profile, seed="zaad")
    assert found is not None
    assert (found.method, found.p < 1e-9) == ("chi-squared", True)
