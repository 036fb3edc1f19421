"""Messages are said in the language of the person, with their values in place."""

from __future__ import annotations

from study.errors import StudyExists
from study.messages import current_language, set_language, speaking, translate, translate_count


def test_an_unknown_message_is_said_as_it_stands() -> None:
    with speaking("nl"):
        assert translate("zz {a} zz", a=1) == "zz 1 zz"


def test_an_error_is_said_in_the_language_of_the_moment() -> None:
    problem = StudyExists(folder="x{y}")
    with speaking("en"):
        assert str(problem).startswith("“x{y}” already holds a study")
    with speaking("nl"):
        assert str(problem).startswith("In “x{y}” staat al een onderzoek")


def test_the_language_is_put_back_after_a_block() -> None:
    set_language("nl")
    with speaking("en"):
        assert current_language() == "en"
    assert current_language() == "nl"


def test_a_language_without_catalogue_reads_as_english() -> None:
    with speaking("fr"):
        assert current_language() == "en"


def test_one_and_many_differ() -> None:
    with speaking("en"):
        assert translate_count("{number} turn", "{number} turns", 1) == "1 turn"
        assert translate_count("{number} turn", "{number} turns", 0) == "0 turns"
