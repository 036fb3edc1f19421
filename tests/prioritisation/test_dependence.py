from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prioritisation import dependence
from prioritisation.dependence import leave_one_out
from prioritisation.places import Tiered
from prioritisation.profiles import make_profile
from prioritisation.ranking import count_ballots
from prioritisation.rules import RULES
from study.messages import speaking
from tests.prioritisation.making import elections, law, make_ballots, make_session, rank

SENSITIVE = ["b>c>a>d"] * 3 + ["d>c"] * 3 + ["d>b>c>a"]


@law
@given(elections("abcd", most=5), st.sampled_from(sorted(RULES)))
def test_the_range_is_that_of_the_list_counted_without_each_voter(ballots: list[Tiered], rule: str) -> None:
    session = make_session("abcd", rule=rule)
    ranking = count_ballots(session, make_ballots(session, ballots))
    if len(ballots) == 1:
        assert ranking.leave_one_out == {}
        return
    left = [ballots[:n] + ballots[n + 1 :] for n in range(len(ballots))]
    without = [count_ballots(session, make_ballots(session, each)) for each in left]
    for key in "abcd":
        ranks = [each.ranks[key] for each in without]
        assert ranking.leave_one_out[key] == (min(ranks), max(ranks))
        assert ranking.depends[key].votes == sum(each.places[key] != ranking.places[key] for each in without)


def test_the_rules_that_give_another_place_are_named_with_that_place() -> None:
    depends = rank(SENSITIVE, "abcd").depends["d"]
    assert depends.place == "3"
    assert depends.rules == (("borda-pess", "2"), ("copeland", "1"), ("schulze", "1"))


def test_the_line_says_in_both_languages_what_a_place_hangs_on() -> None:
    depends = rank(SENSITIVE, "abcd").depends["a"]
    assert depends.rules == ()
    with speaking("en"):
        assert depends.sentence == "No other rule and no single ballot changes this place."
    with speaking("nl"):
        assert depends.sentence == "Geen andere telregel en geen enkele losse stem verandert deze plaats."


def test_the_line_groups_the_rules_by_the_place_they_give() -> None:
    with speaking("nl"):
        sentence = rank(SENSITIVE, "abcd").depends["d"].sentence
    assert sentence.startswith(
        "Hangt af van de telregel (Borda, niets voor niet-gekozen punten: plaats 2; Copeland, Schulze: plaats 1)."
    )


def test_the_place_is_said_with_its_range_without_one_vote() -> None:
    depends = rank(["a>b>c", "a>b>c", "b>a>c"]).depends["b"]
    with speaking("nl"):
        assert depends.phrase == "plaats 2; zonder één stem 1-2"
        assert depends.sentence == (
            "Hangt af van losse stemmen: bij 2 van de 3 verandert de plaats als die ene stem wegvalt (rang 1-2)."
        )
    with speaking("en"):
        assert depends.phrase == "place 2; without one vote 1-2"


def test_one_ballot_leaves_nothing_to_compare_with() -> None:
    depends = rank(["a>b>c"]).depends["a"]
    assert (depends.ranks, depends.votes) == (None, None)
    with speaking("en"):
        assert depends.phrase == "place 1"
        assert depends.sentence == "No other rule changes this place; it was not recounted without each ballot."


def test_a_large_event_is_not_recounted_without_each_ballot() -> None:
    many = make_profile("ab", [(("a",), ("b",))] * (dependence.MOST_LEFT_OUT + 1))
    assert leave_one_out(many, rule="borda", unranked="below").ranks == {}
    fewer = make_profile("ab", [(("a",), ("b",))] * dependence.MOST_LEFT_OUT)
    assert leave_one_out(fewer, rule="borda", unranked="below").ranks == {"a": (1, 1), "b": (2, 2)}
