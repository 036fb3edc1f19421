"""The worked examples of the specification, as they lie beside a checkout; skipped where they do not."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from prioritisation.agreement import measure_agreement
from prioritisation.consensus import compare_lists
from prioritisation.counts import Counts, count
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.rules import RULES
from prioritisation.rules.copeland import condorcet_winner
from prioritisation.rules.pairwise import support
from prioritisation.rules.schulze import schulze, strongest_paths
from prioritisation.tiebreak import draw_lots
from prioritisation.weights import CrossList, across
from tests.prioritisation.making import as_sets, rank, read_list

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "prioritisation_examples.json"


def cases(topic: str) -> list[Any]:
    """The cases of a topic; where the file is absent one case that is skipped and says so."""
    if not EXAMPLES.exists():
        reason = "shared/data/prioritisation_examples.json does not lie beside this checkout"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason), id=topic)]
    found = json.loads(EXAMPLES.read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case, id=case["id"]) for case in found if case["topic"] == topic]


def tiers(lists: list[list[str]]) -> Tiered:
    return tuple(tuple(tier) for tier in lists)


def exact(values: dict[str, int | str]) -> dict[str, Fraction]:
    return {key: Fraction(value) for key, value in values.items()}


def counted(case: dict[str, Any]) -> Counts:
    ballots = case["input"]["ballots"]
    lists = [tiers(ballot["ranking"]) for ballot in ballots]
    return count(make_profile(case["input"]["items"], lists, weights=[ballot["weight"] for ballot in ballots]))


def pairs(counts: Counts, matrix: Any) -> dict[str, int]:
    keys = counts.options
    return {f"{a}>{b}": int(matrix[i, j]) for i, a in enumerate(keys) for j, b in enumerate(keys) if i != j}


@pytest.mark.parametrize("case", cases("ranking"))
def test_scores_and_lists_are_those_of_the_specification(case: dict[str, Any]) -> None:
    counts, expected = counted(case), case["expected"]
    names = {"borda_avg": "borda", "borda_pess": "borda-pess", "borda_opt": "borda-opt", "borda_mbc": "borda-mbc"}
    for key, name in (names | {"copeland": "copeland"}).items():
        outcome = RULES[name](counts, "below")
        assert outcome.scores == exact(expected[key])
        assert as_sets(outcome.tiers) == as_sets(expected[f"{key}_ranking"])


@pytest.mark.parametrize("case", cases("ranking"))
def test_pairs_and_schulze_are_those_of_the_specification(case: dict[str, Any]) -> None:
    counts, expected = counted(case), case["expected"]
    assert pairs(counts, support(counts)) == expected["support"]
    assert condorcet_winner(counts) == next(iter(expected["condorcet_winner"]), None)
    for strength in ("margin", "winning"):
        assert pairs(counts, strongest_paths(counts, strength=strength)) == expected[f"schulze_{strength}_paths"]
        layers = schulze(counts, strength=strength).tiers
        assert as_sets(layers) == as_sets(expected[f"schulze_{strength}_ranking"])


@pytest.mark.parametrize("case", cases("kendall_w"))
def test_kendalls_w_is_that_of_the_specification(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    agreement = measure_agreement(
        make_profile(given["items"], [tiers(ballot["ranking"]) for ballot in given["ballots"]])
    )
    assert agreement.w == Fraction(expected["W"])
    assert agreement.spread == Fraction(expected["S"])
    assert (agreement.ties, agreement.options - 1) == (expected["tie_sum"], expected["df"])
    assert agreement.chi_squared == Fraction(expected["chi2"])
    assert agreement.rank_sums == exact(expected["rank_sums"])


@pytest.mark.parametrize("case", cases("tau"))
def test_taus_and_distances_are_those_of_the_specification(case: dict[str, Any]) -> None:
    expected = case["expected"]
    alike = compare_lists(read_list(case["input"]["x"]), read_list(case["input"]["y"]))
    assert alike.tau_b == pytest.approx(expected["tau_b"], abs=1e-6)
    assert (alike.tau_x, alike.distance) == (Fraction(expected["tau_x"]), Fraction(expected["distance_p_half"]))
    assert (alike.concordant, alike.discordant) == (expected["concordant"], expected["discordant"])
    assert (alike.tied_first, alike.tied_second) == (expected["tied_x"], expected["tied_y"])


@pytest.mark.parametrize("case", cases("bootstrap"))
def test_the_list_without_each_voter_is_that_of_the_specification(case: dict[str, Any]) -> None:
    ballots, expected = case["input"]["ballots"], case["expected"]
    ranking = rank(ballots, case["input"]["items"])
    assert (ranking.scores, ranking.ranks) == (exact(expected["score"]), expected["rank"])
    without = [rank(ballots[:i] + ballots[i + 1 :], case["input"]["items"]) for i in range(len(ballots))]
    assert [as_sets(each.tiers) for each in without] == [as_sets(each) for each in expected["leave_one_out"].values()]
    for key, (lowest, highest) in ranking.leave_one_out.items():
        ranks = [each.ranks[key] for each in without]
        assert (lowest, highest) == (min(ranks), max(ranks))


@pytest.mark.parametrize("case", cases("weights"))
def test_cross_lists_are_those_of_the_specification(case: dict[str, Any]) -> None:
    groups, expected = case["input"]["groups"], case["expected"]
    rankings = [rank(ballots, case["input"]["items"], key=name, perspective=name) for name, ballots in groups.items()]
    comparison = across(rankings, smallest=1)
    for name, found in (("per_person", comparison.per_person), ("per_perspective", comparison.per_perspective)):
        assert isinstance(found, CrossList)
        assert found.scores == exact(expected[name])
        assert as_sets(found.tiers) == as_sets(expected[f"{name}_ranking"])
    assert [as_sets(each.tiers) for each in rankings] == [as_sets(each) for each in expected["list_of_each"].values()]
    assert comparison.agreement.w == Fraction(expected["W_between_lists"])
    taus = {f"{one}|{other}": alike.tau_b for (one, other), alike in comparison.likeness.items()}
    assert taus == pytest.approx(expected["tau_b_between"], abs=1e-6)


@pytest.mark.parametrize("case", cases("tie_break"))
def test_shared_places_and_lots_are_those_of_the_specification(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    if "seed" in given:
        assert [[key] for key in draw_lots(given["items"], seed=given["seed"])] == expected["ranking"]
        return
    ranking = rank(given["ballots"], given["items"])
    assert as_sets(ranking.tiers) == as_sets(expected["ranking"])
    assert ranking.places == expected["display"]
