"""The worked examples of chapter 3 of the specification: counts, classes, words and quotes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from study.config import Thresholds
from study.messages import speaking
from synthesis.grounding import cut_prefix, ground_statement
from synthesis.medoids import find_medoid, medoid_costs
from synthesis.quantifiers import Quantifier, classify_quantity, quantifier_adverb, quantifier_noun
from synthesis.salience import Salience, classify_salience, is_stable
from synthesis.valence import Judged, Votes, judge_votes, measure_disagreement


def test_3_3_five_of_eleven_is_often_and_stable() -> None:
    assert classify_salience(5, 11) is Salience.OFTEN
    assert is_stable(5, 11) is True


def test_3_3_four_of_twelve_is_often_and_hangs_on_one_person() -> None:
    assert classify_salience(4, 12) is Salience.OFTEN
    assert Fraction(3, 11) < Fraction(3, 10)
    assert is_stable(4, 12) is False


def test_3_3_nine_of_thirty_equals_the_threshold() -> None:
    assert classify_salience(9, 30) is Salience.OFTEN
    assert classify_salience(9, 31) is Salience.SELDOM


@pytest.mark.parametrize(
    ("r", "eligible", "expected"),
    [
        (0, 0, None),
        (0, 12, Salience.NOT_MENTIONED),
        (0, 3, Salience.NOT_MENTIONED),
        (4, 4, Salience.TOO_SMALL),
        (2, 5, Salience.SELDOM),
        (3, 5, Salience.OFTEN),
    ],
)
def test_3_3_the_guards_come_in_their_order(r: int, eligible: int, expected: Salience | None) -> None:
    assert classify_salience(r, eligible) is expected


def test_3_3_a_prompted_topic_needs_half() -> None:
    assert classify_salience(5, 11, prompted=True) is Salience.SELDOM
    assert classify_salience(6, 12, prompted=True) is Salience.OFTEN


def test_3_3_the_threshold_is_a_setting() -> None:
    assert classify_salience(5, 11, thresholds=Thresholds(often_spontaneous=0.5)) is Salience.SELDOM


def test_3_4_four_against_and_one_of_two_minds_is_a_pain_point() -> None:
    votes = Votes(good=0, pain=4, mixed=1)
    assert judge_votes(votes) is Judged.PAIN
    assert measure_disagreement(votes) == Fraction(1, 5)


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        (Votes(), Judged.NEUTRAL),
        (Votes(good=2, neutral=3), Judged.NEUTRAL),
        (Votes(good=2, neutral=2), Judged.GOOD),
        (Votes(good=1, pain=1, mixed=3), Judged.MIXED),
        (Votes(good=1, pain=1, mixed=2), Judged.DIVIDED),
        (Votes(good=2, pain=1), Judged.GOOD),
        (Votes(good=3, pain=2), Judged.DIVIDED),
        (Votes(good=1, pain=2), Judged.PAIN),
    ],
)
def test_3_4_the_valence_classes(votes: Votes, expected: Judged) -> None:
    assert judge_votes(votes) is expected


def test_3_4_no_disagreement_is_shown_for_people_of_two_minds_or_without_judgement() -> None:
    assert measure_disagreement(Votes(good=1, mixed=3)) is None
    assert measure_disagreement(Votes(neutral=5)) is None
    assert measure_disagreement(Votes(good=1, neutral=5)) == 0


@pytest.mark.parametrize(
    ("r", "eligible", "expected", "noun", "adverb"),
    [
        (0, 0, Quantifier.NOBODY_ASKED, "niet gevraagd", "niet gevraagd"),
        (0, 12, Quantifier.NOBODY, "niemand", "niemand"),
        (7, 9, Quantifier.COUNT, "7 van de 9", "7 van de 9"),
        (1, 12, Quantifier.ONE, "één respondent", "één respondent"),
        (12, 12, Quantifier.ALL, "alle", "allemaal"),
        (9, 10, Quantifier.ALMOST_ALL, "bijna alle", "bijna allemaal"),
        (9, 12, Quantifier.AMPLE_MAJORITY, "een ruime meerderheid", "voor het merendeel"),
        (8, 12, Quantifier.MOST, "de meeste", "voor het merendeel"),
        (6, 10, Quantifier.ABOUT_HALF, "ongeveer de helft", "de helft"),
        (4, 10, Quantifier.ABOUT_HALF, "ongeveer de helft", "de helft"),
        (3, 12, Quantifier.SOME, "een deel", "niet iedereen"),
        (2, 12, Quantifier.FEW, "enkele", "een enkeling"),
        (2, 8, Quantifier.COUNT, "2 van de 8", "2 van de 8"),
    ],
)
def test_3_5_the_words_for_a_count(r: int, eligible: int, expected: Quantifier, noun: str, adverb: str) -> None:
    assert classify_quantity(r, eligible) is expected
    with speaking("nl"):
        assert quantifier_noun(expected, r, eligible) == noun
        assert quantifier_adverb(expected, r, eligible) == adverb


def test_3_5_nobody_is_only_said_when_all_were_asked() -> None:
    assert classify_quantity(0, 12, all_were_asked=False) is Quantifier.NOT_MENTIONED


def test_3_6_the_medoid_weighs_a_talkative_respondent_once() -> None:
    distances = np.array([[0, 0.1, 0.6], [0.1, 0, 0.5], [0.6, 0.5, 0]])
    respondents = ["r1", "r1", "r2"]
    texts = ["woord " * 15, "woord " * 18, "woord " * 12]
    assert medoid_costs(distances, respondents).tolist() == [0.65, 0.55, 0.55]
    assert find_medoid(distances, respondents, texts) == 2


def test_3_6_two_thirds_of_the_words_were_said_and_the_new_one_is_listed() -> None:
    said = ["de wachttijden aan de telefoon zijn veel te lang"]
    grounding = ground_statement("lange wachttijd telefonisch", said, stem=cut_prefix)
    assert grounding.covered == Fraction(2, 3)
    assert grounding.new_words == ("lange",)
    assert not grounding.asks_for_a_reason
