from __future__ import annotations

from study.config import Thresholds
from synthesis.salience import Salience, classify_salience, exact, is_on_border, is_stable


def test_a_threshold_is_taken_as_it_was_written() -> None:
    assert exact(0.3) * 10 == 3
    assert exact(0.1) + exact(0.2) == exact(0.3)


def test_one_silent_person_less_may_tip_a_class_too() -> None:
    assert classify_salience(5, 17) is Salience.SELDOM
    assert is_stable(5, 17) is False


def test_where_there_is_no_class_nothing_is_stable_or_unstable() -> None:
    assert [is_stable(0, 12), is_stable(2, 4), is_stable(0, 0)] == [None, None, None]


def test_everybody_is_as_stable_as_can_be() -> None:
    assert is_stable(12, 12) is True


def test_a_single_respondent_is_never_drawn_on_the_border() -> None:
    low = Thresholds(often_spontaneous=0.2)
    assert is_stable(1, 5, thresholds=low) is False
    assert not is_on_border(1, False)
    assert is_on_border(2, False)
    assert not is_on_border(6, True)
    assert not is_on_border(6, None)


def test_the_least_number_of_people_is_a_setting() -> None:
    assert classify_salience(3, 4, thresholds=Thresholds(min_respondents=3)) is Salience.OFTEN
    assert classify_salience(3, 9, thresholds=Thresholds(min_respondents=10)) is Salience.TOO_SMALL
