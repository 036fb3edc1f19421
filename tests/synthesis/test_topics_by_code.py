"""Topics beside codes: lift, coverage and themes without a code, by the numbers of the specification."""

from __future__ import annotations

import pandas as pd
import pytest

from synthesis.topics import Topic, TopicFit, TopicMember, coverage, members_frame, topics_by_code


def made_fit(*sizes: int, unassigned: int = 0) -> TopicFit:
    """A fit whose segments are called "topic.place"; unassigned ones "0.place"."""
    places = [(number, place) for number, size in enumerate(sizes, 1) for place in range(size)]
    members = [TopicMember(f"{number}.{place}", number, 0.9) for number, place in places]
    rest = [TopicMember(f"0.{place}", None, 0.1) for place in range(unassigned)]
    topics = [Topic(number, ("woord",), (1.0,), size, 3) for number, size in enumerate(sizes, 1)]
    return TopicFit("id", "builtin", "middel", 42, {}, "hash", tuple(topics), (*members, *rest))


def made_passages(*rows: tuple[str, str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["segment_id", "code", "participant_id"], dtype=object)


def made_segments(fit: TopicFit, *, people: int) -> pd.DataFrame:
    """Every segment of a fit, its text its own name, spoken by so many people in turn."""
    names = [member.segment_id for member in fit.members]
    person = [f"P{int(name.split('.')[1]) % people}" for name in names]
    return pd.DataFrame({"segment_id": names, "participant_id": person, "text": names})


def test_lift_of_the_worked_example() -> None:
    fit = made_fit(30, 170)
    coded = [(f"1.{place}", "vervoer", f"P{place % 4}") for place in range(9)]
    coded += [(f"2.{place}", "vervoer", "P1") for place in range(11)]
    table = topics_by_code(fit, made_passages(*coded))
    assert table.columns.tolist() == ["topic", "code", "n", "lift", "respondents"]
    assert table.iloc[0].tolist() == [1, "vervoer", 9, 3.0, 4]


@pytest.mark.parametrize(("segments", "people", "shown"), [(3, 2, True), (2, 2, False), (5, 1, False)])
def test_lift_is_shown_from_three_segments_and_two_respondents(segments: int, people: int, shown: bool) -> None:
    coded = [(f"1.{place}", "loon", f"P{place % people}") for place in range(segments)]
    lift = topics_by_code(made_fit(10, 10), made_passages(*coded))["lift"].iloc[0]
    assert (lift is not None) == shown
    assert lift == pytest.approx(2.0) or not shown


def test_two_coders_on_one_segment_count_once() -> None:
    table = topics_by_code(made_fit(10), made_passages(("1.0", "loon", "P1"), ("1.0", "loon", "P1")))
    assert table["n"].tolist() == [1]


def test_group_voices_are_segments_but_no_respondents() -> None:
    table = topics_by_code(made_fit(10), made_passages(*((f"1.{place}", "loon", None) for place in range(5))))
    assert table[["n", "lift", "respondents"]].to_numpy().tolist() == [[5, None, 0]]


def test_facets_without_a_code_segments_elsewhere_and_unassigned_ones_make_no_row() -> None:
    fit = made_fit(10, unassigned=2)
    table = topics_by_code(fit, made_passages(("1.0", None, "P1"), ("elders", "loon", "P1"), ("0.0", "loon", "P1")))
    assert table.empty
    assert table.columns.tolist() == ["topic", "code", "n", "lift", "respondents"]


def test_without_passages_or_topics_the_table_is_empty() -> None:
    assert topics_by_code(made_fit(10), made_passages()).empty
    assert topics_by_code(made_fit(unassigned=3), made_passages(("0.0", "loon", "P1"))).empty


def test_rows_run_by_topic_and_code_whatever_the_order_of_the_passages() -> None:
    passages = made_passages(("2.0", "a", "P1"), ("1.1", "b", "P1"), ("1.0", "a", "P2"))
    table = topics_by_code(made_fit(5, 5), passages)
    assert list(zip(table["topic"], table["code"], strict=True)) == [(1, "a"), (1, "b"), (2, "a")]
    pd.testing.assert_frame_equal(table, topics_by_code(made_fit(5, 5), passages.iloc[::-1]))


def test_coverage_counts_what_is_coded_and_what_is_not() -> None:
    fit = made_fit(4, 2, unassigned=1)
    table = coverage(fit, made_passages(("1.0", "loon", "P1"), ("1.1", None, "P1")), made_segments(fit, people=2))
    assert table["topic"].tolist() == [1, 2, None]
    assert table["n"].tolist() == [4, 2, 1]
    assert table["uncoded"].tolist() == [3, 2, 1]
    assert table["uncoded_share"].tolist() == [0.75, 1.0, 1.0]
    assert table["respondents"].tolist() == [2, 2, 1]
    assert table["uncoded_respondents"].tolist() == [2, 2, 1]


@pytest.mark.parametrize(
    ("size", "coded", "people", "is_theme"),
    [(5, 0, 3, True), (4, 0, 3, False), (5, 0, 2, False), (10, 4, 5, True), (10, 5, 5, False)],
)
def test_an_uncoded_theme_is_five_segments_of_three_people_and_sixty_percent(
    size: int, coded: int, people: int, is_theme: bool
) -> None:
    fit = made_fit(size)
    passages = made_passages(*((f"1.{place}", "loon", "P1") for place in range(coded)))
    assert coverage(fit, passages, made_segments(fit, people=people))["uncoded_theme"].tolist() == [is_theme]


def test_what_is_not_assigned_is_never_a_theme() -> None:
    fit = made_fit(unassigned=9)
    assert coverage(fit, made_passages(), made_segments(fit, people=9))["uncoded_theme"].tolist() == [False]


def test_five_uncoded_segments_are_offered_the_same_ones_in_any_order() -> None:
    fit = made_fit(20)
    segments = made_segments(fit, people=4)
    examples = coverage(fit, made_passages(("1.0", "loon", "P1")), segments)["examples"].iloc[0]
    assert len(examples) == 5
    assert "1.0" not in examples
    assert examples == coverage(fit, made_passages(("1.0", "loon", "P1")), segments.iloc[::-1])["examples"].iloc[0]


def test_coverage_of_nothing_is_an_empty_table() -> None:
    fit = made_fit()
    assert coverage(fit, made_passages(), made_segments(fit, people=1)).empty
    assert members_frame(fit).columns.tolist() == ["segment_id", "topic", "similarity"]
