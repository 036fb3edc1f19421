from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from reports.words import decimal, list_words, period_words, remarks_on, share_words
from study.messages import speaking
from synthesis.quantifiers import Quantifier
from tests.reports.made_maps import statement


def test_a_word_always_has_its_count_beside_it() -> None:
    made = statement(2, "werkgever", "1")
    assert share_words(made) == "de helft (5 van de 11)"


def test_below_ten_people_there_is_a_count_and_no_word() -> None:
    made = replace(statement(2, "werkgever", "1", eligible=8), quantifier=Quantifier.COUNT)
    assert share_words(made) == "5 van de 8"


def test_nobody_asked_has_no_count() -> None:
    assert share_words(replace(statement(2, "werkgever", "1"), r=0, eligible=0)) == ""


def test_remarks_say_who_was_not_asked_and_who_says_the_opposite() -> None:
    made = replace(statement(2, "werkgever", "1"), g=1, outside=2, contra=3, minority=True)
    assert remarks_on(made) == ("1 groepsstem", "en 2 ongevraagd", "3 zeggen het tegendeel", "minderheidsmening")
    assert remarks_on(statement(0, "werkgever", "1")) == ()


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [(Fraction(25, 2), "12,5", "12.5"), (Fraction(12), "12", "12"), (0.0, "0", "0"), (10.0, "10", "10")],
)
def test_numbers_are_written_in_the_readers_language(number: Fraction | float, dutch: str, english: str) -> None:
    assert decimal(number) == dutch
    with speaking("en"):
        assert decimal(number) == english


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_lists_read_as_a_sentence(parts: list[str], words: str) -> None:
    assert list_words(parts) == words


def test_a_period_of_one_day_is_that_day() -> None:
    day = date(2026, 4, 17)
    assert period_words(day, day) == "17 april 2026"
    assert period_words(date(2026, 3, 2), day) == "2 maart 2026 – 17 april 2026"
    assert period_words(None, None) == ""
