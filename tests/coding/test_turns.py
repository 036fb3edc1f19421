from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.turns import Turns
from corpus.segments import Role, Segment, Unit
from tests.coding.material import ANSWERED, ASKED, a_turn, an_interview

spans = st.tuples(st.integers(0, 20), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def speaker(turns: list[Segment], start: int, end: int) -> str | None:
    deciding = Turns(turns).deciding(start, end)
    return deciding.speaker if deciding else None


def test_a_passage_over_question_and_answer_is_the_respondents_even_when_the_question_is_longer() -> None:
    assert speaker(an_interview(), ASKED[0], ANSWERED[0] + 5) == "Respondent"


def test_between_two_respondents_the_larger_part_decides() -> None:
    turns = [a_turn((0, 10), ordinal=0, speaker="A"), a_turn((12, 30), ordinal=1, speaker="B")]
    assert speaker(turns, 4, 20) == "B"
    assert speaker(turns, 0, 15) == "A"


def test_of_equal_parts_the_first_decides() -> None:
    turns = [a_turn((10, 20), ordinal=1, speaker="B"), a_turn((0, 10), ordinal=0, speaker="A")]
    assert speaker(turns, 5, 15) == "A"


def test_a_group_voice_comes_before_the_interviewer() -> None:
    turns = [
        a_turn((0, 50), ordinal=0, speaker="Moderator", role=Role.INTERVIEWER),
        a_turn((52, 60), ordinal=1, speaker="Groep", role=Role.GROUP),
    ]
    assert speaker(turns, 0, 60) == "Groep"


@pytest.mark.parametrize("sentence", [(0, 6), (7, 12)])
def test_a_turn_decides_before_the_sentences_in_it(sentence: tuple[int, int]) -> None:
    turns = [
        a_turn((0, 6), ordinal=0, unit=Unit.SENTENCE, speaker="zin 1"),
        a_turn((7, 12), ordinal=1, unit=Unit.SENTENCE, speaker="zin 2"),
        a_turn((0, 12), ordinal=2, speaker="beurt"),
    ]
    assert speaker(turns, *sentence) == "beurt"


def test_nobody_speaks_between_the_turns_or_in_an_empty_span() -> None:
    assert speaker(an_interview(), 33, 35) is None
    assert speaker(an_interview(), 40, 40) is None
    assert speaker([], 0, 10) is None


@settings(deadline=None)
@given(st.lists(spans, max_size=12), spans)
def test_touched_are_all_segments_that_share_a_character(turns: list[tuple[int, int]], span: tuple[int, int]) -> None:
    segments = Turns([a_turn(each, ordinal=place) for place, each in enumerate(turns)])
    shared = [
        place for place, each in enumerate(segments.segments) if set(range(each.start, each.end)) & set(range(*span))
    ]
    assert segments.touched(*span) == shared
