from __future__ import annotations

import pytest

from corpus.search.hits import Piece, show_context
from corpus.search.matching import marks, matches, read_words
from corpus.search.parsing import parse_query

SAID = "De jobcoach belde niet, zei Éva. 👍 Later belde de werkgever zélf de coaches van ’t UWV."


def found(typed: str, text: str = SAID) -> list[str]:
    return [text[start:end] for start, end in marks(parse_query(typed), read_words(text))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("werkgevers", ["werkgever"]),
        ("eva zelf", ["Éva", "zélf"]),
        ('"belde niet zei"', ["belde niet, zei"]),
        ("coach*", ["coaches"]),
        ("werkgever ~1 bellen", []),
        ("werkgever ~1 belde", ["belde", "werkgever"]),
        ("belde -kapper", ["belde", "belde"]),
        ('"de jobcoach" jobcoach', ["De jobcoach"]),
    ],
)
def test_what_was_found_is_marked_and_nothing_else(typed: str, words: list[str]) -> None:
    assert found(typed) == words


@pytest.mark.parametrize("typed", ['"jobcoach de"', "belde -uwv", "jobcoach ~3 werkgever", '"coach"', "job"])
def test_what_is_not_there_does_not_match(typed: str) -> None:
    assert not matches(parse_query(typed), read_words(SAID))


def test_the_words_around_are_cut_between_words_and_mark_what_else_was_found() -> None:
    text = "woord " * 30 + "de coach en nog een coach " + "woord " * 30
    shown = show_context(text, marks(parse_query("coach"), read_words(text)), at=1000)
    assert text[shown.start - 1000 : shown.end - 1000] == shown.found == "coach"
    assert shown.before.startswith("… woord")
    assert Piece("coach", is_found=True) in shown.after
    assert shown.line.endswith("woord …")
