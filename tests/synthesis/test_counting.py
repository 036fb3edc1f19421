from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from synthesis.counting import Count, count_findings
from synthesis.eligible import Eligible
from synthesis.findings import Finding
from synthesis.valence import Votes
from tests.synthesis.cases import GOOD, MIXED, PAIN, asked, asked_table, finding, passage, passages, people

TEN = Eligible(asked_table(asked(people(10))))


def count(rows: Sequence[Mapping[str, Any]], one: Finding, eligible: Eligible = TEN) -> Count:
    return count_findings([one], passages(*rows), eligible).counts[0]


def test_somebody_who_says_it_five_times_counts_once() -> None:
    rows = [passage(f"c{each}", "w1") for each in range(5)]
    counted = count(rows, finding("a", *(f"c{each}" for each in range(5))))
    assert (counted.r, counted.m, counted.eligible) == (1, 5, 10)


def test_two_coders_on_one_segment_are_one_mention() -> None:
    rows = [passage("c1", "w1", segment_id="s", coder="marit"), passage("c2", "w1", segment_id="s", coder="joris")]
    assert count(rows, finding("a", "c1", "c2")).m == 1


def test_passages_without_a_segment_are_told_apart_by_their_place() -> None:
    rows = [passage("c1", segment_id=None, start=0, end=9), passage("c2", segment_id=None, start=20, end=29)]
    assert count(rows, finding("a", "c1", "c2")).m == 2


def test_a_passage_with_two_phases_is_still_one_respondent_and_one_mention() -> None:
    rows = [passage("c1", phase="0", meerduidig=True), passage("c1", phase="1", meerduidig=True)]
    counted = count(rows, finding("a", "c1"))
    assert (counted.r, counted.m) == (1, 1)


def test_supporters_who_were_not_asked_stand_apart() -> None:
    rows = [passage("c1", "w1"), passage("c2", "w99")]
    counted = count(rows, finding("a", "c1", "c2"))
    assert (counted.r, counted.outside) == (1, 1)


def test_a_group_session_is_one_voice_and_no_respondent() -> None:
    rows = [
        passage("c1", None, document_id="groep-1"),
        passage("c2", None, document_id="groep-1"),
        passage("c3", None, document_id="groep-2", perspective=None),
    ]
    counted = count(rows, finding("a", "c1", "c2", "c3"))
    assert (counted.r, counted.g, counted.m) == (0, 2, 3)


def test_interviewers_and_other_perspectives_never_count() -> None:
    rows = [passage("c1", "w1", role="interviewer"), passage("c2", "w2", perspective="jobcoach"), passage("c3", "w3")]
    counted = count(rows, finding("a", "c1", "c2", "c3"))
    assert (counted.r, counted.m, counted.outside) == (1, 1, 0)


def test_one_respondent_has_one_vote() -> None:
    rows = [
        passage("c1", "w1", valence=GOOD),
        passage("c2", "w1", valence=GOOD),
        passage("c3", "w2", valence=PAIN),
        passage("c4", "w3", valence=GOOD),
        passage("c5", "w3", valence=PAIN),
        passage("c6", "w4", valence=MIXED),
        passage("c7", "w5"),
    ]
    counted = count(rows, finding("a", *(f"c{each}" for each in range(1, 8))))
    assert counted.votes == Votes(good=1, pain=1, mixed=2, neutral=1)


def test_those_who_say_the_opposite_vote_too_but_do_not_support() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w2", valence=PAIN)]
    counted = count(rows, finding("a", "c1", contra=("c2",), valence=GOOD))
    assert (counted.r, counted.contra, counted.votes) == (1, 1, Votes(good=1, pain=1))


def test_dissent_of_somebody_who_was_not_asked_is_never_hidden() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w99", valence=PAIN)]
    assert count(rows, finding("a", "c1", contra=("c2",), valence=GOOD)).contra == 1


def test_a_supporter_who_judges_the_other_way_is_contra() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w2", valence=PAIN)]
    assert count(rows, finding("a", "c1", "c2", valence=GOOD)).contra == 1
    assert count(rows, finding("a", "c1", "c2")).contra == 0


def test_a_finding_is_prompted_when_over_half_answered_a_prompted_question() -> None:
    rows = [passage("c1", "w1", prompted=True), passage("c2", "w2", prompted=False), passage("c3", "w3", prompted=True)]
    assert count(rows, finding("a", "c1", "c2", "c3")).prompted
    assert not count(rows, finding("a", "c1", "c2")).prompted


def test_intensity_is_the_median_of_each_respondents_highest() -> None:
    rows = [
        passage("c1", "w1", intensity=1),
        passage("c2", "w1", intensity=3),
        passage("c3", "w2", intensity=1),
        passage("c4", "w3"),
    ]
    assert count(rows, finding("a", "c1", "c2", "c3", "c4")).intensity == 2.0
    assert count(rows, finding("a", "c4")).intensity is None


def test_how_strongly_the_opposite_is_felt_does_not_strengthen_a_finding() -> None:
    rows = [passage("c1", "w1", intensity=1), passage("c2", "w1", intensity=3)]
    assert count(rows, finding("a", "c1", contra=("c2",))).intensity == 1.0


def test_a_coding_that_is_gone_is_left_out() -> None:
    counted = count_findings([finding("a", "c1", "gone")], passages(passage("c1")), TEN)
    assert counted.support == ((0,),)
    assert counted.counts[0].m == 1


def test_nothing_at_all_counts_to_nothing() -> None:
    assert count_findings([], passages(), TEN).counts == ()
    counted = count_findings([finding("a", "c1")], passages(), Eligible(asked_table()))
    assert (counted.counts[0].r, counted.counts[0].eligible) == (0, 0)


def test_the_votes_of_a_cell_count_each_respondent_once_over_its_findings() -> None:
    rows = [passage("c1", "w1", valence=GOOD), passage("c2", "w1", valence=PAIN), passage("c3", "w2", valence=GOOD)]
    counted = count_findings([finding("a", "c1", "c3"), finding("b", "c2")], passages(*rows), TEN)
    assert counted.cell_votes == {("werkgever", "0"): Votes(good=1, mixed=1)}
